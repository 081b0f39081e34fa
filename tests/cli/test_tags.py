import json
from pathlib import Path

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
def test_a_merge_says_that_it_makes_a_tag_and_takes_no_slip_for_one(
    reader: Command,
) -> None:
    before = listed(reader)
    slip = reader("tags", "merge", "actor/usa", "--into", "trdae")
    assert slip.exit_code == 2
    assert "there is no tag trdae" in slip.stderr
    assert slip.stderr.splitlines()[1:] == ["  trade", "  trades"]
    assert listed(reader) == before
    made = reader("tags", "merge", "trade", "trades", "--into", "trading")
    assert made.stderr.startswith("trading, a new tag, has 2 annotations now;")
    there = reader("tags", "merge", "actor/usa", "--into", "trading")
    assert there.stderr.startswith("trading has 3 annotations now;")


@pytest.mark.usefixtures("_tags")
def test_a_near_twin_that_is_merged_itself_is_no_slip(reader: Command) -> None:
    made = reader("tags", "merge", "trade", "trades", "--into", "traders")
    assert made.stderr.startswith("traders, a new tag, has 2 annotations now;")


@pytest.mark.usefixtures("_tags")
def test_annotations_are_split_off_by_their_ids(reader: Command) -> None:
    made = reader("tag", "2", "trade", "--span", 0, 6).stdout.strip()
    result = reader("tags", "split", "trade/bread", made[:36])
    assert result.stderr.startswith("1 annotation has the new tag trade/bread now")
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
        (("add", "Trade"), 2, "there is a tag trade already"),
        (("rename", "trade", "actor/usa"), 2, "merge them"),
        (("rename", "none", "x"), 2, "there is no tag none"),
        (("move", "trade"), 2, "a tag, or --top"),
        (("merge", "none", "--into", "trade"), 2, "there is no tag none"),
        (("split", "x", "zzz"), 2, "begins with zzz"),
        (("colour", "trade", "octarine"), 2, "there are blue"),
        (("key", "trade", "j"), 2, "j is the key of Next"),
        (("key", "trade", "ab"), 2, "one letter"),
        (("delete", "actor"), 2, "2 annotations; --yes"),
        (("describe", "none"), 2, "there is no tag none"),
        (("describe", "trdae"), 2, "no tag trdae; did you mean “trade” or “trades”?"),
        (("delete", "chian"), 2, "no tag chian; did you mean “actor/china”?"),
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


@pytest.mark.usefixtures("_tags")
def test_a_codebook_goes_out_and_comes_back(reader: Command, tmp_path: Path) -> None:
    reader("tags", "describe", "trade", "Buying,\n*selling*")
    file, other = tmp_path / "codebook.csv", tmp_path / "other.db"
    assert reader("tags", "export", "-o", file).exit_code == 0
    text = file.read_text(encoding="utf-8")
    assert text.startswith("tag,description,colour,key,uses,articles,memo,retired\n")
    assert "actor/china,,#4477aa,1,1,1,,\n" in text
    assert reader("tags", "export").stdout == text.replace("\r\n", "\n")
    result = reader("--library", other, "tags", "import", file)
    assert result.stderr.startswith("4 new tags, 0 changed, 0 already here")
    again = reader("--library", other, "tags", "import", file)
    assert again.stderr.startswith("0 new tags, 0 changed, 4 already here")
    kept = [
        {name: each[name] for name in ("tag", "key", "colour", "description")}
        for library in ([], ["--library", other])
        for each in json.loads(reader(*library, "tags", "--json").stdout)
    ]
    assert kept[:4] == kept[4:]


@pytest.mark.usefixtures("_tags")
def test_what_differs_is_named_and_kept_unless_it_is_to_be_theirs(
    reader: Command, tmp_path: Path
) -> None:
    file = tmp_path / "theirs.csv"
    file.write_text("tag,description,key\nTrade,goods,1\nnew,,9\n")
    reader("tags", "describe", "trade", "buying")
    before = reader("tags", "--json").stdout
    result = reader("tags", "import", file)
    assert result.stderr.splitlines() == [
        "trade: its description here was kept (--theirs takes the file's)",
        "trade: 1 is the key of actor/china, and was left (--theirs takes the file's)",
        "1 new tag, 0 changed, 1 already here; `reader undo` takes it back",
    ]
    reader("undo")
    assert reader("tags", "--json").stdout == before
    reader("tags", "import", file, "--theirs")
    (trade,) = (
        each
        for each in json.loads(reader("tags", "--json").stdout)
        if each["tag"] == "trade"
    )
    assert (trade["description"], trade["key"]) == ("goods", "1")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"tag,key\na,xyz\n", "row 2: xyz is no key"),
        (b"tag\na//b\nc\n", "row 2: a tag needs a name"),
        (b"", "there are no tags in it"),
    ],
)
def test_a_file_that_is_no_codebook_changes_nothing(
    reader: Command, tmp_path: Path, content: bytes, reason: str
) -> None:
    file = tmp_path / "codebook.csv"
    file.write_bytes(content)
    result = reader("tags", "import", file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{file}: {reason}" in result.stderr
    assert result.stderr.count("\n") == 1
    assert listed(reader) == {}


def test_characters_that_no_text_can_hold_are_told_of(
    reader: Command, tmp_path: Path
) -> None:
    file = tmp_path / "book.csv"
    file.write_bytes(b"tag,description\nqu\0ay,what \0 it is\nport,\xef\xbf\xbd\n")
    said = reader("tags", "import", file).stderr.splitlines()
    assert said[0] == (
        f"{file}: U+FFFD stands for 2 characters that no text can hold, NUL or the like"
    )
    assert said[1].startswith("2 new tags")
    assert "qu\ufffday" in listed(reader)


def test_what_is_known_of_an_article_is_set_and_listed(reader: Command) -> None:
    result = reader("set", "harbour", "Beat=sea", "date=2019-01-08", "memo=who says?")
    assert result.exit_code == 0
    known = json.loads(reader("show", "1", "--json").stdout)
    assert known["attributes"] == {"Beat": "sea"}
    assert (known["published"], known["memo"]) == ("2019-01-08", "who says?")
    first, second = json.loads(reader("list", "--json").stdout)
    assert len(known.pop("versions")) == 1
    assert first == known
    assert second["attributes"] == {}
    reader("set", "1", "beat=")
    assert json.loads(reader("show", "1", "--json").stdout)["attributes"] == {}
    for wrong in ("date=soon", "title="):
        assert reader("set", "1", wrong).exit_code == 2
    assert reader("set", "1", "beat").exit_code == 2
