"""What the model sees of every line: its marks, its neighbours and its place."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, repeat

from reader.cleaning.learned.marks import Marks

FAR = 60
"""A distance in lines is not counted beyond this."""
LOUD = 60
"""A score counts for its neighbours no further than this, up or down."""
NO_SCORE, NO_WORDS = 99, 0
"""What a line has beyond the first and the last."""
SHORT = 9
"""A short line has at most so many words; a run of them may be a menu."""
HEADS = {
    "related": 1,
    "comments": 2,
    "newsletter": 3,
    "tags": 4,
    "byline": 5,
    "social": 6,
    "nav": 7,
    "legal": 8,
    "ads": 9,
}
"""Kinds of line that open a section, as numbers."""

Column = list[int]


def columns(
    lines: Sequence[Marks],
    scores: Column,
    word_scores: Column,
    kinds: Sequence[str],
    keys: Sequence[str],
) -> dict[str, Column]:
    """One column of whole numbers for each feature, as long as `lines`.

    Args:
        lines: The marks of the lines that are not blank.
        scores: What the words and the look of each say.
        word_scores: What the words alone say.
        kinds: The kind that a rule named for each, or nothing.
        keys: Something that two lines share when they say the same.
    """
    found: dict[str, Column] = {"score": scores, "score_words": word_scores}
    found.update(_own(lines))
    found.update(_beside(lines, scores))
    found.update(_around(scores, word_scores))
    found.update(_place(lines, scores))
    found.update(_vocabulary(lines))
    found.update(_junk(lines, kinds))
    found.update(_copies(keys))
    return found


def _own(lines: Sequence[Marks]) -> Iterator[tuple[str, Column]]:
    for name in OWN:
        place = Marks._fields.index(name)
        yield name, [line[place] for line in lines]  # type: ignore[misc]


OWN = (
    "words",
    "chars",
    "word_length",
    "stops",
    "capitals",
    "commas",
    "signs",
    "ends",
    "begins",
    "rule",
    "prose",
)


def _beside(lines: Sequence[Marks], scores: Column) -> Iterator[tuple[str, Column]]:
    """The lines just before and after."""
    words = [line.words for line in lines]
    capitals = [line.capitals for line in lines]
    yield "score_before", [NO_SCORE, *scores[:-1]]
    yield "score_after", [*scores[1:], NO_SCORE]
    yield "score_two_after", [*scores[2:], NO_SCORE, NO_SCORE][-len(scores) :]
    yield "words_before", [NO_WORDS, *words[:-1]]
    yield "words_after", [*words[1:], NO_WORDS]
    yield "capitals_after", [*capitals[1:], 0]


def _around(scores: Column, word_scores: Column) -> Iterator[tuple[str, Column]]:
    """The mean, the least and the greatest score of the lines around."""
    loud = [max(-LOUD, min(LOUD, score)) for score in scores]
    for reach in (1, 3, 8):
        yield f"near_{reach}", _means(loud, reach, without=True)
    spoken = [max(-LOUD, min(LOUD, score)) for score in word_scores]
    yield "words_near_3", _means(spoken, 3, without=False)
    padded = [0, 0, 0, *scores, 0, 0, 0]
    beside = list(
        zip(*(padded[k : len(scores) + k] for k in (0, 1, 2, 4, 5, 6)), strict=True)
    )
    yield "least_near", list(map(min, beside))
    yield "most_near", list(map(max, beside))


def _means(values: Column, reach: int, *, without: bool) -> Column:
    """The mean of the values at most `reach` away, with or without one's own."""
    size = len(values)
    sums = list(accumulate(values, initial=0))
    sums += repeat(sums[-1], reach + 1)
    low = [*repeat(0, reach), *range(size)]
    own = int(without)
    return [
        (sums[place + reach + 1] - sums[low[place]] - own * value)
        // max(1, min(size, place + reach + 1) - low[place] - own)
        for place, value in enumerate(values)
    ]


