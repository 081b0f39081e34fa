"""Judging a text, apart from the library: any thread or process may do it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.cleaning import Judged, Strength, Taught


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the cleaner said of a text, as it is kept."""

    stamp: str
    """What it rests on besides the text; with any other stamp it is out of date."""
    verdicts: str
    """The hidden lines as JSON, `[number, kind, rule, confidence]` each."""
    words: int
    """Of the lines that it shows."""

    @property
    def hidden(self) -> frozenset[int]:
        """The numbers of the hidden lines."""
        return frozenset(number for number, *_ in json.loads(self.verdicts))


@dataclass(frozen=True, slots=True)
class Task:
    """A text to be judged, with all that the verdicts rest on."""

    text: str
    stamp: str
    strength: Strength
    taught: Sequence[Taught] = ()
    site_lines: Mapping[str, int] = field(default_factory=dict)

    def judge(self) -> Judgement:
        """Clean the text."""
        from reader.cleaning import clean

        lines = clean(
            self.text,
            strength=self.strength,
            taught=self.taught,
            site_lines=self.site_lines,
        ).lines
        return judgement(self.text, self.stamp, lines)


def judgement(text: str, stamp: str, lines: Judged) -> Judgement:
    """Verdicts as they are kept."""
    numbers = lines.hidden_numbers
    hidden = [[number, *lines.said[number][1:]] for number in numbers]
    pieces = text.split("\n")
    words = len(text.split()) - sum(len(pieces[number].split()) for number in numbers)
    return Judgement(stamp, json.dumps(hidden, ensure_ascii=False), words)
