import json

from tests.cli.conftest import Command


def test_the_words_of_a_tag_are_listed_with_their_counts(reader: Command) -> None:
    text = (
        b"Title\n\nThe storm, the storm, the storm came.\n\n" + b"It was quiet. " * 40
    )
    reader("import", "-", given=text)
    reader("tag", "3", "weather", "--quote", "The storm, the storm, the storm came.")
    result = reader("keyness", "weather", "--json")
    best = json.loads(result.stdout)[0]
    assert (best["word"], best["inside"], best["outside"]) == ("storm", 3, 1)
    assert best["log_likelihood"] > 6.63
    head, first = reader("keyness", "weather", "-n", 1).stdout.splitlines()
    assert head.split() == ["LL", "inside", "outside", "chance", "word"]
    assert first.split()[-1] == "storm"
    assert "in 1 passage, against" in result.stderr


def test_a_tag_that_is_not_there_is_said(reader: Command) -> None:
    result = reader("keyness", "nowhere")
    assert (result.exit_code, result.stderr) == (
        2,
        "reader: there is no tag nowhere\n",
    )
