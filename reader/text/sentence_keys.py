"""Sentences as they are compared across articles, word for word."""

from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice
from typing import Final

from reader.model import Span
from reader.text.passages import Passages, Size
from reader.text.tokens import tokens

KEYS: Final = "1"
"""Changes with whatever changes a key, which are the same for the same words."""

_WORDS: Final = 5
_LETTERS: Final = 15
"""What has fewer of either is said by chance: “He did not.”; a character of Chinese
is a word here."""


LONGEST: Final = 300_000
"""Code points of a text that are cut into sentences; no news story is longer."""
_MOST: Final = 10_000
"""Sentences; what has more in so many code points is no prose."""


def sentence_key(words: str) -> int | None:
    """What all sentences of these words share, whatever their signs and capitals.

    64 bits, signed: of 20 million sentences two meet by chance in one library of
    90,000. None of a sentence that is too short to be known again by.
    """
    said = tokens(words)
    if len(said) < _WORDS or sum(map(len, said)) < _LETTERS:
        return None
    digest = blake2b(" ".join(said).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def keyed_sentences(passages: Passages) -> Iterator[tuple[int, Span]]:
    """The sentences that are shown and long enough, with their keys; see `LONGEST`."""
    for sentence in islice(passages.forward(0, Size.SENTENCE), _MOST):
        if sentence.end > LONGEST:
            return
        key = sentence_key(passages.shown(sentence))
        if key is not None:
            yield key, sentence
