"""A title for a text that brings none."""

import re
from typing import Final

from reader.text.graphemes import cluster_at

_LONGEST: Final = 120
"""Code points. The headlines of the sample articles have up to 70; a paragraph
that is one line has several hundred."""
_ENOUGH: Final = 70
"""Code points of a text that has to stand for its missing title."""
_HEAD: Final = 20_000
"""Further down than this nobody looks for a title."""

_WORD: Final = re.compile(r"\w[^\r\n]*")
"""From the first letter or digit to the end of its line."""
_NEXT: Final = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(\S)")
_SENTENCE_END: Final = re.compile(r"""[.…,;:。，；：]["'”’»)\]]*$""")
_ABBREVIATION: Final = re.compile(r"\b\w\.\w\.$")


def title(text: str) -> str:
    """The first line with a word, when it looks like a title; else the first words.

    It is one line without blanks at its ends. First words that leave some out end
    in `…`; a text without a word has its first signs for a title.
    """
    head = text[:_HEAD]
    word = _WORD.search(head)
    if word is None:
        return _shortened(" ".join(head.split()))
    start = 1 + max(head.rfind(end, 0, word.start()) for end in "\r\n")
    line = " ".join(head[start : word.end()].split())
    if _is_title(line) and not _goes_on(head, word.end()):
        return line
    return _shortened(" ".join(head[start:].split()))


def _is_title(line: str) -> bool:
    if len(line) > _LONGEST:
        return False
    return bool(_ABBREVIATION.search(line)) or not _SENTENCE_END.search(line)


def _goes_on(text: str, end: int) -> bool:
    """Whether the next line is a small-letter continuation: a wrapped paragraph."""
    following = _NEXT.match(text, end)
    return following is not None and following[1].islower()


def _shortened(words: str) -> str:
    """As many whole words as there is room for."""
    if len(words) <= _ENOUGH:
        return words
    end = words.rfind(" ", 0, _ENOUGH + 1)
    if end <= 0:
        end = cluster_at(words, _ENOUGH).start or _ENOUGH
    return words[:end].rstrip(" .,;:…–—-") + "…"
