"""The lines of a page: what a block holds is a line of its own."""

import re
from collections import Counter
from typing import Final

from reader.sources.markup import pieces, plain

_LISTS: Final = frozenset({"ul", "ol", "dl", "menu", "dir"})
_CELLS: Final = frozenset({"td", "th"})
_HOLDERS: Final = (
    _LISTS
    | _CELLS
    | {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "details",
        "dialog",
        "div",
        "fieldset",
        "figure",
        "footer",
        "form",
        "header",
        "main",
        "nav",
        "section",
        "table",
    }
)
"""What other blocks stand in: its end tag ends the lists left open in it."""
_BLOCKS: Final = (_HOLDERS - _CELLS) | {
    "caption",
    "center",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hgroup",
    "hr",
    "html",
    "legend",
    "p",
    "pre",
    "summary",
    "tbody",
    "tfoot",
    "thead",
}
"""What has a blank line before and after it."""
_LINES: Final = frozenset(
    {"br", "button", "dd", "dt", "label", "li", "option", "select", "textarea", "tr"}
)
"""What has a line of its own, among its like."""
SHAPING: Final = _BLOCKS | _LINES | _CELLS | {"a"}
"""All other tags shape no line, and the text runs on through them."""
_BETWEEN_CELLS: Final = " | "

_DEEPEST: Final = 8
"""Levels; a list further in is indented no further."""
_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")
"""What HTML takes for blanks; a no-break space is none."""


def page_lines(page: str) -> str:
    """All text that the page shows, links, menus and all.

    Works on the tags alone and not on a tree: the parsers have a limit on how deep a
    page may be nested, beyond which its text is gone without a word.
    """
    lines = Lines()
    for piece in pieces(page):
        if not piece.tag:
            lines.add(plain(page[piece.start : piece.end]))
        elif piece.tag in SHAPING:
            (lines.close if piece.closes else lines.open)(piece.tag)
    return lines.text()


class Lines:
    """Takes the tags and the text of a page, and gives its lines.

    Paragraphs, headings and lists stand apart by a blank line; the items of a list
    begin with `- `, and with two blanks more for each list around theirs; the cells
    of a row are parted by ` | `. Blanks are as HTML has them: only those in `pre`
    are kept. A tag that is closed too often, or never, is no error.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._mark = ""
        self._is_apart = False
        self._holders: list[str] = []
        self._counts: Counter[str] = Counter()
        self._depth = 0
        self._pre = 0
        self._is_after_link = False

    def add(self, text: str) -> None:
        """Text, its character references resolved."""
        self._is_after_link = False
        if not self._pre:
            if text and (self._line or not text.isspace()):
                self._line.append(text)
            return
        first, *others = text.split("\n")
        self._line.append(first)
        for other in others:
            self._end_line()
            self._line.append(other)

    def open(self, tag: str) -> None:
        """A start tag, by its name in small letters."""
        if tag == "a" and self._is_after_link and self._line:
            # Menus put their links side by side and leave the gap to the style.
            self._line.append(" ")
        self._is_after_link = False
        is_blank = not self._line
        self._part(tag)
        if tag == "li":
            self._mark = "  " * (min(_DEEPEST, self._depth) - 1) + "- "
        elif tag == "br":
            # The second of two: old pages part their paragraphs so.
            self._is_apart |= is_blank and not self._depth
        elif tag == "pre":
            self._pre += 1
        elif tag in _CELLS and self._line:
            self._line.append(_BETWEEN_CELLS)
        if tag in _HOLDERS:
            self._holders.append(tag)
            self._counts[tag] += 1
            self._depth += tag in _LISTS

    def close(self, tag: str) -> None:
        """An end tag; what was left open in it is closed with it."""
        self._is_after_link = tag == "a"
        self._part(tag)
        if tag == "li":
            self._mark = ""
        elif tag == "pre":
            self._pre = max(0, self._pre - 1)
        elif tag in _HOLDERS and self._counts[tag]:
            closed = ""
            while closed != tag:
                closed = self._holders.pop()
                self._counts[closed] -= 1
                self._depth -= closed in _LISTS
            self._is_apart |= tag in _LISTS and not self._depth

    def text(self) -> str:
        """All lines up to here, with a newline between two."""
        self._end_line()
        return "\n".join(self._lines)

    def _part(self, tag: str) -> None:
        """End the line, where this tag ends one."""
        if tag in _BLOCKS:
            self._end_line()
            # In a list only its own lines are parted.
            self._is_apart |= not self._depth
        elif tag in _LINES:
            self._end_line()

    def _end_line(self) -> None:
        if not self._line:
            return
        line = "".join(self._line)
        self._line.clear()
        line = line.rstrip() if self._pre else _BLANKS.sub(" ", line).strip()
        if not line:
            self._is_apart |= self._pre > 0
            return
        if self._is_apart and self._lines:
            self._lines.append("")
        self._lines.append(self._mark + line)
        self._mark = ""
        self._is_apart = False
