"""A file that changed: a newer version, and what stood on the older one."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from reader.model import Anchor, Document, Kept, Span, Version
from reader.store import Store, StoreError
from reader.store.errors import NewerTextError
from reader.text.pieces import Size

FILE = "/news/talks.txt"
TALKS = (
    "Talks in Beijing\n\n"
    "The leaders met for two days. North Korea insists that Washington lift the"
    " sanctions first.\n\n"
    "A spokesman said that the talks had been useful, and that a date for the next"
    " meeting would be named soon.\n\n"
    "More news: Storm closes the harbour\n"
)
INSISTS = "North Korea insists that Washington lift the sanctions first."
USEFUL = "the talks had been useful"


def bring(store: Store, text: str, location: str = FILE) -> tuple[int, Kept]:
    """Import one text from one place."""
    document = Document(
        source=location,
        text=text,
        original=text.encode(),
        encoding="utf-8",
        newline="lf",
        title=text.partition("\n")[0],
        location=location,
    )
    step = store.imports.open(f"import {location}")
    (outcome,) = store.imports.keep(step, [document])
    store.imports.close(step)
    return outcome


def tag(store: Store, *quotes: str) -> None:
    """Tag quotes of the first article."""
    article = store.articles.one(1)
    assert article
    version = store.articles.version(article.version_id)
    for quote in quotes:
        at = version.text.index(quote)
        store.annotations.tag(version, Span(at, at + len(quote)), "stance")


def standing(store: Store) -> list[tuple[str, str]]:
    """Each annotation's words and how sure its place is."""
    found = store.annotations.of(1)
    for each in found:
        text = store.articles.version(each.version_id).text
        assert each.span.of(text) == each.quote
        assert text[: each.span.start].endswith(each.prefix)
        assert text[each.span.end :].startswith(each.suffix)
    return [(each.quote, each.anchor.value) for each in found]


@pytest.fixture
def store() -> Iterable[Store]:
    with Store(None, "ana") as opened:
        bring(opened, TALKS)
        tag(opened, INSISTS, USEFUL)
        yield opened


def everything(store: Store) -> dict[str, list[Any]]:
    """Every row that undo must restore."""
    tables = ("article", "annotation", "line_override", "article_source", "reanchoring")
    return {
        table: sorted(store._conn.execute(f"SELECT * FROM {table}"), key=repr)
        for table in tables
    }


def test_a_changed_file_is_a_newer_version_and_the_passages_go_along(
    store: Store,
) -> None:
    new = TALKS.replace("Talks in", "UPDATED: Talks in").replace("two", "three")
    assert bring(store, new) == (1, Kept.CHANGED)
    article = store.articles.one(1)
    assert article
    assert store.articles.version(article.version_id).text == new
    assert standing(store) == [(INSISTS, "anchored"), (USEFUL, "anchored")]
    assert {each.version_id for each in store.annotations.of(1)} == {article.version_id}
    assert store.articles.version(1).text == TALKS


def test_a_tag_on_the_whole_article_stays_on_the_whole(store: Store) -> None:
    version = store.articles.version(1)
    store.annotations.tag(version, Span(0, len(version.text)), "wire")
    bring(store, f"UPDATED: {TALKS}\nMore of it was said in the evening.\n")
    (wire,) = (a for a in store.annotations.of(1) if a.tag and a.tag.path == "wire")
    assert wire.covers_article
    assert wire.anchor is Anchor.ANCHORED
    store.undo()
    (wire,) = (a for a in store.annotations.of(1) if a.tag and a.tag.path == "wire")
    assert (wire.version_id, wire.span) == (1, Span(0, len(TALKS)))


def test_what_was_deleted_is_kept_on_its_own_text_and_listed(store: Store) -> None:
    bring(store, TALKS.replace(INSISTS, ""))
    assert (INSISTS, "orphan") in standing(store)
    (lost,) = store.settling.all()
    assert lost.quote == INSISTS
    reading = store.reading(1)
    assert reading
    assert reading.orphans == 1
    assert [each.quote for each in reading.annotations] == [USEFUL]


def test_what_is_in_doubt_waits_for_a_persons_word(store: Store) -> None:
    paragraph = TALKS.split("\n\n")[2]
    tag(store, paragraph)
    bring(store, TALKS.replace("The leaders", f"{paragraph}\n\nThe leaders"))
    doubtful = store.settling.all()
    assert paragraph in [each.quote for each in doubtful]
    one = store.settling.one(next(e.id for e in doubtful if e.quote == paragraph))
    assert one
    assert one.was.of(one.before) == paragraph
    assert [place.of(one.after) for place in one.places] == [paragraph, paragraph]
    other = one.places[1]
    store.settling.settle(one.annotation.id, other)
    settled = store.annotations.one(one.annotation.id)
    assert settled
    assert (settled.span, settled.anchor) == (other, Anchor.ANCHORED)
    store.undo()
    again = store.annotations.one(one.annotation.id)
    assert again
    assert again.anchor is Anchor.REVIEW


def test_given_up_it_goes_back_to_the_text_it_was_made_in(store: Store) -> None:
    paragraph = TALKS.split("\n\n")[2]
    tag(store, paragraph)
    bring(store, TALKS.replace("The leaders", f"{paragraph}\n\nThe leaders"))
    doubtful = next(e for e in store.settling.all() if e.quote == paragraph)
    store.settling.settle(doubtful.id, None)
    lost = store.annotations.one(doubtful.id)
    assert lost
    assert (lost.anchor, lost.version_id) == (Anchor.ORPHAN, 1)
    assert lost.quote == paragraph


