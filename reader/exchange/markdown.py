"""A report in Markdown: the quotations under their tags, each with its source."""

import re
from typing import Final, TextIO

from reader.exchange.outgoing import Choices, Outgoing, Written
from reader.exchange.quotations import (
    Quotation,
    Section,
    count_of,
    extent,
    sections,
)
from reader.text.safe import safe

_SPEAKS: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&$:@=^\"'])")
"""What may mean something in Markdown; with a backslash in front it is itself."""


def write(outgoing: Outgoing, out: TextIO, choices: Choices) -> Written:
    """Write a report; any text in it is text, whatever it looks like."""
    found = list(sections(outgoing))
    out.write(f"# {_plain(outgoing.name)}\n\n")
    out.write(f"{extent(found)}\n")
    for section in found:
        _section(out, section)
    return Written(count_of(found))


def _section(out: TextIO, section: Section) -> None:
    tag = section.tag
    out.write(f"\n## {_plain(section.title)} ({len(section.quotations):,})\n")
    if tag and tag.description:
        out.write(f"\n{_plain(tag.description)}\n")
    for quotation in section.quotations:
        _quotation(out, quotation)


def _quotation(out: TextIO, quotation: Quotation) -> None:
    annotation = quotation.annotation
    words = "\n>\n> ".join(
        _plain(line) for line in quotation.words.split("\n") if line.strip()
    )
    out.write(f"\n> {words}\n>\n")
    out.write(f"> — {_plain(quotation.origin)} ({_plain(annotation.coder)})\n")
    if quotation.memo:
        lines = (line for line in quotation.memo.split("\n") if line.strip())
        out.write("\nMemo: " + "  \n".join(map(_plain, lines)) + "\n")


def _plain(text: str) -> str:
    """One line that no Markdown program takes for anything but words."""
    return _SPEAKS.sub(r"\\\1", " ".join(safe(text).split()))
