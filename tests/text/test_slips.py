import pytest

from reader.text.slips import meant, or_rather

NAMES = ("Ana", "ben", "actor/state/china", "policy/sanctions")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("an", ["Ana"]),
        ("ANA", ["Ana"]),
        ("bne", ["ben"]),
        ("chian", ["actor/state/china"]),
        ("actor/state/chna", ["actor/state/china"]),
        ("sanct", ["policy/sanctions"]),
        ("weather", []),
        (" ", []),
    ],
)
def test_a_slip_means_what_it_begins_or_is_like(typed: str, wanted: list[str]) -> None:
    assert meant(typed, NAMES) == wanted


def test_only_a_few_are_offered() -> None:
    assert meant("a", [f"a{number}" for number in range(9)]) == ["a0", "a1", "a2"]


def test_what_is_meant_ends_a_sentence() -> None:
    assert or_rather("bne", NAMES) == "; did you mean “ben”?"
    assert or_rather("weather", NAMES) == ""
