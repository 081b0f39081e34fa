"""What the model may not hide: titles, sub-heads, sources, first copies, and doubts."""

import re
from collections.abc import Mapping, Sequence

from reader.cleaning.reading import Paper

LONGEST_HEAD, LONGEST_TITLE = 8, 25
"""A sub-head, a title have at most so many words."""
HEAD_SCORE, TITLE_SCORE = 260, 400
"""A model that knows words is believed from such a score on, in hundredths."""
SHORTEST_BODY, SHORTEST_LEAD = 14, 8
"""The paragraph below a head, and the one above, have at least so many words; the one
below a title may be shorter."""
SHORTEST_CAPTION = 8
"""A line that is said twice running, and of so many words, is a caption."""
SENTENCE_WORDS, DOUBT = 8, 40
"""A line of so many words between two that stay has to be so much more surely junk
than any other, in hundredths: such a line is a sentence more often than not."""
NEAR = 6
"""Junk with a name may stand between, but not more lines of it than this."""
_SOURCE = re.compile(
    r"(?:sources?|quellen?|fuentes?|источники?|출처|来源|來源)\s?: ?\w", re.IGNORECASE
)


def guarded(
    paper: Paper,
    hidden: Sequence[bool],
    place: int,
    copies: Mapping[int, int],
    score: int,
    beyond: int,
) -> bool:
    """Whether a paragraph that only the model hides has to stay.

    Args:
        paper: The text.
        hidden: For each paragraph whether it would be hidden.
        place: The paragraph.
        copies: For each later copy the place of the first, which is the one to keep.
        score: How strongly the model takes it for junk, in hundredths.
        beyond: By how much that is more than it takes to hide a line.
    """
    plain = paper.said[place].plain
    if ":" in plain and _SOURCE.match(plain):
        return True
    if paper.hits[place] or not any(map(str.isalpha, paper.said[place].bare)):
        return False
    if beyond < DOUBT and _is_between(paper, hidden, place):
        return True
    is_first = copies.get(place + 1) == place
    is_caption = is_first and paper.marks[place].words >= SHORTEST_CAPTION
    return is_caption or _is_head(paper, hidden, place, score)


def _is_between(paper: Paper, hidden: Sequence[bool], place: int) -> bool:
    """A sentence's worth of words, and the lines above and below stay."""
    if not 0 < place < len(hidden) - 1 or hidden[place - 1] or hidden[place + 1]:
        return False
    return paper.marks[place].words >= SENTENCE_WORDS


def _is_head(paper: Paper, hidden: Sequence[bool], place: int, score: int) -> bool:
    """A few words over a paragraph: at the very top, or with another one above."""
    words = paper.marks[place].words
    above = _next(paper, hidden, place, -1)
    is_title = above < 0
    if words > (LONGEST_TITLE if is_title else LONGEST_HEAD):
        return False
    if score >= (TITLE_SCORE if is_title else HEAD_SCORE):
        return False
    if not is_title and not _is_body(paper, hidden, above, SHORTEST_BODY):
        return False
    shortest = SHORTEST_LEAD if is_title else SHORTEST_BODY
    return _is_body(paper, hidden, _next(paper, hidden, place, 1), shortest)


def _next(paper: Paper, hidden: Sequence[bool], place: int, step: int) -> int:
    """The next place up or down, past hidden lines that a rule knows."""
    end = place + step * NEAR
    while True:
        place += step
        if not 0 <= place < len(paper.hits):
            return place
        if place == end or not (hidden[place] and paper.hits[place]):
            return place


def _is_body(paper: Paper, hidden: Sequence[bool], place: int, shortest: int) -> bool:
    if not 0 <= place < len(hidden) or hidden[place]:
        return False
    mark = paper.marks[place]
    return mark.prose == 1 and mark.words >= shortest
