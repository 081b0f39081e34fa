import json
from pathlib import Path

import pytest

from reader.store import Filter, Store
from tests.cli.conftest import Command

GERMAN = """Der Hafen ist still

Am Montag war der Hafen still, und niemand sprach von dem Sturm, der in der Nacht
über die Stadt gekommen war. Dann kam der Regen.
"""


def ids(reader: Command, *options: str) -> list[int]:
    return [
        each["id"] for each in json.loads(reader("list", "--json", *options).stdout)
    ]


@pytest.fixture
def tagged(reader: Command) -> Command:
    reader("import", "-", given=GERMAN.encode())
    reader("tag", "1", "mood/calm", "--quote", "The harbour was quiet on Monday.")
    return reader


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--tag", "mood"), [1]),
        (("--untagged",), [2, 3]),
        (("--words", "PRI mark"), [2]),
        (("--status", "unread"), [1, 2, 3]),
        (("--status", "done"), []),
        (("--hidden", "30"), [1]),
        (("--annotated-by", "ana"), [1]),
        (("--language", "de"), [3]),
        (("--site", "apnews.com"), []),
        (("--since", "2021"), []),
        (("--order", "words", "--reverse"), [2, 1, 3]),
        (("--order", "words"), [3, 1, 2]),
    ],
)
def test_the_list_takes_filters_and_orders(
    tagged: Command, options: tuple[str, ...], found: list[int]
) -> None:
    assert ids(tagged, *options) == found


def test_what_it_is_sorted_by_is_shown(reader: Command) -> None:
    reader("set", "2", "date=2019-01-08", "site=port.example")
    heads, first, _ = reader("list", "--order", "date").stdout.splitlines()
    assert heads.split() == ["id", "status", "words", "hidden", "tags", "date", "title"]
    assert first.split()[:1] + first.split()[5:7] == ["2", "2019-01-08", "Prices"]
    assert "port.example  Prices" in reader("list", "--order", "site").stdout
    assert "port.example" not in reader("list", "--order", "words").stdout


def test_a_wrong_value_is_refused_in_words(reader: Command) -> None:
    for options, said in (
        (("--since", "soon"), "“soon” is no date"),
        (("--status", "lost"), "unread, reading, done"),
        (("--hidden", "half"), "a number from 0 to 100"),
        (("--saved", "x"), "no filter is saved as x"),
    ):
        result = reader("list", *options)
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr


def test_a_saved_filter_is_narrowed_by_what_is_said_besides(
    tagged: Command, library: Path
) -> None:
    with Store(library) as store:
        store.filters.put("unread", Filter(status="unread"))
    assert ids(tagged, "--saved", "unread") == [1, 2, 3]
    assert ids(tagged, "--saved", "unread", "--tag", "mood") == [1]


def test_nothing_found_says_what_was_asked_for(reader: Command) -> None:
    result = reader("list", "--status", "done", "--words", "x")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no article is like that: “x”, done\n"
    assert json.loads(reader("list", "--json", "--status", "done").stdout) == []
