"""Tags of another codebook taken into this one, by their names."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.model import Tag
from reader.store.errors import StoreError
from reader.store.history import Change
from reader.store.tags import Tags


@dataclass(slots=True)
class Taken:
    """What became of the tags."""

    new: int = 0
    filled: int = 0
    """Those that were here without a description or memo, and have one now."""
    same: int = 0
    conflicts: list[str] = field(default_factory=list)
    """What differs and was left as it is here, one line each."""


def take(
    tags: Tags, change: Change, entries: Iterable[tuple[str, Tag]], *, theirs: bool
) -> Taken:
    """Take tags in within a step; those with the name of one that is here are one.

    Args:
        tags: The codebook.
        change: The step.
        entries: Tags without ids, each with its place in the file. A colour below 0
            is none.
        theirs: Whether descriptions, memos, colours and keys that differ replace
            those here.

    Raises:
        StoreError: When a name cannot be a tag's; its place is named.
    """
    taken = Taken()
    wrong: list[str] = []
    for place, entry in entries:
        try:
            take_one(tags, change, entry, taken, theirs=theirs)
        except StoreError as error:
            wrong.append(f"{place}: {error}")
    if wrong:
        raise StoreError("; ".join(wrong[:10]))
    return taken


def take_one(
    tags: Tags,
    change: Change,
    entry: Tag,
    taken: Taken,
    *,
    theirs: bool = False,
    with_key: bool = False,
) -> None:
    """Take one tag in, and count it; a new one may get a free key."""
    here = tags.named(entry.path)
    is_new = here is None
    if here is None:
        here = tags.ensure(change, entry.path, with_key=with_key)
    wanted: dict[str, str | int] = {}
    for name in ("description", "memo"):
        before, coming = str(getattr(here, name)), str(getattr(entry, name))
        if coming and coming != before:
            if before and not theirs:
                taken.conflicts.append(f"{here.path}: its {name} here was kept")
            else:
                wanted[name] = coming
    if entry.colour >= 0 and (is_new or theirs) and entry.colour != here.colour:
        wanted["colour"] = entry.colour
    if entry.is_retired and is_new:
        wanted["retired"] = 1
    if entry.key and entry.key != here.key:
        wanted |= _key(tags, change, entry, here, taken, theirs=theirs)
    if wanted:
        change.update("tag", here.id, wanted)
    taken.new += is_new
    taken.filled += bool(wanted) and not is_new
    taken.same += not wanted and not is_new


def _key(
    tags: Tags, change: Change, entry: Tag, here: Tag, taken: Taken, *, theirs: bool
) -> dict[str, str | int]:
    """The key that comes along, if it is free or may be taken from its tag."""
    owner = next((tag for tag in tags.all() if tag.key == entry.key), None)
    if owner is None and (theirs or not here.key):
        return {"key": entry.key}
    if owner is not None and theirs:
        change.update("tag", owner.id, {"key": ""})
        return {"key": entry.key}
    why = f"is the key of {owner.path}" if owner else f"would replace {here.key}"
    taken.conflicts.append(f"{here.path}: {entry.key} {why}, and was left")
    return {}
