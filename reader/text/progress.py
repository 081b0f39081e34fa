"""How far one has come in a text as it is shown, and how long the rest will take."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from reader.model import Span
from reader.text.spaces import last_visible

_SAMPLE: Final = 16_384
"""Code points whose script stands for that of the whole text."""
_WORDS_A_MINUTE: Final = 238
"""Silent reading of English non-fiction (Brysbaert, J. Mem. Lang. 109, 2019)."""
_SIGNS_A_MINUTE: Final = 300
"""Chinese and Japanese, between the 255 and 357 of Trauzettel-Klosinski and Dietz
(IOVS 53, 2012)."""
_SIGN: Final = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_WORD: Final = re.compile(r"[^\W\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")


class Progress:
    """Places in a text, hidden lines not counted."""

    def __init__(self, text: str, hidden: Sequence[Span] = ()) -> None:
        """Take a text and the spans of its hidden lines, in order."""
        self._ends = [span.end for span in hidden]
        self._hidden = list(accumulate(map(len, hidden), initial=0))
        self._starts = [span.start for span in hidden]
        last = last_visible(text, len(text))
        self._length = 0 if last is None else self._shown(last + 1)
        sample = text[:_SAMPLE]
        signs, words = len(_SIGN.findall(sample)), len(_WORD.findall(sample))
        minutes = signs / _SIGNS_A_MINUTE + words / _WORDS_A_MINUTE
        self._pace = minutes / max(1, len(sample))

    def _shown(self, offset: int) -> int:
        """The code points shown before an offset."""
        before = bisect_right(self._ends, offset)
        count = offset - self._hidden[before]
        if before < len(self._starts) and self._starts[before] < offset:
            count -= offset - self._starts[before]
        return count

    def share(self, offset: int) -> float:
        """How much of what is shown lies before an offset, from 0 to 1."""
        if not self._length:
            return 1.0
        return min(1.0, self._shown(offset) / self._length)

    def minutes_left(self, offset: int) -> float:
        """The minutes that what is shown after an offset takes to read."""
        return max(0, self._length - self._shown(offset)) * self._pace
