"""Tags that a passage might get: by keywords, and by what was tagged before.

A suggestion is no annotation until a person accepts it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reader.model import Span, Tag
from reader.text.excerpt import quoted
from reader.text.sought import UNSPACED, Sought, all_places

_TOKEN: Final = re.compile(rf"{UNSPACED}|(?:(?!{UNSPACED})\w)+")
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
        words = tuple(token.casefold() for token in _TOKEN.findall(each.words))
        if sum(map(len, words)) >= _LETTERS:
            found.setdefault(words[0], []).append((words, each))
    return found


def by_earlier(text: str, known: Known) -> list[Suggestion]:
    """A suggestion for each place with words that were tagged so before.

    Case, white space and punctuation between the words are put aside. However many
    passages were tagged, each word of the text is looked up once.
    """
    tokens = list(_TOKEN.finditer(text)) if known else []
    folded = [token[0].casefold() for token in tokens]
    found = []
    for place, word in enumerate(folded):
        for words, each in known.get(word, ()):
            end = place + len(words)
            if tuple(folded[place:end]) == words:
                span = Span(tokens[place].start(), tokens[end - 1].end())
                times = "once" if each.times == 1 else f"{each.times} times"
                whole = _with_ends(text, span, each.words)
                found.append(Suggestion(each.tag, whole, f"tagged so {times}"))
    return found


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
    for each in sorted(found, key=lambda s: (-len(s.span), s.span.start)):
        spans = taken.setdefault(each.tag.id, [])
        if not any(each.span.overlaps(other) for other in (*spans, *hidden)):
            spans.append(each.span)
            left.append(each)
    return tuple(sorted(left, key=lambda s: (s.span.start, -s.span.end, s.tag.path)))


def _because(sought: Sought) -> str:
    return f"{'pattern' if sought.is_regex else 'keyword'} {quoted(sought.words)}"


def _with_ends(text: str, span: Span, words: str) -> Span:
    """The span with the punctuation that the tagged words begin and end with."""
    tokens = list(_TOKEN.finditer(words))
    before, after = words[: tokens[0].start()], words[tokens[-1].end() :]
    start = span.start - len(before) if text[: span.start].endswith(before) else None
    end = span.end + len(after) if text.startswith(after, span.end) else None
    return Span(span.start if start is None else start, end or span.end)
