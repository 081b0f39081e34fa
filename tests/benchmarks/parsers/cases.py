"""What parsers are fed by the megabyte: pieces of their grammar, and worse."""

import itertools
from collections.abc import Callable, Iterator

from tests.benchmarks.parsers import annotations, asked, collections, letters, pages
from tests.benchmarks.parsers.made import SIZE, Case, filled, named
from tests.fuzz.parsers import Parser


def pieces(parser: Parser) -> Iterator[Case]:
    """Each piece again and again, and all of them in turn."""
    for piece in parser.pieces:
        yield f"{named(piece)} …", filled(piece)
    yield "all in turn", filled(b"".join(parser.pieces))


def pairs(parser: Parser) -> Iterator[Case]:
    """Two pieces in turn; one many times and then the other; one, and then the other.

    What opens and does not close, what closes and was not opened, what is nested.
    """
    for one, other in itertools.permutations(parser.pieces, 2):
        names = f"{named(one)} {named(other)}"
        yield f"({names}) …", filled(one + other)
        yield f"… {names} …", filled(one, SIZE // 2) + filled(other, SIZE // 2)
        yield f"{names} …", one + filled(other)


WORST: dict[str, Callable[[], Iterator[Case]]] = {
    "text": pages.text,
    "HTML": pages.html,
    "Markdown": pages.markdown,
    "mail": letters.mail,
    "JSONL": collections.lines_of_json,
    "CSV": collections.tables,
    "web archive": collections.warc,
    "zip": collections.names_in_zip,
    "annotations": annotations.annotations,
    "brat": annotations.brat,
    "CAS": annotations.cas,
    "QDPX": annotations.project,
    "codebook": annotations.codebooks,
    "config": asked.config,
    "search query": asked.query,
    "tag query": asked.query,
    "pattern": asked.pattern,
}
"""What is known or feared to be dear, by the name of the parser."""


def cases(parser: Parser, *, has_pairs: bool) -> Iterator[Case]:
    """All that a parser is fed."""
    yield from pieces(parser)
    if parser.name in WORST:
        yield from WORST[parser.name]()
    if has_pairs:
        yield from pairs(parser)
