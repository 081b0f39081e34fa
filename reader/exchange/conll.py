"""CoNLL: a token a line, its tag as B-, I- or O; blank lines between sentences."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, TextIO

from reader.exchange.outgoing import Choices, Leaf, Outgoing, Written
from reader.model import Annotation, Span
from reader.text.counted import counted
from reader.text.excerpt import quoted

_LISTED: Final = 10
"""Annotations that were left out, of which the notes tell one by one."""
_BLANK: Final = re.compile(r"\s+")


def write(outgoing: Outgoing, out: TextIO, choices: Choices) -> Written:
    """Write the tokens of each article that has a tag.

    Columns as CoNLL-2003 has them: token, `_`, `_`, tag. A tag counts from the
    first token that it touches to the last. Where tags overlap, the one that begins
    first is kept, of two the longer; which were not is in the notes.
    """
    count = dropped = 0
    named: list[str] = []
    for leaf in outgoing.leaves():
        kept, lost = _apart(leaf.annotations)
        dropped += len(lost)
        named += [_named(leaf, each) for each in lost[: _LISTED - len(named)]]
        if kept:
            count += len(kept)
            out.write("-DOCSTART- -X- -X- O\n\n")
            for sentence in _sentences(leaf, kept):
                for token, tag in sentence:
                    line = f"{token} _ _ {tag}"
                    out.write((choices.shown(line) if choices.shown else line) + "\n")
                out.write("\n")
    said = f"{counted(dropped, 'annotation')} left out: others overlap them"
    more = [f"and {dropped - len(named):,} more"] * (dropped > len(named))
    lost_notes = (said, *named, *more) if dropped else ()
    return Written(count, (*lost_notes, "memos and coders are not in a CoNLL file"))


def _named(leaf: Leaf, annotation: Annotation) -> str:
    """An annotation that was left out, so that it can be found."""
    tag = annotation.tag.path if annotation.tag else ""
    place = f"{leaf.page.article.title}, paragraph {annotation.paragraph}"
    return f"left out: {tag} on {quoted(annotation.quote)} ({place})"


def _apart(
    annotations: Sequence[Annotation],
) -> tuple[list[Annotation], list[Annotation]]:
    """Those with a tag of which no two overlap, and those that this left out."""
    kept: list[Annotation] = []
    lost: list[Annotation] = []
    tagged = [each for each in annotations if each.tag]
    for annotation in sorted(tagged, key=lambda a: (a.span.start, -a.span.end, a.id)):
        if not kept or annotation.span.start >= kept[-1].span.end:
            kept.append(annotation)
        else:
            lost.append(annotation)
    return kept, lost


def _sentences(
    leaf: Leaf, kept: Sequence[Annotation]
) -> Iterator[list[tuple[str, str]]]:
    """Each sentence of an article as its tokens with their tags."""
    # What cuts a text up takes longer to load than any other export.
    from reader.text.passages import Passages, Size

    text = leaf.page.version.text
    passages = Passages(text)
    waiting = list(reversed(kept))
    begun = False
    for sentence in passages.forward(0, Size.SENTENCE):
        tokens = []
        for word in passages.within(sentence, Size.WORD):
            while waiting and waiting[-1].span.end <= word.start:
                waiting.pop()
                begun = False
            tag = "O"
            if waiting and waiting[-1].span.overlaps(word):
                tag = f"{'I' if begun else 'B'}-{_label(waiting[-1])}"
                begun = True
            tokens.append((_token(text, word), tag))
        yield tokens


def _token(text: str, word: Span) -> str:
    return _BLANK.sub("_", word.of(text))


def _label(annotation: Annotation) -> str:
    return _BLANK.sub("_", annotation.tag.path) if annotation.tag else "_"
