"""The figures of several coders, made from what each article gives to them."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, combinations

from reader.model import Span
from reader.review.agreement import unitized
from reader.review.agreement.bootstrap import (
    RESAMPLES,
    Apart,
    Draws,
    Part,
    alpha_of,
    cohen_of,
    f1_of,
    fleiss_of,
    masi_of,
    middle,
)
from reader.review.agreement.codings import Coding, merged
from reader.review.agreement.measure import Measure
from reader.review.agreement.nominal import (
    NO_UNITS,
    alpha,
    kappa,
    masi_alpha,
    masi_distances,
    too_few,
)
from reader.review.agreement.overlap import Tally, exact, overlapping
from reader.review.agreement.report import Agreement, TagAgreement
from reader.review.agreement.unitized import Disagreement

_Row = Sequence[bool]
"""A coder's answers, one a sentence."""
_Article = Sequence[_Row]
"""The answers of all coders in one article."""

_Match = Callable[[Sequence[Span], Sequence[Span]], Tally]

_NO_PASSAGES = "nobody tagged a passage"
EVERYTHING = "no variation: everything is tagged"


def agreement(
    coders: Sequence[str],
    codings: Sequence[Coding],
    seed: int = 1,
    resamples: int = RESAMPLES,
) -> Agreement:
    """Measure how far coders agree, tag by tag and over all tags, with intervals.

    Args:
        coders: Whose agreement.
        codings: The articles that all of them have finished, in a steady order.
        seed: For the intervals.
        resamples: For the intervals; 0 leaves them out.
    """
    names = sorted({m.tag for c in codings for each in coders for m in c.marks[each]})
    figures = _Figures(coders, codings, Draws(len(codings), seed, resamples))
    return Agreement(
        coders,
        len(codings),
        sum(len(coding.sentences) for coding in codings),
        [figures.of_tag(name) for name in names],
        figures.sets(),
        figures.f1(names, exact),
        figures.f1(names, overlapping),
        figures.unitized(names),
        seed,
    )


class _Figures:
    """The figures of given coders, tag by tag."""

    def __init__(
        self, coders: Sequence[str], codings: Sequence[Coding], draws: Draws
    ) -> None:
        self._coders, self._codings, self._draws = coders, codings, draws
        self._pairs = list(combinations(coders, 2))
        self._disagreements: dict[str, tuple[Disagreement, list[Disagreement]]] = {}
        """For each tag that of all articles, and that of each draw."""

    def of_tag(self, tag: str) -> TagAgreement:
        answers = [
            [c.tagged(coder, tag) for coder in self._coders] for c in self._codings
        ]
        whole = [
            [one for article in answers for one in article[place]]
            for place in range(len(self._coders))
        ]
        yes, given = sum(map(sum, whole)), sum(map(len, whole))
        return TagAgreement(
            tag,
            {
                coder: sum(len(c.spans(coder, tag)) for c in self._codings)
                for coder in self._coders
            },
            yes / given if given else 0.0,
            self._alpha(whole, answers),
            self._kappa(whole, answers),
            self.f1([tag], exact),
            self.f1([tag], overlapping),
            self.unitized([tag]),
        )

    def _alpha(self, whole: Sequence[_Row], articles: Sequence[_Article]) -> Measure:
        return self._within(alpha(whole), list(map(_histogram, articles)), alpha_of)

    def _kappa(self, whole: Sequence[_Row], articles: Sequence[_Article]) -> Measure:
        found = kappa(whole)
        if len(whole) > 2:
            return self._within(found, list(map(_histogram, articles)), fleiss_of)
        if len(whole) < 2:
            return found
        return self._within(found, [_table(*each) for each in articles], cohen_of)

    def _within(
        self,
        found: Measure,
        parts: Sequence[Part],
        figure: Callable[[Sequence[Part]], float | None],
    ) -> Measure:
        """A measure with its interval, if it has a value at all."""
        if found.value is None:
            return found
        return found.within(middle(self._draws.of(parts, figure)))

    def sets(self) -> Measure:
        """Alpha with MASI of the sets of tags on whole articles."""
        rows = [[c.tags(coder) for c in self._codings] for coder in self._coders]
        found = masi_alpha(rows)
        if found.value is None:
            return found
        return self._within(found, _apart(rows), masi_of(len(rows)))

    def f1(self, tags: Sequence[str], match: _Match) -> Measure:
        """The mean F1 over pairs of coders; a match has the same tag."""
        if not self._pairs:
            return Measure.undefined(too_few(self._coders))
        if not self._codings:
            return Measure.undefined(NO_UNITS)
        parts = [
            [
                _sum(
                    match(coding.spans(one, tag), coding.spans(other, tag))
                    for tag in tags
                )
                for one, other in self._pairs
            ]
            for coding in self._codings
        ]
        value = f1_of(parts)
        if value is None:
            return Measure.undefined(_NO_PASSAGES)
        return self._within(Measure(value), parts, f1_of)

    def unitized(self, tags: Sequence[str]) -> Measure:
        """Alpha-u over the articles laid end to end."""
        if not self._pairs:
            return Measure.undefined(too_few(self._coders))
        if not self._codings:
            return Measure.undefined(NO_UNITS)
        if not tags:
            return Measure.undefined(_NO_PASSAGES)
        found = [self._disagreement(tag) for tag in tags]
        value = unitized.alpha([whole for whole, _ in found])
        if value is None:
            return Measure.undefined(EVERYTHING)
        by_draw = zip(*(drawn for _, drawn in found), strict=True)
        return Measure(value).within(middle(list(map(unitized.alpha, by_draw))))

    def _disagreement(self, tag: str) -> tuple[Disagreement, list[Disagreement]]:
        """Of all articles and of each draw; kept, for all tags together need it too."""
        if tag not in self._disagreements:
            parts = [
                unitized.terms(
                    [merged(coding.spans(coder, tag)) for coder in self._coders],
                    Span(0, coding.length),
                )
                for coding in self._codings
            ]
            drawn = self._draws.of(parts, unitized.disagreement)
            self._disagreements[tag] = unitized.disagreement(parts), drawn
        return self._disagreements[tag]


def _histogram(article: _Article) -> tuple[int, ...]:
    """How many sentences got the tag from nobody, from one coder, and so on."""
    counts = [0] * (len(article) + 1)
    for unit in zip(*article, strict=True):
        counts[sum(unit)] += 1
    return tuple(counts)


def _table(one: _Row, other: _Row) -> tuple[int, int, int, int]:
    """How many sentences got the tag from both, the first, the second, neither."""
    pairs = list(zip(one, other, strict=True))
    return (
        pairs.count((True, True)),
        pairs.count((True, False)),
        pairs.count((False, True)),
        pairs.count((False, False)),
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    matches = one = other = 0
    for tally in tallies:
        matches, one, other = matches + tally[0], one + tally[1], other + tally[2]
    return matches, one, other


def _apart(rows: Sequence[Sequence[frozenset[str]]]) -> list[Apart]:
    """For each article its place, and how far it is from each of them.

    Args:
        rows: For each coder the sets of tags, one an article.
    """
    each = list(dict.fromkeys(chain.from_iterable(rows)))
    places = {tags: place for place, tags in enumerate(each)}
    distances = masi_distances(each)
    all_ = [[places[tags] for tags in article] for article in zip(*rows, strict=True)]

    def far(one: Sequence[int], other: Sequence[int]) -> float:
        return sum(distances[a][b] for a in one for b in other)

    return [
        (place, [far(one, other) for other in all_]) for place, one in enumerate(all_)
    ]
