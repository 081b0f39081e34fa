"""One rule for the exit status: 2 when it has to be asked otherwise, else 1 or 0."""

import pytest

from tests.cli.conftest import Command

NAMES = (
    "show nosuch", "show 99", "set nosuch title=x", "tag nosuch calm --span 0 7",
    "untag nosuch", "copies nosuch", "copies 1 --against nosuch", "keyness nosuch",
    "list --saved nosuch", "log --by nosuch", "log --article nosuch",
    "agreement nosuch", "assign ana --site nosuch", "keywords suggest nosuch",
    "keywords remove 99", "rules remove 99", "settle nosuch --lost", "undo --to 99",
    "tags rename nosuch x", "tags move nosuch --top", "tags merge nosuch --into calm",
    "tags split new nosuch", "tags colour nosuch sky",
    "tags key nosuch 7", "tags describe nosuch", "tags describe nosuch x",
    "tags retire nosuch", "tags delete nosuch", "export --tag nosuch",
    "export --coder nosuch", "export --article nosuch", "review summary 99",
    "review start passages --tag nosuch --json",
    "review start passages --coder nosuch --json",
    "review start articles --saved nosuch --json",
    "import nosuch.txt", "nosuch.txt", "clean nosuch.txt", "import-annotations nosuch",
    "tags import nosuch", "merge nosuch", "backup --restore nosuch",
)  # fmt: skip
"""Of what is not there."""
VALUES = (
    "set 1 date=yesterday", "set 1 status=nosuch", "set 1 title=", "set 1 =x",
    "list --status nosuch", "list --since nosuch", "list --hidden nosuch",
    "list --copies 1", "tag 1 calm --span 0 9999", "tag 1 calm --span 7 0",
    "tag 1 // --span 0 7", "tag calm --regex (", "tags add //", "tags add calm",
    "tags colour calm nosuch", "tags key calm nosuch", "tags rename calm //",
    "keywords add calm ( --regex", "rules add *", "stats nosuch",
    "review start passages --sample nosuch --json", "completion nosuch",
)  # fmt: skip
"""That cannot be."""
FINDS_NOTHING = (
    ("search tag:nosuch", "no tag is called “nosuch”"),
    ("search storm -tag:nosuch", "no tag is called “nosuch”"),
    ("search site:nosuch", "no site has “nosuch” in its name"),
    ("search nosuch:storm", "“nosuch:storm” is looked for as words: the fields are"),
    ("search status:nosuch", "a status is unread, reading or done"),
    ("search storm OR", "“OR” is left out"),
    ("search storm NOT", "“NOT” is left out"),
    ("search storm near:", "near: stands between words or phrases"),
    ("find nosuch", "no tag is called “nosuch”"),
    ("find calm NOT nosuch", "no tag is called “nosuch”"),
    ("find calm AND", "“AND” is left out"),
    ("find OR calm", "“OR” is left out"),
    ("find NOT", "“NOT” is left out"),
    ("find calm in:nosuch", "“in:nosuch” is left out: there are passage"),
    ("list --tag nosuch", "no article is like that: tag nosuch"),
    ("list --tag nosuch", "no tag is called “nosuch”"),
    ("list --tag clam", "no tag is called “clam”; did you mean “calm”?"),
    ("list --annotated-by an", "no coder here is called “an”; did you mean “ana”?"),
    ("list --site nosuch", "no site is called “nosuch”"),
    ("list --language nosuch", "no article is in “nosuch”; write a code"),
    ("list --attribute nosuch", "no article has “nosuch” as an attribute"),
    ("search tag:clam", "no tag is called “clam”; did you mean “calm”?"),
)
"""A question in a language in which nothing is an error: it is answered, and what of
it was passed over or is unknown is said."""


@pytest.fixture(autouse=True)
def _tagged(reader: Command) -> None:
    assert reader("tag", "1", "calm", "--span", 0, 7).exit_code == 0


@pytest.mark.parametrize("words", [*NAMES, *VALUES])
def test_what_is_to_be_asked_otherwise_ends_with_2(reader: Command, words: str) -> None:
    before = reader("log").stdout
    result = reader(*words.split())
    assert result.exit_code == 2, result.output
    assert result.stderr.startswith("reader: ")
    assert "a fault of the program" not in result.stderr
    typed = [word for word in words.split() if "nosuch" in word or word == "99"]
    assert words in VALUES or any(word in result.stderr for word in typed)
    assert reader("log").stdout == before


@pytest.mark.parametrize(
    ("command", "one", "other"),
    [
        ("search harbour", "--kwic", "--json"),
        ("stats tags", "--csv", "--json"),
        ("agreement", "--csv", "--json"),
        ("tags", "--tree", "--json"),
        ("show 1", "--raw", "--json"),
        ("clean", "--explain", "--json"),
        ("copies 1", "--against 2", "--sentences"),
    ],
)
def test_of_two_forms_none_wins_without_a_word(
    reader: Command, command: str, one: str, other: str
) -> None:
    result = reader(*f"{command} {other} {one}".split(), given=b"A text.\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"reader: {one.split()[0]} or {other}, not both\n"


@pytest.mark.parametrize(("words", "said"), FINDS_NOTHING)
def test_a_question_is_answered_and_says_what_of_it_is_unknown(
    reader: Command, words: str, said: str
) -> None:
    result = reader(*words.split())
    assert result.exit_code == 0
    assert said in result.stderr


@pytest.mark.parametrize("words", ["storm", "kim:", "12:30", "http://x.org", "OR*"])
def test_nothing_is_said_of_what_is_in_order(reader: Command, words: str) -> None:
    said = reader("search", words).stderr
    assert "looked for as words" not in said
    assert "left out" not in said


def test_a_word_to_be_left_out_is_no_option(reader: Command) -> None:
    # Letter by letter it would be: -h, for help.
    result = reader("search", "harbour", "-harbours")
    assert result.exit_code == 0
    assert "Usage" not in result.stdout
    assert "1 article" in result.stderr


def test_of_several_files_the_rest_is_in(reader: Command) -> None:
    result = reader("import", "-", "nosuch.txt", given=b"A title\n\nIts text.\n")
    assert result.exit_code == 2
    assert "nosuch.txt is not there" in result.stderr
    assert "A title" in reader("list").stdout
