"""Where the words of a query stand in a text, held against all of its tokens."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.queries.concordance import Part, first_sentences, in_context, places
from reader.queries.nodes import Leaf, Near, Words
from reader.queries.occurrences import occurrences
from reader.text.lines import lines
from reader.text.tokens import token_places, tokens

_WORDS = st.sampled_from(["a", "ab", "abc", "b", "ü", "北", "kim"])
_LINE = st.lists(
    st.one_of(
        _WORDS, st.sampled_from(["A", "AB", "Ab.", "—", "", "é", "bab", "x" * 70])
    ),
    max_size=4,
).map(" ".join)
_LOOKED_FOR = st.builds(
    lambda said, is_prefix: Words(tuple(tokens(" ".join(said))), is_prefix),
    st.lists(_WORDS, min_size=1, max_size=3),
    st.booleans(),
)
_NEAR = st.builds(
    Near, st.tuples(_LOOKED_FOR, _LOOKED_FOR), st.integers(min_value=0, max_value=3)
)


@given(
    st.lists(st.tuples(_LINE, st.booleans()), min_size=1, max_size=8),
    st.lists(st.one_of(_LOOKED_FOR, _LOOKED_FOR, _NEAR), min_size=1, max_size=3),
)
def test_places_are_those_among_all_tokens(
    said: list[tuple[str, bool]], leaves: list[Leaf]
) -> None:
    text = "\n".join(line for line, _ in said)
    parts = [
        (span, hidden) for span, (_, hidden) in zip(lines(text), said, strict=True)
    ]
    expected = sorted(_among_all(text, parts, leaves))
    assert places(text, parts, leaves, hidden=False) == [(s, False) for s in expected]
    groups, total = first_sentences(text, parts, leaves, 100, hidden=False)
    assert [span for group, _ in groups for span in group] == expected
    assert total == len(expected)
    for group, _ in groups:
        each = list(in_context(text, parts, group).each())
        assert [hit.span for hit in each] == list(group)
        for hit, span in zip(each, group, strict=True):
            alone = in_context(text, parts, [span])
            assert hit.words == alone.words
            # One of the two looks a little further, where many blanks are made one.
            assert_ends_alike(hit.before.strip(), alone.before.strip())
            assert_ends_alike(hit.after.strip()[::-1], alone.after.strip()[::-1])


def assert_ends_alike(one: str, other: str) -> None:
    assert one.endswith(other) or other.endswith(one)


def _among_all(text: str, parts: list[Part], leaves: list[Leaf]) -> list[Span]:
    those = [span for span, hidden in parts if not hidden]
    said = [
        Span(line.start + start, line.start + end)
        for line in those
        for start, end in token_places(line.of(text))
    ]
    all_tokens = [token for line in those for token in tokens(line.of(text))]
    return [
        Span(said[first].start, said[end - 1].end)
        for first, end in occurrences(leaves, all_tokens)
    ]
