"""Why the model hides a line, in words."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from reader.cleaning.learned.columns import Column
from reader.cleaning.learned.grams import word_place
from reader.cleaning.learned.weights import Evidence, Weights

REASONS = 2
"""So many reasons are given; more are not read."""
TELLING = 24
"""A word tells something from this many fortieths of a log-odds on."""
WEAK = 25
"""Evidence of fewer hundredths of a log-odds is not worth a word."""


def _several(one: str, many: str) -> Callable[[int], str]:
    return lambda value: one if value == 1 else many.format(value)


SAYS: Mapping[str, Callable[[int], str]] = {
    "words": _several("a single word", "only {} words"),
    "stops": lambda value: "hardly a little word" if value else "no little words",
    "ends": lambda value: "no end of a sentence" if value == 0 else "an odd end",
    "capitals": lambda value: f"{min(value, 100)} % of its words with a capital",
    "signs": lambda value: f"{value} % of it signs",
    "short_run": _several("a short line", "one of {} short lines together"),
    "near_8": lambda _: "the lines around it are junk",
    "near_1": lambda _: "its neighbours are junk",
    "prose_before": lambda value: "above the first paragraph" if not value else "",
    "prose_after": lambda value: "below the last paragraph" if not value else "",
    "words_share": lambda value: f"{value} % of the text stand above it",
    "known": lambda value: f"{100 - value} % of its words are not the article's",
}
"""What a value of each feature that can be told in words says."""


class Told(dict[int, tuple[int, str] | None]):
    """For each value of a feature how much it says, the most first, and in words."""

    def __init__(self, name: str, evidence: Evidence) -> None:
        super().__init__()
        self._says = SAYS[name]
        self._evidence = evidence

    def __missing__(self, value: int) -> tuple[int, str] | None:
        worth = self._evidence.hundredths[bisect_left(self._evidence.cuts, value)]
        said = self._says(value) if worth >= WEAK else ""
        found = self[value] = (-worth, said) if said else None
        return found


@cache
def _told(weights: Weights) -> list[tuple[str, Told]]:
    return [(name, Told(name, one)) for name, one in weights.evidence.items()]


def reason(
    found: Mapping[str, Column], place: int, tokens: Sequence[str], weights: Weights
) -> str:
    """The features that speak loudest for junk, the loudest first.

    Args:
        found: The features of all lines.
        place: The line.
        tokens: Its words.
        weights: The model that hides it.
    """
    words = _words(tokens, weights)
    told = [known[found[name][place]] for name, known in _told(weights)]
    given = [said for _, said in sorted(filter(None, told))]
    return ", ".join([*words, *given][:REASONS])


def _words(tokens: Sequence[str], weights: Weights) -> list[str]:
    """The words that weigh most, named; none when no word weighs much."""
    if not weights.words:
        return []
    weighed = {token: weights.words[word_place(token)] for token in tokens[:20]}
    loud = [token for token, weight in weighed.items() if weight >= TELLING]
    loud.sort(key=lambda token: (-weighed[token], token))
    named = " and ".join(f"“{token}”" for token in loud[:2])
    return [f"says {named}"] if named else []
