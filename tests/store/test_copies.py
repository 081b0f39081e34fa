from dataclasses import replace
from itertools import chain

import pytest

from reader.model import Kept, Span
from reader.store import Filter, Order, Sort, Store
from tests.conftest import document, keep

STORY = """Ships turned back at the northern port

The embargo kept every coal ship out of the northern port on Monday, officials said.

Nobody could say when the harbour would open again, nor who had ordered it closed.

Sellers in the old town blamed the road and the weather for the price of bread and fish.

The minister is expected to speak to the press on Tuesday about what is to be done next.
"""
TRIMMED = "\n\n".join(STORY.split("\n\n")[:4]) + "\n"
EDITED = STORY.replace("Monday", "Sunday").replace("the press", "reporters")
TWIN = """Rivers rise

The river rose all week and by Friday the lower fields were under water, farmers said.

Boats went from house to house with bread and news, and the school was closed again.
"""
QUOTING = """A column on something else

Sellers in the old town blamed the road and the weather for the price of bread and fish.

That is what they always say, and it was no truer this time than it was a year before.
"""


def families(store: Store) -> list[list[int]]:
    store.copies.index.all()
    return [[each.id for each in family] for family in store.copies.families()]


def shared(store: Store, article_id: int) -> dict[str, int]:
    store.copies.index.all()
    reading = store.reading(article_id)
    assert reading
    hidden = [line.span for line in reading.lines if line.hidden]
    found = store.copies.shared(reading.version, hidden)
    return {each.span.of(reading.version.text)[:7]: each.articles for each in found}


@pytest.fixture
def ids(store: Store) -> list[int]:
    return keep(store, STORY, TRIMMED, EDITED, QUOTING)


def test_near_copies_are_a_family_and_others_are_not(
    store: Store, ids: list[int]
) -> None:
    assert families(store) == [ids[:3]]
    family = store.copies.family(ids[0])
    assert [copy.article.id for copy in family] == ids[:3]
    assert family[0].likeness == 1
    assert 0.5 <= family[1].likeness < 1
    assert store.copies.family(ids[3]) == []


def test_the_list_says_how_many_there_are(store: Store, ids: list[int]) -> None:
    store.copies.index.all()
    assert [each.copies for each in store.articles.some(ids)] == [3, 3, 3, 0]


def test_the_list_goes_by_their_number_and_a_removal_counts_at_once(
    store: Store, ids: list[int]
) -> None:
    def listed(asked: Filter | None = None, *, turned: bool = False) -> list[int]:
        pieces = store.listing.ids(asked, Sort(Order.COPIES, turned))
        return list(chain.from_iterable(pieces))

    three, others = ids[:3], [1, 2, ids[3]]
    twins = keep(store, TWIN, TWIN.replace("Friday", "Thursday"))
    store.copies.index.all()
    assert listed() == [*reversed(three), *reversed(twins), *reversed(others)]
    assert listed(turned=True) == [*others, *twins, *three]
    assert listed(Filter(copies="2")) == [*reversed(three), *reversed(twins)]
    assert listed(Filter(copies="3"), turned=True) == three
    store.articles.remove([ids[1]])
    assert listed(Filter(copies="3")) == []
    store.undo()
    assert listed(Filter(copies="3")) == [*reversed(three)]
    store.articles.remove([twins[0]])
    assert listed(Filter(copies="2")) == [*reversed(three)]
    store.copies.index.all()
    assert listed(Filter(copies="2")) == [*reversed(three)]
    store.undo()
    store.copies.index.all()
    assert listed(Filter(copies="2")) == [*reversed(three), *reversed(twins)]


def test_the_oldest_comes_first_and_one_without_a_date_last(
    store: Store, ids: list[int]
) -> None:
    store.attributes.put(ids[2], {"date": "2018-05-01"})
    store.attributes.put(ids[1], {"date": "2019-01-08"})
    assert families(store) == [[ids[2], ids[1], ids[0]]]


def test_a_sentence_of_others_is_found_word_for_word(
    store: Store, ids: list[int]
) -> None:
    assert shared(store, ids[3]) == {"Sellers": 3}
    assert shared(store, ids[0])["Sellers"] == 3
    assert shared(store, ids[0])["The emb"] == 1


def test_its_places_are_told_with_what_stands_around(
    store: Store, ids: list[int]
) -> None:
    store.attributes.put(ids[3], {"date": "2018-01-08"})
    store.copies.index.all()
    version = store.articles.version(ids[3])
    (found,) = store.copies.shared(version, [])
    places = store.copies.places([found.key])
    assert [place.article_id for place in places] == [ids[3], *ids[:3]]
    for place in places:
        text = store.articles.version(place.version_id).text
        assert place.span.of(text) == place.words
        assert text[: place.span.start].endswith(place.before)


