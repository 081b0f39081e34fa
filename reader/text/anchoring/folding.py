"""Text with the accidents of typing folded away, and the way back to the original."""

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from unicodedata import combining, normalize

from reader.model import Span
from reader.text.words import KANA_AND_HAN

_SAME = {
    **dict.fromkeys("’‘‛ʼ", "'"),
    **dict.fromkeys("“”„«»「」『』", '"'),
    **dict.fromkeys("–—‐‑−", "-"),
    "…": "...",
    **dict.fromkeys("\u00ad\u200b\ufeff\u2060", ""),
}
"""What two typings of one sentence differ in: quotation marks, dashes, soft hyphens."""

_WIDE = rf"[{''.join(KANA_AND_HAN)}\u3001-\u301f\uff00-\uffef]"
_BETWEEN_WIDE = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")
"""A blank that is no part of the writing: there a line was broken."""

_PLAIN = (
    r"\u00c0-\u02bb\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3"
    r"\u0904-\u0939\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3"
    r"\uff01-\uff5e"
)
"""Letters of many scripts that stay as they are, unless a mark follows."""
_WORTH_A_LOOK = re.compile(
    rf" ?[^\S ]\s*|\s{{2,}}|[\x20-\x7e{_PLAIN}]?[^\x00-\x7f{_PLAIN}]+\s*"
)
"""All else is ASCII or plain and stays as it is. A letter before a run may bear its
first combining mark, and a space there may be one of several once the run is folded."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; every run of white space in it is one space."""

    text: str
    origins: "array[int]"
    """For each code point of it, and for its end, the offset that it comes from."""

    def inward(self, span: Span) -> tuple[int, int]:
        """Where a span of the original lies here, without the space at its ends."""
        start = bisect_left(self.origins, span.start)
        end = bisect_left(self.origins, span.end)
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return start, end

    def outward(self, start: int, end: int, original: str) -> Span:
        """The span of the original that `text[start:end]` was folded from."""
        first, last = self.origins[start], self.origins[end - 1] + 1
        after = max(self.origins[end], last)
        while after > last and not _fold_cluster(original[after - 1]).strip():
            after -= 1
        return Span(first, after)


def fold(text: str) -> Folded:
    """Fold white space, quotation marks, dashes and composed letters.

    The composition is NFC, one cluster at a time so that offsets can be told. Where
    words are not parted no blank is left: one there stands for the end of a line.
    """
    parts: list[str] = []
    origins = array("L")
    done = 0
    for found in _WORTH_A_LOOK.finditer(text):
        start, end = found.span()
        _copy(text, done, start, parts, origins)
        if found.group().isspace():
            _put(" ", start, parts, origins)
        else:
            _fold_run(text, start, end, parts, origins)
        done = end
    _copy(text, done, len(text), parts, origins)
    origins.append(len(text))
    return _joined("".join(parts), origins)


def _joined(folded: str, origins: "array[int]") -> Folded:
    """The same without the blanks between letters that none stands between."""
    if folded.isascii():
        return Folded(folded, origins)
    parts: list[str] = []
    kept = array("L")
    done = 0
    for blank in _BETWEEN_WIDE.finditer(folded):
        parts.append(folded[done : blank.start()])
        kept += origins[done : blank.start()]
        done = blank.end()
    return Folded("".join((*parts, folded[done:])), kept + origins[done:])


def _copy(
    text: str, start: int, end: int, parts: list[str], origins: "array[int]"
) -> None:
    if start < end:
        parts.append(text[start:end])
        origins.extend(range(start, end))


def _fold_run(
    text: str, start: int, end: int, parts: list[str], origins: "array[int]"
) -> None:
    while start < end:
        after = start + 1
        # A blank bears no mark: alone it would be folded as one.
        while after < end and combining(text[after]) and not text[start].isspace():
            after += 1
        _put(_fold_cluster(text[start:after]), start, parts, origins)
        start = after


def _fold_cluster(cluster: str) -> str:
    if cluster.isspace():
        return " "
    composed = cluster if len(cluster) == 1 else normalize("NFC", cluster)
    return _SAME.get(composed, composed)


def _put(folded: str, origin: int, parts: list[str], origins: "array[int]") -> None:
    if folded == " " and parts and parts[-1].endswith(" "):
        return
    if folded:
        parts.append(folded)
        origins.extend([origin] * len(folded))
