"""What one line shows by itself, as whole numbers."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from reader.cleaning.learned.languages import CHINESE, KOREAN, Language, count
from reader.cleaning.remembered import Remembered
from reader.cleaning.rules import Hit
from reader.cleaning.wording import LONGEST_READ, Wording

PROSE_WORDS, PROSE_STOPS = 12, 22
"""A paragraph has so many words, and so many of a hundred are little ones."""
MOST_WORDS, MOST_CHARS, MOST_STOPS = 200, 1000, 40
MOST_LENGTH, MOST_COMMAS = 200, 20
_ENDS = {".": 1, "?": 2, "!": 3, ":": 4, ",": 5, "…": 6}
_ENDS |= {"。": 1, "\uff1f": 2, "\uff01": 3, "\uff1a": 4}
_CLOSERS = "\"'”\u2019)」\uff09"
_QUOTED = 7
PLAIN_END, ODD_END = 0, 14
PROSE_ENDS = frozenset((1, 2, 3, 6, 8, 9, 10))
"""Marks at the end of a sentence, and the same before a quotation mark."""
_BEGINS = {**dict.fromkeys("•*-+□●▪◦○", 4), **dict.fromkeys("\"'“\u2018«„「", 3)}
_BEGINS |= {"#": 5, "|": 6, "[": 6}
BEGINS = 8
"""How many ways to begin are told apart."""


class Marks(NamedTuple):
    """The marks of one line."""

    words: int
    chars: int
    """In code points."""
    word_length: int
    """The mean, in tenths of a code point."""
    stops: int
    """Little words: `the`, `of`, `was`; as many as English would have."""
    stop_share: int
    """In per cent of the words, as English would have it."""
    capitals: int
    """Words that begin with a capital, in per cent."""
    commas: int
    signs: int
    """Of a hundred code points so many are neither letter, number nor blank."""
    ends: int
    """The mark at the end, as a number."""
    begins: int
    """The sign at the beginning, as a number."""
    rule: int
    """2 when a sure rule knows the line, 1 for a hint, else 0."""
    rule_name: str
    prose: int
    """1 when it reads like a paragraph."""


_MARKS = partial(tuple.__new__, Marks)
"""Quicker than its own constructor, which is asked for every line."""


def marks(
    lines: Iterable[str],
    said: Iterable[Wording],
    content: Iterable[Sequence[str]],
    language: Language,
    hits: Iterable[Hit | None],
) -> Iterator[Marks]:
    """Look at each of some lines.

    Args:
        lines: The lines.
        said: Their words; of a very long line those of its head.
        content: Those of them that are not little ones.
        language: Whose little words are counted.
        hits: The rule that knows each line, if any does.
    """
    ends_of, begins_of, usual = _ENDINGS, _BEGINNINGS, language.usual
    for line, (text, _, tokens, capitals, letters, _), told, hit in zip(
        lines, said, content, hits, strict=True
    ):
        size = len(text) or 1
        words = counted = len(tokens) or 1
        little = count(tokens, told, language)
        if language is CHINESE:
            words, counted = max(words, size // 2), size
        elif language is KOREAN:
            words = words * 3 // 2
        share = little * 4300 // (usual * counted)
        last, first = line[-2:], line[:1]
        if last[-1:].isspace():
            last = line[-80:].rstrip()[-2:]
        if first.isspace():
            first = line[:80].lstrip()[:1]
        ends = ends_of[last]
        word_length, signs = size * 10 // words, size - letters - words
        stops, commas = share * words // 100, text.count(",")
        if not text.isascii():
            commas += text.count("\uff0c") + text.count("、")
        scale = len(line) // LONGEST_READ or 1
        many, long = words * scale, size * scale
        # Each bound is written out: a call for each would cost more than all else here.
        yield _MARKS(
            (
                many if many < MOST_WORDS else MOST_WORDS,
                long if long < MOST_CHARS else MOST_CHARS,
                word_length if word_length < MOST_LENGTH else MOST_LENGTH,
                stops if stops < MOST_STOPS else MOST_STOPS,
                share,
                capitals * 100 // words,
                commas if commas < MOST_COMMAS else MOST_COMMAS,
                signs * 100 // size if signs > 0 else 0,
                ends,
                begins_of[first],
                0 if hit is None else 2 if hit.rule.alone else 1,
                hit.rule.name if hit else "",
                int(
                    words >= PROSE_WORDS and share >= PROSE_STOPS and ends in PROSE_ENDS
                ),
            )
        )


def _ends(tail: str) -> int:
    last = tail[-1:]
    if last in _CLOSERS and len(tail) > 1:
        return _QUOTED + _ENDS.get(tail[0], 0)
    return _ENDS.get(last, PLAIN_END if last.isalnum() else ODD_END)


def _begins(first: str) -> int:
    if first.isalpha():
        return 0 if first.islower() else 1
    return 2 if first.isdigit() else _BEGINS.get(first, 7)


_ENDINGS, _BEGINNINGS = Remembered(_ends), Remembered(_begins)
"""The number of the last two signs of a line, and of its first one."""