def test_an_orphan_comes_back_when_its_words_do(store: Store) -> None:
    bring(store, TALKS.replace(INSISTS, ""))
    assert bring(store, TALKS) == (1, Kept.CHANGED)
    assert standing(store) == [(INSISTS, "anchored"), (USEFUL, "anchored")]
    assert not store.settling.all()


def test_a_place_that_is_none_is_refused(store: Store) -> None:
    bring(store, TALKS.replace(INSISTS, ""))
    (lost,) = store.settling.all()
    with pytest.raises(StoreError, match="no passage"):
        store.settling.settle(lost.id, Span(90_000, 90_010))


def test_the_analysts_word_on_a_line_goes_along(store: Store) -> None:
    number = TALKS.split("\n").index("More news: Storm closes the harbour")
    version = store.articles.version(1)
    store.verdicts.override(version, [number], hidden=False)
    bring(store, "Corrected at noon.\n\n" + TALKS)
    article = store.articles.one(1)
    assert article
    assert store.verdicts.overrides(article.version_id)
    lines = store.verdicts.of(store.articles.version(article.version_id))
    assert not lines[number + 2].hidden


def test_a_changed_import_is_one_step_and_undo_restores_every_row(
    store: Store,
) -> None:
    before = everything(store)
    bring(store, TALKS.replace(INSISTS, "").replace("two days", "a week"))
    after = everything(store)
    assert store.undo()
    assert everything(store) == before
    assert store.redo()
    assert everything(store) == after


def test_the_same_text_from_another_file_is_one_article_with_two_sources(
    store: Store,
) -> None:
    assert bring(store, TALKS, "/copies/talks.txt") == (1, Kept.SAME)
    changed = TALKS.replace("useful", "long")
    assert bring(store, changed, "/copies/talks.txt") == (1, Kept.CHANGED)


def test_without_a_place_another_text_is_another_article(store: Store) -> None:
    assert bring(store, "Another\n\n" + TALKS, "")[1] is Kept.NEW


def test_an_import_that_brings_one_back_and_one_new_is_undone_whole(
    store: Store,
) -> None:
    store.articles.remove([1])
    step = store.imports.open("import both")
    for name in (TALKS, "Something new\n\nIt happened."):
        document = Document("/x", name, name.encode(), "utf-8", "lf", "x")
        store.imports.keep(step, [document])
    store.imports.close(step)
    assert len(store.articles.all()) == 2
    store.undo()
    assert not store.articles.all()


def test_a_guessed_title_follows_the_newer_text_and_undo_brings_it_back(
    store: Store,
) -> None:
    bring(store, TALKS.replace("Talks in Beijing", "Talks in Beijing end"))
    titles = [each.title for each in store.articles.all()]
    assert titles == ["Talks in Beijing end"]
    store.undo()
    assert [each.title for each in store.articles.all()] == ["Talks in Beijing"]


def test_a_corrected_title_stays_whatever_the_newer_text_says(store: Store) -> None:
    store.attributes.put(1, {"title": "The talks"})
    bring(store, TALKS.replace("Talks in Beijing", "Talks in Beijing end"))
    assert [each.title for each in store.articles.all()] == ["The talks"]
    store.undo()
    store.undo()
    bring(store, TALKS.replace("Talks in Beijing", "Talks in Beijing end"))
    assert [each.title for each in store.articles.all()] == ["Talks in Beijing end"]


PUT_ON = (
    lambda store, version: store.annotations.tag(version, Span(0, 5), "late"),
    lambda store, version: store.annotations.note(version, Span(0, 5), "late"),
    lambda store, version: store.annotations.tag_all([(version, Span(0, 5))], "late"),
    lambda store, version: store.annotations.rebound(
        store.annotations.of(1)[0].id, version, Span(0, 9)
    ),
    lambda store, version: store.verdicts.override(version, [0], True),
    lambda store, version: store.search.whole(
        1, Span(0, 5), Size.SENTENCE, version.text[:5]
    ),
)
"""What would stand on an older text, or be looked for there."""


@pytest.mark.parametrize("put", PUT_ON)
def test_nothing_is_put_on_a_text_that_another_program_has_renewed(
    tmp_path: Path, put: Callable[[Store, Version], object]
) -> None:
    path = tmp_path / "library.db"
    with Store(path, "ana") as mine, Store(path, "ben") as other:
        bring(mine, TALKS)
        version = mine.articles.version(1)
        mine.annotations.tag(version, Span(0, 5), "first")
        bring(other, f"Corrected.\n\n{TALKS}")
        before = mine.annotations.of(1)
        with pytest.raises(NewerTextError, match="has a newer text"):
            put(mine, version)
        assert mine.annotations.of(1) == before
        assert mine.tags.named("late") is None


def test_the_step_says_what_was_done_to_the_place(store: Store) -> None:
    paragraph = TALKS.split("\n\n")[2]
    tag(store, paragraph)
    bring(store, TALKS.replace("The leaders", f"{paragraph}\n\nThe leaders"))
    doubtful = next(e for e in store.settling.all() if e.quote == paragraph)
    one = store.settling.one(doubtful.id)
    assert one
    guess, other = one.places
    said = []
    for place in (guess, other, None):
        store.settling.settle(doubtful.id, place)
        step = store.undo()
        assert step
        said.append(step.label.partition(" “")[0])
    assert said == ["confirm the place of", "place", "give up the place of"]
