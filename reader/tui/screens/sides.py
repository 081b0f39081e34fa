"""A passage in its surroundings as it was, and beside it as it may be now."""

import re
from typing import TYPE_CHECKING, Final

from textual.content import Content

from reader.model import Span
from reader.text.difference import Part, changed_words
from reader.text.paragraphs import is_wrapped
from reader.text.safe import safe

if TYPE_CHECKING:
    from reader.store.settling import Unsettled

_AROUND: Final = 240
"""Code points of context on either side of a passage."""
_LONGEST: Final = 800
"""Code points of a passage that are shown; its end follows the gap."""
_COMPARED: Final = 20_000
"""Code points of a passage whose words are compared; in a longer one none is marked."""
_CUT_WORD: Final = 30
"""Code points of context that may be left out, so that it begins with a word."""

_NOTHING_LIKE_IT: Final = "nothing like it now; it stood here (p picks a place)"
_NOTHING: Final = " … "
"""Stands where a lost passage stood."""
_PASSAGE: Final = "bold reverse"
_CHANGED: Final = "bold reverse underline"
"""Words that only one of the texts has."""
_BROKEN_LINE: Final = re.compile(r"(?<!\n)\n(?!\n)")


def both_sides(shown: "Unsettled", spot: int) -> tuple[Content, Content]:
    """What was, and what may be now; words that only one of them has are underlined.

    Args:
        shown: The passage, and where it may be.
        spot: Which of these places is shown.
    """
    before, after = _running(shown.before), _running(shown.after)
    if not shown.places:
        there = Span(shown.gap, shown.gap)
        was = Content.styled(safe(shown.was.of(before)), _PASSAGE)
        now = Content.styled(_NOTHING, _PASSAGE)
        head = _NOTHING_LIKE_IT
    else:
        there, many = shown.places[spot], len(shown.places)
        parts = _parts(shown.was.of(before), there.of(after))
        was, now = (
            _marked([p.left for p in parts], parts),
            _marked([p.right for p in parts], parts),
        )
        of = f", place {spot + 1} of {many}" if many > 1 else ""
        head = f"as it may be now{of}"
    return (
        _around("as it was", before, shown.was, was),
        _around(head, after, there, now),
    )


def _running(text: str) -> str:
    """The text, as long as it was, without the line ends that only fit a margin."""
    return _BROKEN_LINE.sub(" ", text) if is_wrapped(text) else text


def _parts(was: str, now: str) -> tuple[Part, ...]:
    if max(len(was), len(now)) > _COMPARED:
        return (Part(was, now),)
    return changed_words(was, now)


def _marked(sides: list[str], parts: tuple[Part, ...]) -> Content:
    """The words of one side; its blanks are no words."""
    pieces: list[tuple[str, str]] = []
    for words, part in zip(sides, parts, strict=True):
        bare = words.rstrip()
        style = _PASSAGE if part.left and part.right else _CHANGED
        pieces += ((safe(bare), style), (safe(words[len(bare) :]), _PASSAGE))
    return Content.assemble(*(piece for piece in pieces if piece[0])).rstrip()


def _around(head: str, text: str, place: Span, passage: Content) -> Content:
    if len(passage) > _LONGEST:
        half = _LONGEST // 2
        passage = Content.assemble(passage[:half], _NOTHING, passage[-half:])
    low = max(0, place.start - _AROUND - 1)
    return Content.assemble(
        (f"{head}\n\n", "bold $accent"),
        (safe(_context(text[low : place.start][::-1])[::-1]), "dim"),
        passage,
        (safe(_context(text[place.end : place.end + _AROUND + 1])), "dim"),
    )


def _context(words: str) -> str:
    """What stands beside a passage, outwards, up to the end of a word."""
    if len(words) <= _AROUND:
        return words
    tail = words[_AROUND - _CUT_WORD :]
    blank = max((at for at, sign in enumerate(tail) if sign.isspace()), default=-1)
    kept = words[: _AROUND - _CUT_WORD + blank] if blank >= 0 else words[:_AROUND]
    return kept.rstrip() + "…"
