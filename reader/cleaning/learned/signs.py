"""What is seen of a hidden line, and around it, by which its kind is told."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from reader.cleaning.clues import by_words
from reader.cleaning.forms import DATE, GLUED, NAME
from reader.cleaning.learned.columns import FAR
from reader.cleaning.reading import Paper
from reader.cleaning.wording import Wording

SHOWN, EDGE = "shown", "edge"
"""What stands for a line of the article, and for the beginning and end of the text."""
HEAD, TAIL = 12, 3
"""Of a long line only the first and the last words are looked at."""
WHOLE = 4
"""A line of so many words is known as a whole, too."""
LONGEST_OPENER = 8
"""A rule's line opens a section with at most so many words."""
BESIDE, AROUND = 3, 6
"""Lines so near are looked at one by one; and all together so far."""
LONG_WORD = 40
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"https?://|www\.|\.(?:com|org|net)\b")
_SIGNS = "@|/:©[]()?#$%&"
_PERSONS = {
    "says I": frozenset(("i", "my", "i'm", "i've")),
    "says you": frozenset(("you", "your")),
    "says we": frozenset(("we", "our", "us")),
}
_SIZES, _SHARES = (2, 3, 4, 5, 7, 10, 15, 25, 40), (1, 20, 40, 60, 80, 100)
_FEW, _MANY = (2, 4, 7, 15), (1, 2, 4, 8, 20, 50)
_LINES, _BESIDE = (20, 50, 100, 200, 400), (*_FEW, 30)
_FARS, _RUNS = (1, 2, 4, 10, 30), (2, 4, 8, 16, 40)


def own(paper: Paper, place: int) -> list[str]:
    """The signs of one line by itself, each once."""
    said, mark, hit = paper.said[place], paper.marks[place], paper.hits[place]
    tokens = said.tokens[:HEAD] + said.tokens[HEAD:][-TAIL:]
    words = [_DIGITS.sub("0", token) for token in tokens] if said.numbers else tokens
    size = bisect_right(_SIZES, mark.words)
    clue, _ = by_words(said.tokens)
    found = [f"word {word}" for word in words]
    found += [f"pair {one} {two}" for one, two in pairwise(words)]
    if words:
        found += [f"first {words[0]}", f"last {words[-1]}"]
        found += [f"whole {' '.join(words)}"] * (len(words) <= WHOLE)
    found += [
        f"size {size}",
        f"size {size} end {mark.ends}",
        f"begins {mark.begins}",
        f"size {size} capitals {bisect_right(_SHARES, mark.capitals)}",
        f"size {size} little {bisect_right((1, 10, 20, 30, 40), mark.stop_share)}",
        f"signs {bisect_right((5, 10, 20, 40), mark.signs)}",
        f"commas {bisect_right((1, 2, 3), mark.commas)}",
        f"word length {bisect_right((30, 40, 50, 60, 80), mark.word_length)}",
        f"clue {clue}",
        f"clue {clue} size {min(size, 6)}",
        "prose" if mark.prose else "no prose",
    ]
    if hit:
        found += [f"rule {hit.rule.name}", f"rule of {hit.rule.kind}"]
        found += [f"rule of {hit.rule.kind} {'sure' if hit.rule.alone else 'hint'}"]
    found += _looks(paper.texts[place], said, size)
    found += [
        sign
        for sign, said_so in _PERSONS.items()
        if not said_so.isdisjoint(said.tokens)
    ]
    return list(dict.fromkeys(found))


def _looks(text: str, said: Wording, size: int) -> Iterator[str]:
    bare, plain, short = said.bare, said.plain, min(size, 6)
    if said.numbers:
        yield f"digits size {size}"
    if NAME.fullmatch(bare):
        yield f"name of {bare.count(' ') + 1}"
    if said.numbers and DATE.search(plain):
        yield f"date size {short}"
    if bare.isupper():
        yield f"upper size {short}"
    if not bare.islower() and GLUED.search(bare):
        yield "glued"
    if "." in plain and _ADDRESS.search(plain):
        yield "address"
    if len(bare) >= LONG_WORD and " " not in bare:
        yield "long word"
    if not any(map(str.isalpha, bare)):
        yield "no letter"
    yield from [f"sign {sign}" for sign in _SIGNS if sign in text]


