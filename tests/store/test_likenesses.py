import pytest

from reader.model import Span
from reader.store import Store, StoreError
from tests.conftest import keep

EMBARGO = """Ships turned back

The embargo kept every coal ship out of the northern port on Monday.

A baker in the old town sold more bread than he had in years, people said.

Share this story
"""
COAL = """Coal piles up

Coal ships wait outside the northern port since the embargo began last week.

Nobody in the village had heard of it until the radio told them so.
"""


def passage(store: Store, article_id: int, words: str) -> Span:
    text = store.articles.version(article_id).text
    return Span(text.index(words), text.index(words) + len(words))


@pytest.fixture
def ids(store: Store) -> list[int]:
    return keep(store, EMBARGO, COAL)


def like(store: Store, ids: list[int]) -> list[str]:
    version = store.articles.version(ids[0])
    span = passage(store, ids[0], "The embargo kept every coal ship")
    return [each.words[:20] for each in store.likenesses.of(version, span)]


def test_the_most_like_paragraph_comes_first_and_not_the_passages_own(
    store: Store, ids: list[int]
) -> None:
    found = like(store, ids)
    assert found[0].startswith("Coal ships wait")
    assert not any(words.startswith("The embargo kept") for words in found)


def test_it_says_which_words_are_shared(store: Store, ids: list[int]) -> None:
    version = store.articles.version(ids[0])
    span = passage(store, ids[0], "The embargo kept every coal ship")
    best = store.likenesses.of(version, span)[0]
    assert {"embargo", "coal"} <= set(best.shared)
    assert best.title == "Coal piles up"
    assert best.span.of(store.articles.version(ids[1]).text) == best.words


def test_what_this_coder_tagged_is_left_out_and_comes_back(
    store: Store, ids: list[int]
) -> None:
    span = passage(store, ids[1], "outside the northern port")
    store.annotations.tag(store.articles.version(ids[1]), span, "x")
    assert not any(words.startswith("Coal ships") for words in like(store, ids))
    store.undo()
    assert like(store, ids)[0].startswith("Coal ships")


def test_hidden_lines_and_removed_articles_are_not_offered(
    store: Store, ids: list[int]
) -> None:
    version = store.articles.version(ids[1])
    store.verdicts.override(version, [2], hidden=True)
    assert not any(words.startswith("Coal ships") for words in like(store, ids))
    store.undo()
    store.articles.remove([ids[1]])
    assert not any(words.startswith("Coal ships") for words in like(store, ids))


def test_a_passage_of_signs_alone_is_like_nothing(store: Store, ids: list[int]) -> None:
    version = store.articles.version(ids[0])
    assert store.likenesses.of(version, passage(store, ids[0], ".")) == []


def test_the_words_of_a_tag_are_told_with_their_counts(
    store: Store, ids: list[int]
) -> None:
    more = keep(store, *(f"{EMBARGO}\n{n} more" for n in range(8)))
    for article_id in (ids[0], *more):
        span = passage(store, article_id, "The embargo kept every coal ship")
        store.annotations.tag(store.articles.version(article_id), span, "trade/ban")
    store.annotations.tag(
        store.articles.version(ids[0]), passage(store, ids[0], "coal ship"), "trade"
    )
    found = store.typical.of("Trade")
    counts = {each.word: (each.inside, each.outside) for each in found.words}
    assert counts["embargo"] == (9, 1)
    assert counts["coal"] == (9, 2)
    assert "bread" not in counts
    assert found.passages == 10
    assert found.articles == 12
    assert store.typical.of("trade/ban").passages == 9


def test_a_tag_without_passages_has_no_words_and_an_unknown_one_is_said(
    store: Store,
) -> None:
    store.codebook.add("empty")
    assert store.typical.of("empty").words == []
    with pytest.raises(StoreError, match="there is no tag nowhere"):
        store.typical.of("nowhere")
