"""What a search may ask of the article itself: `site:bbc`, `before:2019-03`."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from reader.model import Status

_DATE: Final = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")


def _plain(value: str) -> str | None:
    return " ".join(value.split()).casefold() or None


def _path(value: str) -> str | None:
    parts = [part.strip() for part in value.split("/")]
    return "/".join(part for part in parts if part).casefold() or None


def _date(value: str) -> str | None:
    """A year, a month or a day as the beginning of an ISO 8601 date."""
    found = _DATE.fullmatch(value.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        whole = date(year, month, day).isoformat()
    except ValueError:
        return None
    return whole[: (10, 7, 4)[found.groups().count(None)]]


def _status(value: str) -> str | None:
    wanted = value.strip().casefold()
    return next((s.value for s in Status if wanted and s.startswith(wanted)), None)


FIELDS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "tag": _path,
    "site": _plain,
    "title": _plain,
    "author": _plain,
    "status": _status,
    "before": _date,
    "after": _date,
}
"""Each field, and what makes a value of what was typed; None when nothing can be."""
