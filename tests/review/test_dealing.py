from collections import Counter
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from reader.review.dealing import deal


@given(st.integers(0, 60), st.integers(1, 6), st.integers(0, 100), st.integers(0, 1000))
def test_all_get_the_overlap_and_the_rest_is_shared_out(
    count: int, coders: int, overlap: int, seed: int
) -> None:
    articles = [str(number) for number in range(count)]
    names = [f"coder {number}" for number in range(coders)]
    hands = deal(articles, names, overlap, seed)
    held = Counter(article for hand in hands.values() for article in hand)
    assert set(held) == set(articles)
    to_all = sum(1 for times in held.values() if times == coders)
    if coders > 1:
        assert to_all == ceil(count * overlap / 100)
        assert set(held.values()) <= {1, coders}
    sizes = [len(hand) for hand in hands.values()]
    assert max(sizes) - min(sizes) <= 1
    assert all(len(set(hand)) == len(hand) for hand in hands.values())
    assert hands == deal(articles[::-1], names, overlap, seed)
