"""Where a mark goes when the rows that it stands in are read anew."""

from collections.abc import Hashable, Sequence


def moved(before: Sequence[Hashable], now: Sequence[Hashable], marked: int) -> int:
    """By how many rows the marked one has moved; by none where it is gone.

    Args:
        before: What each row was known by.
        now: What each is known by now.
        marked: The number of the marked row.
    """
    gone = marked >= len(before) or before[marked] not in now
    return 0 if gone else now.index(before[marked]) - marked