@dataclass(frozen=True)
class Surroundings:
    """A text with what is known of its hidden lines before their kinds are told."""

    paper: Paper
    names: Sequence[str]
    """For each paragraph its first name; `SHOWN` when it is not hidden."""
    sections: Sequence[str]
    """The kind of the head it stands under, if it does."""
    runs: Sequence[int]
    """How many short lines stand together where it stands."""
    copies: frozenset[int]
    """The later copies of lines."""

    @cached_property
    def prose(self) -> list[int]:
        """How many shown paragraphs stand above each place, and in all."""
        shown = [
            mark.prose * (name == SHOWN)
            for mark, name in zip(self.paper.marks, self.names, strict=True)
        ]
        return list(accumulate(shown, initial=0))

    @cached_property
    def heads(self) -> list[tuple[str, int]]:
        """The kind of the last short line above that a rule knew, and how far it is."""
        found, kind, far = [], "", FAR
        for name, hit, mark in zip(
            self.names, self.paper.hits, self.paper.marks, strict=True
        ):
            found.append((kind, far))
            far = min(far + 1, FAR)
            if name == SHOWN:
                kind, far = "", FAR
            elif hit and mark.words <= LONGEST_OPENER:
                kind, far = hit.rule.kind, 0
        return found

    def name(self, place: int) -> str:
        """The first name of a paragraph, or what stands for the edge."""
        return self.names[place] if 0 <= place < len(self.names) else EDGE

    def view(self, place: int) -> Hashable:
        """All that `around` rests on: equal views give equal signs."""
        sizes, count = self._sizes, len(self.names)
        before, total = self.prose[place], self.prose[-1]
        head, far = self.heads[place]
        return (
            *self._padded[place : place + 2 * AROUND + 1],
            *sizes[place : place + 3],
            head,
            bisect_right(_FARS, far),
            self.sections[place],
            bisect_right(_RUNS, self.runs[place]),
            place in self.copies,
            bisect_right(_LINES, count),
            0 if not before else 2 if before == total else 1,
            0 < before < total
            or bisect_right(_MANY, count - place if before else place),
        )

    @cached_property
    def _padded(self) -> list[str]:
        return [EDGE] * AROUND + [*self.names] + [EDGE] * AROUND

    @cached_property
    def _sizes(self) -> list[int]:
        """The steps of size of all paragraphs, with one beyond each end."""
        steps = [bisect_right(_BESIDE, mark.words) for mark in self.paper.marks]
        return [-1, *steps, -1]

    def around(self, place: int) -> Iterator[str]:
        """The signs of the lines around one, and of where it stands."""
        mark, name = self.paper.marks[place], self.names[place]
        size = bisect_right(_FEW, mark.words)
        above, below = self.name(place - 1), self.name(place + 1)
        yield f"named {name}"
        yield f"named {name} size {size}"
        for far in range(1, BESIDE + 1):
            yield f"above {far} {self.name(place - far)}"
            yield f"below {far} {self.name(place + far)}"
        yield f"between {above} {below}"
        yield f"named {name} below {above}"
        yield f"named {name} above {below}"
        near = Counter(self.names[max(0, place - AROUND) : place + AROUND + 1])
        near[name] -= 1
        for kind, count in near.items():
            if count:
                yield f"among {kind} {bisect_right((1, 3, 6, 9), count)}"
        head, far = self.heads[place]
        yield f"under {head}"
        yield f"under {head} far {bisect_right(_FARS, far)}"
        yield f"under {head} size {size}"
        yield f"section {self.sections[place]} size {size}"
        yield f"run {bisect_right(_RUNS, self.runs[place])} size {size}"
        if place in self.copies:
            yield "copy"
        yield from self._where(place, size)

    def _where(self, place: int, size: int) -> Iterator[str]:
        marks = self.paper.marks
        for side, beside in (("above", place - 1), ("below", place + 1)):
            if 0 <= beside < len(marks):
                other = bisect_right(_BESIDE, marks[beside].words)
                yield f"{side} of size {other}"
                yield f"{side} of size {other} size {size}"
        before, total, count = self.prose[place], self.prose[-1], len(marks)
        if not before:
            yield f"top {bisect_right(_MANY, place)}"
        elif before == total:
            yield f"bottom {bisect_right(_MANY, count - place)}"
        where = "top" if not before else "bottom" if before == total else "middle"
        yield f"{where} size {size}"
        yield f"lines {bisect_right(_LINES, count)}"
