import json
from pathlib import Path

from reader.resources import SEEDS
from tests.cli.conftest import Command
from tests.conftest import HARBOUR


def test_a_text_is_cleaned_from_stdin_or_a_file(
    reader: Command, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR)
    cleaned = reader("clean", tmp_path / "a.txt").stdout
    assert "Share this story" not in cleaned
    assert "Harbour falls quiet" in cleaned
    assert reader("clean", given=HARBOUR.encode()).stdout == cleaned
    assert reader("clean", "-", given=HARBOUR.encode()).stdout == cleaned


def test_explain_lists_the_hidden_lines_with_number_kind_and_rule(
    reader: Command,
) -> None:
    first, second = reader(
        "clean", "--explain", given=HARBOUR.encode()
    ).stdout.splitlines()
    assert first.split()[:2] == ["5", "social"]
    assert first.endswith("Share this story")
    assert second.split()[:2] == ["9", "comments"]


def test_json_has_both(reader: Command) -> None:
    found = json.loads(reader("clean", "--json", given=HARBOUR.encode()).stdout)
    assert found["text"] == reader("clean", given=HARBOUR.encode()).stdout
    assert [line["number"] for line in found["hidden"]] == [5, 9]
    for line in found["hidden"]:
        assert HARBOUR[line["start"] : line["end"]] == line["text"]
        assert line["kind"]
        assert line["rule"]
        assert 0 < line["confidence"] <= 1


def test_a_text_that_cannot_be_read_is_refused(reader: Command) -> None:
    result = reader("clean", given=b"")
    assert result.exit_code == 1
    assert result.stderr == "reader: stdin is empty\n"


def test_characters_that_no_text_can_hold_are_told_of(reader: Command) -> None:
    result = reader("clean", given=b"Some words a\0b of it.")
    assert result.stdout == "Some words a\ufffdb of it.\n"
    assert result.stderr == (
        "stdin: U+FFFD stands for 1 character that no text can hold, NUL or the like\n"
    )
    assert reader("clean", given="Some a\ufffdb.".encode()).stderr == ""


def test_no_library_is_made(reader: Command, library: Path) -> None:
    library.unlink()
    assert reader("clean", given=b"A text.").exit_code == 0
    assert not library.exists()


def test_a_stricter_strength_hides_no_less(reader: Command) -> None:
    text = (SEEDS / "003_afe9ab46b62124fa.txt").read_bytes()
    counts = [
        len(
            reader("clean", "--explain", "--strength", s, given=text).stdout.split("\n")
        )
        for s in ("careful", "normal", "strict")
    ]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_of_a_text_with_nothing_left_the_original_is_printed(reader: Command) -> None:
    reader("import", "-", given=b"Leave a Reply\n\nNew York\n")
    reader("rules", "add", "New York")
    reader("rules", "add", "Leave*")
    result = reader("show", "3")
    assert result.stdout == "Leave a Reply\n\nNew York\n"
    assert "nothing is left" in result.stderr
