"""How well the cleaner does on the repository's own labelled texts; it may not fall."""

from collections import defaultdict

import pytest

from reader.cleaning import Strength, clean
from tests.cleaning.labelled import LANGUAGES, Labelled, labelled

TEXTS = list(labelled())
FLOOR = {"en": 0.9, "de": 0.9, "fr": 0.9, "es": 0.9, "ru": 0.9, "ko": 0.9, "zh": 0.9}
"""The least share of junk lines that normal strength hides in each language."""
KINDS_FLOOR = 0.85
"""The least share of hidden junk lines whose kind is the one on the label."""


def counted(texts: list[Labelled], strength: Strength) -> tuple[int, int, int, int]:
    """Junk lines, hidden ones, those with the right kind, lost lines of articles."""
    junk = hidden = right = lost = 0
    for text in texts:
        verdicts = clean(text.text, strength=strength).lines
        for line, kind in zip(verdicts, text.kinds, strict=True):
            junk += bool(kind)
            hidden += line.hidden and bool(kind)
            right += line.hidden and line.kind == kind
            lost += line.hidden and not kind
    return junk, hidden, right, lost


def test_there_are_sixty_texts_in_seven_languages() -> None:
    counts: dict[str, int] = defaultdict(int)
    for text in TEXTS:
        counts[text.language] += 1
    assert set(counts) == set(LANGUAGES)
    assert sum(counts.values()) == 60


@pytest.mark.parametrize("strength", Strength)
def test_no_line_of_an_article_is_lost(strength: Strength) -> None:
    assert counted(TEXTS, strength)[3] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_share_of_junk_hidden_does_not_fall(language: str) -> None:
    texts = [text for text in TEXTS if text.language == language]
    junk, hidden, _, _ = counted(texts, Strength.NORMAL)
    assert hidden >= FLOOR[language] * junk


def test_the_kinds_are_right() -> None:
    _, hidden, right, _ = counted(TEXTS, Strength.NORMAL)
    assert right >= KINDS_FLOOR * hidden


def test_a_greater_strength_hides_no_less() -> None:
    careful, normal, strict = (
        counted(TEXTS, strength)[1]
        for strength in (Strength.CAREFUL, Strength.NORMAL, Strength.STRICT)
    )
    assert careful <= normal <= strict
