"""What trafilatura finds in a page: the article's lines, and what is known of it."""

import logging
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reader.sources.markup import pieces
from reader.sources.page_lines import SHAPING, Lines

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_MOST_TAGS: Final = 10_000
"""Elements that a page may have. trafilatura takes 30 to 100 µs of CPU for each of a
page made of nothing else, and more than its share when they are many."""
_MOST_COPIED: Final = 100_000_000
"""Bytes. Whatever trafilatura takes out of a page, the text behind it is joined to
the text before, a copy each time: of 9,000 scripts, buttons or empty spans in one
megabyte of text 4,500 million, which took 8 to 30 seconds."""
_MOST_LOOKED: Final = 2_000_000
"""Elements. For each table trafilatura goes through all that is in each table in it:
of 9,800 tables, 200 of them always in one another, through 65 million, in 3 seconds."""
_LONGEST_TAG: Final = 4_000
"""Code points. One tag with 100,000 attributes, or one value of 250,000 `<`, held up
the parser or trafilatura for more than twenty seconds."""

_HEAD_END: Final = re.compile(r"</head|<body", re.IGNORECASE)
_NOT_XML: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""The parser takes no such character into a tree."""

_TAGS: Final = {
    "head": "h1",
    "list": "ul",
    "quote": "blockquote",
    "row": "tr",
    "cell": "td",
    "lb": "br",
}
"""trafilatura's tags, and what they were; its others have HTML's names."""

_HOLDING: Final = SHAPING - {"a", "br"}

_DATES: Final = {
    "original_date": True,
    "extensive_search": False,
    "max_date": "2100-01-01",
}
"""Dates are taken from where pages state them. Without a last one the clock would be
asked, and the same page could have one date today and another tomorrow."""

# What it logs of an odd address would be written over the screen; the others of its
# kind see to that themselves.
logging.getLogger("courlan").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was found in a page; each part may be empty."""

    text: str = ""
    title: str = ""
    author: str = ""
    site: str = ""
    published: str = ""
    """An ISO 8601 date."""


def extracted(page: str) -> Extracted:
    """Look for the article in a page, and for what is known of it.

    No text is found when the parser did not get to the end of the page: it stops
    without a word where tags are nested deeper than 254 levels, and at 10 million
    bytes in one piece. Nor is it looked for in a page of more than 10,000 tags, of so
    many between so much text that it takes seconds to part them, or of so many tables
    in tables.
    """
    found = _extracted(page, has_text=True)
    if found is None and (head_end := _HEAD_END.search(page)):
        found = _extracted(page[: head_end.start()], has_text=False)
    return found or Extracted()


def _tags(page: str) -> int:
    """Its start tags, or its end tags where these are more: they make elements too."""
    ends = page.count("</")
    return max(ends, page.count("<") - ends)


def _extracted(page: str, *, has_text: bool) -> Extracted | None:
    """What is found, or nothing when there is too much to look through."""
    if not 0 < _tags(page) <= _MOST_TAGS:
        return None
    tree, is_whole = _tree(page)
    if tree is None:
        return Extracted()
    if _is_dear(tree):
        return None
    known = _known(tree)
    return replace(known, text=_text(tree)) if has_text and is_whole else known


def _is_dear(tree: "HtmlElement") -> bool:
    """Whether it costs seconds to take out all that shapes no line, or the tables.

    What shapes one keeps its text apart from the text around it, and a line break the
    text before from the text behind.
    """
    from lxml.etree import iterwalk

    copied = looked = tables = 0
    runs = [0]
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = str(element.tag)
        if event == "start":
            tables += tag == "table"
            looked += tables * (tables - 1) // 2
            if tag in _HOLDING:
                runs.append(0)
            runs[-1] += len((element.text or "").encode())
            continue
        tables -= tag == "table"
        if tag in _HOLDING:
            runs.pop()
        elif tag == "br":
            runs[-1] = 0
        runs[-1] += len((element.tail or "").encode())
        copied += runs[-1]
    return copied > _MOST_COPIED or looked > _MOST_LOOKED


def _tree(page: str) -> "tuple[HtmlElement | None, bool]":
    """The page as a tree, and whether all of it is in there."""
    from lxml.etree import ErrorLevels, ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
    )
    data = _NOT_XML.sub("\ufffd", _without_long_tags(page)).encode()
    try:
        tree = document_fromstring(data, parser=parser)
    except ParserError:
        return None, False
    return tree, all(error.level < ErrorLevels.FATAL for error in parser.error_log)


def _without_long_tags(page: str) -> str:
    """The page, its longest tags without their attributes."""
    kept: list[str] = []
    done = 0
    for piece in pieces(page):
        if piece.tag and piece.end - piece.start > _LONGEST_TAG:
            kept += page[done : piece.start], f"<{piece.tag[:_LONGEST_TAG]}>"
            done = piece.end
    return "".join([*kept, page[done:]])


# trafilatura takes most of a second to import, which only those pay who read pages.
# On odd pages it raises what its makers did not think of; that must cost no more than
# what was asked for: the lines of the page are there in any case.


def _known(tree: "HtmlElement") -> Extracted:
    from trafilatura import extract_metadata

    try:
        found = extract_metadata(tree, date_config=_DATES, extensive=False)
    except Exception:
        return Extracted()
    return Extracted(
        title=found.title or "",
        author=found.author or "",
        site=found.hostname or found.sitename or "",
        published=found.date or "",
    )


def _text(tree: "HtmlElement") -> str:
    from trafilatura import bare_extraction

    lines = Lines()
    try:
        found = bare_extraction(tree, fast=True, include_comments=False)
    except Exception:
        return ""
    if found is None or isinstance(found, dict):
        return ""
    _add(found.body, lines)
    return lines.text()


def _add(element: "_Element", lines: Lines) -> None:
    """Add an element and what is in it; the parser's limit is how deep this goes."""
    tag = _tag(element)
    lines.open(tag)
    lines.add(element.text or "")
    for inner in element:
        _add(inner, lines)
        lines.add(inner.tail or "")
    lines.close(tag)


def _tag(element: "_Element") -> str:
    tag = str(element.tag)
    if tag == "item":
        is_term = (element.get("rend") or "").startswith(("dt", "dd"))
        return "dd" if is_term else "li"
    if tag == "code" and "\n" in (element.text or ""):
        return "pre"
    return _TAGS.get(tag, tag)
