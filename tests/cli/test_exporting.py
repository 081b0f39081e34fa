import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def tagged(reader: Command) -> Command:
    reader("tag", "1", "mood/fear", "--quote", "Nobody spoke of the storm.")
    reader("tag", "1", "weather", "--quote", "Then it rained")
    reader("tag", "2", "mood", "--quote", "Sellers blamed the road.", "--memo", "=1+1")
    reader("--coder", "ben", "tag", "2", "price", "--quote", "Bread cost more")
    return reader


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def quotes(reader: Command, *options: object) -> list[str]:
    result = reader("export", *options)
    assert result.exit_code == 0, result.stderr
    return [row["quote"] for row in rows(result.stdout)]


def test_every_annotation_is_a_row_in_the_order_of_the_texts(tagged: Command) -> None:
    assert quotes(tagged) == [
        "Nobody spoke of the storm.",
        "Then it rained",
        "Bread cost more",
        "Sellers blamed the road.",
    ]


def test_the_rows_can_be_narrowed(tagged: Command) -> None:
    fear, road = "Nobody spoke of the storm.", "Sellers blamed the road."
    assert quotes(tagged, "--tag", "mood/fear") == [fear]
    assert quotes(tagged, "--tag", "MOOD") == [fear, road]
    assert quotes(tagged, "--article", "market", "--coder", "ana") == [road]
    assert quotes(tagged, "--coder", "ben") == ["Bread cost more"]


def test_a_level_above_tags_is_named_like_a_tag(reader: Command) -> None:
    reader("tag", "1", "actor/state/x", "--span", 0, 7)
    assert quotes(reader, "--tag", "actor/state") == ["Harbour"]


@pytest.mark.parametrize(
    "options", [["--tag", "none"], ["--coder", "none"], ["--article", "none"]]
)
def test_what_is_not_there_is_refused(tagged: Command, options: list[str]) -> None:
    result = tagged("export", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "none" in result.stderr


def test_formulas_are_guarded_unless_raw(tagged: Command) -> None:
    assert rows(tagged("export", "--tag", "mood").stdout)[-1]["memo"] == "'=1+1"
    raw = tagged("export", "--tag", "mood", "--raw").stdout
    assert rows(raw)[-1]["memo"] == "=1+1"


def test_a_file_is_written_and_not_overwritten(tagged: Command, tmp_path: Path) -> None:
    out = tmp_path / "tags.csv"
    result = tagged("export", "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"4 annotations written to {out}\n"
    assert out.read_bytes().decode() == tagged("export").stdout_bytes.decode()
    out.write_text("mine")
    result = tagged("export", "-o", out)
    assert result.exit_code == 1
    assert result.stderr == f"reader: {out} is there already; --force replaces it\n"
    assert out.read_text() == "mine"
    assert tagged("export", "-o", out, "--force", "--tag", "weather").exit_code == 0
    assert len(rows(out.read_text())) == 1


def test_lines_end_as_the_standard_says(tagged: Command) -> None:
    first = tagged("export").stdout_bytes.split(b"\n", 1)[0]
    assert first.endswith(b",created_at,updated_at\r")


def test_excel_gets_its_mark(tagged: Command, tmp_path: Path) -> None:
    tagged("export", "-o", tmp_path / "x.csv", "--excel")
    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbfannotation_id")
    assert tagged("export", "--excel").stdout_bytes.startswith(b"\xef\xbb\xbf")


def test_a_place_that_is_none_is_told(tagged: Command, tmp_path: Path) -> None:
    result = tagged("export", "-o", tmp_path / "none" / "x.csv")
    assert result.exit_code == 1
    assert result.stderr == f"reader: there is no folder {tmp_path / 'none'}\n"