def _place(lines: Sequence[Marks], scores: Column) -> Iterator[tuple[str, Column]]:
    """Where the line stands among the lines and the paragraphs of the text."""
    size = len(lines)
    words = [line.words for line in lines]
    so_far = list(accumulate(words, initial=0))
    total = so_far[-1] or 1
    yield "from_top", [min(place, 200) for place in range(size)]
    yield "from_end", [min(size - 1 - place, 200) for place in range(size)]
    yield "words_share", [100 * count // total for count in so_far[:-1]]
    yield "lines_share", [100 * place // size for place in range(size)]
    prose = [place for place, line in enumerate(lines) if line.prose]
    edges = [(bisect_left(prose, place), lines[place].prose) for place in range(size)]
    yield "prose_before", [min(at, 50) for at, _ in edges]
    yield "prose_after", [min(len(prose) - at - own, 50) for at, own in edges]
    upper = [prose[at - 1] if at else -1 for at, _ in edges]
    lower = [(prose[at + own] if at + own < len(prose) else -1) for at, own in edges]
    yield (
        "to_prose",
        [
            min(place - at, FAR) if at >= 0 else FAR
            for place, at in zip(lower, range(size), strict=True)
        ],
    )
    yield "prose_above_score", [scores[at] if at >= 0 else NO_SCORE for at in upper]
    yield "prose_below_score", [scores[at] if at >= 0 else NO_SCORE for at in lower]
    yield "prose_above_words", [words[at] if at >= 0 else 0 for at in upper]
    yield "prose_below_words", [words[at] if at >= 0 else 0 for at in lower]
    yield "short_run", _runs(words)
    shown = sum(words[place] for place in prose)
    for name, value in (
        ("text_lines", min(size, 999)),
        ("text_prose", min(len(prose), 200)),
        ("text_prose_share", 100 * shown // total),
        ("text_mean", min(total * 10 // max(size, 1), 1000)),
        (
            "text_score",
            sum(max(-LOUD, min(LOUD, score)) for score in scores) // max(size, 1),
        ),
    ):
        yield name, [value] * size


def _runs(words: Column) -> Column:
    """How many short lines stand together where each line stands."""
    runs = [0] * len(words)
    start = 0
    for place, count in enumerate([*words, SHORT + 1]):
        if count > SHORT:
            runs[start:place] = repeat(min(place - start, FAR), place - start)
            start = place + 1
    return runs


def _vocabulary(lines: Sequence[Marks]) -> Iterator[tuple[str, Column]]:
    """How many of a line's words the paragraphs of the text have too, in per cent."""
    known: dict[str, int] = {}
    prose = [line.longs for line in lines if line.prose]
    for longs in prose:
        for word in longs:
            known[word] = known.get(word, 0) + 1
    times = known.get
    opening = frozenset().union(*prose[:2])
    below = frozenset[str]()
    following = []
    for line in reversed(lines):
        following.append(below)
        below = line.longs if line.prose else below
    following.reverse()
    shares, names_known, names_new = [], [], []
    for line in lines:
        own = line.prose
        longs = line.longs
        found = sum([times(word, 0) > own for word in longs])
        shares.append(100 * found // len(longs) if longs else 50)
        names = sum([times(word, 0) > own for word in line.names])
        names_known.append(min(names, 20))
        names_new.append(min(len(line.names) - names, 20))
    yield "known", shares
    yield "names_known", names_known
    yield "names_new", names_new
    yield (
        "known_below",
        [
            100 * len(line.longs & below) // (len(line.longs) or 1)
            for line, below in zip(lines, following, strict=True)
        ],
    )
    yield (
        "known_opening",
        [100 * len(line.longs & opening) // (len(line.longs) or 1) for line in lines],
    )


def _junk(lines: Sequence[Marks], kinds: Sequence[str]) -> Iterator[tuple[str, Column]]:
    """The lines around that a rule knows, and the head of the section."""
    sure = [line.rule == 2 for line in lines]
    yield "junk_above", _since(sure)
    heads, head = [], 0
    for kind in kinds:
        heads.append(head)
        head = HEADS.get(kind, head)
    yield "head", heads
    yield "head_far", _since([kind in HEADS for kind in kinds])


def _copies(keys: Sequence[str]) -> Iterator[tuple[str, Column]]:
    """How often the line stands in the text."""
    counts = Counter(keys)
    yield "copies", [min(counts[key], 9) for key in keys]


def _since(flags: Sequence[bool]) -> Column:
    """How many lines ago a flag was last set, not counting one's own."""
    ago, found = FAR, []
    for flag in flags:
        ago = min(ago + 1, FAR)
        found.append(ago)
        if flag:
            ago = 0
    return found
