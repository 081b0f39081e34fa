"""A Markdown file as a document: its source text, named by what heads it."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from reader.model import Document
from reader.sources import plain
from reader.sources.fields import named, one_line

_FRONT: Final = re.compile(
    r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE
)
_SAID: Final = re.compile(r"^([\w-]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_MOST: Final = 20_000
"""Code points in which front matter and the first heading are looked for."""
_HEADING: Final = 500


def read(source: str, data: bytes, location: str = "") -> Document:
    """The document that the bytes hold; its text is the source, marks and all.

    Title, author, date and site come from the front matter, as far as that is lines
    of `name: value`; else the title is that of the first heading.

    Raises:
        UnreadableError: When there is no text in it.
    """
    document = plain.read(source, data, location)
    head = document.text[:_MOST]
    front = _FRONT.match(head)
    said = dict(_SAID.findall(front[1])) if front else {}
    said = {name: value.strip("\"'") for name, value in said.items()}
    body = head[front.end() :] if front else head
    if heading := _heading(body):
        document = replace(document, title=heading)
    return named(document, said)


def _heading(body: str) -> str:
    """The words of the first heading, without their marks."""
    from markdown_it import MarkdownIt

    # Only the blocks: what stands in the lines is not needed, and costs the square
    # of a run of brackets.
    blocks = MarkdownIt("commonmark").disable("inline")
    for token, inline in pairwise(blocks.parse(body)):
        if token.type == "heading_open":
            (line,) = MarkdownIt("commonmark").parseInline(inline.content[:_HEADING])
            return one_line("".join(part.content for part in line.children or []))
    return ""
