import json

from tests.cli.conftest import Command


def test_passages_of_tags_are_listed_and_counted(reader: Command) -> None:
    reader("tag", "harbour", "place/port", "--quote", "The harbour was quiet")
    reader("tag", "harbour", "weather", "--quote", "the storm")
    assert [
        line.split()[2] for line in reader("find", "place").stdout.splitlines()[1:]
    ] == ["place/port"]
    together = reader("find", "port", "AND", "weather")
    assert together.stderr == "2 passages in the same paragraph\n"
    assert reader("find", "port AND weather in:sentence").stdout == ""
    (one,) = json.loads(reader("find", "weather", "--json").stdout)
    assert (one["quote"], one["tag"], one["article"]) == ("the storm", "weather", 1)


def test_a_tag_that_is_not_there_is_said(reader: Command) -> None:
    result = reader("find", "nothing")
    assert result.exit_code == 0
    assert "no tag is called “nothing”" in result.stderr
