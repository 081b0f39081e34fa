"""Ids that sort by time, and the times themselves."""

import os
from datetime import UTC, datetime
from uuid import UUID


def now() -> datetime:
    """This moment, in UTC, to the millisecond."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


_LAST = [0]
"""The id given last, as a number."""


def uuid7(moment: datetime) -> str:
    """A UUID of version 7: 48 bits of Unix milliseconds, then 74 random bits.

    The layout is that of RFC 9562, section 5.7. Of two made in one millisecond the
    second is the first plus one (section 6.2, method 2): what was tagged first
    stands first.
    """
    milliseconds = int(moment.timestamp() * 1000)
    random = int.from_bytes(os.urandom(10), "big")
    high, low = (random >> 62) & 0xFFF, random & ((1 << 61) - 1)
    made = milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low
    if made >> 80 == _LAST[0] >> 80:
        made = _LAST[0] + 1
    _LAST[0] = made
    return str(UUID(int=made))
