"""A table of annotations: its columns, its cells, what is chosen for it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exchange.cells import guarded, quoted, safe_cell, unguarded
from reader.exchange.csv import COLUMNS
from reader.model import Span
from reader.store import Store
from reader.store.bulk import Chosen
from tests.exchange.conftest import (
    Made,
    annotate,
    clear,
    exported,
    memos,
)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def noted(store: Store, memo: str) -> str:
    """The memo's cell in an export of it."""
    clear(store)
    annotate(store, Made(0, 0, 7, "", memo, "ana"))
    return rows(exported(store))[0]["memo"]


def test_each_column_has_what_its_name_says(store: Store) -> None:
    version = store.articles.version(1)
    start = version.text.index("quiet on")
    made = store.annotations.tag(
        version, Span(start, start + 5), "mood/calm", "so it was"
    )
    (found,) = rows(exported(store))
    assert tuple(found) == COLUMNS
    assert found == {
        "annotation_id": made.id,
        "article_id": "1",
        "article_title": "Harbour falls quiet",
        "article_source": "text-0.txt",
        "article_published": "",
        "text_sha256": version.sha256,
        "tag": "mood/calm",
        "memo": "so it was",
        "quote": "quiet",
        "before": version.text[:start],
        "after": version.text[start + 5 : start + 65],
        "start": str(start),
        "end": str(start + 5),
        "offset_unit": "codepoint",
        "paragraph": "2",
        "sentence": "2",
        "status": "anchored",
        "coder": "ana",
        "created_at": made.created_at.isoformat(),
        "updated_at": made.updated_at.isoformat(),
    }


def test_without_annotations_there_are_the_names(store: Store) -> None:
    assert exported(store).decode() == ",".join(COLUMNS) + "\r\n"


def test_the_quote_leaves_out_the_hidden_lines_inside_the_span(store: Store) -> None:
    version = store.articles.version(1)
    start, end = version.text.index("Nobody"), version.text.index(" rained")
    store.annotations.tag(version, Span(start, end), "long")
    hidden = version.text.index("Share this story")
    store.annotations.tag(version, Span(hidden, hidden + 16), "hidden")
    long, short = rows(exported(store))
    assert "Share this story" not in long["quote"]
    assert long["quote"].startswith("Nobody spoke of the storm.")
    assert long["quote"].endswith("Then it")
    assert short["quote"] == "Share this story"


@pytest.mark.parametrize("sign", list("=+-@\t\r＝＋－＠"))
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(
    store: Store, sign: str
) -> None:
    assert noted(store, f"{sign}1") == f"'{sign}1"
    assert noted(store, f"'{sign}1") == f"''{sign}1"
    assert noted(store, f"\n{sign}1") == f"'\n{sign}1"


@pytest.mark.parametrize("cell", ["5 per cent", "'quoted'", "\nnext", "a=b"])
def test_a_cell_that_no_spreadsheet_runs_is_left_alone(store: Store, cell: str) -> None:
    assert noted(store, cell) == cell


def test_raw_leaves_every_cell_alone(store: Store) -> None:
    noted(store, "=1+1")
    assert rows(exported(store, raw=True))[-1]["memo"] == "=1+1"


@given(memos)
def test_every_cell_comes_back_once_the_guard_is_undone(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert safe_cell(cell) == quoted(guarded(cell))


@given(st.lists(memos, min_size=2, max_size=4))
def test_cells_are_quoted_as_the_library_does_it(cells: list[str]) -> None:
    line = ",".join(map(quoted, cells)) + "\r\n"
    assert list(csv.reader(io.StringIO(line, newline=""))) == [cells]
    theirs = io.StringIO(newline="")
    csv.writer(theirs).writerow(cells)
    assert line == theirs.getvalue()


def test_excel_gets_its_mark_once(store: Store) -> None:
    annotate(store, Made(0, 0, 7, "one", "", "ana"))
    annotate(store, Made(0, 0, 7, "two", "", "ana"))
    text = exported(store, excel=True).decode()
    assert text.startswith("\ufeffannotation_id,")
    assert text.count("\ufeff") == 1


def test_only_what_was_chosen_goes_out(nasty: Store) -> None:
    for made in (
        Made(0, 0, 7, "mood/calm", "", "ana"),
        Made(1, 0, 6, "Mood", "", "ben"),
        Made(1, 0, 6, "moody", "", "ana"),
    ):
        annotate(nasty, made)

    def tags(**chosen: object) -> list[str]:
        found = rows(exported(nasty, chosen=Chosen(**chosen)))  # type: ignore[arg-type]
        return sorted(row["tag"] for row in found)

    assert tags(tag="MOOD") == ["Mood", "mood/calm"]
    assert tags(articles=[2]) == ["Mood", "moody"]
    assert tags(articles=[2, 1]) == ["Mood", "mood/calm", "moody"]
    assert tags(articles=[]) == []
    assert tags(coder="ana") == ["mood/calm", "moody"]
    assert tags(tag="mood", coder="ana", articles=[2]) == []


@pytest.mark.parametrize(("unit", "size"), [("utf16", 2), ("utf8", 1)])
def test_offsets_count_what_was_asked_for(nasty: Store, unit: str, size: int) -> None:
    from reader.text.units import Unit

    annotate(nasty, Made(2, 15, 4, "x", "", "ana"))
    text = nasty.articles.version(3).text
    assert "😀" in text[15:19]
    (row,) = rows(exported(nasty, unit=Unit(unit)))
    assert row["offset_unit"] == unit
    data = text.encode("utf-16-le" if unit == "utf16" else "utf-8")
    start, end = int(row["start"]) * size, int(row["end"]) * size
    assert (
        data[start:end].decode("utf-16-le" if unit == "utf16" else "utf-8")
        == (text[15:19])
    )
