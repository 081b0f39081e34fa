"""Tags that a passage might get: by keywords, and by what was tagged before.

A suggestion is no annotation until a person accepts it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from reader.model import Span, Tag
from reader.text.excerpt import quoted
from reader.text.hiding import hidden_in
from reader.text.sought import UNSPACED, Sought, all_places

_TOKEN: Final = re.compile(rf"{UNSPACED}|(?:(?!{UNSPACED})\w)+")
_AT_ONCE: Final = 4096
"""Words of a text that are looked at together."""
MOST: Final = 5000
"""Suggestions in one text; of more nobody wants to hear."""
_LETTERS: Final = 3
"""A passage of fewer letters and digits says too little to be looked for again."""

Placed = tuple[int, Span]
"""The id of a tag, and a place that it has, or is not to have."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A tag that a passage might get, and why."""

    tag: Tag
    span: Span
    reason: str
    """In words, `keyword “embargo”`; the words are from outside."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """What suggests a tag wherever it stands."""

    id: int
    tag: Tag
    sought: Sought
    coder: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """Words that were tagged so before."""

    tag: Tag
    words: str
    times: int = 1


Known = Mapping[str, Sequence[tuple[tuple[str, ...], Earlier]]]
"""What was tagged before, by its first word; with each its words, case folded."""


def by_keywords(
    texts: Sequence[str], keywords: Sequence[Keyword]
) -> list[list[Suggestion]]:
    """For each text a suggestion for each place where a keyword of a tag stands.

    Raises:
        SoughtError: When a pattern takes too long.
    """
    places = all_places([each.sought for each in keywords], texts)
    return [
        [
            Suggestion(keyword.tag, span, _because(keyword.sought))
            for keyword, found in zip(keywords, places, strict=True)
            for span in found[number]
        ]
        for number in range(len(texts))
    ]


def known(earlier: Iterable[Earlier]) -> Known:
    """What was tagged before, ready to be met again in many texts."""
    found: dict[str, list[tuple[tuple[str, ...], Earlier]]] = {}
    for each in earlier:
        words = _words(each.words)
        if sum(map(len, words)) >= _LETTERS:
            found.setdefault(words[0], []).append((words, each))
    return found


def by_earlier(text: str, known: Known) -> list[Suggestion]:
    """A suggestion for each place with words that were tagged so before.

    Case, white space and punctuation between the words are put aside. However many
    passages were tagged, each word of the text is looked up once.
    """
    longest = max(
        (len(words) for each in known.values() for words, _ in each), default=0
    )
    found = _met(text, known, longest) if known else ()
    return list(islice(found, MOST))


@lru_cache(maxsize=1 << 13)
def _words(text: str) -> tuple[str, ...]:
    """The words of a passage; the same ones are asked for after every change."""
    return tuple(token.casefold() for token in _TOKEN.findall(text))


def _met(text: str, known: Known, longest: int) -> Iterator[Suggestion]:
    """The places of what is known by its first word, in the order of the text."""
    for count, tokens in _windows(_TOKEN.finditer(text), longest - 1):
        folded = [token[0].casefold() for token in tokens]
        for place, word in enumerate(folded[:count]):
            for words, each in known.get(word, ()):
                end = place + len(words)
                if tuple(folded[place:end]) == words:
                    span = Span(tokens[place].start(), tokens[end - 1].end())
                    times = "once" if each.times == 1 else f"{each.times} times"
                    whole = _with_ends(text, span, each.words)
                    yield Suggestion(each.tag, whole, f"tagged so {times}")


def _windows(
    tokens: Iterator[re.Match[str]], beyond: int
) -> Iterator[tuple[int, list[re.Match[str]]]]:
    """Tokens some thousands at a time, with a few of the next ones.

    Each time, how many are looked at for the first time come before the list.
    """
    here: list[re.Match[str]] = []
    while more := list(islice(tokens, _AT_ONCE)):
        here += more
        if (count := len(here) - beyond) > 0:
            yield count, here
            here = here[count:]
    yield len(here), here


def offered(
    found: Iterable[Suggestion],
    hidden: Sequence[Span],
    annotated: Iterable[Placed],
    rejected: Iterable[Placed],
) -> tuple[Suggestion, ...]:
    """What is left to suggest, in the order of the text.

    Nothing in hidden lines, nothing where the tag stands already or was not wanted,
    and of suggestions of one tag that overlap only the longest.
    """
    taken: dict[int, list[Span]] = {}
    for tag_id, span in (*annotated, *rejected):
        taken.setdefault(tag_id, []).append(span)
    left = []
    free = {tag_id: _joined(spans) for tag_id, spans in taken.items()}
    unseen = _joined(hidden)
    for each in sorted(found, key=lambda s: (-len(s.span), s.span.start)):
        spans = free.setdefault(each.tag.id, [])
        if any(hidden_in(unseen, each.span)):
            continue
        place = bisect_right(spans, each.span.start, key=lambda span: span.end)
        if place == len(spans) or not each.span.overlaps(spans[place]):
            spans.insert(place, each.span)
            left.append(each)
    return tuple(sorted(left, key=lambda s: (s.span.start, -s.span.end, s.tag.path)))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            before = joined.pop()
            span = Span(before.start, max(before.end, span.end))
        joined.append(span)
    return joined


def _because(sought: Sought) -> str:
    return f"{'pattern' if sought.is_regex else 'keyword'} {quoted(sought.words)}"


def _with_ends(text: str, span: Span, words: str) -> Span:
    """The span with the punctuation that the tagged words begin and end with."""
    tokens = list(_TOKEN.finditer(words))
    before, after = words[: tokens[0].start()], words[tokens[-1].end() :]
    is_before = text.endswith(before, 0, span.start)
    is_after = text.startswith(after, span.end)
    start = span.start - len(before) if is_before else span.start
    return Span(start, span.end + len(after) if is_after else span.end)
