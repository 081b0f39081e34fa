import json

import pytest

from tests.cli.conftest import Command
from tests.cli.test_tagging import annotations


def test_every_place_of_all_articles_is_tagged_as_one_step(reader: Command) -> None:
    result = reader("tag", "day", "--every", "monday")
    assert (result.exit_code, result.stdout) == (0, "2\n")
    assert result.stderr == "tagged 2 of 2 places day\n"
    assert annotations(reader) == 2
    again = reader("tag", "day", "--every", "monday")
    assert "2 left out, tagged so already" in again.stderr
    reader("undo")
    assert annotations(reader) == 0


def test_one_article_alone_and_a_pattern(reader: Command) -> None:
    result = reader("tag", "market", "day", "--regex", r"\w+day", "--match-case")
    assert result.stdout == "2\n"
    assert annotations(reader) == 2


def test_a_dry_run_lists_the_places_and_tags_none(reader: Command) -> None:
    result = reader("tag", "day", "--every", "Monday", "--dry-run")
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["1", "2"]
    assert "[Monday]" in result.stdout
    assert result.stderr == "2 places would be tagged day\n"
    assert annotations(reader) == 0


def test_places_in_hidden_lines_are_left_out_unless_asked_for(reader: Command) -> None:
    result = reader("tag", "x", "--every", "story")
    assert result.stdout == "0\n"
    assert "1 in hidden lines left out" in result.stderr
    assert reader("tag", "x", "--every", "story", "--hidden").stdout == "1\n"


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        (["--every", "a", "--regex", "b"], 2, "--every WORDS or by --regex"),
        (["--every", " "], 2, "there are no words"),
        (["--regex", "("], 2, "is no pattern"),
    ],
)
def test_what_cannot_be_looked_for_is_said_in_one_line(
    reader: Command, arguments: list[str], status: int, reason: str
) -> None:
    result = reader("tag", "x", *arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_tag_must_be_named(reader: Command) -> None:
    result = reader("tag", "--every", "x")
    assert (result.exit_code, result.stderr) == (2, "reader: name the tag\n")
    assert json.loads(reader("tags", "--json").stdout) == []
