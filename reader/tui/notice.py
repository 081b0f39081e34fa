"""A notice in the corner whose time is never over before it stands there."""

from typing import Final

from textual.notifications import Notification

_LEAST_S: Final = 0.1


class Notice(Notification):
    """What Textual shows in the corner, but that its time left is never negative.

    A notice may run out after it was looked whether it had, and before it is shown:
    the machine was busy, or its clock was put forward. Textual then starts a timer
    with a negative delay, which goes round for ever, and no key is answered any more.
    """

    @property
    def time_left(self) -> float:
        """Seconds until it goes."""
        return max(super().time_left, _LEAST_S)

    @property
    def has_expired(self) -> bool:
        """Whether it is not to be shown any more."""
        return super().time_left <= 0
