"""The forms of a line that give its kind away, whatever its words are."""

import re
from typing import Final

NAME: Final = re.compile(
    r"[A-Z][\w.'\u2019-]*\w(?: (?:[A-Z][\w.'\u2019-]*|de|van|von|bin|al))+"
)
"""A person's name, in the case of the text."""
DATE: Final = re.compile(
    r"\d[ ./-]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d\d?[:.]\d\d\b"
)
"""A day or an hour, in lower case."""
GLUED: Final = re.compile(r"[a-z][A-Z][a-z]\S*[a-z][A-Z][a-z]|(?:[a-z][A-Z][a-z].*){3}")
"""Words that have lost the blanks between them."""
