import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exchange.cells import guarded, quoted, safe_cell, unguarded
from reader.exchange.csv import COLUMNS
from reader.model import Span
from reader.store import Store
from reader.store.bulk import Chosen
from tests.conftest import keep
from tests.exchange.conftest import (
    Made,
    annotate,
    annotations,
    clear,
    exported,
    memos,
    taken,
    twins,
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


def test_what_left_comes_back_byte_for_byte() -> None:
    with twins() as (one, other):

        @given(annotations, st.booleans())
        @settings(max_examples=60, deadline=None)
        def round_trip(made: list[Made], raw: bool) -> None:
            clear(one)
            clear(other)
            for each in made:
                annotate(one, each)
            before = exported(one, raw=raw)
            report = taken(other, before, raw=raw)
            assert not report.unread
            assert exported(other, raw=raw) == before
            again = taken(other, before, raw=raw)
            assert (again.new, again.same) == (0, report.new)

        round_trip()


def test_an_import_is_one_step(nasty: Store) -> None:
    with twins() as (one, _):
        for number in range(3):
            annotate(one, Made(number, 0, 7, f"tag {number}", "", "ben"))
        data = exported(one)
    assert taken(nasty, data).new == 3
    step = nasty.undo()
    assert step
    assert step.label == "import"
    assert rows(exported(nasty)) == []
    assert nasty.tags.all() == []
    nasty.redo()
    assert exported(nasty) == data


def edited(data: bytes, **cells: str) -> bytes:
    """The CSV with cells of its first row changed; `None` takes a column out."""
    found = rows(data)
    found[0].update(cells)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, found[0])
    writer.writeheader()
    writer.writerows(found)
    return out.getvalue().encode()


@pytest.fixture
def two(nasty: Store) -> bytes:
    """An export of two annotations of a library like `nasty`."""
    with twins() as (one, _):
        annotate(one, Made(0, 21, 30, "mood", "a memo", "ben"))
        annotate(one, Made(1, 0, 6, "price", "", "ana"))
        return exported(one)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"start": "many"}, "start is 'many', which is no whole number from 0 on"),
        ({"start": "-1"}, "start is '-1', which is no whole number from 0 on"),
        ({"end": "99999", "quote": "nowhere"}, "the article does not have “nowhere”"),
        ({"tag": "", "memo": ""}, "has neither a tag nor a memo"),
        ({"tag": "a//b"}, "a tag needs a name"),
        ({"offset_unit": "miles"}, "offset_unit is 'miles'"),
        ({"created_at": "yesterday"}, "created_at is 'yesterday'"),
        (
            {"text_sha256": "", "article_title": "None", "article_source": "x.pdf"},
            "there is no article “None” here",
        ),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_in(
    nasty: Store, two: bytes, cells: dict[str, str], reason: str
) -> None:
    report = taken(nasty, edited(two, **cells))
    (unread,) = report.unread
    assert unread.place == "row 2"
    assert reason in unread.reason
    assert [row["tag"] for row in rows(exported(nasty))] == ["price"]


def test_strictly_a_bad_row_keeps_all_out(nasty: Store, two: bytes) -> None:
    from reader.handover.coming import NothingTakenError

    with pytest.raises(NothingTakenError) as caught:
        taken(nasty, edited(two, start="many"), strict=True)
    assert len(caught.value.report.unread) == 1
    assert rows(exported(nasty)) == []
    assert nasty.tags.all() == []
    assert taken(nasty, two, strict=True).new == 2


def test_a_row_of_another_length_is_named(nasty: Store, two: bytes) -> None:
    report = taken(nasty, two + b"one,two\r\n")
    assert [str(unread) for unread in report.unread] == [
        "row 4: has 2 cells, and there are 20 columns"
    ]
    assert report.new == 2


def test_an_unknown_column_is_named(nasty: Store, two: bytes) -> None:
    report = taken(nasty, edited(two, mood="fine"))
    assert report.remarks == ["columns not read: mood"]
    assert report.new == 2


def test_what_a_spreadsheet_made_of_it_is_read(nasty: Store, two: bytes) -> None:
    found = rows(two)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, found[0], delimiter=";")
    writer.writeheader()
    writer.writerows(found)
    assert taken(nasty, out.getvalue().encode("utf-16")).new == 2


def test_another_text_of_the_same_name_is_searched_for_the_quote(two: bytes) -> None:
    with Store(None, "ana") as store:
        keep(
            store,
            "Foreword.\n\nHarbour falls quiet\n\nThe harbour was quiet on Monday.",
        )
        store._conn.execute("UPDATE article SET title = 'Harbour falls quiet'")
        report = taken(store, edited(two, quote="The harbour was quiet"))
        assert (report.new, len(report.unread)) == (1, 1)
        (found,) = store.annotations.of(1)
        assert found.quote == "The harbour was quiet"


def test_the_same_id_with_other_words_is_left_and_named(
    nasty: Store, two: bytes
) -> None:
    taken(nasty, two)
    report = taken(nasty, edited(two, memo="another memo"))
    (unread,) = report.unread
    assert "says something else" in unread.reason
    assert (report.new, report.same) == (0, 1)


def test_a_time_without_a_zone_is_utc(nasty: Store, two: bytes) -> None:
    taken(nasty, edited(two, created_at="2026-03-01T12:30:00"))
    (found,) = nasty.annotations.of(1)
    assert found.created_at == datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
