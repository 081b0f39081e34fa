"""The figures of several coders over the articles that all of them have finished."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reader.review.agreement.measure import Measure

UNITS = (
    "alpha and kappa: the shown sentences of the articles that all coders have"
    " finished; a sentence has a tag when a passage with it shares a character with it",
    "F1: passages with the tag, matched exactly, and when they share half or more",
    "alpha-u: characters of these articles, laid end to end",
    "[ ]: 95 % of 1,000 draws of articles; n/a: see why",
)
"""What is counted, for below a table."""


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

    def overall(self) -> dict[str, Measure]:
        """The figures of all tags together by their names."""
        return {
            "f1_exact": self.all_exact,
            "f1_overlap": self.all_overlap,
            "alpha_u": self.all_alpha_u,
        }

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
                **{name: m.fields() for name, m in self.overall().items()},
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
