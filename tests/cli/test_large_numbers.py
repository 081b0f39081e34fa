"""Numbers that no library holds, wherever one can be given."""

import pytest

from tests.cli.conftest import Command

LARGE = "9" * 20
HUGE = "9" * 5000
"""More digits than Python reads as a number unasked."""


@pytest.mark.parametrize(
    "words",
    [
        ("show", LARGE),
        ("show", HUGE),
        ("set", LARGE, "title=x"),
        ("tag", LARGE, "sea", "--quote", "boats"),
        ("tag", "1", "sea", "--span", LARGE, LARGE),
        ("copies", LARGE),
        ("keywords", "suggest", LARGE),
        ("keywords", "remove", LARGE),
        ("rules", "remove", LARGE),
        ("review", "summary", LARGE),
        ("review", "start", "passages", "--json", "--weeks", LARGE),
        ("log", "--limit", LARGE),
        ("search", "boats", "--limit", LARGE),
        ("find", "sea", "--limit", LARGE),
    ],
    ids=" ".join,
)
def test_a_number_too_large_is_refused_in_words(
    reader: Command, words: tuple[str, ...]
) -> None:
    result = reader(*words)
    assert result.exit_code in (1, 2)
    assert "fault of the program" not in result.stderr
    assert len(result.stderr.splitlines()) in (1, 2)
