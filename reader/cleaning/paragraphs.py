"""Paragraphs that were broken into lines of one width, put together again."""

from collections.abc import Sequence

NARROWEST, WIDEST = 50, 120
"""Text is taken for hard-wrapped at a width between these, in code points."""
FULL = 14
"""A line within so many code points of the width is a full one."""
FEWEST_FULL = 4
FULL_SHARE = 0.06
"""The least number, and share, of full lines that go on without a blank one."""
ODD_SHARE = 0.02
"""Tables and addresses may be wider than the rest: so many lines do not count."""


def paragraphs(lines: Sequence[str]) -> Sequence[Sequence[int]]:
    """The places of the lines of each paragraph; blank lines belong to none.

    Where text is not hard-wrapped every line is a paragraph of its own. Where
    it is, a line goes on in the next one when the first word of that would not
    have fitted on it: so a break that the writer made is told from one that
    the width made (the greedy wrap of `fmt`, run backwards).
    """
    said = [place for place, line in enumerate(lines) if line and not line.isspace()]
    width = _wrap_width(lines, said)
    if not width:
        # Tuples of one place each: a list for every line would weigh more.
        return list(zip(said))
    groups: list[list[int]] = []
    last = -1
    for place in said:
        if place == last + 1 and groups and _broken(lines, last, width):
            groups[-1].append(place)
        else:
            groups.append([place])
        last = place
    return groups


def _wrap_width(lines: Sequence[str], said: Sequence[int]) -> int:
    """The width at which the text was wrapped, in code points; 0 if it was not."""
    if not said:
        return 0
    lengths = sorted([len(lines[place]) for place in said])
    width = lengths[int((len(lengths) - 1) * (1 - ODD_SHARE))]
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = sum(_broken(lines, place, width) for place in said)
    return width if full >= max(FEWEST_FULL, FULL_SHARE * len(lengths)) else 0


def _broken(lines: Sequence[str], place: int, width: int) -> bool:
    line = lines[place].rstrip()
    if len(line) < width - 3 * FULL or place + 1 == len(lines):
        return False
    following = lines[place + 1].split(None, 1)
    if not following or len(line) > width + FULL:
        return False
    first = following[0]
    if len(first) == 1 and not first.isalnum() and first not in "—–-&":
        return False
    return len(line) + 1 + len(first) > width and line.count(" ") > 2
