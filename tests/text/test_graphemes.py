import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from reader.model import Span
from reader.text.graphemes import cluster_at, snap
from tests.text.strategies import texts


def edges(text: str) -> set[int]:
    """Every edge of a cluster, by going through the text from its beginning."""
    found = {0}
    for cluster in iter_graphemes(text):
        found.add(max(found) + len(cluster))
    return found


@given(texts, st.data())
def test_a_cluster_found_on_the_spot_is_the_one_found_from_the_beginning(
    text: str, data: st.DataObject
) -> None:
    offset = data.draw(st.integers(0, len(text)))
    cluster = cluster_at(text, offset)
    if offset == len(text):
        assert cluster == Span(offset, offset)
        return
    all_edges = edges(text)
    assert offset in cluster
    assert {cluster.start, cluster.end} <= all_edges
    assert not any(cluster.start < edge < cluster.end for edge in all_edges)


_MARKED = st.text(
    "ea\u0301\u0435\u093f\u094d\u0915\u200d\u00a9\u2139\u0e31\u1100", max_size=12
)


@given(_MARKED)
def test_letters_under_marks_are_cut_where_they_are_from_the_beginning(
    text: str,
) -> None:
    found = {cluster_at(text, offset).start for offset in range(len(text))}
    assert found | {len(text)} == edges(text)


@given(texts, st.data())
def test_a_snapped_span_goes_outward_to_edges_and_stays_there(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    snapped = snap(text, span)
    assert {snapped.start, snapped.end} <= edges(text)
    assert snapped.covers(span) or not span
    assert snap(text, snapped) == snapped


@pytest.mark.parametrize(
    ("text", "offset", "cluster"),
    [
        ("cafe\u0301s", 4, "e\u0301"),
        ("a👩\u200d👩\u200d👧b", 3, "👩\u200d👩\u200d👧"),
        ("👍🏽!", 1, "👍🏽"),
        ("☂\ufe0f", 1, "☂\ufe0f"),
        ("1\ufe0f\u20e3", 2, "1\ufe0f\u20e3"),
        ("🇺🇸🇰🇷🇨🇳", 3, "🇰🇷"),
        ("中国", 1, "国"),
        ("क्षि", 2, "क्षि"),
        ("한국", 0, "한"),
        ("\u1112\u1161\u11ab", 1, "\u1112\u1161\u11ab"),
        ("a\r\nb", 2, "\r\n"),
        ("a\tb", 1, "\t"),
        ("a\u2028b", 1, "\u2028"),
        ("a\x0cb", 1, "\x0c"),
        ("\ud800\udc00", 1, "\udc00"),
        ("שָׁלוֹם", 1, "שָׁ"),
    ],
)
def test_a_character_is_what_a_reader_sees(
    text: str, offset: int, cluster: str
) -> None:
    assert cluster_at(text, offset).of(text) == cluster


def test_ten_thousand_marks_on_a_letter_are_one_character() -> None:
    text = "xa" + "\u0301" * 10_000 + "b"
    for offset in (1, 5_000, 10_001):
        assert cluster_at(text, offset) == Span(1, 10_002)


def test_a_span_past_the_end_is_drawn_back() -> None:
    assert snap("abc", Span(1, 9)) == Span(1, 3)
    assert cluster_at("abc", 9) == Span(3, 3)
