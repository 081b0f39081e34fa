"""What was coded: the articles that all coders have finished, and their marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A tag on a span, as agreement sees it."""

    span: Span
    tag: str


@dataclass(frozen=True, slots=True)
class Coding:
    """One article as each coder has coded it; nobody's marks are an answer too."""

    article_id: int
    length: int
    """Code points of its text."""
    sentences: Sequence[Span]
    """Its sentences in order, those of hidden lines left out."""
    marks: Mapping[str, Sequence[Mark]]
    """For each of the coders the marks, in any order."""

    def spans(self, coder: str, tag: str | None = None) -> list[Span]:
        """The spans that a coder gave a tag, or any tag; in order, each once."""
        found = {
            mark.span
            for mark in self.marks.get(coder, ())
            if tag is None or mark.tag == tag
        }
        return sorted(found)

    def tags(self, coder: str) -> frozenset[str]:
        """The tags that a coder used in it."""
        return frozenset(mark.tag for mark in self.marks.get(coder, ()))

    def tagged(self, coder: str, tag: str) -> list[bool]:
        """For each sentence, whether the coder's tag shares a code point with it."""
        spans = merged(self.spans(coder, tag))
        answers = []
        place = 0
        for sentence in self.sentences:
            while place < len(spans) and spans[place].end <= sentence.start:
                place += 1
            is_tagged = place < len(spans) and spans[place].start < sentence.end
            answers.append(is_tagged)
        return answers


def merged(spans: Sequence[Span]) -> list[Span]:
    """Spans that overlap or touch made one; both in order."""
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            last = found.pop()
            found.append(Span(last.start, max(last.end, span.end)))
        elif span:
            found.append(span)
    return found
