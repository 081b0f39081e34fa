import json
import signal
from pathlib import Path

import pytest

from reader.cli import progress
from reader.store import Store
from tests.cli.conftest import Command
from tests.conftest import HARBOUR, MARKET, keep

GOOD = "id,document,tag,content\n1,text-0,calm,Nobody spoke\n"
BAD = GOOD + "2,text-9,calm,Nobody spoke\n"


def tags(library: Path) -> list[str]:
    with Store(library) as store:
        found = store.annotations.each(None, None, None)
        return [a.tag.path for a in found if a.tag]


def test_a_file_comes_in_and_one_undo_takes_it_back(
    reader: Command, library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "taguette.csv"
    file.write_text(GOOD)
    result = reader("import-annotations", file)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "a table of Taguette's\nannotations: 1 new\n"
    assert tags(library) == ["calm"]
    assert reader("import-annotations", file).stderr.endswith("1 already here\n")
    assert "import annotations from taguette.csv" in reader("undo").stderr
    assert tags(library) == []


def test_what_did_not_go_in_is_listed(reader: Command, library: Path) -> None:
    result = reader("import-annotations", "-", given=BAD.encode())
    assert result.exit_code == 1
    assert "reader: row 3: there is no article “text-9” here\n" in result.stderr
    assert "annotations: 1 new, 1 not read\n" in result.stderr
    assert tags(library) == ["calm"]


def test_an_article_that_is_not_here_is_named_once(reader: Command) -> None:
    more = "".join(f"{n},text-9,loud,“Nothing {n}”\n" for n in range(9, 20))
    result = reader("import-annotations", "-", given=f"{BAD}{more}".encode())
    missing = "reader: row 3 and 11 more: there is no article “text-9” here\n"
    assert missing in result.stderr
    assert result.stderr.count("text-9") == 1
    assert "annotations: 1 new, 12 not read\n" in result.stderr


@pytest.mark.parametrize(
    ("option", "why"), [("--strict", "strict"), ("--test", "a test")]
)
def test_nothing_goes_in_when_it_must_not(
    reader: Command, library: Path, option: str, why: str
) -> None:
    result = reader("import-annotations", "-", option, given=BAD.encode())
    assert result.exit_code == 1
    assert "annotations: 1 new, 1 not read; nothing was taken:" in result.stderr
    assert why in result.stderr
    assert tags(library) == []
    assert "annotations" not in reader("log").stdout


def test_what_is_no_such_file_is_refused(reader: Command, tmp_path: Path) -> None:
    result = reader("import-annotations", tmp_path / "none.csv")
    assert (result.exit_code, result.stderr) == (
        2,
        f"reader: {tmp_path / 'none.csv'} is not there\n",
    )
    (tmp_path / "x.csv").write_text("a,b\n")
    result = reader("import-annotations", tmp_path / "x.csv")
    assert result.exit_code == 1
    assert (
        "x.csv cannot be read: no program is known that writes 'a, b'" in result.stderr
    )


def test_characters_that_no_text_can_hold_are_told_of_by_their_places(
    reader: Command, library: Path
) -> None:
    spans = [
        {"start": n, "end": n + 1, "label": "calm", "memo": "a \ud800"}
        for n in range(7)
    ]
    line = {"text": "Thirdly\0", "meta": {"title": "T\ud800"}, "spans": spans}
    given = json.dumps(line).encode()
    result = reader("import-annotations", "-", given=given)
    said = result.stderr.splitlines()
    assert result.exit_code == 0
    assert said[0] == (
        "article “T\ufffd”: U+FFFD stands for 2 characters that no text can hold,"
        " NUL or the like"
    )
    assert said[1].startswith("line 1, span 1: U+FFFD stands for 1 character that no")
    assert said[5:] == [
        "so it is with 3 more places",
        "annotations: 7 new; 1 article new",
    ]
    again = reader("import-annotations", "-", given=given)
    assert again.stderr == "annotations: 7 already here\n"


def test_a_place_is_told_whose_name_no_text_can_hold(reader: Command) -> None:
    tag = {"%TYPE": "Code", "begin": 0, "end": 3, "value": "q\ud800"}
    about = {"documentTitle": "T\ud800"}
    sofa = {"sofaString": "Has words"}
    cas = {"%FEATURE_STRUCTURES": [sofa, about, tag]}
    result = reader("import-annotations", "-", given=json.dumps(cas).encode())
    assert "\nT\ufffd, Code 0 to 3: U+FFFD stands for 1 character" in result.stderr


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.jsonld"])
def test_a_format_is_told_by_the_files_name(
    reader: Command, tmp_path: Path, name: str
) -> None:
    reader("tag", "1", "calm", "--quote", "Nobody spoke", "--memo", "=1")
    out = tmp_path / name
    assert reader("export", "-o", out).stderr == f"1 annotation written to {out}\n"
    other = tmp_path / "other.db"
    with Store(other, "zoe") as store:
        keep(store, HARBOUR, MARKET)
    assert reader("--library", other, "import-annotations", out).exit_code == 0
    with Store(other, "zoe") as store:
        (found,) = store.annotations.each(None, None, None)
    assert (found.memo, found.coder, found.quote) == ("=1", "ana", "Nobody spoke")


def test_an_ending_that_no_format_has_is_refused(
    reader: Command, tmp_path: Path
) -> None:
    result = reader("export", "-o", tmp_path / "a.pdf")
    assert result.exit_code == 2
    assert "no format is known whose files end in .pdf" in result.stderr


def test_ctrl_c_stops_it_and_nothing_is_taken(
    reader: Command, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(progress._Told):
        def reached(self, count: int) -> None:
            signal.raise_signal(signal.SIGINT)
            super().reached(count)

    file = tmp_path / "taguette.csv"
    file.write_text(GOOD)
    monkeypatch.setattr(progress, "_Told", Interrupted)
    result = reader("import-annotations", file)
    assert (result.exit_code, result.stderr) == (
        1,
        "reader: stopped; nothing was taken\n",
    )
    assert tags(library) == []
    out = tmp_path / "out.csv"
    reader("tag", "1", "calm", "--quote", "Nobody spoke")
    result = reader("export", "-o", out)
    assert (result.exit_code, result.stderr) == (
        1,
        "reader: stopped; nothing was written\n",
    )
    assert not out.exists()
