import json

from tests.cli.conftest import Command
from tests.cli.test_tagging import annotations


def test_keywords_are_added_listed_and_removed(reader: Command) -> None:
    said = reader("keywords", "add", "day", "Monday").stderr
    assert said.endswith("“Monday” stands; `reader undo` takes it back\n")
    reader("keywords", "add", "day", r"\w+day", "--regex", "--match-case")
    first, second = json.loads(reader("keywords", "--json").stdout)
    assert (first["tag"], first["words"], first["regex"]) == ("day", "Monday", False)
    assert (second["regex"], second["match_case"]) == (True, True)
    assert len(reader("keywords").stdout.splitlines()) == 3
    assert reader("keywords", "remove", first["id"]).exit_code == 0
    assert len(json.loads(reader("keywords", "--json").stdout)) == 1
    assert reader("keywords", "remove", 99).exit_code == 2
    reader("undo")
    assert len(json.loads(reader("keywords", "--json").stdout)) == 2


def test_suggestions_are_listed_and_are_no_annotations(reader: Command) -> None:
    reader("keywords", "add", "day", "Monday")
    (found,) = json.loads(reader("keywords", "suggest", "market", "--json").stdout)
    assert (found["tag"], found["words"]) == ("day", "Monday")
    assert "keyword “Monday”" in reader("keywords", "suggest", "1").stdout
    assert annotations(reader) == 0
    assert len(reader("export").stdout.splitlines()) == 1


def test_without_any_it_says_how_to_begin(reader: Command) -> None:
    assert "reader keywords add" in reader("keywords").stderr
    assert reader("keywords", "add", "x", "(", "--regex").exit_code == 2
