"""Each format, where its file may not be written: refused in one line, nothing left."""

import gc
import sys
from pathlib import Path

import pytest

from reader.exchange.formats import FORMATS, Format
from tests.cli.conftest import Command
from tests.disks import disk

_WRITTEN = tuple(form for form in FORMATS if form.writes)
_each_format = pytest.mark.parametrize("form", _WRITTEN, ids=lambda form: form.name)


def _refused(reader: Command, form: Format, out: Path, *options: str) -> str:
    """The one line that it is refused with."""
    if form.name == "docx":
        pytest.importorskip("docx")
    reader("tag", "1", "weather", "--quote", "Then it rained")
    result = reader("export", "--format", form.name, "-o", out, *options)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("reader: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


@_each_format
def test_a_file_that_is_there_stays_as_it_is(
    reader: Command, tmp_path: Path, form: Format
) -> None:
    out = tmp_path / f"out{form.suffix}"
    out.write_text("mine")
    assert str(out) in _refused(reader, form, out)
    assert out.read_text() == "mine"


@_each_format
@pytest.mark.parametrize("options", [(), ("--force",)], ids=["asked", "forced"])
def test_a_link_is_not_followed(
    reader: Command, tmp_path: Path, form: Format, options: tuple[str, ...]
) -> None:
    target, out = tmp_path / "target", tmp_path / f"out{form.suffix}"
    target.write_text("mine")
    out.symlink_to(target)
    assert str(out) in _refused(reader, form, out, *options)
    assert out.is_symlink()
    assert target.read_text() == "mine"


@_each_format
@pytest.mark.parametrize("options", [(), ("--force",)], ids=["new", "over another"])
def test_on_a_full_disk_no_half_of_a_file_is_left(
    reader: Command, tmp_path: Path, form: Format, options: tuple[str, ...]
) -> None:
    where = tmp_path / "small"
    with disk(where, 64):
        out = where / f"out{form.suffix}"
        if options:
            out.write_text("mine")
        _fill(where / "filling")
        before = sorted(path.name for path in where.iterdir())
        assert str(out) in _refused(reader, form, out, *options)
        assert sorted(path.name for path in where.iterdir()) == before
        assert not options or out.read_text() == "mine"


def test_a_document_for_word_that_found_no_room_is_not_closed_a_second_time(
    reader: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python writes what fails in a finalizer on stderr, below the one line."""
    failed: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", failed.append)
    where = tmp_path / "small"
    with disk(where, 64):
        _fill(where / "filling")
        form = next(form for form in _WRITTEN if form.name == "docx")
        _refused(reader, form, where / "out.docx")
    gc.collect()
    assert failed == []


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as filling:
        try:
            while filling.write(bytes(512)):
                pass
        except OSError:
            return
