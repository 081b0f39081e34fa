import json

from tests.cli.conftest import Command


def test_a_rule_is_tested_added_listed_and_removed(reader: Command) -> None:
    tested = reader("rules", "add", "Bread cost *", "--test")
    assert tested.stderr == "would change 1 line in 1 article\n"
    assert tested.stdout.startswith("Bread cost more on Tuesday")
    assert json.loads(reader("rules", "--json").stdout) == []

    reader("rules", "add", "Bread cost *")
    assert "Bread cost" not in reader("show", "market").stdout
    (rule,) = json.loads(reader("rules", "--json").stdout)
    assert (rule["does"], rule["match"], rule["text"]) == (
        "hide",
        "pattern",
        "Bread cost *",
    )
    reader("rules", "remove", rule["id"])
    assert "Bread cost" in reader("show", "market").stdout
    reader("undo")
    assert "Bread cost" not in reader("show", "market").stdout


def test_a_rule_keeps_what_the_cleaner_would_hide(reader: Command) -> None:
    assert "Leave a Reply" not in reader("show", "harbour").stdout
    reader("rules", "add", "leave a reply", "--keep")
    assert "Leave a Reply" in reader("show", "harbour").stdout


def test_a_rule_for_everything_is_refused(reader: Command) -> None:
    result = reader("rules", "add", "**")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "stars alone match everything" in result.stderr


def test_a_rule_that_is_not_there_is_said(reader: Command) -> None:
    result = reader("rules", "remove", 99)
    assert result.exit_code == 2
    assert "no cleaning rule 99" in result.stderr
