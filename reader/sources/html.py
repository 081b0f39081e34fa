"""A web page as a document: the lines of its article, or all of its lines."""

import re
from typing import Final

from reader.model import Document
from reader.sources.binary import is_binary, kind_of_file
from reader.sources.dates import published
from reader.sources.declared import decode_page
from reader.sources.decoding import NOT_KEPT, Decoded
from reader.sources.extraction import extracted
from reader.sources.markup import pieces
from reader.sources.page_lines import page_lines
from reader.sources.refusal import UnreadableError
from reader.sources.titles import title
from reader.text.graphemes import cluster_at

_LONG: Final = 100
"""Code points. Menus, teasers and headlines are shorter than a line of prose."""
_LEAST_OF_LONG: Final = 0.5
_LEAST_OF_ALL: Final = 0.05
"""In 288 news pages with a hand-made text of the article, all lines kept, the article
has 92 % of what stands in long lines at the median, and less than half in 7 % of the
pages; of all lines together it has 9 % where it has least."""
_RUN_TOGETHER: Final = 1.5
"""Times the longest line of the page. Where trafilatura finds no article, or one of
two short sentences, it gives all words of the page as one line, menus and all."""

_LONGEST_FIELD: Final = 300
"""Code points of a title, an author or a site; the pages' own have no limit."""
_WRITTEN: Final = re.compile(
    r"\ufffd|&#(?:0*65533(?!\d)|[xX]0*[fF]{3}[dD](?![\da-fA-F]))"
)
"""U+FFFD as a page may hold it itself."""


def read(
    source: str, data: bytes, location: str = "", *, sent_as: str = ""
) -> Document:
    """The document that a page holds.

    Its text is the article's lines as trafilatura finds them, if these are at least
    half as long as the page's long lines together and a twentieth of all its lines,
    and no longer line by line; else something was lost, and the text is all lines of
    the page, menus and all, for the cleaner to sort. Paragraphs and headings stand
    apart by a blank line, the items of a list begin with `- `, of a link there is what
    it shows. What the page says of its title, author, site and date is taken over as
    plain text.

    Args:
        source: The file or address, as it was given.
        data: What is in it.
        location: Where it was read from, as the article's place.
        sent_as: The encoding that the server named, if any.

    Raises:
        UnreadableError: When it is no page, or there is no text in it.
    """
    if not data:
        raise UnreadableError("is empty")
    if kind := kind_of_file(data):
        raise UnreadableError(f"is {kind}; only text is read")
    decoded = decode_page(data, sent_as)
    page = decoded.text
    if not page.strip():
        raise UnreadableError("has nothing but blanks in it")
    if is_binary(decoded):
        raise UnreadableError("is not text")
    if not any(piece.tag for piece in pieces(page)):
        raise UnreadableError("has no HTML in it; rename it to .txt to read it")
    everything = page_lines(page)
    found = extracted(page)
    is_whole_page = _is_much_less(found.text, everything) or _is_run_together(
        found.text, everything
    )
    text = everything if is_whole_page else found.text
    text = NOT_KEPT.sub("\ufffd", text)
    if not text:
        raise UnreadableError("has no text in it, only markup")
    return Document(
        source=source,
        text=text,
        original=data,
        encoding=decoded.encoding,
        newline="lf",
        title=_field(found.title) or title(text),
        site=_field(found.site),
        author=_field(found.author),
        published=_field(found.published) or published(text),
        location=location,
        is_whole_page=is_whole_page,
        replaced=_replaced(text, decoded),
    )


def _replaced(text: str, page: Decoded) -> int:
    """How many U+FFFD in the text of an article were put there in reading the page.

    A decoder, the parser and a reference as `&#0;` give them. A page that also holds
    some of its own does not tell which of them are in the article: of those it counts
    as many as it must, and as many as it had NULs.
    """
    if not (found := text.count("\ufffd")):
        return 0
    written = len(_WRITTEN.findall(page.text)) - page.replaced
    return max(found - written, min(found, page.replaced))


def _is_much_less(text: str, everything: str) -> bool:
    in_long = sum(len(line) for line in everything.split("\n") if len(line) >= _LONG)
    least = max(_LEAST_OF_LONG * in_long, _LEAST_OF_ALL * len(everything))
    return not text or len(text) < least


def _is_run_together(text: str, everything: str) -> bool:
    longest = max(map(len, everything.split("\n")))
    return max(map(len, text.split("\n"))) > _RUN_TOGETHER * longest


def _field(value: str) -> str:
    """What a page says of itself, as one line of no great length."""
    line = " ".join(NOT_KEPT.sub("\ufffd", value).split())
    if len(line) <= _LONGEST_FIELD:
        return line
    end = cluster_at(line, _LONGEST_FIELD).start or _LONGEST_FIELD
    return line[:end].rstrip() + "…"