def test_one_tag_goes_to_all_places_and_comes_off_all(
    store: Store, ids: list[int]
) -> None:
    from reader.text.sought import Sought

    store.copies.index.all()
    (found,) = store.copies.shared(store.articles.version(ids[3]), [])
    places = store.copies.places([found.key])
    assert store.occurrences.tag(places, "wire", Sought("Sellers in")) == 4
    assert [len(store.annotations.of(each)) for each in ids] == [1, 1, 1, 1]
    store.undo()
    assert not any(store.annotations.of(each) for each in ids)


def test_a_hidden_line_counts_no_more_and_undo_brings_it_back(
    store: Store, ids: list[int]
) -> None:
    version = store.articles.version(ids[3])
    store.verdicts.override(version, [2], hidden=True)
    assert shared(store, ids[3]) == {}
    assert shared(store, ids[0])["Sellers"] == 2
    store.undo()
    assert shared(store, ids[3]) == {"Sellers": 3}
    assert shared(store, ids[0])["Sellers"] == 3


def test_hidden_lines_part_a_family_and_undo_joins_it(
    store: Store, ids: list[int]
) -> None:
    version = store.articles.version(ids[2])
    assert families(store) == [ids[:3]]
    store.verdicts.override(version, [2, 4, 6], hidden=True)
    assert families(store) == [ids[:2]]
    store.undo()
    assert families(store) == [ids[:3]]


def test_a_removed_article_is_no_copy_and_no_witness_at_once(
    store: Store, ids: list[int]
) -> None:
    store.copies.index.all()
    store.articles.remove([ids[0]])
    version = store.articles.version(ids[3])
    assert [each.articles for each in store.copies.shared(version, [])] == [2]
    assert [each.copies for each in store.articles.some(ids[1:])] == [2, 2, 0]
    assert families(store) == [ids[1:3]]
    store.undo()
    assert families(store) == [ids[:3]]
    assert shared(store, ids[3]) == {"Sellers": 3}


def test_who_hangs_together_by_another_alone_is_parted_when_that_one_goes(
    store: Store,
) -> None:
    words = [f"word{n}" for n in range(200)]
    first, second, third = keep(
        store,
        " ".join(words[:110]),
        " ".join(words[30:140]),
        " ".join(words[60:170]),
    )
    assert families(store) == [[first, second, third]]
    likenesses = [copy.likeness for copy in store.copies.family(first)]
    assert likenesses[1] >= 0.5 > likenesses[2]
    store.articles.remove([second])
    assert families(store) == []
    assert [each.copies for each in store.articles.some([first, third])] == [0, 0]
    store.undo()
    assert families(store) == [[first, second, third]]


def test_two_families_become_one_by_what_comes_between(store: Store) -> None:
    words = [f"word{n}" for n in range(400)]

    def piece(start: int) -> str:
        return " ".join(words[start : start + 110])

    left = keep(store, piece(0), piece(5))
    right = keep(store, piece(60), piece(65))
    assert families(store) == [left, right]
    between = keep(store, piece(33))
    assert families(store) == [[*left, *right, *between]]


def test_a_newer_text_counts_and_the_older_no_more(store: Store) -> None:
    def come(text: str) -> Kept:
        made = replace(document(text, "news.txt"), location="/news.txt")
        step = store.imports.open("import")
        ((_, kept),) = store.imports.keep(step, [made])
        store.imports.close(step)
        store.search.index.all()
        return kept

    (other,) = keep(store, STORY)
    assert come(QUOTING) is Kept.NEW
    assert families(store) == []
    assert shared(store, other) == {"Sellers": 1}
    assert come(EDITED) is Kept.CHANGED
    assert families(store) == [[other, other + 1]]
    store.undo()
    assert families(store) == []
    assert shared(store, other) == {"Sellers": 1}


def test_no_question_reads_through_a_table(store: Store, ids: list[int]) -> None:
    asked: list[str] = []
    store.copies.index.all()
    store._conn.set_trace_callback(asked.append)
    store.copies.family(ids[0])
    store.copies.shared(store.articles.version(ids[3]), [Span(0, 0)])
    store.articles.some(ids)
    store._conn.set_trace_callback(None)
    plans = [
        row[3]
        for query in asked
        if query.lstrip().startswith("SELECT")
        for row in store._conn.execute(f"EXPLAIN QUERY PLAN {query}")
    ]
    assert len(plans) > 10
    assert [plan for plan in plans if _reads_a_table(plan)] == []


def _reads_a_table(plan: str) -> bool:
    """Whether it goes through a table, and not through what a query has found."""
    return "SCAN" in plan and "SCAN (" not in plan and "verdict" not in plan
