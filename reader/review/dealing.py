"""Dealing articles to coders, some to all of them, so that agreement has a base."""

from collections.abc import Mapping, Sequence
from math import ceil

from reader.review.sample import Sample

DEALT = "dealt to {coders}, {overlap}% to all, random {seed}"
"""Stands in the place of the sample in a session that was dealt."""


def deal(
    articles: Sequence[str], coders: Sequence[str], overlap: int, seed: int
) -> Mapping[str, Sequence[str]]:
    """Deal them by lot.

    Args:
        articles: Their ids.
        coders: Who gets them; each of a name of its own.
        overlap: The per cent that everybody gets, rounded up.
        seed: The same seed deals the same.

    Returns:
        For each coder the articles, in the order of the lot; those that all get are
        not told from the others by their place. The hands differ by one at most.
    """
    drawn = Sample(seed=seed).of(articles)
    shared = ceil(len(drawn) * overlap / 100)
    rest = drawn[shared:]
    hands = {
        coder: {*drawn[:shared], *rest[place :: len(coders)]}
        for place, coder in enumerate(coders)
    }
    # Dealt anew, so that nobody sees from the order which are compared.
    again = Sample(seed=seed + 1)
    return {coder: again.of(sorted(hand)) for coder, hand in hands.items()}
