import json

from tests.cli.conftest import Command


def test_undo_and_redo_say_what_they_did(reader: Command) -> None:
    reader("tag", "1", "mood", "--span", 0, 7)
    assert reader("undo").stderr == "undone: tag mood on “Harbour”\n"
    assert reader("redo").stderr == "done again: tag mood on “Harbour”\n"


def test_when_there_is_nothing_left_they_say_so(reader: Command) -> None:
    assert reader("undo").exit_code == 0
    result = reader("undo")
    assert (result.exit_code, result.stderr) == (1, "reader: nothing to undo\n")
    assert reader("redo").exit_code == 0
    result = reader("redo")
    assert (result.exit_code, result.stderr) == (1, "reader: nothing to redo\n")


def test_the_log_has_the_newest_first(reader: Command) -> None:
    reader("tag", "1", "mood", "--span", 0, 7)
    reader("undo")
    steps = json.loads(reader("log", "--json").stdout)
    assert [(step["label"], step["undone"]) for step in steps] == [
        ("tag mood on “Harbour”", True),
        ("import", False),
    ]
    newest, oldest = reader("log").stdout.splitlines()
    assert newest.split()[2:4] == ["ana", "undone"]
    assert oldest.endswith("import")


def test_the_log_can_be_cut_short(reader: Command) -> None:
    reader("tag", "1", "mood", "--span", 0, 7)
    assert len(reader("log", "-n", 1).stdout.splitlines()) == 1
    assert reader("log", "-n", 0).exit_code == 2
