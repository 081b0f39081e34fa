"""Ids that sort by time, and the times themselves."""

import os
from datetime import UTC, datetime
from uuid import UUID


def now() -> datetime:
    """This moment, in UTC, to the millisecond."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def uuid7(moment: datetime) -> str:
    """A UUID of version 7: 48 bits of Unix milliseconds, then 74 random bits.

    The layout is that of RFC 9562, section 5.7.
    """
    milliseconds = int(moment.timestamp() * 1000)
    random = int.from_bytes(os.urandom(10), "big")
    high, low = random >> 68, random & ((1 << 62) - 1)
    return str(UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low))
