"""The codebook as a tree."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.model import Tag
from reader.store.tags import path_key


@dataclass(frozen=True, slots=True)
class Branch:
    """A row of the tree: a tag, or a level that only has tags under it."""

    path: str
    tag: Tag | None
    depth: int
    """How many levels are above it."""
    uses: int
    """The annotations with this tag or one under it."""
    tags: int
    """How many tags are under it."""

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]

    @property
    def is_retired(self) -> bool:
        """Whether it is a tag that is offered no more."""
        return self.tag is not None and self.tag.is_retired


@dataclass(slots=True)
class _Level:
    path: str
    depth: int
    tag: Tag | None = None
    uses: int = 0
    tags: int = 0


def branches(tags: Iterable[Tag]) -> list[Branch]:
    """Every level and tag, each before what is under it.

    Beside one another they stand by their place, then by their name.
    """
    levels: dict[str, _Level] = {}
    for tag in tags:
        parts = tag.path.split("/")
        for depth in range(len(parts)):
            path = "/".join(parts[: depth + 1])
            level = levels.setdefault(path_key(path), _Level(path, depth))
            level.uses += tag.uses
            if depth == len(parts) - 1:
                level.tag, level.path = tag, path
            else:
                level.tags += 1
    ordered = sorted(levels, key=lambda key: _order(key, levels))
    return [
        Branch(level.path, level.tag, level.depth, level.uses, level.tags)
        for level in map(levels.__getitem__, ordered)
    ]


def _order(key: str, levels: dict[str, _Level]) -> list[tuple[int, str]]:
    """For each level from the top: its place, its name."""
    parts = key.split("/")
    order = []
    for depth, name in enumerate(parts):
        tag = levels["/".join(parts[: depth + 1])].tag
        order.append((tag.place if tag else 0, name))
    return order
