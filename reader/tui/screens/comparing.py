"""Comparing articles with one another beside all else that goes on."""

from typing import Final

from reader.store import Store

_SOME: Final = 5
"""Articles; so long, some 20 ms, another question waits."""


def compare_some(store: Store) -> int:
    """Compare a few of the articles that have come or changed; give how many."""
    return store.copies.index.update_if_free(_SOME)
