"""What an uncued line is: a part of the section that a hidden head opened."""

from collections.abc import Iterator, Sequence

from reader.cleaning.reading import Paper

LONGEST_SECTION = 60
"""A section has no more paragraphs than this."""
OPENERS = frozenset(("related", "comments"))
"""Kinds whose head is followed by more of the same."""
ENDED = frozenset(("closed", "off", "disabled"))
"""Where comments are that, none follow."""
LONGEST_HEAD = 8
"""A head has no more words than this."""


def sections(paper: Paper, hidden: Sequence[bool]) -> Iterator[tuple[str, str]]:
    """For each paragraph the kind and the words of the head it stands under.

    A section ends with the first paragraph that is shown. Both are empty for a
    paragraph that stands under no head.
    """
    kind = words = ""
    length = 0
    for place, is_hidden in enumerate(hidden):
        length += 1
        if not is_hidden or length > LONGEST_SECTION:
            kind = words = ""
        yield kind, words
        hit = paper.hits[place]
        if not is_hidden or hit is None or not hit.rule.alone:
            continue
        if paper.marks[place].words > LONGEST_HEAD or "starts with" in hit.reason:
            continue
        is_open = ENDED.isdisjoint(paper.said[place].tokens)
        kind = hit.rule.kind if hit.rule.kind in OPENERS and is_open else ""
        words, length = paper.said[place].bare if kind else "", 0
