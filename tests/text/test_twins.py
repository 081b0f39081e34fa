import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.twins import near_twins

NAMES = st.text("abcs -/19éÉ", max_size=12)


@pytest.mark.parametrize(
    ("name", "twin"),
    [
        ("sanction", "sanctions"),
        ("policies", "policy"),
        ("Sanctions", "sanction"),
        ("co-operation", "cooperation"),
        ("trade talks", "trade_talk"),
        ("elite", "élite"),
        ("sanctoins", "sanctions"),
        ("sancions", "sanctions"),
        ("sanktions", "sanctions"),
        ("actors/china", "actor/china"),
        ("sanction", "policy/sanctions"),
    ],
)
def test_a_near_twin_is_found(name: str, twin: str) -> None:
    assert list(near_twins(name, ["summit", twin, "weather"])) == [twin]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("phase 1", "phase 2"),
        ("protest 2018", "protest 2019"),
        ("war", "was"),
        ("iran", "iraq"),
        ("trade", "tariff"),
        ("actor/china", "economy/china"),
        ("status", "stat"),
        ("sanctions", "SANCTIONS"),
        ("", "a"),
    ],
)
def test_what_differs_in_earnest_is_no_twin(name: str, other: str) -> None:
    assert list(near_twins(name, [other])) == []


@given(NAMES, NAMES)
def test_whole_paths_are_twins_of_each_other_or_not_at_all(a: str, b: str) -> None:
    one, other = f"x/{a}", f"x/{b}"
    assert bool(list(near_twins(one, [other]))) == bool(list(near_twins(other, [one])))
