"""The five sample articles: what is hidden in them, line by line."""

import pytest

from reader.cleaning import Strength, clean
from reader.resources import SEEDS

JUNK = {
    "000_485a11186914c96c.txt": {},
    "001_e5f20b344ea766d6.txt": {28: "duplicate"},
    "002_f06c6a0b3c354ebf.txt": {},
    "003_afe9ab46b62124fa.txt": {
        28: "newsletter",
        30: "newsletter",
        32: "legal",
        34: "comments",
        36: "byline",
        38: "byline",
        40: "related",
        42: "comments",
        44: "comments",
    },
    "004_9a60656227b24598.txt": {
        3: "comments",
        23: "related",
        24: "related",
        25: "related",
    },
}
"""The kind of each line that is junk beyond dispute, by its number from 1."""
STRAY_BYLINES = {
    "000_485a11186914c96c.txt": {13},
    "001_e5f20b344ea766d6.txt": {52},
    "002_f06c6a0b3c354ebf.txt": set(),
    "003_afe9ab46b62124fa.txt": {23, 25},
    "004_9a60656227b24598.txt": set(),
}
"""Lines that may be hidden or shown without anything being lost."""
ASKED_AT_NORMAL = {
    ("001_e5f20b344ea766d6.txt", 52),
    ("003_afe9ab46b62124fa.txt", 23),
}


def hidden_in(name: str, strength: Strength) -> dict[int, str]:
    text = (SEEDS / name).read_bytes().decode()
    verdicts = clean(text, strength=strength).lines
    return {n: line.kind for n, line in enumerate(verdicts, start=1) if line.hidden}


@pytest.mark.parametrize("strength", Strength)
@pytest.mark.parametrize("name", JUNK)
def test_no_line_of_a_sample_article_is_lost(name: str, strength: Strength) -> None:
    hidden = hidden_in(name, strength)
    assert hidden.keys() <= JUNK[name].keys() | STRAY_BYLINES[name]


@pytest.mark.parametrize("strength", [Strength.NORMAL, Strength.STRICT])
@pytest.mark.parametrize("name", JUNK)
def test_every_undisputed_junk_line_is_hidden_with_its_kind(
    name: str, strength: Strength
) -> None:
    hidden = hidden_in(name, strength)
    assert {number: hidden.get(number) for number in JUNK[name]} == JUNK[name]


@pytest.mark.parametrize(("name", "number"), sorted(ASKED_AT_NORMAL))
def test_a_name_alone_below_the_article_is_hidden(name: str, number: int) -> None:
    assert hidden_in(name, Strength.NORMAL).get(number) == "byline"
