import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.store.test_versions import INSISTS, TALKS

PARAGRAPH = TALKS.split("\n\n")[2]


@pytest.fixture
def changed(reader: Command, tmp_path: Path) -> Command:
    """A file that was tagged, and brought in again after a change."""
    file = tmp_path / "talks.txt"
    file.write_text(TALKS, encoding="utf-8")
    reader("import", file)
    for quote in (INSISTS, PARAGRAPH):
        assert reader("tag", "talks", "stance", "--quote", quote).exit_code == 0
    new = TALKS.replace("The leaders", f"{PARAGRAPH}\n\nThe leaders")
    file.write_text(new.replace(INSISTS, ""), encoding="utf-8")
    result = reader("import", file)
    assert "1 file: 1 changed" in result.stderr
    assert "not found again: 2;" in result.stderr
    return reader


def listed(reader: Command) -> dict[str, dict[str, str]]:
    return {
        each["quote"]: each for each in json.loads(reader("settle", "--json").stdout)
    }


def test_what_is_in_doubt_is_listed_first(changed: Command) -> None:
    found = listed(changed)
    assert [each["status"] for each in found.values()] == ["review", "orphan"]
    assert list(found) == [PARAGRAPH, INSISTS]
    assert "review" in changed("settle").stdout


def test_one_is_accepted(changed: Command) -> None:
    doubtful = listed(changed)[PARAGRAPH]["id"]
    assert changed("settle", doubtful, "--accept").exit_code == 0
    assert list(listed(changed)) == [INSISTS]
    changed("undo")
    assert list(listed(changed)) == [PARAGRAPH, INSISTS]


def test_one_is_lost_and_stays_listed(changed: Command) -> None:
    doubtful = listed(changed)[PARAGRAPH]["id"]
    assert changed("settle", doubtful, "--lost").exit_code == 0
    assert listed(changed)[PARAGRAPH]["status"] == "orphan"


@pytest.mark.parametrize("by", ["--quote", "--span"])
def test_what_is_lost_is_given_a_place_and_undone(changed: Command, by: str) -> None:
    lost, words = listed(changed)[INSISTS]["id"], "The leaders met"
    start = changed("show", "talks", "--raw").stdout.index(words)
    place = (words,) if by == "--quote" else (start, start + len(words))
    result = changed("settle", lost, by, *place)
    assert result.exit_code == 0
    assert result.stderr.startswith(f"placed on “{words}”: “")
    assert list(listed(changed)) == [PARAGRAPH]
    assert f",{words}," in changed("export").stdout
    changed("undo")
    assert list(listed(changed)) == [PARAGRAPH, INSISTS]


def test_a_place_that_is_none_or_several_settles_nothing(changed: Command) -> None:
    lost = listed(changed)[INSISTS]["id"]
    for quote, said in (("not there at all", "does not have"), (PARAGRAPH, "2 places")):
        result = changed("settle", lost, "--quote", quote)
        assert result.exit_code == 2
        assert said in result.stderr
    assert changed("settle", lost, "--lost", "--quote", "The").exit_code == 2
    assert list(listed(changed)) == [PARAGRAPH, INSISTS]


def test_what_was_asked_wrongly_is_said(changed: Command) -> None:
    lost = listed(changed)[INSISTS]["id"]
    assert changed("settle", lost).exit_code == 2
    assert changed("settle", "--accept").exit_code == 2
    result = changed("settle", lost, "--accept")
    assert result.exit_code != 0
    assert "no place was found" in result.stderr


def test_with_nothing_in_doubt_it_says_so(reader: Command) -> None:
    assert reader("settle").stderr == "no passage is in doubt\n"
