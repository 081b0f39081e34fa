import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.test_entry import complete
from tests.store.test_versions import TALKS

ONCE = TALKS.replace("two days", "three days")
TWICE = ONCE.replace("soon", "next week")


@pytest.fixture
def changed(reader: Command, tmp_path: Path) -> Command:
    """A file that was brought in three times, each time with another text."""
    file = tmp_path / "talks.txt"
    for text in (TALKS, ONCE, TWICE):
        file.write_text(text, encoding="utf-8")
        reader("import", file)
    return reader


def test_each_version_of_an_article_is_shown_by_its_number(changed: Command) -> None:
    for number, text in ((1, TALKS), (2, ONCE), (3, TWICE)):
        shown = changed("show", "3", "--version", number, "--raw")
        assert (shown.exit_code, shown.stdout) == (0, text)
        assert shown.stderr.startswith(f"version {number} of 3;")
    assert changed("show", "3", "--raw").stdout == TWICE
    assert "Storm" not in changed("show", "3", "--version", "1").stdout
    assert "two days" in changed("show", "3", "--version", "1").stdout


def test_what_a_rule_hides_is_hidden_in_an_older_version_too(changed: Command) -> None:
    changed("rules", "add", "Talks in Beijing")
    for version in (1, 3):
        shown = changed("show", "3", "--version", version).stdout
        assert "Talks in Beijing" not in shown


def test_it_is_said_when_each_version_came(changed: Command) -> None:
    head, *told = changed("show", "3").stderr.splitlines()
    assert head == "version 3 of 3; --version shows another"
    assert [line.split()[:2] for line in told] == [[n, "came"] for n in "123"]
    assert [line.endswith("the one that is read") for line in told] == [0, 0, 1]
    found = json.loads(changed("show", "3", "--json").stdout)["versions"]
    assert [each["number"] for each in found] == [1, 2, 3]
    assert [each["current"] for each in found] == [False, False, True]
    came = [datetime.fromisoformat(each["added_at"]) for each in found]
    assert came == sorted(came)


def test_of_an_article_with_one_version_only_json_speaks_of_it(reader: Command) -> None:
    assert reader("show", "1").stderr == ""
    assert reader("show", "1", "--version", "1").stdout == reader("show", "1").stdout
    (only,) = json.loads(reader("show", "1", "--json").stdout)["versions"]
    assert (only["number"], only["current"]) == (1, True)


def test_after_undo_the_text_before_is_the_one_that_is_read(changed: Command) -> None:
    changed("undo")
    shown = changed("show", "3", "--raw")
    assert shown.stdout == ONCE
    assert shown.stderr.startswith("version 2 of 3;")
    assert changed("show", "3", "--version", "3", "--raw").stdout == TWICE


def test_a_text_that_was_put_back_keeps_its_number(
    changed: Command, tmp_path: Path
) -> None:
    (tmp_path / "talks.txt").write_text(TALKS, encoding="utf-8")
    changed("import", tmp_path / "talks.txt")
    shown = changed("show", "3", "--raw")
    assert shown.stdout == TALKS
    assert shown.stderr.startswith("version 1 of 3;")


@pytest.mark.parametrize("number", ["0", "4", "-1", "99999999999999999999"])
def test_a_version_that_is_not_there_is_refused_with_those_that_are(
    changed: Command, number: str
) -> None:
    result = changed("show", "3", "--version", number)
    assert (result.exit_code, result.stdout) == (2, "")
    head, *there = result.stderr.splitlines()
    assert head == f"reader: article 3 has 3 versions, and no number {number}"
    assert len(there) == 3


@pytest.mark.parametrize("said", [("--version", "old"), ("--version", "1", "--json")])
def test_what_is_no_number_or_is_not_told_of_one_is_refused(
    changed: Command, said: tuple[str, ...]
) -> None:
    result = changed("show", "3", *said)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--version" in result.stderr


def test_a_shell_completes_the_numbers_of_the_versions(
    changed: Command, library: Path
) -> None:
    assert complete(library, "show", "3", "--version", "") == ["1", "2", "3"]
    assert complete(library, "show", "talks", "--version", "2") == ["2"]
    assert complete(library, "show", "nowhere", "--version", "") == []
    _, second, _ = zip(
        *[iter(complete(library, "show", "3", "--version", "", shell="zsh"))] * 3,
        strict=True,
    )
    assert second[1] == "2"
    assert second[2].startswith("came 20")
