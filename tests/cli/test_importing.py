import csv
import json
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.intake import batches, learning
from reader.intake.batches import Batch, Read
from reader.store import Store
from reader.store.index import Index
from tests.cli.conftest import Command
from tests.store.test_copies import QUOTING, STORY, TRIMMED
from tests.terminal import on_terminal

Progress = Callable[[int], None]
Stop = Callable[[], bool]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(3):
        text = f"Article {number}\n\nIt says so, number {number}.\n"
        (folder / f"{number}.txt").write_text(text)
    return folder


def titles(reader: Command) -> list[str]:
    return [article["title"] for article in json.loads(reader("list", "--json").stdout)]


def hidden_lines(reader: Command) -> list[int | None]:
    listed = json.loads(reader("list", "--json").stdout)
    return [article["hidden_lines"] for article in listed]


def test_a_folder_is_imported_once(reader: Command, folder: Path) -> None:
    first = reader("import", folder)
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr == "3 files: 3 new\n"
    second = reader("import", folder)
    assert second.exit_code == 0
    assert second.stderr == "3 files: 3 already here\n"
    assert titles(reader)[2:] == ["Article 0", "Article 1", "Article 2"]


def test_what_cannot_be_read_is_told_and_the_rest_is_in(
    reader: Command, folder: Path
) -> None:
    (folder / "1a.txt").write_bytes(b"%PDF-1.7")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    result = reader("import", folder, folder / "none.txt")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        f"reader: {folder}/1a.txt is a PDF; only text is read",
        f"reader: {folder}/none.txt is not there",
        "1 file in folders passed over: only names that end in .txt .text .md"
        " .markdown .html .htm .xhtml .eml, or have no ending, are read there",
        "5 files: 3 new, 2 not read",
    ]
    assert len(titles(reader)) == 5


def test_rows_are_counted_as_articles_and_tables_in_folders_are_pointed_at(
    reader: Command, folder: Path
) -> None:
    table = folder / "rows.csv"
    table.write_text("text\nOf the harbour.\nOf the market.\n")
    assert reader("import", table).stderr == "2 articles: 2 new\n"
    said = reader("import", folder).stderr.splitlines()
    assert said[0].endswith("; among them 1 table or archive, read when named")
    assert said[1] == "3 files: 3 new"


def test_the_bar_of_a_table_counts_and_knows_no_end(
    library: Path, tmp_path: Path
) -> None:
    table = tmp_path / "rows.csv"
    table.write_text("text\n" + "".join(f"Of ship {n}.\n" for n in range(300)))
    said = on_terminal("--library", str(library), "import", "--later", str(table))
    bars = [bar for bar in said.split(b"\r") if b"Importing" in bar]
    assert b"Importing 300, " in bars[-1]
    assert not any(b"Importing 3" in bar and b"%" in bar for bar in bars)
    assert b"300 articles: 300 new" in said


def test_a_page_that_is_kept_whole_is_named_and_only_the_first_of_many(
    reader: Command, tmp_path: Path
) -> None:
    words = "The ministers met on Monday in the old town hall, and they spoke for long."
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(7):
        page = f"<html><body><footer><p>{number} {words} {words}</p></footer></body>"
        (folder / f"{number}.html").write_text(page)
    said = reader("import", folder).stderr.splitlines()
    assert said[0] == "7 files: 7 new"
    assert said[1] == (
        f"{folder}/0.html: no article was found in it; all its lines are kept"
    )
    assert said[6] == "so it is with 2 more web pages"
    (folder / "plain.txt").write_text(words)
    reader("import", folder)
    listed = json.loads(reader("list", "--json").stdout)
    assert [each["whole_page"] for each in listed][-8:] == [True] * 7 + [False]
    exported = csv.DictReader(
        reader("export", "--format", "articles").stdout.split("\n")
    )
    said = [row["whole_page"] for row in exported]
    assert said[-8:] == ["yes"] * 7 + [""]


def test_of_a_text_that_is_there_already_the_other_sources_are_told(
    reader: Command, tmp_path: Path
) -> None:
    words = "The ministers met on Monday in the old town hall, and they spoke for long."
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(words)
        reader("import", tmp_path / f"{number}.txt")
    (known,) = (
        each
        for each in json.loads(reader("list", "--json").stdout)
        if each["source"] == str(tmp_path / "0.txt")
    )
    assert known["also_from"] == [str(tmp_path / "1.txt"), str(tmp_path / "2.txt")]
    reader("undo")
    known = json.loads(reader("show", str(known["id"]), "--json").stdout)
    assert known["also_from"] == [str(tmp_path / "1.txt")]


def test_an_empty_file_among_good_ones_is_named_and_the_rest_goes_in(
    reader: Command, folder: Path
) -> None:
    (folder / "1-nothing.txt").touch()
    (folder / "nothing.eml").touch()
    result = reader("import", folder)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"reader: {folder}/1-nothing.txt is empty",
        f"reader: {folder}/nothing.eml is empty",
        "5 files: 3 new, 2 not read",
    ]
    table = folder / "nothing.csv"
    table.touch()
    result = reader("import", table)
    assert result.exit_code == 1
    assert result.stderr == (
        f"reader: {table} has no article in it\n1 file: 1 not read\n"
    )


