import json
from pathlib import Path

import pytest

from reader.store import Store
from tests.cli.conftest import Command
from tests.conftest import keep
from tests.store.test_copies import EDITED, QUOTING, STORY, TRIMMED


@pytest.fixture(autouse=True)
def stories(library: Path) -> None:
    with Store(library, "ana") as store:
        keep(store, STORY, TRIMMED, EDITED, QUOTING)
        store.attributes.put(5, {"date": "2019-01-08", "site": "wire.example"})


def test_families_are_listed_with_the_oldest_first(reader: Command) -> None:
    result = reader("copies")
    lines = [line.split()[:3] for line in result.stdout.splitlines()]
    assert lines[1:] == [["1", "5", "2019-01-08"], ["1", "3", "-"], ["1", "4", "-"]]
    assert result.stderr == "1 family with 3 articles\n"
    (family,) = json.loads(reader("copies", "--json").stdout)
    assert [each["id"] for each in family] == [5, 3, 4]


def test_an_articles_family_says_how_much_is_the_same(reader: Command) -> None:
    found = json.loads(reader("copies", "3", "--json").stdout)
    assert [each["id"] for each in found] == [5, 3, 4]
    assert found[1]["similarity"] == 1
    assert 0.5 <= found[2]["similarity"] < 1
    assert "100%" in reader("copies", "3").stdout
    result = reader("copies", "harbour.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    result = reader("copies", "1")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "article 1 has no near copies\n"


def test_a_difference_is_marked_as_wdiff_does(reader: Command) -> None:
    lines = reader("copies", "3", "--against", "5").stdout.splitlines()
    assert [line[0] for line in lines] == [" ", "~", " ", " ", "~"]
    assert "on [-Monday,-] {+Sunday,+} officials said." in lines[1]
    rows = json.loads(reader("copies", "3", "--against", "5", "--json").stdout)
    assert [row["kind"] for row in rows].count("changed") == 2
    assert "Monday" in rows[1]["left"]
    assert "Sunday" in rows[1]["right"]


def test_sentences_of_other_articles_are_listed(reader: Command) -> None:
    result = reader("copies", "6", "--sentences")
    assert result.stdout.splitlines()[1].split()[1:3] == ["3", "Sellers"]
    assert result.stderr == "1 sentence of article 6 in others too\n"
    (found,) = json.loads(reader("copies", "6", "--sentences", "--json").stdout)
    assert found["other_articles"] == 3
    assert [place["article"] for place in found["places"]] == [5, 3, 4]
    start, end = found["start"], found["end"]
    assert QUOTING[start:end] == found["sentence"]


def test_what_is_asked_of_no_article_is_refused(reader: Command) -> None:
    result = reader("copies", "--sentences")
    assert result.exit_code == 2
    assert "name the ARTICLE" in result.stderr


def test_an_empty_library_has_no_families(tmp_path: Path, reader: Command) -> None:
    result = reader("--library", tmp_path / "none.db", "copies")
    assert result.stdout == ""
