"""The kind of every line that the model hides: a first name, then what was learned."""

from collections.abc import Iterator, Mapping, Sequence

from reader.cleaning.learned.kinds import load
from reader.cleaning.learned.languages import ENGLISH
from reader.cleaning.learned.signs import SHOWN, Surroundings
from reader.cleaning.naming import OUTSIDE, named
from reader.cleaning.reading import Paper
from reader.cleaning.sections import sections

_WORDS = {
    "word": "says “{}”",
    "pair": "says “{}”",
    "whole": "says “{}”",
    "first": "begins with “{}”",
    "last": "ends with “{}”",
    "among": "among lines of the kind {}",
    "above": "below a line of the kind {}",
    "below": "above a line of the kind {}",
    "under": "in a section of the kind {}",
    "name": "looks like a name",
    "date": "holds a date",
    "address": "holds an address of the web",
    "says": "somebody says “{}”",
}
"""How a sign is told to a person, by its first word; `{}` is what it says."""
_LOOKS = {
    "comments": "reads like a reader's comment",
    "social": "looks like a share bar",
    "related": "reads like a headline",
    "newsletter": "reads like a sign-up form",
    "byline": "reads like a byline",
    "caption": "reads like a caption",
    "nav": "looks like an entry of a menu",
    "legal": "reads like small print",
    "ads": "reads like an offer",
    "duplicate": "looks like a copy of the article's",
    "tags": "looks like a topic",
    "timestamp": "looks like a date",
    "symbols": "hardly a word",
}
"""What is said of a line of each kind when no single sign can be told."""


_NEIGHBOURS = frozenset(("among", "above", "below", "under"))
LONG_RUN = 16
"""What is named a menu entry among so many short lines is one; asking again would
double the time that a page of menus takes."""
LOUDEST = 3
"""A reason is sought among so many of the signs that speak loudest."""


def surroundings(
    paper: Paper, hidden: Sequence[bool], copies: Mapping[int, int], runs: Sequence[int]
) -> tuple[Surroundings, list[str]]:
    """What is known of the hidden lines before their kinds are told.

    Args:
        paper: The text.
        hidden: For each paragraph whether it is hidden.
        copies: For each later copy of a line the place of the first.
        runs: How many short lines stand together where each stands.

    Returns:
        The view of the text, and how the reason for each first name opens.
    """
    heads = list(sections(paper, hidden))
    first = [
        named(paper, place, heads[place], runs[place]) if is_hidden else (SHOWN, "")
        for place, is_hidden in enumerate(hidden)
    ]
    kinds = [kind for kind, _ in heads]
    names = [name for name, _ in first]
    seen = Surroundings(paper, names, kinds, runs, frozenset(copies))
    return seen, [opening for _, opening in first]


def told(
    paper: Paper,
    hidden: Sequence[bool],
    asked: Sequence[int],
    copies: Mapping[int, int],
    runs: Sequence[int],
) -> Iterator[tuple[int, str, str]]:
    """The place, the kind, and how the reason opens, for each line that is asked for.

    A sure rule keeps its word, and so does the first name in a long menu, where it is
    nearly always right, and where the language is not the one that was learned from.
    """
    seen, openings = surroundings(paper, hidden, copies, runs)
    for place in asked:
        hit, name = paper.hits[place], seen.names[place]
        is_sure = hit.rule.alone if hit else name == "nav" and runs[place] >= LONG_RUN
        kind = name
        if paper.language is ENGLISH and not is_sure:
            kind = load().tell(seen, place)
        opening = openings[place] if kind == name else _said(seen, place, kind)
        yield place, kind, opening


def _said(seen: Surroundings, place: int, kind: str) -> str:
    """How the reason opens where the weights know better than the first name."""
    loudest = load().signs(seen, place, kind)[:LOUDEST]
    told = next(filter(None, map(_in_words, loudest)), "")
    return f"{OUTSIDE}, {told or _LOOKS[kind]}" if kind in _LOOKS else OUTSIDE


def _in_words(sign: str) -> str:
    """A sign as a person is told it; empty for one that tells a person nothing."""
    sort, _, value = sign.partition(" ")
    if sort in {"above", "below"}:
        far, _, value = value.partition(" ")
        if not far.isdigit():
            return ""
    elif sort in {"among", "under"}:
        value = value.partition(" ")[0]
    if sort in _NEIGHBOURS and value not in _LOOKS:
        return ""
    return "" if value in ENGLISH.stops else _WORDS.get(sort, "").format(value)
