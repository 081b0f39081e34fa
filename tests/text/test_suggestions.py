from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span, Tag
from reader.text.sought import Sought
from reader.text.suggestions import (
    Earlier,
    Keyword,
    Suggestion,
    by_earlier,
    by_keywords,
    known,
    offered,
)

A, B = Tag(1, "a"), Tag(2, "b")


def words(text: str, found: list[Suggestion]) -> list[tuple[str, str]]:
    return [(each.tag.path, each.span.of(text)) for each in found]


def test_keywords_suggest_their_tags_and_say_so() -> None:
    text = "An embargo, two embargoes, and sanctions."
    keywords = [
        Keyword(1, A, Sought("embargo"), "ana"),
        Keyword(2, B, Sought(r"sanction\w*", is_regex=True), "ana"),
    ]
    (found,) = by_keywords([text], keywords)
    assert words(text, found) == [("a", "embargo"), ("b", "sanctions")]
    assert found[0].reason == "keyword “embargo”"
    assert found[1].reason == r"pattern “sanction\w*”"


def test_words_tagged_before_are_met_again_whatever_their_case_and_spacing() -> None:
    text = "NORTH\nKorea spoke. A north-korea? Northern Korea."
    found = by_earlier(text, known([Earlier(A, "North Korea", 3)]))
    assert words(text, found) == [("a", "NORTH\nKorea"), ("a", "north-korea")]
    assert found[0].reason == "tagged so 3 times"


def test_a_sentence_tagged_before_is_met_with_its_full_stop() -> None:
    text = "He left. “Nobody spoke.” She stayed."
    found = by_earlier(text, known([Earlier(A, "“Nobody spoke.”")]))
    assert words(text, found) == [("a", "“Nobody spoke.”")]


def test_too_few_letters_are_not_looked_for() -> None:
    assert (
        by_earlier("is it so? It is.", known([Earlier(A, "is"), Earlier(A, "...")]))
        == []
    )


def test_words_without_spaces_between_them_are_met() -> None:
    text = "北朝鮮の経済制裁について"
    assert words(text, by_earlier(text, known([Earlier(A, "経済制裁")]))) == [
        ("a", "経済制裁")
    ]


def test_nothing_is_offered_where_it_is_hidden_tagged_or_rejected() -> None:
    found = [Suggestion(A, Span(n, n + 5), "") for n in (0, 10, 20, 30)]
    left = offered(found, [Span(8, 12)], [(1, Span(24, 40))], [(1, Span(0, 2))])
    assert left == ()
    assert len(offered(found, [], [(2, Span(0, 40))], [])) == 4


def test_of_overlapping_suggestions_of_a_tag_the_longest_is_left() -> None:
    found = [
        Suggestion(A, Span(5, 8), "short"),
        Suggestion(A, Span(0, 8), "long"),
        Suggestion(B, Span(5, 8), "other"),
    ]
    left = offered(found, [], [], [])
    assert [each.reason for each in left] == ["long", "other"]


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)
PLACED = st.lists(st.tuples(st.sampled_from([1, 2]), SPANS), max_size=6)


@given(
    st.lists(st.tuples(st.sampled_from([A, B]), SPANS), max_size=12),
    st.lists(SPANS, max_size=4),
    PLACED,
    PLACED,
)
def test_what_is_offered_meets_nothing_that_it_must_not(
    found: list[tuple[Tag, Span]],
    hidden: list[Span],
    annotated: list[tuple[int, Span]],
    rejected: list[tuple[int, Span]],
) -> None:
    given_ = [Suggestion(tag, span, "") for tag, span in found]
    left = offered(given_, hidden, annotated, rejected)
    assert set(left) <= set(given_)
    for place, each in enumerate(left):
        assert not any(each.span.overlaps(line) for line in hidden)
        for tag_id, span in (*annotated, *rejected):
            assert tag_id != each.tag.id or not span.overlaps(each.span)
        for other in left[:place]:
            assert other.tag != each.tag or not other.span.overlaps(each.span)
    for each in given_:
        kept = [o for o in left if o.tag == each.tag and o.span.overlaps(each.span)]
        blocked = any(each.span.overlaps(line) for line in hidden) or any(
            tag_id == each.tag.id and span.overlaps(each.span)
            for tag_id, span in (*annotated, *rejected)
        )
        assert kept or blocked


def test_tagged_words_are_met_wherever_a_long_text_is_cut() -> None:
    filler = "far " * 4094
    text = f"{filler}Red square, blue. {filler}red square"
    found = by_earlier(text, known([Earlier(A, "red square")]))
    assert [each.span.of(text) for each in found] == ["Red square", "red square"]
