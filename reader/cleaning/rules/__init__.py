"""What a line says for itself: rules as rows, a module for each language."""

from collections.abc import Iterable, Iterator
from functools import cache

from reader.cleaning.rules.anywhere import ANYWHERE
from reader.cleaning.rules.chinese import CHINESE
from reader.cleaning.rules.english_links import LINKS
from reader.cleaning.rules.english_notes import NOTES
from reader.cleaning.rules.english_notices import NOTICES
from reader.cleaning.rules.english_pages import PAGES
from reader.cleaning.rules.english_widgets import WIDGETS
from reader.cleaning.rules.french import FRENCH
from reader.cleaning.rules.german import GERMAN
from reader.cleaning.rules.index import RuleIndex
from reader.cleaning.rules.korean import KOREAN
from reader.cleaning.rules.rule import Hit, Rule
from reader.cleaning.rules.russian import RUSSIAN
from reader.cleaning.rules.spanish import SPANISH
from reader.cleaning.wording import Wording

__all__ = ["RULES", "Hit", "Rule", "match"]

RULES: tuple[Rule, ...] = (
    *ANYWHERE,
    *WIDGETS,
    *PAGES,
    *LINKS,
    *NOTES,
    *NOTICES,
    *GERMAN,
    *FRENCH,
    *SPANISH,
    *RUSSIAN,
    *KOREAN,
    *CHINESE,
)
"""Every rule of every language; each article meets all of them."""


@cache
def _index() -> RuleIndex:
    return RuleIndex(RULES)


def match(lines: Iterable[Wording]) -> Iterator[Hit | None]:
    """For each line the rule that knows it, or None."""
    return _index().match(lines)
