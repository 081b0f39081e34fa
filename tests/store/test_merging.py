"""Two analysts' libraries made one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.cleaning import Match, Taught
from reader.model import Span, Status
from reader.store import Store, StoreError
from reader.store.merging import came_in, merge
from reader.text.sought import Sought
from tests.conftest import HARBOUR, MARKET, keep

UNCOUNTED = ("step", "history", "sqlite_sequence")


def tables(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the log of steps."""
    names = store._conn.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    return {
        name: sorted(store._conn.execute(f'SELECT * FROM "{name}"'), key=repr)
        for (name,) in names.fetchall()
        if name not in UNCOUNTED
    }


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Ben's library: the market, an article of his own, and what he did with them."""
    path = tmp_path / "other.db"
    with Store(path, "ben") as store:
        keep(store, MARKET, "Ferry is late\n\nThe ferry came at noon.\n", HARBOUR)
        market, harbour = store.articles.version(1), store.articles.version(3)
        store.annotations.tag(market, Span(27, 32), "Food/Bread", "dear")
        store.annotations.tag(store.articles.version(2), Span(0, 5), "boats")
        store.annotations.tag(harbour, Span(25, 32), "sea")
        store.annotations.note(harbour, Span(33, 36), "hm")
        store.verdicts.override(harbour, [2], hidden=True)
        store.rules.add(Taught(Match.EXACT, "Buy boats", hide=True))
        store.articles.set_status(2, Status.DONE)
        store.attributes.put(3, {"site": "harbour.example", "beat": "sea"})
        store.attributes.put(1, {"title": "Dear bread", "memo": "see 2"})
        store.keywords.add("sea", Sought("ferry"))
    return path


@pytest.fixture
def ours(library: Path) -> Store:
    """Ana's, with the same two articles in another order."""
    store = Store(library, "ana")
    store.annotations.tag(store.articles.version(1), Span(25, 32), "sea")
    return store


def test_twice_is_once_on_whole_tables(ours: Store, other: Path) -> None:
    first = merge(ours, other)
    once = tables(ours)
    assert list(came_in(first)) == [
        "2 tags",
        "1 article",
        "1 decided line",
        "1 cleaning rule",
        "3 article facts",
        "1 attribute",
        "1 keyword",
        "4 annotations",
        "1 finished mark",
    ]
    assert first.conflicts == []
    steps = ours.steps.count()
    second = merge(ours, other)
    assert tables(ours) == once
    assert (dict(second.new), second.same, second.conflicts) == ({}, 4, [])
    assert ours.steps.count() == steps


def test_what_is_known_of_articles_comes_and_goes_with_the_step(
    ours: Store, other: Path
) -> None:
    before = [ours.attributes.about(1), ours.attributes.about(2)]
    merge(ours, other)
    about = ours.attributes.about(1)
    assert (about.facts["site"], about.attributes) == (
        "harbour.example",
        {"beat": "sea"},
    )
    market = ours.attributes.about(2).facts
    assert (market["title"], market["memo"]) == ("Dear bread", "see 2")
    (keyword,) = ours.keywords.all()
    assert (keyword.tag.path, keyword.sought.words, keyword.coder) == (
        "sea", "ferry", "ben",
    )  # fmt: skip
    assert ours.undo()
    assert [ours.attributes.about(1), ours.attributes.about(2)] == before
    assert ours.keywords.all() == []


def test_what_came_is_where_it_was_and_whose_it_was(ours: Store, other: Path) -> None:
    merge(ours, other)
    found = [*ours.annotations.of(1), *ours.annotations.of(2), *ours.annotations.of(3)]
    assert {(a.coder, a.quote, a.tag and a.tag.path, a.memo) for a in found} == {
        ("ana", "harbour", "sea", ""),
        ("ben", "harbour", "sea", ""),
        ("ben", "was", None, "hm"),
        ("ben", "Bread", "Food/Bread", "dear"),
        ("ben", "Ferry", "boats", ""),
    }
    for annotation in found:
        text = ours.articles.version(annotation.version_id).text
        assert annotation.span.of(text) == annotation.quote
    ferry = ours.articles.one(3)
    assert ferry is not None
    assert (ferry.title, ferry.status) == ("Ferry is late", Status.DONE)
    assert ours.codings.finished_by() == {"ben": 1}


