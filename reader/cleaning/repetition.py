"""Lines that say again what was said: in this article, or on many of its site."""

from collections.abc import Mapping, Sequence

from reader.cleaning.rules.rule import words_in
from reader.cleaning.wording import LONGEST_READ, Wording, key_of

COPY_WORDS = 5
"""A shorter line may stand twice for good reasons: a sub-head, a table cell."""
NEAR_WORDS = 9
"""A near copy needs more words than this, for a word or two may differ in it."""
NEAR_SHARE = 0.9
"""So much of the first line's vocabulary a near copy has at least."""
SITE_ARTICLES = 3
"""A short line is the site's when it stands on so many of its articles."""
SITE_ARTICLES_PROSE = 6
"""The same for a long one, which may be a paragraph of background used again."""
SITE_WORDS = 12


def copies(lines: Sequence[str], said: Sequence[list[str]]) -> dict[int, int]:
    """For each later copy of a line, the place of the first one.

    A copy has the same words; a near copy begins or ends as the other does, has
    hardly fewer words, and none that the other has not: nothing is lost with it.

    Args:
        lines: The lines of an article.
        said: The words of each, as `wording.worded` gives them.
    """
    exact: dict[str, int] = {}
    edges: dict[str, int] = {}
    found: dict[int, int] = {}
    for place, (line, words) in enumerate(zip(lines, said, strict=True)):
        # What is not of plain signs may be of ideographs, and have few blanks.
        is_short = len(words) < COPY_WORDS
        if is_short and (line.isascii() or words_in(" ".join(words)) < COPY_WORDS):
            continue
        rest = line[LONGEST_READ:]
        first = exact.setdefault(f"{' '.join(words)} {rest}", place)
        if first != place:
            found[place] = first
        elif len(words) > NEAR_WORDS and not rest:
            start, end = f"< {' '.join(words[:5])}", f"> {' '.join(words[-5:])}"
            near = edges.get(start, edges.get(end))
            if near is not None and _alike(words, said[near]):
                found[place] = near
            else:
                edges[start] = edges[end] = place
    return found


def _alike(later: list[str], first: list[str]) -> bool:
    said, before = set(later), set(first)
    return said <= before and len(said) >= NEAR_SHARE * len(before)


def on_site(line: str, said: Wording, site_lines: Mapping[str, int]) -> int:
    """On how many articles of the site the line stands; 0 when too few to tell.

    Args:
        line: A line of the article.
        said: Its words.
        site_lines: For each `line_key`, the articles of the site that have it.
    """
    count = site_lines.get(key_of(said, len(line)), 0)
    long = len(line.split()) > SITE_WORDS
    return count if count >= (SITE_ARTICLES_PROSE if long else SITE_ARTICLES) else 0
