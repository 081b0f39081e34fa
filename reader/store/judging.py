"""Judging a text, apart from the library: any thread or process may do it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.cleaning import Judged, Said, Strength, Taught

LONG = 50_000
"""Of a text of so many code points the names of the hidden lines are kept too: to make
them when the article is opened would be felt."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the cleaner said of a text, as it is kept."""

    stamp: str
    """What it rests on besides the text; with any other stamp it is out of date."""
    verdicts: str
    """The hidden lines as JSON, `[number, kind, rule, confidence]` each; `[number]` in
    a short text, where the rest is made again when it is looked at."""
    words: int
    """Of the lines that it shows."""

    @property
    def hidden(self) -> frozenset[int]:
        """The numbers of the hidden lines."""
        return frozenset(hidden_in(self.verdicts))


@dataclass(frozen=True, slots=True)
class Task:
    """A text to be judged, with all that the verdicts rest on."""

    text: str
    stamp: str
    strength: Strength
    taught: Sequence[Taught] = ()
    site_lines: Mapping[str, int] = field(default_factory=dict)

    def clean(self) -> Judged:
        """Clean the text."""
        from reader.cleaning import clean

        return clean(
            self.text,
            strength=self.strength,
            taught=self.taught,
            site_lines=self.site_lines,
        ).lines

    def judge(self) -> Judgement:
        """Clean the text, for what is kept."""
        return judgement(self.text, self.stamp, self.clean())


def judgement(text: str, stamp: str, lines: Judged) -> Judgement:
    """Verdicts as they are kept."""
    numbers = lines.hidden_numbers
    is_named = len(text) >= LONG
    hidden = [[n, *(lines.said[n][1:] if is_named else ())] for n in numbers]
    pieces = text.split("\n")
    words = len(text.split()) - sum(len(pieces[number].split()) for number in numbers)
    return Judgement(stamp, json.dumps(hidden, ensure_ascii=False), words)


def hidden_in(verdicts: str) -> set[int]:
    """The numbers of the hidden lines in what was kept."""
    return {number for number, *_ in json.loads(verdicts)}


def named_in(verdicts: str) -> dict[int, Said] | None:
    """What was said of them; None when that has to be made again."""
    rows = json.loads(verdicts)
    if rows and len(rows[0]) == 1:
        return None
    return {number: Said(True, *rest) for number, *rest in rows}
