"""A table that comes back: what of it goes in, and what is named."""

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.store import Store
from tests.conftest import keep
from tests.exchange.conftest import (
    Made,
    annotate,
    annotations,
    clear,
    exported,
    taken,
    twins,
)
from tests.exchange.test_csv import rows


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
