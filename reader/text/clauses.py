"""Clauses: the pieces of a sentence between commas, dashes and quotation marks.

They serve one gesture, growing a word to something less than its sentence, so they
leave out the marks that part them.
"""

import re
from itertools import pairwise
from typing import Final

from reader.model import Span
from reader.text.graphemes import snap_all
from reader.text.marks import CLOSING, DASHES, OPENING, STOPS

_QUOTED: Final = re.compile(
    r"\"([^\"]+)\"|\u201c([^\u201c\u201d]+)\u201d|\u00ab([^\u00ab\u00bb]+)\u00bb"
    r"|\u300c([^\u300c\u300d]+)\u300d|\u300e([^\u300e\u300f]+)\u300f"
    r"|(?<!\w)\u2018([^\u2018]+?)\u2019(?!\w)"
)
_PARTING: Final = re.compile(
    rf"[,;:]+(?=[{CLOSING}]*\s)|\s-+\s|--+|[{DASHES}]|\.{{2,}}|\u2026|[()\[\]]"
    r"|[\uff0c\u3001\uff1b\uff1a\u060c\u061b]"
)
_EDGE: Final = (
    rf"\s,;:{DASHES}{OPENING}{CLOSING}{STOPS}\uff0c\u3001\uff1b\uff1a\u060c\u061b-"
)
_BEGINNING: Final = re.compile(rf"[{_EDGE}]*+")
_ENDING: Final = re.compile(rf"(?<![{_EDGE}])[{_EDGE}]++\Z")


def quotations(text: str, sentence: Span) -> tuple[Span, ...]:
    """What stands between the quotation marks of a sentence, without them."""
    found = _QUOTED.finditer(text, sentence.start, sentence.end)
    spans = (_bare(text, *match.span(match.lastindex or 0)) for match in found)
    return snap_all(text, (span for span in spans if span[0] < span[1]))


def clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """The clauses of a sentence in order; the sentence itself when it has only one.

    Every letter and digit lies in one; the marks between them in none.
    """
    cuts = {sentence.start, sentence.end}
    for parting in _PARTING.finditer(text, sentence.start, sentence.end):
        cuts.add(parting.end())
    for quoted in _QUOTED.finditer(text, sentence.start, sentence.end):
        cuts |= {quoted.start(), quoted.end()}
    pieces = [_bare(text, start, end) for start, end in pairwise(sorted(cuts))]
    kept = snap_all(text, (piece for piece in pieces if piece[0] < piece[1]))
    return kept if len(kept) > 1 else (sentence,)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The piece without the marks at its ends."""
    beginning = _BEGINNING.match(text, start, end)
    first = beginning.end() if beginning else start
    piece = text[first:end]
    ending = _ENDING.search(piece)
    return first, first + (ending.start() if ending else len(piece))
