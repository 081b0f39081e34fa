import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from reader.model import Document
from reader.sources import documents as module
from reader.sources.documents import LARGEST, document, documents
from reader.sources.refusal import Refusal


def test_a_file_that_cannot_be_read_does_not_stop_the_next(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("Some text.")
    empty.touch()
    earlier = Refusal("x.txt", "is not there")
    found = list(documents([earlier, str(empty), str(good)]))
    assert found[:2] == [earlier, Refusal(str(empty), "is empty")]
    assert isinstance(found[2], Document)
    assert found[2].source == str(good)


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.jsonl", "a.zip"])
def test_a_file_of_many_articles_without_any_is_refused(
    tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    if name.endswith(".zip"):
        with ZipFile(file, "w") as archive:
            archive.writestr("picture.png", b"x")
    else:
        file.touch()
    refusal = Refusal(str(file), "has no article in it")
    assert list(documents([str(file)])) == [refusal]


def test_an_empty_table_in_an_archive_is_refused_beside_the_rest(
    tmp_path: Path,
) -> None:
    file = tmp_path / "a.zip"
    with ZipFile(file, "w") as archive:
        archive.writestr("a.csv", b"title,text\n")
        archive.writestr("b.txt", b"Some text.")
    empty, good = documents([str(file)])
    assert empty == Refusal(f"{file}/a.csv", "has no article in it")
    assert isinstance(good, Document)


def test_a_table_whose_column_has_a_text_for_a_name_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"{'a' * 1_001},text\n" + "id,text\n" * 9)
    why = "names a column with more than 1,000 characters"
    assert list(documents([str(file)])) == [Refusal(str(file), why)]
    file.write_text(f"{'a' * 1_000},text\nid,text\n")
    assert all(isinstance(each, Document) for each in documents([str(file)]))


def test_standard_input_is_read_as_bytes() -> None:
    found = document("-", BytesIO(b"Some text.\r\nMore.\r\n"))
    assert isinstance(found, Document)
    assert found.text == "Some text.\r\nMore.\r\n"
    assert found.source == "stdin"


def test_without_standard_input_the_dash_is_refused() -> None:
    assert isinstance(document("-"), Refusal)


def test_too_large_a_file_is_refused_with_its_size_and_the_limit(
    tmp_path: Path,
) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as out:
        out.truncate(LARGEST + 7 * 1024 * 1024)
    assert str(document(str(file))) == (
        f"{file} is too large: 71 MiB, and at most 64 MiB are read"
    )


def test_too_long_a_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 10)
    assert "too large" in str(document("-", BytesIO(b"x" * 11)))
    assert isinstance(document("-", BytesIO(b"x" * 10)), Document)


def test_a_pipe_is_refused_and_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is a pipe or a device" in str(document(str(tmp_path / "pipe.txt")))


def test_a_device_is_refused() -> None:
    assert "is a pipe or a device" in str(document("/dev/zero"))


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "a.txt"
    link.symlink_to(link)
    assert "cannot be read: too many levels" in str(document(str(link)))


def test_a_name_that_is_no_utf_8_is_kept_as_far_as_it_is_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("Some text.")
    found = document(os.fsdecode(path))
    assert isinstance(found, Document)
    assert found.source.endswith("/caf\ufffd.txt")
    found.source.encode()
