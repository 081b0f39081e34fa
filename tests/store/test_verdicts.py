"""What is kept of the verdicts on an article, and what is made when it is opened."""

import json

import pytest

from reader.cleaning import Strength, clean
from reader.model import Version
from reader.resources import SEEDS
from reader.store import Store
from reader.store.judging import LONG
from tests.conftest import document

(SEED,) = (path.read_text() for path in SEEDS.glob("003_*.txt"))
PARAGRAPH = (
    "The harbour was closed on Monday after a ship ran aground, the town said, and the "
    "ferries that go from it to the islands were told to wait until number {} is up."
)


def opened(store: Store, text: str) -> Version:
    step = store.imports.open("import")
    ((article_id, _),) = store.imports.keep(step, [document(text)])
    store.imports.close(step)
    store.search.index.learn([article_id])
    article = store.articles.one(article_id)
    assert article
    return store.articles.version(article.version_id)


def kept(store: Store) -> list[list[object]]:
    (row,) = store._conn.execute("SELECT verdicts FROM cleaning").fetchall()
    rows: list[list[object]] = json.loads(row[0])
    return rows


def test_of_a_short_text_the_numbers_are_kept_and_the_rest_is_made_again() -> None:
    with Store(None, "ana") as store:
        version = opened(store, SEED)
        fresh = clean(SEED).lines
        assert kept(store) == [[number] for number in fresh.hidden_numbers] != []
        assert store.verdicts.of(version) == fresh
        assert all(line.rule for line in store.verdicts.of(version).hidden)
        assert store.verdicts.hidden(version) == list(fresh.hidden_spans)


def test_of_a_long_text_the_names_are_kept_too() -> None:
    more = [PARAGRAPH.format(number) for number in range(LONG // len(PARAGRAPH) + 1)]
    text = "\n\n".join([SEED, *more])
    with Store(None, "ana") as store:
        version = opened(store, text)
        lines = store.verdicts.of(version)
        said = lines.said
        assert kept(store) == [[n, *said[n][1:]] for n in lines.hidden_numbers] != []
        assert lines == clean(text).lines


def test_to_name_the_hidden_lines_changes_nothing_in_the_library() -> None:
    with Store(None, "ana") as store:
        version = opened(store, SEED)
        before = store._conn.total_changes
        assert store.verdicts.of(version).hidden[0].rule
        assert store._conn.total_changes == before


def test_what_would_be_hidden_otherwise_by_now_is_kept_as_it_is_shown() -> None:
    with Store(None, "ana") as store:
        version = opened(store, SEED)
        store._conn.execute("UPDATE cleaning SET verdicts = '[[0]]'")
        fresh = clean(SEED).lines
        assert store.verdicts.of(version) == fresh
        assert kept(store) == [[number] for number in fresh.hidden_numbers]


@pytest.mark.parametrize("strength", Strength)
def test_the_hidden_lines_are_those_of_the_verdicts_with_the_analysts_word(
    strength: Strength,
) -> None:
    with Store(None, "ana") as store:
        version = opened(store, SEED)
        store.verdicts.set_library_strength(strength)
        lines = store.verdicts.of(version)
        shown = next(n for n, line in enumerate(lines) if not line.hidden)
        store.verdicts.override(version, [shown], hidden=True)
        store.verdicts.override(version, [lines.hidden_numbers[0]], hidden=False)
        decided = store.verdicts.of(version)
        assert store.verdicts.hidden(version) == [line.span for line in decided.hidden]
        assert len(decided.hidden) == len(lines.hidden)
        assert decided[shown].rule == "hidden by hand"
