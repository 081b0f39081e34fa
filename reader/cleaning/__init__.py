"""Which lines of a text are the article, and which are the web page around it."""

from reader.cleaning.cleaner import CLEANER, clean
from reader.cleaning.kinds import KINDS, Kind
from reader.cleaning.taught import Match, Taught
from reader.cleaning.verdicts import Cleaned, Line, Strength
from reader.cleaning.wording import line_key

__all__ = [
    "CLEANER",
    "KINDS",
    "Cleaned",
    "Kind",
    "Line",
    "Match",
    "Strength",
    "Taught",
    "clean",
    "line_key",
]
