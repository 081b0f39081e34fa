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
_HEAD: Final = 2
"""Rows that say what a side is."""
_ENDLESS: Final = (1000, 1000)
_SPARE: Final = 2
"""By these it is seen that more stands there, and of a line end whether it is alone."""
_CUT_WORD: Final = 30
"""Code points of context that may be left out, so that it begins with a word."""

_NOTHING_LIKE_IT: Final = "nothing like it now; it stood here (p picks a place)"
_NOTHING: Final = " … "
"""Stands where a lost passage stood."""
_PASSAGE: Final = "bold reverse"
_CHANGED: Final = "bold reverse underline"
"""Words that only one of the texts has."""
_BROKEN_LINE: Final = re.compile(r"(?<!\n)\n(?!\n)")


def both_sides(
    shown: "Unsettled", spot: int, room: tuple[int, int] = _ENDLESS
) -> tuple[Content, Content]:
    """What was, and what may be now; words that only one of them has are underlined.

    Args:
        shown: The passage, and where it may be.
        spot: Which of these places is shown.
        room: Cells of a side, across and down. What stands before the passage takes
            a third of them, so that this is seen in the lowest window.
    """
    gap = Span(shown.gap, shown.gap)
    before, then = _nearby(shown.before, shown.was)
    after, there = _nearby(shown.after, shown.places[spot] if shown.places else gap)
    if not shown.places:
        was = Content.styled(safe(then.of(before)), _PASSAGE)
        now = Content.styled(_NOTHING, _PASSAGE)
        head = _NOTHING_LIKE_IT
    else:
        many = len(shown.places)
        parts = _parts(then.of(before), there.of(after))
        was, now = (
            _marked([p.left for p in parts], parts),
            _marked([p.right for p in parts], parts),
        )
        of = f", place {spot + 1} of {many}" if many > 1 else ""
        head = f"as it may be now{of}"
    return (
        _around("as it was", before, then, was, room),
        _around(head, after, there, now, room),
    )


def _nearby(text: str, place: Span) -> tuple[str, Span]:
    """What stands about a place, and the place in that.

    Without the line ends that only fit a margin; a blank stands for each.
    """
    low = max(0, place.start - _AROUND - _SPARE)
    about = text[low : place.end + _AROUND + _SPARE]
    running = _BROKEN_LINE.sub(" ", about) if is_wrapped(text) else about
    return running, Span(place.start - low, place.end - low)


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


def _around(
    head: str, text: str, place: Span, passage: Content, room: tuple[int, int]
) -> Content:
    if len(passage) > _LONGEST:
        half = _LONGEST // 2
        passage = Content.assemble(passage[:half], _NOTHING, passage[-half:])
    before = text[max(0, place.start - _AROUND - 1) : place.start][::-1]
    after = text[place.end : place.end + _AROUND + 1]
    return Content.assemble(
        (f"{head}\n\n", "bold $accent"),
        (safe(_context(before, _fitting(before, room))[::-1]), "dim"),
        passage,
        (safe(_context(after, _AROUND)), "dim"),
    )


def _fitting(words: str, room: tuple[int, int]) -> int:
    """How many code points, outwards from the passage, take a third of the rows."""
    width, height = room
    rows, size = max(1, (height - _HEAD) // 3), 0
    for line in words.split("\n"):
        needed = max(1, -(-len(line) // width))
        if needed > rows:
            return min(_AROUND, size + rows * width)
        rows, size = rows - needed, size + len(line) + 1
    return min(_AROUND, size)


def _context(words: str, most: int) -> str:
    """What stands beside a passage, outwards, up to the end of a word."""
    if len(words) <= most:
        return words
    least = max(0, most - _CUT_WORD)
    blank = max(
        (at for at in range(least, most + 1) if words[at].isspace()), default=most
    )
    return words[:blank].rstrip() + "…"
