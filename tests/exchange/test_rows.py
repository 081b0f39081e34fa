import pytest

from reader.exchange.rows import Page, rows
from reader.model import Annotation, Span
from reader.store import Store


@pytest.fixture
def tagged(store: Store) -> Store:
    """Article 1 with the tags of `spans`, article 2 with one."""
    first, second = store.articles.version(1), store.articles.version(2)
    for words in ["Nobody spoke of the storm.", "Share this story"]:
        start = first.text.index(words)
        store.annotations.tag(first, Span(start, start + len(words)), "a")
    start, end = first.text.index("Nobody"), first.text.index("Then it rained")
    store.annotations.tag(first, Span(start, end + 14), "b")
    store.annotations.tag(second, Span(0, 6), "a")
    return store


def page(store: Store, annotation: Annotation) -> Page:
    article = store.articles.one(annotation.article_id)
    assert article
    version = store.articles.version(annotation.version_id)
    lines = store.verdicts.of(version)
    return Page(article, version, [line.span for line in lines if line.hidden])


def test_the_quote_leaves_out_the_hidden_lines_inside_the_span(tagged: Store) -> None:
    found = {
        row.annotation.span.start: row.quote
        for row in rows(tagged.annotations.of(1), lambda each: page(tagged, each))
        if row.annotation.tag and row.annotation.tag.path == "b"
    }
    (quote,) = found.values()
    assert quote.startswith("Nobody spoke of the storm.")
    assert quote.endswith("Then it rained")
    assert "Share this story" not in quote


def test_a_span_of_nothing_but_hidden_words_keeps_them(tagged: Store) -> None:
    found = rows(tagged.annotations.of(1), lambda each: page(tagged, each))
    assert "Share this story" in [row.quote for row in found]


def test_a_page_is_asked_for_once_for_all_annotations_on_it(tagged: Store) -> None:
    asked = []

    def noted(annotation: Annotation) -> Page:
        asked.append(annotation.article_id)
        return page(tagged, annotation)

    found = list(rows(tagged.annotations.each(None, None, None), noted))
    assert [row.article.id for row in found] == [1, 1, 1, 2]
    assert asked == [1, 2]


def test_the_offsets_count_in_the_text_of_the_given_sum(tagged: Store) -> None:
    for row in rows(
        tagged.annotations.each(None, None, None), lambda each: page(tagged, each)
    ):
        version = tagged.articles.version(row.annotation.version_id)
        assert row.text_sha256 == version.sha256
        assert row.annotation.span.of(version.text) == row.annotation.quote
