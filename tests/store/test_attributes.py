import pytest

from reader.model import Status
from reader.store import Store, StoreError


def test_facts_are_corrected_and_attributes_added_as_one_step(store: Store) -> None:
    values = {"Title": "Ünder water", "date": "2019-01-08", "Beat": "sea", "x y": "1"}
    store.attributes.put(1, values)
    about = store.attributes.about(1)
    assert about.facts["title"] == "Ünder water"
    assert about.attributes == {"Beat": "sea", "x y": "1"}
    article = store.articles.one(1)
    assert article
    assert (article.title, article.published) == ("Ünder water", "2019-01-08")
    assert [found.id for found in store.articles.find("ÜNDER")] == [1]
    store.undo()
    about = store.attributes.about(1)
    assert about.facts["title"] == "Harbour falls quiet"
    assert about.attributes == {}


def test_a_status_is_how_far_the_reading_has_come(store: Store) -> None:
    store.attributes.put(1, {"Status": "Done", "beat": "sea"})
    article = store.articles.one(1)
    assert article
    assert article.status is Status.DONE
    assert store.attributes.of([1]) == {1: {"beat": "sea"}}
    assert list(store.codings.finished_by()) == [store.coders.name]
    store.undo()
    article = store.articles.one(1)
    assert article
    assert article.status is Status.UNREAD
    assert not store.codings.finished_by()


def test_a_name_is_one_whatever_its_case_and_goes_when_emptied(store: Store) -> None:
    store.attributes.put(1, {"Beat": "sea"})
    store.attributes.put(1, {"beat": "land"})
    assert store.attributes.of([1, 2]) == {1: {"Beat": "land"}, 2: {}}
    assert store.attributes.names() == ["Beat"]
    store.attributes.put(1, {"BEAT": " "})
    assert store.attributes.of([1]) == {1: {}}


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("title", " ", "needs a title"),
        ("date", "last May", "is no date"),
        ("Status", "finished", "there are unread, reading, done"),
        ("", "x", "needs a name"),
        ("a=b", "x", "needs a name"),
        ("a\x1b", "x", "one line"),
        ("a", "x" * 10_001, "at most 10,000"),
    ],
)
def test_what_cannot_be_kept_changes_nothing(
    store: Store, name: str, value: str, reason: str
) -> None:
    steps = store.history.steps()
    with pytest.raises(StoreError, match=reason):
        store.attributes.put(1, {"beat": "sea", name: value})
    assert store.attributes.of([1]) == {1: {}}
    assert store.history.steps() == steps


def test_an_article_that_is_gone_has_none(store: Store) -> None:
    with pytest.raises(StoreError, match="not in the library"):
        store.attributes.put(99, {"beat": "sea"})


@pytest.mark.parametrize(
    "said", ["20190108", "2019-W02-2", "2019-01-08 or so", "2019-02-30", "08.01.2019"]
)
def test_what_would_not_sort_as_a_date_is_none(store: Store, said: str) -> None:
    with pytest.raises(StoreError, match="is no date; write it as 2019-01-08"):
        store.attributes.put(1, {"date": said})


@pytest.mark.parametrize("said", ["2019-01-08", "2019-01-08T10:30", ""])
def test_a_day_is_a_date_and_so_is_a_moment(store: Store, said: str) -> None:
    store.attributes.put(1, {"date": said})
    assert store.attributes.about(1).facts["date"] == said
