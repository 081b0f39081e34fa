"""Why the model hides a line, in words."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from reader.cleaning.learned.columns import Column
from reader.cleaning.learned.weights import Evidence, Weights, word_weights
from reader.cleaning.remembered import Remembered

REASONS = 2
"""So many reasons are given; more are not read."""
TELLING = 24
"""A word tells something from this many fortieths of a log-odds on."""
MOST_WORDS = 20
"""A reason is sought among so many of the first words of a line."""
WEAK = 25
"""Evidence of fewer hundredths of a log-odds is not worth a word."""
Said = tuple[int, str] | None
"""How much a value says for junk, as a rank, and in words."""


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
    given = sorted(filter(None, told))[: REASONS - len(words)]
    return ", ".join([*words, *[said for _, said in given]])


@cache
def _told(weights: Weights) -> list[tuple[str, Remembered[int, Said]]]:
    """What each value of each feature says."""
    return [
        (name, Remembered(partial(_tells, SAYS[name], one)))
        for name, one in weights.evidence.items()
    ]


def _tells(says: Callable[[int], str], evidence: Evidence, value: int) -> Said:
    worth = evidence.hundredths[bisect_left(evidence.cuts, value)]
    said = says(value) if worth >= WEAK else ""
    return (-worth, said) if said else None


def _words(tokens: Sequence[str], weights: Weights) -> list[str]:
    """The words that weigh most, named; none when no word weighs much."""
    if not weights.words:
        return []
    weighed = word_weights(weights).alone
    loud = {token for token in tokens[:MOST_WORDS] if weighed[token] >= TELLING}
    if not loud:
        return []
    first = sorted(loud, key=lambda token: (-weighed[token], token))[:2]
    named = " and ".join(f"“{token}”" for token in first)
    return [f"says {named}"]
