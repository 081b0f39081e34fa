"""The figures of several coders over the articles that all of them have finished."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from reader.model import Span
from reader.review.agreement.bootstrap import (
    RESAMPLES,
    Part,
    alpha_of,
    cohen_of,
    f1_of,
    fleiss_of,
    interval,
)
from reader.review.agreement.codings import Coding, merged
from reader.review.agreement.measure import Measure
from reader.review.agreement.nominal import (
    NO_UNITS,
    ONE_CODER,
    alpha,
    kappa,
    masi_alpha,
)
from reader.review.agreement.overlap import Tally, exact, overlapping
from reader.review.agreement.unitized import alpha_u

UNITS = (
    "alpha and kappa: the shown sentences of the articles that all coders have"
    " finished; a sentence has a tag when a passage with it shares a character with it",
    "F1: passages with the tag, matched exactly, and when they share half or more",
    "alpha-u: characters of these articles, laid end to end",
    "[ ]: 95 % of 1,000 draws of articles; n/a: see why",
)
"""What is counted, for below a table."""

_Row = Sequence[bool]
"""A coder's answers, one a sentence."""
_Article = Sequence[_Row]
"""The answers of all coders in one article."""

_Match = Callable[[Sequence[Span], Sequence[Span]], Tally]

_NO_PASSAGES = "nobody tagged a passage"


@dataclass(frozen=True, slots=True)
class TagAgreement:
    """The figures of one tag."""

    tag: str
    counts: Mapping[str, int]
    """For each coder the passages."""
    prevalence: float
    """The share of the coders' answers to sentences that are yes."""
    alpha: Measure
    kappa: Measure
    f1_exact: Measure
    f1_overlap: Measure
    alpha_u: Measure

    def measures(self) -> dict[str, Measure]:
        """The figures by their names."""
        return {
            "alpha": self.alpha,
            "kappa": self.kappa,
            "f1_exact": self.f1_exact,
            "f1_overlap": self.f1_overlap,
            "alpha_u": self.alpha_u,
        }


@dataclass(frozen=True, slots=True)
class Agreement:
    """All figures of some coders."""

    coders: Sequence[str]
    articles: int
    """Those that all of them have finished."""
    sentences: int
    tags: Sequence[TagAgreement]
    documents: Measure
    """Alpha with MASI of the sets of tags on whole articles."""
    all_exact: Measure
    """F1 of passages with any tag; the tag must be the same too."""
    all_overlap: Measure
    all_alpha_u: Measure
    seed: int

    def fields(self) -> dict[str, Any]:
        """The figures as JSON may have them."""
        return {
            "coders": list(self.coders),
            "articles": self.articles,
            "sentences": self.sentences,
            "seed": self.seed,
            "units": list(UNITS),
            "all": {
                "masi_alpha": self.documents.fields(),
                "f1_exact": self.all_exact.fields(),
                "f1_overlap": self.all_overlap.fields(),
                "alpha_u": self.all_alpha_u.fields(),
            },
            "tags": [
                {
                    "tag": each.tag,
                    "counts": dict(each.counts),
                    "prevalence": each.prevalence,
                    **{name: m.fields() for name, m in each.measures().items()},
                }
                for each in self.tags
            ],
        }


def agreement(
    coders: Sequence[str],
    codings: Sequence[Coding],
    seed: int = 1,
    resamples: int = RESAMPLES,
) -> Agreement:
    """Measure it.

    Args:
        coders: Whose agreement.
        codings: The articles that all of them have finished, in a steady order.
        seed: For the intervals.
        resamples: For the intervals; 0 leaves them out.
    """
    names = sorted({m.tag for c in codings for each in coders for m in c.marks[each]})
    figures = _Figures(coders, codings, seed, resamples)
    return Agreement(
        coders,
        len(codings),
        sum(len(coding.sentences) for coding in codings),
        [figures.of_tag(name) for name in names],
        masi_alpha([[coding.tags(coder) for coding in codings] for coder in coders]),
        figures.f1(names, exact),
        figures.f1(names, overlapping),
        figures.unitized(names),
        seed,
    )


class _Figures:
    """The figures of given coders, tag by tag."""

    def __init__(
        self,
        coders: Sequence[str],
        codings: Sequence[Coding],
        seed: int,
        resamples: int,
    ) -> None:
        self._coders, self._codings = coders, codings
        self._seed, self._resamples = seed, resamples
        self._pairs = list(combinations(coders, 2))

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
        found = alpha(whole)
        if found.value is None:
            return found
        return found.within(self._interval(list(map(_histogram, articles)), alpha_of))

    def _kappa(self, whole: Sequence[_Row], articles: Sequence[_Article]) -> Measure:
        found = kappa(whole)
        if found.value is None:
            return found
        if len(whole) > 2:
            parts = [_histogram(article) for article in articles]
            return found.within(self._interval(parts, fleiss_of))
        tables = [_table(*article) for article in articles]
        return found.within(self._interval(tables, cohen_of))

    def _interval(
        self, parts: Sequence[Part], figure: Callable[[Sequence[Part]], float | None]
    ) -> tuple[float, float] | None:
        if not self._resamples:
            return None
        return interval(parts, figure, self._seed, self._resamples)

    def f1(self, tags: Sequence[str], match: _Match) -> Measure:
        """The mean F1 over pairs of coders; a match has the same tag."""
        if not self._pairs:
            return Measure.undefined(ONE_CODER)
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
        return Measure(value).within(self._interval(parts, f1_of))

    def unitized(self, tags: Sequence[str]) -> Measure:
        """Alpha-u over the articles laid end to end."""
        units: list[dict[str, list[Span]]] = [{} for _ in self._coders]
        start = 0
        for coding in self._codings:
            for each, coder in zip(units, self._coders, strict=True):
                for tag in tags:
                    moved = (
                        Span(start + span.start, start + span.end)
                        for span in merged(coding.spans(coder, tag))
                    )
                    each.setdefault(tag, []).extend(moved)
            # A unit at the end of one article does not run on into the next.
            start += coding.length + 1
        return alpha_u(units, Span(0, start))


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
