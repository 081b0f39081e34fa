"""Two tellings of one story beside each other: what is the same, gone, new, moved.

Sentences are set against sentences, because two sites break paragraphs differently;
inside of two that say nearly the same, words against words. Both by the longest common
subsequence (J. Hunt and T. Szymanski, 1977); what it leaves over on either side and
is alike has moved.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final, Self

from rapidfuzz.distance import LCSseq

from reader.text.passages import Passages, Size
from reader.text.sought import UNSPACED
from reader.text.tokens import tokens

_ALIKE: Final = 0.5
"""Of the words of the longer sentence, so many are in the other, in the same order."""
_MOST_PAIRS: Final = 10_000
"""Sentences by sentences that are compared word by word; in a greater gap only those
that are the same are found again."""
_WORD: Final = re.compile(rf"(?:{UNSPACED}|(?:(?!{UNSPACED})\S)+)\s*")


class Kind(StrEnum):
    """What became of a sentence; with the sign that says it."""

    sign: str

    def __new__(cls, name: str, sign: str) -> Self:
        """A kind by its name, and how it is marked."""
        kind = str.__new__(cls, name)
        kind._value_ = name
        kind.sign = sign
        return kind

    SAME = "same", " "
    CHANGED = "changed", "~"
    GONE = "gone", "-"
    NEW = "new", "+"
    MOVED_FROM = "moved from here", "<"
    MOVED_TO = "moved to here", ">"


@dataclass(frozen=True, slots=True)
class Part:
    """Words as they stand in either text; empty where they do not."""

    left: str
    right: str

    @property
    def marked(self) -> str:
        """The words, in `[-…-]` or `{+…+}` where only one text has them."""
        if self.left and self.right:
            return self.right
        words = self.left or self.right
        bare = words.rstrip()
        begin, end = ("[-", "-]") if self.left else ("{+", "+}")
        return f"{begin}{bare}{end}{words[len(bare) :] or ' '}"


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of the one text, of the other, or of both."""

    kind: Kind
    parts: tuple[Part, ...]
    begins: bool
    """Whether a paragraph begins with it."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: str
    said: tuple[str, ...]
    begins: bool


def difference(left: Passages, right: Passages) -> list[Row]:
    """What is shown of two texts, sentence by sentence, in the order of both."""
    return list(_Sides(_sentences(left), _sentences(right)).rows())


def _sentences(passages: Passages) -> list[_Sentence]:
    found = []
    for paragraph in passages.forward(0, Size.PARAGRAPH):
        for number, span in enumerate(passages.within(paragraph, Size.SENTENCE)):
            words = " ".join(passages.shown(span).split())
            said = tuple(tokens(words)) or (words,)
            found.append(_Sentence(words, said, begins=not number))
    return found


class _Sides:
    """Both texts, and for each sentence the one that it stands against."""

    def __init__(self, left: Sequence[_Sentence], right: Sequence[_Sentence]) -> None:
        self._left, self._right = left, right
        self._pairs = list(self._in_order())
        ours = {i for i, _ in self._pairs}
        theirs = {j for _, j in self._pairs}
        self._moved = dict(
            self._elsewhere(
                [i for i in range(len(left)) if i not in ours],
                [j for j in range(len(right)) if j not in theirs],
            )
        )
        self._moved_to = {j: i for i, j in self._moved.items()}

    def rows(self) -> Iterator[Row]:
        """Walk through both texts."""
        ends = len(self._left), len(self._right)
        for (i, j), (after_i, after_j) in pairwise([(-1, -1), *self._pairs, ends]):
            if i >= 0:
                left, right = self._left[i], self._right[j]
                is_same = left.said == right.said
                kind = Kind.SAME if is_same else Kind.CHANGED
                yield Row(
                    kind,
                    changed_words(left.words, right.words),
                    left.begins or right.begins,
                )
            yield from map(self._only_left, range(i + 1, after_i))
            yield from map(self._only_right, range(j + 1, after_j))

    def _only_left(self, i: int) -> Row:
        sentence = self._left[i]
        kind = Kind.MOVED_FROM if i in self._moved else Kind.GONE
        return Row(kind, (Part(sentence.words, ""),), sentence.begins)

    def _only_right(self, j: int) -> Row:
        sentence = self._right[j]
        kind = Kind.MOVED_TO if j in self._moved_to else Kind.NEW
        return Row(kind, (Part("", sentence.words),), sentence.begins)

    def _in_order(self) -> Iterator[tuple[int, int]]:
        """The pairs of sentences that stand in the same order in both texts."""
        left = [each.said for each in self._left]
        right = [each.said for each in self._right]
        i = j = 0
        for block in LCSseq.editops(left, right).as_matching_blocks():
            ours, theirs = range(i, block.a), range(j, block.b)
            yield from _aligned(self._likenesses(ours, theirs), ours, theirs)
            i, j = block.a + block.size, block.b + block.size
            yield from zip(range(block.a, i), range(block.b, j), strict=True)

    def _likenesses(
        self, ours: Sequence[int], theirs: Sequence[int]
    ) -> dict[tuple[int, int], float]:
        """How alike each of the one is to each of the other, where it is enough."""
        if len(ours) * len(theirs) > _MOST_PAIRS:
            theirs_said = {self._right[j].said: j for j in theirs}
            found = ((i, theirs_said.get(self._left[i].said)) for i in ours)
            return {(i, j): 1.0 for i, j in found if j is not None}
        alike = {
            (i, j): LCSseq.normalized_similarity(
                self._left[i].said, self._right[j].said, score_cutoff=_ALIKE
            )
            for i in ours
            for j in theirs
        }
        return {pair: share for pair, share in alike.items() if share >= _ALIKE}

    def _elsewhere(
        self, ours: Sequence[int], theirs: Sequence[int]
    ) -> Iterator[tuple[int, int]]:
        """Of what is left over, the pairs that are alike, the most alike first."""
        alike = self._likenesses(ours, theirs)
        taken: set[int] = set()
        given: set[int] = set()
        for i, j in sorted(alike, key=lambda pair: -alike[pair]):
            if i not in given and j not in taken:
                given.add(i)
                taken.add(j)
                yield i, j


def _aligned(
    alike: dict[tuple[int, int], float], ours: Sequence[int], theirs: Sequence[int]
) -> list[tuple[int, int]]:
    """The pairs in order on both sides whose likenesses sum up to most."""
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {}
    nothing: tuple[float, list[tuple[int, int]]] = (0.0, [])
    if not alike:
        return []
    for i in ours:
        for j in theirs:
            choices = [best.get((i - 1, j), nothing), best.get((i, j - 1), nothing)]
            if (i, j) in alike:
                score, chain = best.get((i - 1, j - 1), nothing)
                choices.append((score + alike[i, j], [*chain, (i, j)]))
            best[i, j] = max(choices, key=lambda choice: choice[0])
    return best[ours[-1], theirs[-1]][1]


def changed_words(left: str, right: str) -> tuple[Part, ...]:
    """The words of two tellings against one another.

    Where words are not parted it is the letters.
    """
    ours, theirs = _WORD.findall(left), _WORD.findall(right)
    keys = [
        [tuple(tokens(word)) or (word,) for word in side] for side in (ours, theirs)
    ]
    parts: list[Part] = []
    gone = new = ""
    for step in LCSseq.opcodes(*keys):
        one = "".join(ours[step.src_start : step.src_end])
        other = "".join(theirs[step.dest_start : step.dest_end])
        if step.tag != "equal":
            gone, new = gone + one, new + other
            continue
        parts += _apart(gone, new)
        parts.append(Part(one, other))
        gone = new = ""
    return (*parts, *_apart(gone, new))


def _apart(gone: str, new: str) -> list[Part]:
    """What is in one text alone, the left one's first."""
    return [part for part in (Part(gone, ""), Part("", new)) if part != Part("", "")]
