"""What the model may not hide: a title at any strength, a sentence that it doubts."""

from itertools import product

import pytest

from reader.cleaning import Strength, clean
from reader.cleaning.guards import DOUBT, guarded
from reader.cleaning.reading import read

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


@pytest.mark.parametrize(
    ("line", "hidden", "beyond", "stays"),
    [
        ("Learn how the pilots brought ships in by night", (), DOUBT - 1, True),
        ("Learn how the pilots brought ships in by night", (), DOUBT, False),
        ("Learn how the pilots brought ships in by night", (0,), DOUBT - 1, False),
        ("Learn how the pilots brought ships in by night", (2,), DOUBT - 1, False),
        ("Learn how pilots work", (), DOUBT - 1, False),
    ],
)
def test_a_sentence_between_lines_that_stay_has_to_be_more_surely_junk(
    line: str, hidden: tuple[int, ...], beyond: int, stays: bool
) -> None:
    paper = read(["They came by sea,", line, "and went by land."])
    are_hidden = [place == 1 or place in hidden for place in range(3)]
    assert guarded(paper, are_hidden, 1, {}, 1000, beyond) == stays
