import json

from tests.cli.conftest import Command
from tests.cli.test_tagging import annotations


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
    assert newest.split()[3:5] == ["ana", "undone"]
    assert oldest.endswith("import")


def test_the_log_can_be_cut_short(reader: Command) -> None:
    reader("tag", "1", "mood", "--span", 0, 7)
    assert len(reader("log", "-n", 1).stdout.splitlines()) == 1
    assert reader("log", "-n", 0).exit_code == 2


def test_the_log_tells_before_and_after(reader: Command) -> None:
    reader("tag", "1", "mood", "--span", 0, 7, "--memo", "why")
    lines = reader("log", "--changes", "--limit", 1).stdout.splitlines()
    assert [line.split()[:2] for line in lines[1:]] == [
        ["made", "tag"],
        ["made", "annotation"],
    ]
    assert "memo: why" in lines[2]
    (step,) = json.loads(reader("log", "--changes", "--json", "-n", 1).stdout)
    assert step["changes"][1]["after"]["tag"] == "mood"


def test_the_log_of_a_coder_or_an_article_alone(reader: Command) -> None:
    reader("tag", "1", "mood", "--span", 0, 7)
    reader("tag", "2", "price", "--span", 0, 6)
    assert len(reader("log", "--article", "market").stdout.splitlines()) == 1
    assert len(reader("log", "--by", "ana").stdout.splitlines()) == 3
    assert reader("log", "--by", "ben").stdout == ""


def test_undo_goes_to_any_step_and_up_again(reader: Command) -> None:
    for start, end in ((0, 7), (8, 13), (14, 19)):
        reader("tag", "1", "mood", "--span", start, end)
    ids = [step["id"] for step in json.loads(reader("log", "--json").stdout)]
    result = reader("undo", "--to", ids[2])
    assert result.stderr.startswith("undone: 2 steps, to: tag mood on")
    assert annotations(reader) == 1
    assert reader("undo", "--to", ids[0]).stderr.startswith("done again: 2 steps")
    assert annotations(reader) == 3
    assert reader("undo", "--to", 999).stderr == "reader: there is no step 999\n"
