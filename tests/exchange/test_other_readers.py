"""Our files read by the programs they are for, where those are installed."""

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.store import Store
from tests.exchange.conftest import Made, annotate, exported

_CELLS = ("annotation_id", "tag", "memo", "quote", "before", "after", "start", "end")


@pytest.fixture
def coded(nasty: Store) -> Store:
    for made in (
        Made(0, 21, 30, "mood/calm <&>", 'a memo\r\n=1, "q"', "ben"),
        Made(0, 21, 40, "mood", "'=x", "ana"),
        Made(2, 20, 60, "sea", "-5", 'مريم "x"'),
        Made(3, 0, 60, "", 'only\n"a" memo', "ana"),
        Made(4, 8, 7, "mood/calm <&>", "\ufeff😀", "ana"),
    ):
        annotate(nasty, made)
    return nasty


@pytest.fixture
def file(coded: Store, tmp_path: Path) -> Path:
    path = tmp_path / "out.csv"
    path.write_bytes(exported(coded, raw=True))
    return path


def cells(path: Path) -> list[list[str]]:
    """What is in the file, as the standard library reads it."""
    with path.open(encoding="utf-8", newline="") as file:
        return [[row[name] for name in _CELLS] for row in csv.DictReader(file)]


def test_pandas_reads_every_cell(file: Path) -> None:
    pandas: Any = pytest.importorskip("pandas")
    frame = pandas.read_csv(file, dtype=str, keep_default_na=False)
    assert frame[list(_CELLS)].values.tolist() == cells(file)


def test_duckdb_reads_every_cell(file: Path) -> None:
    duckdb: Any = pytest.importorskip("duckdb")
    names = ", ".join(f"coalesce(\"{name}\", '')" for name in _CELLS)
    found = duckdb.sql(
        f"SELECT {names} FROM read_csv('{file}', all_varchar = true, header = true,"
        " delim = ',', quote = '\"', escape = '\"')"
    ).fetchall()
    assert [list(row) for row in found] == cells(file)


def test_csvkit_reads_every_cell(file: Path) -> None:
    """It makes every line end a line feed, which is its way and not ours."""
    pytest.importorskip("csvkit")
    command = [sys.executable, "-m", "csvkit.utilities.csvjson", "-I", str(file)]
    done = subprocess.run(command, capture_output=True, check=True)
    found = [[row[name] or "" for name in _CELLS] for row in json.loads(done.stdout)]
    plain = [[cell.replace("\r\n", "\n") for cell in row] for row in cells(file)]
    assert found == plain


def test_libreoffice_reads_every_cell(file: Path, tmp_path: Path) -> None:
    """Through its own import of a CSV and back: commas, quotes, UTF-8, text cells."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    as_text = "/".join(f"{column}/2" for column in range(1, 21))
    subprocess.run(
        [
            office,
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            f"--infilter=CSV:44,34,76,1,{as_text},0,false,false,false",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false",
            "--outdir",
            str(tmp_path / "back"),
            str(file),
        ],
        capture_output=True,
        check=True,
    )
    plain = [[cell.replace("\r\n", "\n") for cell in row] for row in cells(file)]
    assert cells(tmp_path / "back" / file.name) == plain


def test_spacy_takes_every_span(coded: Store) -> None:
    spacy: Any = pytest.importorskip("spacy")
    count = 0
    for line in io.StringIO(exported(coded, "jsonl").decode(), newline="\n"):
        article = json.loads(line)
        doc = spacy.blank("en").make_doc(article["text"])
        for span in article["spans"]:
            found = doc.char_span(span["start"], span["end"], alignment_mode="expand")
            assert article["text"][span["start"] : span["end"]] in found.text_with_ws
            count += 1
    assert count == 5


def test_pyrefiqda_reads_the_project(coded: Store, tmp_path: Path) -> None:
    pyrefiqda: Any = pytest.importorskip("pyrefiqda")
    path = tmp_path / "out.qdpx"
    path.write_bytes(exported(coded, "qdpx"))
    project = pyrefiqda.RefiProject.load(path, str(tmp_path / "unpacked"))
    assert [code.name for code in project.code_book.codes.code] == ["mood", "sea"]
    assert {user.name for user in project.users.user} == {"ana", "ben", 'مريم "x"'}


def test_qdpxlib_reads_the_project(coded: Store, tmp_path: Path) -> None:
    qdpxlib: Any = pytest.importorskip("qdpxlib")
    path = tmp_path / "out.qdpx"
    path.write_bytes(exported(coded, "qdpx"))
    project = qdpxlib.QDPXFile(str(path))
    assert set(project.codes.values()) == {"mood", "calm <&>", "sea"}
    assert "The harbour was quiet on Monday." in str(project.codings)


def test_qualitative_coding_reads_the_project(
    coded: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds the project to its own copy of the schema, too."""
    reading: Any = pytest.importorskip("qualitative_coding.refi_qda.reader")
    path, there = tmp_path / "out.qdpx", tmp_path / "there"
    path.write_bytes(exported(coded, "qdpx"))
    there.mkdir()
    monkeypatch.chdir(there)
    monkeypatch.setenv("PYTHONBREAKPOINT", "0")  # it came with one
    reading.REFIQDAReader(path).unpack_project(there)
    corpus = {file.name for file in (there / "corpus").iterdir()}
    assert "Harbour falls quiet.txt" in corpus
    assert len(corpus) == 5
    codes = (there / "codebook.yaml").read_text(encoding="utf-8")
    assert all(name in codes for name in ("mood", "calm <&>", "sea"))
