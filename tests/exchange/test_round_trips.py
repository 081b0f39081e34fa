"""What every format that reads and writes keeps; what it loses is said in its row."""

from typing import Any

import pytest
from hypothesis import given, settings

from reader.exchange.formats import FORMATS
from reader.exchange.refi import xml_text
from reader.model import Annotation
from reader.store import Store
from reader.text.units import Unit
from tests.exchange.conftest import (
    Made,
    annotate,
    annotations,
    clear,
    exported,
    taken,
    twins,
)

_KEPT = {
    "csv": "id tag memo coder place created updated",
    "jsonl": "id tag memo coder place created updated text",
    "w3c": "id tag memo coder place created updated",
    "qdpx": "id tag memo coder place created updated",
    "brat": "tag place",
    "cas": "tag place",
    "labelstudio": "id tag memo place",
    "qdc": "",
    "codebook": "",
}
"""What is the same again after a format was written and read."""


def kept(store: Store, what: str) -> list[dict[str, Any]]:
    """All annotations, in as far as a format carries them."""
    found = []
    for each in store.annotations.each(None, None, None):
        version = store.articles.version(each.version_id)
        values = {
            "id": each.id,
            "tag": each.tag.path if each.tag else "",
            "memo": each.memo,
            "coder": each.coder,
            "place": (version.sha256, each.span, each.quote, each.paragraph),
            "created": each.created_at,
            "updated": each.updated_at,
            "text": version.text,
        }
        found.append({name: values[name] for name in what.split()})
    return sorted(found, key=repr)


def carried(form: str, store: Store) -> None:
    """Leave only what a format says that it can carry."""
    said: set[tuple[object, ...]] = set()
    for each in store.annotations.each(None, None, None):
        text = store.articles.version(each.version_id).text
        start, end = each.span.start, each.span.end
        cut = text[start - 1 : start + 1] == "\r\n" or text[end - 1 : end + 1] == "\r\n"
        if (
            (form == "qdpx" and cut)
            or (form == "brat" and each.quote.strip("\r\n") != each.quote)
            or (form in ("labelstudio", "cas") and each.tag is None)
            # Without coders two who say the same are one.
            or (form == "labelstudio" and _without_coder(each) in said)
        ):
            store.annotations.remove(each.id)
        elif form == "qdpx":
            memo = xml_text(each.memo)
            store._conn.execute(
                "UPDATE annotation SET memo = ? WHERE id = ?", (memo, each.id)
            )
        said.add(_without_coder(each))


def _without_coder(each: Annotation) -> tuple[object, ...]:
    return each.version_id, each.span, each.tag and each.tag.id, each.memo


def test_each_that_does_both_is_tried() -> None:
    assert set(_KEPT) == {form.name for form in FORMATS if form.reads and form.writes}


def unlike(found: list[dict[str, Any]]) -> set[str]:
    return set(map(repr, found))


@pytest.mark.parametrize("form", [form for form in _KEPT if _KEPT[form]])
def test_what_a_format_carries_comes_back(form: str) -> None:
    what = _KEPT[form]
    with twins() as (one, other):

        @given(annotations)
        @settings(max_examples=30, deadline=None)
        def round_trip(made: list[Made]) -> None:
            clear(one)
            clear(other)
            for each in made:
                annotate(one, each)
            carried(form, one)
            data = exported(one, form)
            if not kept(one, "id"):
                return
            report = taken(other, data)
            assert not report.unread
            assert report.articles == 0
            if form in ("brat", "cas"):  # without coders two may say the same
                assert unlike(kept(other, what)) == unlike(kept(one, what))
                return
            assert kept(other, what) == kept(one, what)
            assert form in ("qdpx", "labelstudio") or exported(other, form) == data

        round_trip()


@pytest.mark.parametrize("form", ["jsonl", "qdpx"])
def test_a_format_with_texts_brings_the_articles_too(form: str) -> None:
    with twins() as (one, _), Store(None, "zoe") as empty:
        for number in range(5):
            annotate(one, Made(number, 0, 9, "tag", "=memo", "ben"))
        report = taken(empty, exported(one, form))
        assert (report.new, report.articles, report.unread) == (5, 5, [])
        # The text of a project has other line ends, and so another sum.
        what = _KEPT[form].replace("place", "") if form == "qdpx" else _KEPT[form]
        assert kept(empty, what) == kept(one, what)
        titles = [[article.title for article in s.articles.all()] for s in (one, empty)]
        assert titles[0] == titles[1]
        assert empty.undo()
        assert empty.articles.all() == []
        assert kept(empty, "id") == []


@pytest.mark.parametrize("form", [form for form in _KEPT if "memo" in _KEPT[form]])
def test_a_memo_of_a_megabyte_comes_back(form: str) -> None:
    with twins() as (one, other):
        annotate(one, Made(0, 0, 7, "long", "=\r\n\"',<&>😀 " * 100_000, "ana"))
        assert taken(other, exported(one, form)).new == 1
        assert kept(other, "id tag memo") == kept(one, "id tag memo")


def test_what_came_in_one_format_is_known_in_another() -> None:
    with twins() as (one, other):
        annotate(one, Made(0, 0, 7, "tag", "a memo", "zoe"))
        annotate(one, Made(1, 0, 6, "tag", "", "zoe"))
        assert taken(other, exported(one, "brat")).new == 2
        assert taken(other, exported(one, "csv")).same == 2


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_offsets_come_back_from_every_unit(form: str, unit: Unit) -> None:
    with twins() as (one, other):
        for number in range(5):
            annotate(one, Made(number, 9, 40, "tag", "", "ben"))
        assert not taken(other, exported(one, form, unit=unit)).unread
        assert kept(other, _KEPT[form]) == kept(one, _KEPT[form])
