"""The model's verdict on each paragraph of a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from reader.cleaning.learned.columns import Column
from reader.cleaning.learned.forest import Forest
from reader.cleaning.learned.languages import ENGLISH
from reader.cleaning.learned.reasons import reason
from reader.cleaning.learned.scores import features, sureness
from reader.cleaning.learned.weights import Weights, load
from reader.cleaning.reading import Paper

NOT_ASKED = -1000
"""The score of a line that is not in doubt."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model makes of every paragraph."""

    weights: Weights
    found: Mapping[str, Column]
    scores: Column

    def confidence(self, place: int) -> float:
        """How sure it is that the paragraph is junk, from 0 to 1."""
        return sureness(self.scores[place], self.weights)

    def reason(self, paper: Paper, place: int) -> str:
        """What speaks for junk, in words."""
        return reason(self.found, place, paper.said[place].tokens, self.weights)


def model_for(paper: Paper) -> Weights | None:
    """The model for the language of the text; None when no language is known.

    English has one that knows words. The others share one that goes by shape,
    place and rules, with the little words of each language counted alike.
    """
    if paper.language is None:
        return None
    return load().get("english" if paper.language is ENGLISH else "any")


def judge(paper: Paper, weights: Weights) -> Judgement:
    """Score every paragraph."""
    found = features(paper, weights)
    return Judgement(weights, found, scored(found, found.doubtful, weights.forest))


def scored(
    found: Mapping[str, Column], doubtful: Sequence[bool], forest: Forest
) -> Column:
    """The score of each line, in hundredths of a log-odds; high is junk.

    Args:
        found: The features.
        doubtful: Which lines the trees are asked about.
        forest: The trees.
    """
    asked = {name: [*compress(found[name], doubtful)] for name in forest.features}
    sums = iter(forest.sums(asked))
    return [next(sums) if is_asked else NOT_ASKED for is_asked in doubtful]
