import json

import pytest

from tests.cli.conftest import Command


def listed(reader: Command) -> dict[str, int]:
    """Each tag with its uses."""
    found = json.loads(reader("tags", "--json").stdout)
    return {each["tag"]: each["uses"] for each in found}


@pytest.fixture
def _tags(reader: Command) -> None:
    for start, tag in enumerate(("actor/china", "actor/usa", "trade", "trades")):
        reader("tag", "1", tag, "--span", start * 5, start * 5 + 4)


@pytest.mark.usefixtures("_tags")
def test_the_tree_sums_up_what_is_below(reader: Command) -> None:
    assert reader("tags", "--tree").stdout.splitlines() == [
        "actor  0 of 2",
        "  china  1",
        "  usa  1",
        "trade  1",
        "trades  1",
    ]


@pytest.mark.usefixtures("_tags")
def test_every_edit_is_done_and_undone(reader: Command) -> None:
    usa, china = "actor/usa", "actor/china"
    edits: tuple[tuple[str, list[str]], ...] = (
        ("rename actor who", ["trade", "trades", "who/china", "who/usa"]),
        ("move trade what", [china, usa, "trades", "what/trade"]),
        ("move actor/usa --top", [china, "trade", "trades", "usa"]),
        ("merge trades --into trade", [china, usa, "trade"]),
        ("delete actor --yes", ["trade", "trades"]),
        ("add new", [china, usa, "new", "trade", "trades"]),
    )
    before = listed(reader)
    for arguments, after in edits:
        assert reader("tags", *arguments.split()).exit_code == 0
        assert list(listed(reader)) == after
        assert reader("undo").exit_code == 0
        assert listed(reader) == before


@pytest.mark.usefixtures("_tags")
def test_annotations_are_split_off_by_their_ids(reader: Command) -> None:
    made = reader("tag", "2", "trade", "--span", 0, 6).stdout.strip()
    result = reader("tags", "split", "trade/bread", made[:36])
    assert result.stderr.startswith("1 annotation has the tag trade/bread now")
    assert listed(reader)["trade/bread"] == 1
    assert listed(reader)["trade"] == 1


@pytest.mark.usefixtures("_tags")
def test_what_is_kept_of_a_tag(reader: Command) -> None:
    reader("tags", "describe", "trade", "Buying and *selling*.")
    reader("tags", "describe", "trade", "--memo", "too broad?")
    reader("tags", "colour", "trade", "#77aadf")
    reader("tags", "key", "trade", "Q")
    reader("tags", "retire", "trade")
    (found,) = (
        each
        for each in json.loads(reader("tags", "--json").stdout)
        if each["tag"] == "trade"
    )
    assert found == {
        "tag": "trade",
        "uses": 1,
        "articles": 1,
        "key": "Q",
        "colour": "blue",
        "description": "Buying and *selling*.",
        "memo": "too broad?",
        "retired": True,
    }
    assert "(retired) Buying" in reader("tags").stdout
    assert reader("tags", "describe", "trade").stdout == "Buying and *selling*.\n"


@pytest.mark.usefixtures("_tags")
@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        (("add", "Trade"), 1, "there is a tag trade already"),
        (("rename", "trade", "actor/usa"), 1, "merge them"),
        (("rename", "none", "x"), 1, "there is no tag none"),
        (("move", "trade"), 2, "a tag, or --top"),
        (("merge", "none", "--into", "trade"), 1, "there is no tag none"),
        (("split", "x", "zzz"), 2, "begins with zzz"),
        (("colour", "trade", "octarine"), 2, "there are blue"),
        (("key", "trade", "j"), 2, "j is the key of Next"),
        (("key", "trade", "ab"), 1, "one letter"),
        (("delete", "actor"), 2, "2 annotations; --yes"),
        (("describe", "none"), 1, "there is no tag none"),
    ],
)
def test_what_cannot_be_done_says_why_and_changes_nothing(
    reader: Command, arguments: tuple[object, ...], status: int, reason: str
) -> None:
    before = reader("tags", "--json").stdout
    result = reader("tags", *arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1
    assert reader("tags", "--json").stdout == before


@pytest.mark.usefixtures("_tags")
def test_a_near_twin_is_pointed_out(reader: Command) -> None:
    result = reader("tags", "add", "actors/china")
    assert "note: actor/china exists, 1 use" in result.stderr
