import json
from pathlib import Path

from reader.model import Span
from reader.store import Store
from tests.cli.conftest import Command
from tests.conftest import MARKET, keep


def test_a_library_is_merged_once_and_only_said_when_rehearsed(
    reader: Command, tmp_path: Path
) -> None:
    other = tmp_path / "ben.db"
    with Store(other, "ben") as store:
        keep(store, MARKET)
        store.annotations.tag(store.articles.version(1), Span(27, 32), "bread")
    said = reader("merge", other, "--dry-run")
    assert said.stderr.startswith("would bring 1 tag, 1 annotation; here already")
    assert json.loads(reader("tags", "--json").stdout) == []
    assert reader("merge", other).stderr.startswith("brought 1 tag, 1 annotation")
    again = reader("merge", other, "--json")
    assert json.loads(again.stdout) == {"new": {}, "same": 1, "conflicts": []}
    assert again.stderr.startswith("brought nothing new")
    assert "merge ben.db" in reader("undo").stderr
    assert json.loads(reader("tags", "--json").stdout) == []


def test_a_file_that_is_not_there_is_said_in_one_line(reader: Command) -> None:
    result = reader("merge", "none.db")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "reader: there is no library file none.db\n"


def test_articles_are_dealt_to_coders_as_blind_sessions(reader: Command) -> None:
    rehearsed = reader("assign", "ana", "ben", "--overlap", 50, "--dry-run", "--json")
    assert [each["articles"] for each in json.loads(rehearsed.stdout)] == [2, 1]
    assert json.loads(reader("review", "--json").stdout) == []
    assert (
        "1 of the articles go to all"
        in reader("assign", "ana", "ben", "--overlap", 50).stderr
    )
    ben, ana = json.loads(reader("review", "--json").stdout)
    assert (ana["coder"], ana["total"], ana["blind"]) == ("ana", 2, True)
    assert (ben["coder"], ben["total"]) == ("ben", 1)
    assert ana["sample"] == "dealt to 2, 50% to all, random 1"


def test_only_what_is_not_dealt_yet_is_dealt(reader: Command, tmp_path: Path) -> None:
    assert reader("assign", "ana", "ben", "--overlap", 0).exit_code == 0
    again = reader("assign", "ana", "ben")
    assert (again.exit_code, again.stdout) == (2, "")
    assert "all 2 articles are dealt; --again deals them anew" in again.stderr
    (tmp_path / "late.txt").write_text("A late one\n\nIt came in later.\n")
    assert reader("import", tmp_path / "late.txt").exit_code == 0
    late = reader("assign", "ana", "ben", "--json")
    assert [each["articles"] for each in json.loads(late.stdout)] == [1, 1]
    assert "2 dealt before are left out; --again deals them too" in late.stderr
    all_of_them = reader("assign", "cem", "--again", "--json")
    assert json.loads(all_of_them.stdout)[0]["articles"] == 3


def test_a_deal_is_one_step_and_comes_back(reader: Command) -> None:
    assert reader("assign", "ana", "ben").exit_code == 0
    dealt = json.loads(reader("review", "--json").stdout)
    assert "deal articles to 2 coders" in reader("undo").stderr
    assert json.loads(reader("review", "--json").stdout) == []
    assert reader("redo").exit_code == 0
    assert json.loads(reader("review", "--json").stdout) == dealt
    assert reader("undo").exit_code == 0
    assert reader("assign", "ana", "ben").exit_code == 0


def test_a_folder_can_be_dealt(reader: Command, tmp_path: Path) -> None:
    for folder in ("north", "north-sea"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.txt").write_text(f"From {folder}\n\nIt is there.\n")
        assert reader("import", tmp_path / folder).exit_code == 0
    one = reader("assign", "ana", "--folder", tmp_path / "north", "--json")
    assert json.loads(one.stdout)[0]["articles"] == 1
    assert f"articles from {tmp_path / 'north'}/, dealt to 1" in reader("review").stdout
    none = reader("assign", "ana", "--folder", tmp_path / "south")
    assert none.stderr == f"reader: there are no articles from {tmp_path / 'south'}/\n"


def test_what_cannot_be_dealt_is_refused(reader: Command) -> None:
    for arguments in (("ana", "ana"), ("ana", "--status", "done"), ()):
        result = reader("assign", *arguments)
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
