import json

import pytest

from tests.cli.conftest import Command
from tests.conftest import HARBOUR


def annotations(reader: Command) -> int:
    return sum(
        each["annotations"] for each in json.loads(reader("list", "--json").stdout)
    )


def test_a_quote_is_tagged_and_the_id_printed(reader: Command) -> None:
    result = reader("tag", "1", "mood/fear", "--quote", "Nobody spoke of the storm.")
    assert result.exit_code == 0
    assert len(result.stdout.strip()) == 36
    start = HARBOUR.index("Nobody")
    assert f"{start} to {start + 26}" in result.stderr
    assert annotations(reader) == 1


def test_a_span_is_tagged_with_a_memo(reader: Command) -> None:
    result = reader("tag", "harbour", "a", "--span", 0, 7, "--memo", "why?")
    assert result.exit_code == 0
    exported = reader("export").stdout
    assert ",a,why?,Harbour," in exported


def test_a_quote_that_occurs_twice_is_refused_with_the_places(reader: Command) -> None:
    result = reader("tag", "1", "a", "--quote", "the")
    assert (result.exit_code, result.stdout) == (2, "")
    first, *places = result.stderr.splitlines()
    assert first == f"reader: the quote stands in {len(places)} places; say which"
    for place in places:
        start, end = place.split()[1:3]
        assert HARBOUR[int(start) : int(end)] == "the"
        assert "[the]" in place
    assert annotations(reader) == 0


def test_a_place_in_a_hidden_line_is_marked(reader: Command) -> None:
    text = (
        b"A title\n\nThey share this story.\n\nShare this story\n\nshare this story\n"
    )
    reader("import", "-", given=text)
    result = reader("tag", "3", "a", "--quote", "his story")
    assert [" (hidden) " in line for line in result.stderr.splitlines()[1:]] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--quote", "not a word of it"], "does not have these words"),
        (["--quote", " "], "the quote is empty"),
        (["--span", 5, 3], "no passage runs from 5 to 3"),
        (["--span", 3, 3], "no passage runs from 3 to 3"),
        (["--span", -1, 3], "no passage runs from -1 to 3"),
        (["--span", 0, 9999], f"0 to {len(HARBOUR)}"),
        (["--span", 19, 21], "only blanks"),
        ([], "--quote TEXT or by --span"),
        (["--quote", "x", "--span", 0, 1], "--quote TEXT or by --span"),
        (["--span", 1], "requires 2 arguments"),
        (["--span", "a", "b"], "not a valid integer"),
    ],
)
def test_a_passage_that_is_none_is_refused(
    reader: Command, arguments: list[object], reason: str
) -> None:
    result = reader("tag", "1", "a", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("reader: ")
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1
    assert annotations(reader) == 0


def test_what_cannot_be_a_tags_name_is_refused(reader: Command) -> None:
    result = reader("tag", "1", "a//b", "--span", 0, 7)
    assert result.exit_code == 2
    assert result.stderr.startswith("reader: a tag needs a name")


def test_bytes_that_are_no_text_do_no_harm(reader: Command) -> None:
    result = reader("tag", "1", "a", "--span", 0, 7, "--memo", "caf\udce9")
    assert result.exit_code == 0
    assert "caf\ufffd" in reader("export").stdout


def test_untag_takes_the_beginning_of_an_id(reader: Command) -> None:
    made = reader("tag", "1", "mood", "--span", 0, 7).stdout.strip()
    result = reader("untag", made[:8].upper())
    assert result.exit_code == 0
    assert result.stderr == "took mood off “Harbour”\n"
    assert annotations(reader) == 0


def test_untag_refuses_a_beginning_of_several_ids(reader: Command) -> None:
    ids = {
        reader("tag", "1", "mood", "--span", start, start + 7).stdout.strip()
        for start in (0, 8)
    }
    result = reader("untag", "0")
    assert result.exit_code == 2
    assert {line.strip() for line in result.stderr.splitlines()[1:]} == ids
    assert annotations(reader) == 2


def test_untag_refuses_an_id_that_is_none(reader: Command) -> None:
    result = reader("untag", "zzz")
    assert result.exit_code == 2
    assert "zzz" in result.stderr


def test_tags_are_listed_with_their_uses_and_keys(reader: Command) -> None:
    reader("tag", "1", "mood/fear", "--span", 0, 7)
    assert json.loads(reader("tags", "--json").stdout) == [
        {
            "tag": "mood/fear",
            "uses": 1,
            "articles": 1,
            "key": "1",
            "colour": "blue",
            "description": "",
            "memo": "",
            "retired": False,
        }
    ]
    head, line = reader("tags").stdout.splitlines()
    assert head.split() == ["uses", "key", "tag", "meaning"]
    assert line.split() == ["1", "1", "mood/fear"]
