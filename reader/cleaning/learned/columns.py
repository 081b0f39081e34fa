"""What the model sees of every line: its marks, its neighbours and its place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, repeat

from reader.cleaning.learned.marks import Marks
from reader.cleaning.reading import Paper

FAR = 60
"""A distance in lines is not counted beyond this."""
LOUD = 60
"""A score counts for its neighbours no further than this, up or down."""
NO_SCORE = 99
"""The score beyond the first and the last line."""
SHORT = 9
"""A short line has at most so many words; a run of them may be a menu."""
MOST_PROSE, MOST_LINES = 50, 200
"""Paragraphs and lines are not counted beyond this."""
_AGAIN, _OPENING = 20, 40
_FULL = (1 << _AGAIN) - 1
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


def columns(paper: Paper, scores: Column, word_scores: Column) -> dict[str, Column]:
    """One column of whole numbers for each feature, as long as the text.

    Args:
        paper: The text.
        scores: What the words and the look of each paragraph say.
        word_scores: What the words alone say.
    """
    found: dict[str, Column] = {"score": scores, "score_words": word_scores}
    found.update(_own(paper.marks))
    found.update(_around(scores, word_scores, found["words"]))
    found.update(_place(found))
    found.update(_prose(found))
    found.update(_vocabulary(paper))
    found.update(_sections([hit.rule.kind if hit else "" for hit in paper.hits]))
    return found


def _own(lines: Sequence[Marks]) -> Iterator[tuple[str, Column]]:
    for name in OWN:
        place = Marks._fields.index(name)
        yield name, [line[place] for line in lines]  # type: ignore[misc]


OWN = (
    "words",
    "chars",
    "stops",
    "capitals",
    "commas",
    "signs",
    "ends",
    "rule",
    "prose",
)


def _around(
    scores: Column, word_scores: Column, words: Column
) -> Iterator[tuple[str, Column]]:
    """The lines before and after; the mean and the least around."""
    yield "score_before", [NO_SCORE, *scores[:-1]]
    yield "score_after", [*scores[1:], NO_SCORE]
    loud = _within(scores)
    for reach in (1, 8):
        yield f"near_{reach}", _means(loud, reach)
    yield "words_near_3", _means(_within(word_scores), 3)
    yield "words_after", [*words[1:], 0]
    padded = [0, 0, 0, *scores, 0, 0, 0]
    beside = [padded[k : len(scores) + k] for k in (0, 1, 2, 4, 5, 6)]
    yield "least_near", list(map(min, *beside))


def _within(scores: Column) -> Column:
    return [
        score if -LOUD < score < LOUD else LOUD if score > 0 else -LOUD
        for score in scores
    ]


def _means(values: Column, reach: int) -> Column:
    """The mean of the values at most `reach` away but for one's own.

    Beyond the first and the last it is as if there were noughts.
    """
    count = 2 * reach
    return [total // count for total in _sums(values, reach)]


def _sums(values: Column, reach: int) -> Column:
    """The sum of the values at most `reach` away but for one's own."""
    size = len(values)
    sums = list(accumulate(values, initial=0))
    before = [*repeat(0, reach), *sums][:size]
    after = [*sums[reach + 1 :], *repeat(sums[-1], reach)][:size]
    return [
        upto - since - own
        for since, upto, own in zip(before, after, values, strict=True)
    ]


