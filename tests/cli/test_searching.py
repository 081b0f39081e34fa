import json

import pytest

from tests.cli.conftest import Command


def test_passages_come_under_their_articles(reader: Command) -> None:
    result = reader("search", "harbour", "-bread")
    title, first, second = result.stdout.splitlines()
    assert title == "1  Harbour falls quiet"
    assert first.startswith("    [Harbour] falls quiet The harbour was")
    assert second.startswith("    Harbour falls quiet The [harbour] was quiet")
    assert result.stderr == "1 article\n"


def test_in_a_column_the_words_stand_under_one_another(reader: Command) -> None:
    lines = reader("search", "--kwic", "monday OR tuesday").stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == ["2", "2", "1"]
    assert {line.split("  ", 1)[1].index("[") for line in lines} == {44}


def test_a_sentence_is_one_line_with_all_its_words_marked(reader: Command) -> None:
    result = reader("search", "bread tuesday road")
    _, first, second = result.stdout.splitlines()
    assert first.startswith("    Prices rise at the market [Bread] cost more on [Tues")
    assert second.endswith("Sellers blamed the [road].")
    column = reader("search", "--kwic", "bread tuesday road").stdout.splitlines()
    assert len(column) == 3
    (one,) = json.loads(reader("search", "--json", "bread tuesday road").stdout)
    raw = reader("show", "2", "--raw").stdout
    for hit in one["hits"]:
        assert raw[hit["start"] : hit["end"]] == hit["words"]
        around = " ".join(raw.split())
        assert f"{hit['before']}{hit['words']}{hit['after']}".strip() in around
    assert [hit["words"] for hit in one["hits"]] == ["Bread", "Tuesday", "road"]


def test_hidden_lines_are_offered_and_searched_when_asked_for(reader: Command) -> None:
    without = reader("search", "reply")
    assert without.stdout == ""
    assert without.stderr == "0 articles; 1 article in hidden lines (--hidden)\n"
    (one,) = json.loads(reader("search", "reply", "--hidden", "--json").stdout)
    assert [(hit["words"], hit["hidden"]) for hit in one["hits"]] == [("Reply", True)]
    assert reader("search", "reply", "--hidden").stderr == "1 article\n"


def test_json_says_where_each_passage_stands(reader: Command) -> None:
    (one,) = json.loads(reader("search", '"the boats"', "--json").stdout)
    (hit,) = one["hits"]
    raw = reader("show", "1", "--raw").stdout
    assert raw[hit["start"] : hit["end"]] == "the boats"
    assert (one["id"], one["total"]) == (1, 1)


def test_the_limit_is_said(reader: Command) -> None:
    result = reader("search", "monday", "--limit", "1")
    assert result.stderr == "2 articles, 1 listed (--limit)\n"


@pytest.mark.parametrize("option", ["--json", "--kwic", "--hidden"])
def test_a_query_of_nothing_says_what_to_do(reader: Command, option: str) -> None:
    result = reader("search", "((", option)
    wanted = "[]\n" if option == "--json" else ""
    assert (result.exit_code, result.stdout) == (0, wanted)
    assert "--help" in result.stderr


def test_what_is_not_understood_is_said_and_looked_for(reader: Command) -> None:
    result = reader("search", "before:yesterday")
    assert "a date is 2019" in result.stderr
    assert result.exit_code == 0
