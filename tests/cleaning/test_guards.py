"""A title stays at every strength, however short the article below it is."""

from itertools import product

import pytest

from reader.cleaning import Strength, clean

TITLES = (
    "Ships turned back",
    "Prices rise",
    "What now?",
    "War or peace",
    "Kim visits Xi",
    "Markets slide on tariff fears",
    "The long road home",
    "Explainer: what is BRICS",
)
BODIES = (
    "The embargo kept every coal ship out of the port on Monday.\n\n"
    "A baker sold more bread than he had in years, people said.",
    "Officials met on Tuesday in Geneva to talk about the border.\n\n"
    "No date was set for another meeting, a spokesman said.\n\n"
    "The talks had stalled in spring after both sides walked out in anger.",
)


@pytest.mark.parametrize("strength", Strength)
def test_a_title_over_a_few_short_paragraphs_stays(strength: Strength) -> None:
    for title, body in product(TITLES, BODIES):
        first = clean(f"{title}\n\n{body}\n", strength=strength).lines[0]
        assert not first.hidden, (title, first.rule)
