"""Filters and orders as they are typed, kept and read."""

import pytest

from reader.store import (
    Filter,
    Order,
    Sort,
    Store,
    StoreError,
)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "finished"),
        ("since", "20"),
        ("since", "2021-13"),
        ("until", "2021-02-30"),
        ("until", "2021-"),
        ("hidden", "101"),
        ("hidden", "²"),
    ],
)
def test_what_no_article_could_be_is_refused(field: str, value: str) -> None:
    with pytest.raises(StoreError, match=f"“{value}”"):
        Filter.read({field: value})


def test_what_is_typed_is_made_regular() -> None:
    asked = Filter.read(
        {
            "status": "D",
            "hidden": " 20 %",
            "site": "APnews.com",
            "coder": "",
            "tag": "-",
        }
    )
    assert asked == Filter(status="done", hidden="20", site="APnews.com", tag="-")
    assert asked.chips == ("done", "untagged", "site APnews.com", "hidden ≥ 20%")
    assert Filter.read(asked.said) == asked


def test_a_filter_is_kept_under_its_name(store: Store) -> None:
    asked = Filter(status="unread", words="prices")
    store.filters.put("to read", asked)
    store.filters.put(" to read ", asked)
    store.filters.put("done", Filter(status="done"))
    assert store.filters.all() == {"done": Filter(status="done"), "to read": asked}
    store.filters.put("done", Filter())
    assert list(store.filters.all()) == ["to read"]
    for name in ("", " ", "x" * 61, "a\x1b"):
        with pytest.raises(StoreError, match="name"):
            store.filters.put(name, asked)


@pytest.mark.parametrize("said", ["added", "-date", "title", "-hidden"])
def test_an_order_is_read_as_it_is_said(said: str) -> None:
    assert str(Sort.read(said)) == said


def test_no_order_at_all_is_that_of_import() -> None:
    assert Sort.read("by magic") == Sort(Order.ADDED)
