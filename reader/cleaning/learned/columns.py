"""What the model sees of every line: its marks, its neighbours and its place."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from itertools import accumulate, repeat

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
SETTLED = -20
"""A paragraph whose words and look say so little for junk is not in doubt."""
MOST_PROSE, MOST_LINES = 50, 200
"""Paragraphs and lines are not counted beyond this."""
HEADS = frozenset(
    (
        "related", "comments", "newsletter", "tags", "byline", "social", "nav",
        "legal", "ads",
    )
)  # fmt: skip
"""Kinds of line that open a section."""

Column = list[int]
Made = Iterator[tuple[str, Column]]


class Columns(dict[str, Column]):
    """One column of whole numbers for each feature, as long as the text.

    A column is made when it is first asked for: some the trees ask for, some only who
    wants to know why a line is hidden.
    """

    def __init__(self, paper: Paper, scores: Column, word_scores: Column) -> None:
        """Take the lines.

        Args:
            paper: The text.
            scores: What the words and the look of each paragraph say.
            word_scores: What the words alone say.
        """
        super().__init__(score=scores, score_words=word_scores)
        self.paper = paper

    @cached_property
    def doubtful(self) -> list[bool]:
        """Which lines are in doubt; see `doubtful`."""
        return doubtful(self["score"], self["prose"], self["rule"])

    @cached_property
    def loud(self) -> Column:
        """The scores as they count for neighbours."""
        return [
            score if -LOUD < score < LOUD else LOUD if score > 0 else -LOUD
            for score in self["score"]
        ]

    def __missing__(self, name: str) -> Column:
        self.update(_MAKERS[name](self))
        return self[name]


def doubtful(scores: Column, prose: Column, rules: Column) -> list[bool]:
    """Which lines are in doubt: all but paragraphs that speak for the article.

    Of those that no rule knows the trees would hide one in a hundred at the strictest
    (measured), and they are a fifth of all lines, with most of the words.

    Args:
        scores: What the words and the look of each line say.
        prose: Whether each reads like a paragraph.
        rules: Whether a rule knows it.
    """
    return [
        score > SETTLED or not own or rule > 0
        for score, own, rule in zip(scores, prose, rules, strict=True)
    ]


def _mark(name: str, found: Columns) -> Made:
    place = Marks._fields.index(name)
    yield name, [line[place] for line in found.paper.marks]  # type: ignore[misc]


def _beside(found: Columns) -> Made:
    """The line before and the one after."""
    scores = found["score"]
    yield "score_before", [NO_SCORE, *scores[:-1]]
    yield "score_after", [*scores[1:], NO_SCORE]


def _near_1(found: Columns) -> Made:
    yield "near_1", _means(found.loud, 1)


def _near_8(found: Columns) -> Made:
    yield "near_8", _means(found.loud, 8)


def _least_near(found: Columns) -> Made:
    """The least of three lines above and three below."""
    padded = [0, 0, 0, *found["score"], 0, 0, 0]
    of_three = _lesser(_lesser(padded, padded[1:]), padded[2:])
    yield "least_near", _lesser(of_three, of_three[4:])


def _lesser(some: Column, others: Column) -> Column:
    """The lesser of each two, as far as there are two; `map(min, …)` takes thrice."""
    return [
        one if one < other else other for one, other in zip(some, others, strict=False)
    ]


def _means(values: Column, reach: int) -> Column:
    """The mean of the values at most `reach` away but for one's own.

    Beyond the first and the last it is as if there were noughts.
    """
    size, count = len(values), 2 * reach
    sums = list(accumulate(values, initial=0))
    before = [*repeat(0, reach), *sums][:size]
    after = [*sums[reach + 1 :], *repeat(sums[-1], reach)][:size]
    return [
        (upto - since - own) // count
        for since, upto, own in zip(before, after, values, strict=True)
    ]


def _from_start(found: Columns) -> Made:
    size = len(found["score"])
    start = [*range(min(size, MOST_LINES)), *repeat(MOST_LINES, size - MOST_LINES)]
    yield "from_start", start


def _shares(found: Columns) -> Made:
    """How much of the text stands above a line, in per cent."""
    words = found["words"]
    size = len(words)
    so_far = list(accumulate(words, initial=0))
    total = so_far[-1] or 1
    yield "words_share", [100 * count // total for count in so_far[:-1]]
    yield "lines_share", [100 * place // size for place in range(size)]


def _text(found: Columns) -> Made:
    """What the whole text is like, the same for each line."""
    words, prose = found["words"], found["prose"]
    size, total = len(words), sum(words) or 1
    shown = sum([count for count, own in zip(words, prose, strict=True) if own])
    for name, value in (
        ("text_prose", min(sum(prose), MOST_LINES)),
        ("text_prose_share", 100 * shown // total),
        ("text_longest", max(words, default=0)),
        ("text_mean", min(total * 10 // max(size, 1), 1000)),
        ("text_score", sum(found.loud) // max(size, 1)),
    ):
        yield name, [value] * size


def _short_run(found: Columns) -> Made:
    """How many short lines stand together where each line stands."""
    words = found["words"]
    runs = [0] * len(words)
    start = 0
    for place, count in enumerate([*words, SHORT + 1]):
        if count > SHORT:
            runs[start:place] = repeat(min(place - start, FAR), place - start)
            start = place + 1
    yield "short_run", runs


def _prose_beside(found: Columns) -> Made:
    """How many paragraphs there are above and below."""
    prose = found["prose"]
    upto = list(accumulate(prose))
    total = upto[-1] if upto else 0
    before = [count - own for count, own in zip(upto, prose, strict=True)]
    after = [total - count for count in upto]
    if total > MOST_PROSE:
        before, after = (
            [min(count, MOST_PROSE) for count in counts] for counts in (before, after)
        )
    yield "prose_before", before
    yield "prose_after", after


def _prose_above(found: Columns) -> Made:
    """The last paragraph above: what its words say, and how far it is."""
    lines = list(zip(found["score"], found["words"], found["prose"], strict=True))
    score, _, far = _nearest(lines)
    yield "prose_above_score", score
    yield "prose_above_far", far


def _prose_below(found: Columns) -> Made:
    """The next paragraph below: what its words say, and how many it has."""
    lines = list(zip(found["score"], found["words"], found["prose"], strict=True))
    score, length, _ = _nearest(lines[::-1])
    yield "prose_below_score", score[::-1]
    yield "prose_below_words", length[::-1]


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


def _known(found: Columns) -> Made:
    """How many of a line's words the paragraphs of the text have too, in per cent.

    Little words are left out, for every paragraph has them. So that a paragraph does
    not meet its own words, it is held against every other one of them only. None for a
    line that is not in doubt.
    """
    content = found.paper.content
    lines = list(zip(content, found["prose"], found.doubtful, strict=True))
    prose = [words for words, is_prose, _ in lines if is_prose]
    nothing: frozenset[str] = frozenset()
    own, other = (nothing.union(*prose[first::2]) for first in (0, 1))
    every = own | other
    known = []
    for words, is_prose, is_doubtful in lines:
        met = every
        if is_prose:
            met, own, other = other, other, own
        shared = sum(map(met.__contains__, words)) if is_doubtful else 0
        known.append(100 * shared // len(words) if words else 50)
    yield "known", known


def _head_far(found: Columns) -> Made:
    """How far it is to the head of a section that the line may stand under."""
    ago, far = [], FAR
    for hit in found.paper.hits:
        far = far + 1 if far < FAR else FAR
        ago.append(far)
        if hit and hit.rule.kind in HEADS:
            far = 0
    yield "head_far", ago


OWN = (
    "words",
    "chars",
    "stops",
    "capitals",
    "signs",
    "ends",
    "rule",
    "prose",
)
"""The marks that are features."""
_MAKERS: dict[str, Callable[[Columns], Made]] = {
    **{name: partial(_mark, name) for name in OWN},
    **dict.fromkeys(("score_before", "score_after"), _beside),
    "near_1": _near_1,
    "near_8": _near_8,
    "least_near": _least_near,
    "from_start": _from_start,
    **dict.fromkeys(("words_share", "lines_share"), _shares),
    "short_run": _short_run,
    **dict.fromkeys(
        ("text_prose", "text_prose_share", "text_longest", "text_mean", "text_score"),
        _text,
    ),
    **dict.fromkeys(("prose_before", "prose_after"), _prose_beside),
    **dict.fromkeys(("prose_above_score", "prose_above_far"), _prose_above),
    **dict.fromkeys(("prose_below_score", "prose_below_words"), _prose_below),
    "known": _known,
    "head_far": _head_far,
}
"""Who makes each column; the columns that take one look are made together."""
FEATURES = ("score", "score_words", *_MAKERS)
"""All there are."""
