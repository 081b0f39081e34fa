"""What an uncued line is: a part of the section that a hidden head opened."""

from collections.abc import Iterator, Sequence

from reader.cleaning.rules import Hit
from reader.cleaning.wording import worded

LONGEST_SECTION = 60
"""A section has no more paragraphs than this."""
OPENERS = frozenset(("related", "comments", "newsletter", "tags", "social", "ads"))
"""Kinds whose head is followed by more of the same."""
LONGEST_HEAD = 8
"""A head has no more words than this."""


def sections(
    texts: Sequence[str], hits: Sequence[Hit | None], hidden: Sequence[bool]
) -> Iterator[tuple[str, str]]:
    """For each paragraph the kind and the words of the head it stands under.

    A section ends with the first paragraph that is shown. Both are empty for a
    paragraph that stands under no head.
    """
    kind = words = ""
    length = 0
    for text, hit, is_hidden in zip(texts, hits, hidden, strict=True):
        length += 1
        if not is_hidden or length > LONGEST_SECTION:
            kind = words = ""
        yield kind, words
        if is_hidden and hit and hit.rule.kind in OPENERS and _is_head(text, hit):
            kind, words, length = hit.rule.kind, worded(text).bare, 0


def _is_head(text: str, hit: Hit) -> bool:
    return len(text.split()) <= LONGEST_HEAD and "starts with" not in hit.reason


def kind_of(text: str, hit: Hit | None, above: tuple[str, str]) -> tuple[str, str]:
    """The kind of a hidden paragraph, and the first words of the reason.

    Args:
        text: The paragraph.
        hit: The rule that knows it, sure or not.
        above: What `sections` says of it.
    """
    if hit:
        return hit.rule.kind, hit.reason
    if not any(map(str.isalnum, text)):
        return "symbols", "signs without a word"
    kind, head = above
    if kind:
        return kind, f"under “{head}”"
    return "other", "outside the article"
