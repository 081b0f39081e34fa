"""Places of a text that stand in one sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from reader.model import Span
from reader.text.marks import STOPS
from reader.text.paragraphs import is_wrapped
from reader.text.pieces import Pieces, Size

LONGEST: Final = 500
"""Code points from the first place of a sentence to the end of its last: in a text that
has no full stops all of its places would be in one."""
_MAY_END: Final = re.compile(rf"[{STOPS}\n]")
"""Without one of these between two places, no sentence ends there."""


class Together:
    """Puts places together; sentences are only cut where one may end between them."""

    def __init__(self, text: str) -> None:
        self._text = text

    def by_sentence(self, lines: Iterable[Iterable[Span]]) -> Iterator[Sequence[Span]]:
        """The places of each sentence in turn, in order; of a very long one, of parts.

        Args:
            lines: The places that begin on each line with one, in order. One is asked
                for its places no sooner than it has to be.
        """
        group: list[Span] = []
        for line in lines:
            if group and not self._is_wrapped:
                yield tuple(group)
                group = []
            for place in line:
                if group and not (
                    place.end - group[0].start <= LONGEST
                    and self._is_one(group[-1], place)
                ):
                    yield tuple(group)
                    group = []
                group.append(place)
        if group:
            yield tuple(group)

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self._text)

    @cached_property
    def _is_wrapped(self) -> bool:
        return is_wrapped(self._text)

    def _is_one(self, place: Span, other: Span) -> bool:
        if not _MAY_END.search(self._text, place.end, other.start):
            return True
        sentence = next(self._pieces.forward(place.end - 1, Size.SENTENCE), None)
        return sentence is not None and other.start < sentence.end
