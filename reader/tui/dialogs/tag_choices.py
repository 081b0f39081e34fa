"""What the tag picker offers for what was typed, in which order."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reader.model import Tag
from reader.text.matching import Fit, fitting
from reader.text.twins import near_twins

_HALF_LIFE = 10
"""Annotations after which the use of a tag weighs half."""
_ELSEWHERE = 0.25
"""What a use in another kind of place weighs."""
_SHORTEST = 3
"""Letters from which a near twin is looked for."""
_WORDS, _SENTENCES = 40, 400
"""Code points up to which a passage is some words, or some sentences."""


class Choice(NamedTuple):
    """A row of the picker."""

    path: str
    tag: Tag | None
    """None for the row that makes a new tag."""
    twin: Tag | None = None
    """For a new tag: one whose name is so near that it may be meant."""


def habits(lately: Iterable[tuple[int, int]], length: int) -> dict[int, float]:
    """How much each tag is in use, by its id, for a passage of so many code points.

    The last annotation weighs most, and one that is ten annotations older half of it;
    on a passage of another kind (words, sentences, more) a quarter. So what was used
    recently and what is used often both come up (“frecency”, as in the address bar of
    Firefox).

    Args:
        lately: What `Tags.lately` gives.
        length: Of the passage.
    """
    weights: dict[int, float] = {}
    for age, (tag_id, size) in enumerate(lately):
        weight = 0.5 ** (age / _HALF_LIFE)
        if _kind(size) != _kind(length):
            weight *= _ELSEWHERE
        weights[tag_id] = weights.get(tag_id, 0.0) + weight
    return weights


def _kind(length: int) -> int:
    return (length > _WORDS) + (length > _SENTENCES)


def choices(
    typed: str, tags: Sequence[Tag], in_use: Mapping[int, float]
) -> list[Choice]:
    """The tags that may be meant, the best first.

    A better fit comes before a worse one; equal fits stand in the order of habit, then
    of use. A name that no tag has makes a row of its own, after the tags that fit it
    and before those that merely have its letters somewhere: Enter shall neither make
    a tag where one is meant, nor take one by chance where a new one is.

    Args:
        typed: What stands in the input.
        tags: The codebook. A retired tag is offered to its whole name only.
        in_use: How much each tag is in use, by its id (`habits`).
    """
    typed = typed.strip()

    def habit(tag: Tag) -> tuple[float, int]:
        return -in_use.get(tag.id, 0.0), -tag.uses

    if not typed:
        return _rows(sorted((t for t in tags if not t.is_retired), key=habit))
    fit, use = fitting(typed), in_use.get
    fits = [
        (how, -use(tag.id, 0.0), -tag.uses, tag.path, place)
        for place, tag in enumerate(tags)
        if (how := fit(tag.path)) < (Fit.NAME if tag.is_retired else Fit.NONE)
    ]
    fits.sort()
    if fits and fits[0][0] is Fit.EXACT:
        return _rows(tags[row[-1]] for row in fits)
    meant = [tags[row[-1]] for row in fits if row[0] < Fit.SCATTERED]
    by_chance = [tags[row[-1]] for row in fits if row[0] is Fit.SCATTERED]
    new = Choice(typed, None, _twin(typed, tags))
    return [*_rows(meant), new, *_rows(by_chance)]


def _rows(tags: Iterable[Tag]) -> list[Choice]:
    return [Choice(tag.path, tag) for tag in tags]


def _twin(typed: str, tags: Sequence[Tag]) -> Tag | None:
    """Of several near twins the one that is used most."""
    if len(typed) < _SHORTEST:
        return None
    near = set(near_twins(typed, [tag.path for tag in tags]))
    twins = (tag for tag in tags if tag.path in near)
    return max(twins, key=lambda tag: tag.uses, default=None)
