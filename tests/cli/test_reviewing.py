import json

from tests.cli.conftest import Command


def test_a_review_is_begun_listed_and_summed_up(reader: Command) -> None:
    for quote in ("The harbour was quiet", "Nobody spoke"):
        assert reader("tag", "harbour", "sea", "--quote", quote).exit_code == 0
    begun = reader("review", "start", "passages", "--sample", "1 random 7", "--json")
    fields = json.loads(begun.stdout)
    assert (fields["total"], fields["decided"], fields["sample"]) == (
        1,
        0,
        "1 random 7",
    )
    assert fields["query"] == {"unit": "passages"}
    assert [each["session"] for each in json.loads(reader("review", "--json").stdout)]
    assert "1 random 7" in reader("review").stdout
    summed = reader("review", "summary", fields["session"])
    assert summed.stdout.splitlines()[0].split() == [
        *("tag", "accept", "reject", "fix", "skip")
    ]
    assert "r goes on" in summed.stderr


def test_suggestions_are_a_queue_too(reader: Command) -> None:
    assert reader("keywords", "add", "day", "Monday").exit_code == 0
    begun = reader("review", "start", "suggestions", "--tag", "day", "--json")
    fields = json.loads(begun.stdout)
    assert (fields["total"], fields["query"]) == (
        2,
        {"unit": "suggestions", "tag": "day"},
    )


def test_what_cannot_be_reviewed_is_said_in_one_line(reader: Command) -> None:
    empty = reader("review", "start", "passages", "--json")
    assert (empty.exit_code, empty.stderr) == (
        2,
        "reader: there are no passages to review\n",
    )
    for arguments in (
        ("start", "passages", "--sample", "many", "--json"),
        ("start", "articles", "--disputed", "--json"),
        ("start", "passages", "--unfinished", "--json"),
        ("start", "suggestions", "--weeks", "4", "--json"),
        ("start", "suggestions", "--coder", "ben", "--json"),
        ("start", "articles", "--saved", "none", "--json"),
        ("start", "letters"),
        ("resume",),
    ):
        result = reader("review", *arguments)
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
    gone = reader("review", "summary", 9)
    assert (gone.exit_code, gone.stderr) == (
        2,
        "reader: there is no review session 9\n",
    )


def test_no_reviews_yet(reader: Command) -> None:
    result = reader("review")
    assert (result.stdout, result.exit_code) == ("", 0)
    assert "reader review start" in result.stderr
