"""How fast a review goes, and how long it will still take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

PAUSE = timedelta(minutes=3)
"""A longer gap between two answers is a break, and no time spent on an item."""


@dataclass(frozen=True, slots=True)
class Pace:
    """The speed of the last answers."""

    per_minute: float
    """0 while it is not known."""
    minutes_left: float | None
    """None while it is not known."""

    def __str__(self) -> str:
        """The pace in a few words, or nothing."""
        if self.minutes_left is None:
            return ""
        left = self.minutes_left
        if left == 0:
            return f"{self.per_minute:.0f} a minute"
        rate = f"{self.per_minute:.0f} a minute" if self.per_minute >= 1 else ""
        rest = "under a minute left" if left < 1 else f"{_span(left)} left"
        return " · ".join(part for part in (rate, rest) if part)


def pace(times: Sequence[datetime], left: int, now: datetime) -> Pace:
    """The pace of the last answers, and what it means for the items that are left.

    Args:
        times: When the last answers were given, the earliest first.
        left: Items that are not decided.
        now: This moment; the time since the last answer counts, unless it is a break.
    """
    worked = spent(times)
    answers = len(times) - 1
    if times and timedelta(0) < now - times[-1] <= PAUSE and answers > 0:
        # One who thinks about an item for long is not as fast as the last answers.
        usual = worked / answers
        if now - times[-1] > usual:
            worked += now - times[-1] - usual
    if answers < 1 or not worked:
        return Pace(0, None)
    per_minute = answers / (worked / timedelta(minutes=1))
    return Pace(per_minute, left / per_minute)


def spent(times: Sequence[datetime]) -> timedelta:
    """The time between the first answer and the last, without the breaks."""
    gaps = (later - earlier for earlier, later in pairwise(times))
    return sum((gap for gap in gaps if timedelta(0) <= gap <= PAUSE), timedelta(0))


def _span(minutes: float) -> str:
    if minutes < 90:
        return f"{minutes:.0f} min"
    return f"{minutes / 60:.1f} hours"
