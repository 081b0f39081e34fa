"""What a line is by where it stands: names at the foot, lines between junk."""

import re
from collections.abc import Mapping, Sequence

from reader.cleaning.wording import bare, plain

PROSE_WORDS = 14
"""A line of so many words that ends like a sentence is taken for prose."""
LONGEST_NAME = 60
"""A name or a desk is no longer than this, in code points."""
_SENTENCE_ENDS = (
    ".",
    "!",
    "?",
    "…",
    '"',
    "”",
    "'",
    "\u2019",
    ")",
    "。",
    "」",
    "\uff01",
    "\uff1f",
)
_NAME = re.compile(
    r"(?:(?:[A-Z][a-z]+(?:[-'\u2019][A-Z]?[a-z]+)*|[A-Z]\.) )"
    r"(?:(?:[A-Z]\.|de|van|von|der|bin|al|el|la|da|di) ){0,2}"
    r"[A-Z](?:[a-z]*[A-Z])?[a-z]+(?:[-'\u2019][A-Z]?[a-z]+)*"
)
_SOURCE = re.compile(r"(?:source|sources|via|with input from)\b")
_DESK = re.compile(
    r"(?:The |[A-Z]).{2,50}\b(?:Team|Desk|Staff|Bureau|Brief|Newsroom)\b"
)


def is_prose(line: str) -> bool:
    """Whether the line reads as a paragraph of an article."""
    text = line.rstrip()
    return text.endswith(_SENTENCE_ENDS) and len(text.split()) >= PROSE_WORDS


def foot_of(lines: Sequence[str], hidden: Mapping[int, object]) -> int:
    """The place after the last paragraph that is not hidden.

    The end, when there is none: an article of short lines has no foot.
    """
    for place in reversed(range(len(lines))):
        if place not in hidden and is_prose(lines[place]):
            return place + 1
    return len(lines)


def by_place(lines: Sequence[str], hidden: Mapping[int, object]) -> dict[int, str]:
    """The lines that their place gives away, and why; in words.

    A name has nothing but sources above it, up to the article, and nothing below
    it but junk: so a list of winners keeps its names.

    Args:
        lines: The lines of the article that are not blank, in order.
        hidden: The places of those that are hidden already.
    """
    foot = foot_of(lines, hidden)
    below = [place for place in range(foot, len(lines)) if place not in hidden]
    found = {
        place: "byline: a desk alone below the article"
        for place in below
        if len(lines[place]) <= LONGEST_NAME and _DESK.match(bare(lines[place]))
    }
    rest = [place for place in below if place not in found]
    if (
        rest
        and _is_name(lines[rest[-1]])
        and all(_is_source(lines[at]) for at in rest[:-1])
    ):
        found[rest[-1]] = "byline: a name alone below the article"
    return found


def _is_name(line: str) -> bool:
    return len(line) <= LONGEST_NAME and bool(_NAME.fullmatch(bare(line)))


def _is_source(line: str) -> bool:
    return bool(_SOURCE.match(plain(line)))