def test_it_is_one_step_that_undo_takes_back(ours: Store, other: Path) -> None:
    before = tables(ours)
    merge(ours, other)
    after = tables(ours)
    step = ours.undo()
    assert step is not None
    assert step.label == "merge other.db"
    kept = ("annotation", "tag", "line_override", "cleaning_rule", "finished")
    for table in kept:
        assert tables(ours)[table] == before[table]
    assert [article.id for article in ours.articles.all()] == [1, 2]
    ours.redo()
    for table in (*kept, "article"):
        assert tables(ours)[table] == after[table]


def test_a_merge_that_was_undone_can_be_done_again(ours: Store, other: Path) -> None:
    merge(ours, other)
    ours.undo()
    merged = merge(ours, other)
    assert (merged.new["annotations"], merged.new["articles"]) == (4, 1)
    assert len(ours.articles.all()) == 3


def test_a_rehearsal_changes_nothing(ours: Store, other: Path) -> None:
    before = tables(ours)
    rehearsed = merge(ours, other, rehearse=True)
    assert tables(ours) == before
    assert merge(ours, other) == rehearsed


def test_the_other_library_is_only_read(ours: Store, other: Path) -> None:
    before = other.read_bytes()
    merge(ours, other)
    assert other.read_bytes() == before


def change_memo(store: Store) -> None:
    (bread,) = store.annotations.of(2)
    store.annotations.set_memo(bread.id, "cheap")


def take_off(store: Store) -> None:
    (bread,) = store.annotations.of(2)
    store.annotations.remove(bread.id)


def describe(store: Store) -> None:
    store._conn.execute("UPDATE tag SET description = 'x' || id")


def keep_line(store: Store) -> None:
    store._conn.execute("UPDATE line_override SET hidden = 0")


def move_site(store: Store) -> None:
    store.attributes.put(1, {"site": "quay.example"})


def rename(store: Store) -> None:
    store.attributes.put(2, {"title": "Bread"})


def other_beat(store: Store) -> None:
    store.attributes.put(1, {"Beat": "land"})


def note_tag(store: Store) -> None:
    store._conn.execute("UPDATE tag SET memo = 'ours'")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (change_memo, "memo “dear” there: changed here or there since"),
        (take_off, "Food/Bread on “Bread” by ben: it was removed here"),
        (describe, "tag boats: described otherwise"),
        (keep_line, "article 1, line 3: hidden or kept"),
        (move_site, "article 1, site: “harbour.example” there"),
        (rename, "article 2, title: “Dear bread” there"),
        (other_beat, "article 1, beat: “sea” there"),
        (note_tag, "tag sea: has another memo"),
    ],
)
def test_what_both_tell_differently_stays_and_is_listed(
    ours: Store, other: Path, change: Callable[[Store], None], said: str
) -> None:
    with Store(other, "ben") as theirs:
        theirs._conn.execute("UPDATE tag SET description = 'theirs', memo = 'theirs'")
    merge(ours, other)
    change(ours)
    before = tables(ours)
    merged = merge(ours, other)
    assert any(said in conflict for conflict in merged.conflicts), merged.conflicts
    assert tables(ours) == before


def test_annotations_on_a_text_that_is_not_here_are_listed(
    ours: Store, other: Path
) -> None:
    with Store(other, "ben") as theirs:
        theirs._conn.execute(
            "INSERT INTO version SELECT 99, article_id, 'old text', 'none', encoding,"
            " newline, original, added_at, words FROM version WHERE id = 1"
        )
        theirs._conn.execute("UPDATE annotation SET version_id = 99 WHERE start = 27")
    merged = merge(ours, other)
    assert merged.conflicts == [
        "Food/Bread on “Bread” by ben: its article has another text here"
    ]
    assert merged.new["annotations"] == 3


def test_the_same_passage_tagged_twice_by_one_coder_stays_one(
    ours: Store, other: Path
) -> None:
    with ours.coders.seated("ben", blind=False):
        ours.annotations.tag(ours.articles.version(1), Span(25, 32), "SEA")
    merged = merge(ours, other)
    assert merged.same == 1
    mine = [a for a in ours.annotations.of(1) if a.coder == "ben" and a.tag]
    assert len(mine) == 1


def test_what_is_no_library_is_refused(ours: Store, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("no database at all, just words" * 99)
    for name, said in (
        ("notes.db", "not a reader library"),
        ("none.db", "there is no library file"),
        ("library.db", "this library itself"),
    ):
        with pytest.raises(StoreError, match=said):
            merge(ours, tmp_path / name)