def _place(found: dict[str, Column]) -> Iterator[tuple[str, Column]]:
    """Where the line stands among the lines of the text, and how long that is."""
    words, scores = found["words"], found["score"]
    size = len(words)
    so_far = list(accumulate(words, initial=0))
    total = so_far[-1] or 1
    end = [*repeat(MOST_LINES, size - MOST_LINES), *range(MOST_LINES - 1, -1, -1)]
    yield "from_end", end[-size:] if size else []
    start = [*range(min(size, MOST_LINES)), *repeat(MOST_LINES, size - MOST_LINES)]
    yield "from_start", start
    yield "words_share", [100 * count // total for count in so_far[:-1]]
    yield "lines_share", [100 * place // size for place in range(size)]
    yield "short_run", _runs(words)
    prose = found["prose"]
    shown = sum([count for count, own in zip(words, prose, strict=True) if own])
    for name, value in (
        ("text_prose", min(sum(prose), MOST_LINES)),
        ("text_prose_share", 100 * shown // total),
        ("text_longest", max(words, default=0)),
        ("text_mean", min(total * 10 // max(size, 1), 1000)),
        ("text_score", sum(_within(scores)) // max(size, 1)),
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


def _prose(found: dict[str, Column]) -> Iterator[tuple[str, Column]]:
    """The paragraphs above and below: how many, and what the nearest is like."""
    words, scores, prose = found["words"], found["score"], found["prose"]
    upto = list(accumulate(prose))
    total = upto[-1] if upto else 0
    before = [count - own for count, own in zip(upto, prose, strict=True)]
    yield "prose_before", [min(count, MOST_PROSE) for count in before]
    yield "prose_after", [min(total - count, MOST_PROSE) for count in upto]
    above = list(zip(scores, words, prose, strict=True))
    score, _, far = _nearest(above)
    yield "prose_above_score", score
    yield "prose_above_far", far
    score, length, far = _nearest(above[::-1])
    yield "prose_below_score", score[::-1]
    yield "prose_below_words", length[::-1]
    yield "prose_below_far", far[::-1]


def _nearest(lines: Sequence[tuple[int, int, int]]) -> tuple[Column, Column, Column]:
    """The score, the words and the distance of the last paragraph before each line.

    Args:
        lines: For each the score, the words, and whether it reads like a paragraph.
    """
    scores, lengths, distances = [], [], []
    nearest, length, far = NO_SCORE, 0, FAR
    for score, words, own in lines:
        scores.append(nearest)
        lengths.append(length)
        distances.append(far)
        if own:
            nearest, length, far = score, words, 0
        elif far < FAR:
            far += 1
    return scores, lengths, distances


def _vocabulary(paper: Paper) -> Iterator[tuple[str, Column]]:
    """How many of a line's words the paragraphs of the text have too, in per cent.

    Little words are left out, for every paragraph has them.
    """
    # Each word once: a dict of few keys is made more quickly than a set.
    nothing: dict[str, None] = {}
    prose = [
        dict.fromkeys(words) if line.prose else nothing
        for line, words in zip(paper.marks, paper.content, strict=True)
    ]
    counted = _counted(list(filter(None, prose)))
    below = nothing
    shares, beginning, following = [], [], []
    lines = zip(paper.said, paper.marks, paper.content, prose, strict=True)
    for said, mark, words, own in reversed(list(lines)):
        size = len(said.tokens) - mark.little
        if size > 0:
            met = sum(filter(None, map(counted.get, words)))
            again = met >> _AGAIN & _FULL if own else met & _FULL
            shares.append(100 * again // size)
            beginning.append(100 * (met >> _OPENING) // size)
            in_next = sum(map(below.__contains__, words)) if met and below else 0
            following.append(100 * in_next // size)
        else:
            shares.append(50)
            beginning.append(0)
            following.append(0)
        below = own or below
    yield "known", shares[::-1]
    yield "known_opening", beginning[::-1]
    yield "known_below", following[::-1]


def _counted(paragraphs: Sequence[dict[str, None]]) -> dict[str, int]:
    """For each word of paragraphs what it counts for, side by side in one number.

    From the lowest bit on: for a word that was met, from `_AGAIN` on for one of several
    paragraphs, from `_OPENING` on for one of the first two.
    """
    once, again = 1, 1 | 1 << _AGAIN
    times = Counter(chain.from_iterable(paragraphs))
    counted = {word: again if count > 1 else once for word, count in times.items()}
    for word in set(chain.from_iterable(paragraphs[:2])):
        counted[word] += 1 << _OPENING
    return counted


def _sections(kinds: Sequence[str]) -> Iterator[tuple[str, Column]]:
    """The kind of the head that the line may stand under, and how far it is."""
    known = [int(bool(kind)) for kind in kinds]
    yield "rules_near_8", _sums(known, 8)
    heads, ago = [], []
    head, far = 0, FAR
    for kind in kinds:
        far = far + 1 if far < FAR else FAR
        heads.append(head)
        ago.append(far)
        if kind in HEADS:
            head, far = HEADS[kind], 0
    yield "head", heads
    yield "head_far", ago