def test_characters_that_no_text_can_hold_are_told_of_once_and_of_the_first_files(
    reader: Command, folder: Path
) -> None:
    (folder / "proper.txt").write_text("What stood there as \ufffd is not told of.")
    for number in range(7):
        (folder / f"leak{number}.txt").write_text(f"Leak {number}\n\nA \0 in \0 it.")
    said = reader("import", folder).stderr.splitlines()
    assert said[0] == "11 files: 11 new"
    assert said[1] == (
        f"{folder}/leak0.txt: U+FFFD stands for 2 characters that no text can hold,"
        " NUL or the like"
    )
    assert said[6:] == ["so it is with 2 more articles"]
    assert reader("import", folder).stderr == "11 files: 11 already here\n"


def test_standard_input_is_a_file_too(reader: Command) -> None:
    result = reader(
        "import", "-", given="Été à Nîmes\r\n\r\nTexte.\r\n".encode("cp1252")
    )
    assert result.exit_code == 0
    assert titles(reader)[-1] == "Été à Nîmes"
    assert reader("show", "Nîmes", "--raw").stdout_bytes == (
        "Été à Nîmes\r\n\r\nTexte.\r\n".encode()
    )


def test_a_folder_without_articles_is_told(reader: Command, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    result = reader("import", tmp_path / "bare")
    assert result.exit_code == 1
    assert result.stderr == "reader: there is no article in this place\n"


def test_an_import_is_one_step_to_undo(reader: Command, folder: Path) -> None:
    reader("import", folder)
    assert f"undone: import {folder}" in reader("undo").stderr
    assert len(titles(reader)) == 2
    assert reader("import", folder).stderr == "3 files: 3 back again\n"


def test_ctrl_c_keeps_what_is_in_and_says_what_is_left(
    reader: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = batches.batches

    def interrupted(each: Iterator[Read]) -> Iterator[Batch]:
        for number, batch in enumerate(real(each)):
            if number == 0:  # Read here; the others, by a thread.
                signal.raise_signal(signal.SIGINT)
            yield batch

    monkeypatch.setattr(batches, "_FILES", 1)
    monkeypatch.setattr(batches, "batches", interrupted)
    result = reader("import", folder)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "1 file: 1 new",
        "stopped with 2 files left; run it again to go on",
        "3 articles still to be cleaned; that goes on later",
    ]
    monkeypatch.undo()
    assert len(titles(reader)) == 3


def test_after_an_import_ctrl_c_is_as_before(reader: Command, folder: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    reader("import", folder)
    assert signal.getsignal(signal.SIGINT) is before


def test_what_is_left_for_later_is_said_and_shown_as_unknown(
    reader: Command, folder: Path
) -> None:
    result = reader("import", "--later", folder)
    assert (result.exit_code, result.stderr.splitlines()) == (
        0,
        [
            "3 files: 3 new",
            "5 articles still to be cleaned; that goes on later",
        ],
    )
    assert hidden_lines(reader) == [2, 0, None, None, None]
    assert "…" in reader("list").stdout.splitlines()[-1]
    filtered = reader("list", "--hidden", "10")
    assert "may be missing here: 5" in filtered.stderr


def test_a_search_learns_first_what_was_left(reader: Command, folder: Path) -> None:
    reader("import", "--later", folder)
    found = json.loads(reader("search", "--json", "number").stdout)
    assert [each["title"] for each in found] == ["Article 2", "Article 1", "Article 0"]
    assert None not in hidden_lines(reader)


def test_what_came_in_is_compared_with_all_that_is_there(
    reader: Command, tmp_path: Path
) -> None:
    for name, text in (("first", STORY), ("second", TRIMMED), ("other", QUOTING)):
        (tmp_path / f"{name}.txt").write_text(text)
    reader("import", tmp_path / "first.txt")
    reader("import", "--later", tmp_path / "second.txt")
    listed = reader("list", "--copies", "2")
    assert "still to be cleaned, which may be missing here: 1" in listed.stderr
    reader("import", tmp_path / "other.txt")
    listed = reader("list", "--copies", "2", "--json")
    assert (listed.stderr, len(json.loads(listed.stdout))) == ("", 2)
    refused = reader("list", "--copies", "1")
    assert refused.stderr == "reader: “1” is no number of copies; write 2 or more\n"


def test_ctrl_c_leaves_the_cleaning_for_later(
    reader: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = learning.learn

    def interrupted(store: Store, jobs: int, progress: Progress, stop: Stop) -> int:
        def and_stop(left: int) -> None:
            signal.raise_signal(signal.SIGINT)
            progress(left)

        return real(store, jobs, and_stop, stop)

    monkeypatch.setattr(learning, "learn", interrupted)
    monkeypatch.setattr(Index, "_BATCH", 2)
    result = reader("import", folder)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        0,
        "3 articles still to be cleaned; that goes on later",
    )
    assert titles(reader)[2:] == ["Article 0", "Article 1", "Article 2"]


def test_an_export_of_articles_cleans_what_was_left(
    reader: Command, folder: Path
) -> None:
    reader("import", "--later", folder)
    said = reader("export", "--format", "articles").stdout
    column = said.splitlines()[0].split(",").index("hidden_lines")
    assert [row.split(",")[column] for row in said.splitlines()[1:]] == list("20000")
