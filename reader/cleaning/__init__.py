"""Which lines of a text are the article, and which are the web page around it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.cleaning.judged import Cleaned, Judged, Said
from reader.cleaning.kinds import KINDS, Kind
from reader.cleaning.taught import Match, Taught
from reader.cleaning.verdicts import Line, Strength
from reader.cleaning.wording import line_key, line_keys

if TYPE_CHECKING:
    from reader.cleaning.cleaner import CLEANER, clean

__all__ = [
    "CLEANER",
    "KINDS",
    "Cleaned",
    "Judged",
    "Kind",
    "Line",
    "Match",
    "Said",
    "Strength",
    "Taught",
    "clean",
    "line_key",
    "line_keys",
]


def __getattr__(name: str) -> Any:
    """The cleaner itself, imported when it is first asked for.

    Its rules are many, and a library is on the screen before any text is cleaned.
    """
    if name in {"CLEANER", "clean"}:
        return getattr(import_module("reader.cleaning.cleaner"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
