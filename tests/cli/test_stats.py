import csv
import json
from io import StringIO

from tests.cli.conftest import Command


def tag(reader: Command) -> None:
    reader("tag", "harbour", "place/port", "--quote", "The harbour was quiet")
    reader("tag", "harbour", "weather", "--quote", "the storm")
    reader("tag", "prices", "=place", "--quote", "the road")


def test_each_tag_has_its_bar_and_where_it_stands_most(reader: Command) -> None:
    tag(reader)
    result = reader("stats", "tags")
    rows = [line.split() for line in result.stdout.splitlines()[1:]]
    assert ["1", "█" * 24, "weather", "place/port", "1"] in rows
    assert result.stderr == "cells count paragraphs in which both stand\n"


def test_csv_is_a_row_a_tag_and_safe_in_a_spreadsheet(reader: Command) -> None:
    tag(reader)
    rows = list(csv.reader(StringIO(reader("stats", "articles", "--csv").stdout)))
    assert rows == [
        ["tag", "1 Harbour falls quiet", "2 Prices rise at the market"],
        ["'=place", "0", "1"],
        ["place/port", "1", "0"],
        ["weather", "1", "0"],
    ]


def test_json_has_the_whole_matrix(reader: Command) -> None:
    tag(reader)
    found = json.loads(reader("stats", "months", "--level", "1", "--json").stdout)
    assert found["rows"] == ["=place", "place", "weather"]
    assert (found["columns"], found["cells"]) == (["undated"], [[1], [1], [1]])
    assert found["totals"] == [1, 1, 1]


def test_without_tags_there_is_nothing_to_count(reader: Command) -> None:
    result = reader("stats", "sites")
    assert (result.stdout, result.stderr) == ("", "nothing is tagged yet\n")
