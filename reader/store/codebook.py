"""Editing the codebook: every command is one step, and the annotations follow."""

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any

from reader.model import Tag
from reader.store.annotation_rows import COLUMNS as ANNOTATION_COLUMNS
from reader.store.coders import Coders
from reader.store.errors import AskedWronglyError, StoreError
from reader.store.history import Change, History
from reader.store.keywords import follow
from reader.store.retagging import joined, of_tag, retag
from reader.store.tags import Tags, path_key, proper_path
from reader.store.taking import Taken, take, take_one
from reader.text.counted import counted
from reader.text.excerpt import quoted

_COLUMNS = (
    "path", "path_key", "description", "colour", "key", "memo", "retired", "place",
)  # fmt: skip
"""The columns that would make a tag again; its uses are counted anew."""


class Codebook:
    """The commands that change tags.

    A path may name a *level*, which has tags under it and is none itself. It is
    renamed, merged and removed like a tag, and becomes one as soon as something is
    to be kept of it: a description, a colour, a place among the others.
    """

    def __init__(
        self, conn: sqlite3.Connection, history: History, coders: Coders, tags: Tags
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders
        self._tags = tags

    @contextmanager
    def _step(self, label: str) -> Generator[Change]:
        with self._history.step(self._coders.current, label) as change:
            yield change

    def add(self, path: str, description: str = "") -> Tag:
        """Make a tag.

        Raises:
            StoreError: When there is one already, or this cannot be a tag's name.
        """
        found = self._tags.named(path)
        if found is not None:
            raise AskedWronglyError(f"there is a tag {found.path} already")
        with self._step(f"new tag {path}") as change:
            tag = self._tags.ensure(change, path)
            change.update("tag", tag.id, {"description": description.strip()})
        return self.tag(path)

    def tag(self, path: str) -> Tag:
        """The tag of this name.

        Raises:
            StoreError: When there is none.
        """
        found = self._tags.named(path)
        if found is None:
            raise self._tags.none_called(path)
        return found

    def rename(self, path: str, wanted: str) -> None:
        """Give a tag another path; what is under it comes along.

        Raises:
            StoreError: When the name is taken, or lies under the tag itself.
        """
        moved, wanted = self._branch(path), proper_path(wanted)
        if path_key(wanted).startswith(path_key(path) + "/"):
            raise AskedWronglyError(f"{path} cannot go under itself")
        old = _as_kept(moved[0], path)
        with self._step(f"rename tag {old} to {wanted}") as change:
            going = {tag.id for tag in moved}
            for tag in moved:
                new = proper_path(wanted + tag.path[len(old) :])
                there = self._tags.named(new)
                if there is not None and there.id not in going:
                    raise AskedWronglyError(
                        f"there is a tag {there.path} already; merge them"
                    )
                row = {"path": new, "path_key": path_key(new)}
                change.update("tag", tag.id, row)

    def move(self, path: str, under: str) -> None:
        """Put a tag under another one; an empty path is the top.

        Raises:
            StoreError: When one of that name is there already.
        """
        name = _as_kept(self._branch(path)[0], path).rpartition("/")[2]
        self.rename(path, f"{under}/{name}" if under else name)

    def merge(self, paths: Sequence[str], into: str) -> int:
        """Make several tags one; what is under them goes under it.

        An annotation that the same coder has on the same passage with both tags is
        made one, with both memos. The same is done with description and memo of the
        tags; colour and key are those of `into`.

        Returns:
            How many annotations were made one with another.

        Raises:
            StoreError: When a tag is not there.
        """
        folded = 0
        branches = {path: self._branch(path) for path in paths}
        with self._step(f"merge {', '.join(paths)} into {into}") as change:
            target = self._tags.ensure(change, into, with_key=False)
            for path, branch in branches.items():
                root = _as_kept(branch[0], path)
                if path_key(target.path).startswith(path_key(root) + "/"):
                    # Its own descendants stay where they are, the target among them.
                    branch = [tag for tag in branch if tag.path == root]
                for tag in branch:
                    if tag.id != target.id:
                        wanted = target.path + tag.path[len(root) :]
                        folded += self._merge_one(change, tag, proper_path(wanted))
        return folded

    def _merge_one(self, change: Change, tag: Tag, wanted: str) -> int:
        """Let a tag be the one of that path; if there is none yet, it becomes it."""
        there = self._tags.named(wanted)
        if there is None or there.id == tag.id:
            row = {"path": wanted, "path_key": path_key(wanted)}
            change.update("tag", tag.id, row)
            return 0
        folded = retag(self._conn, change, of_tag(self._conn, tag.id), there.id)
        follow(self._conn, change, tag.id, there.id)
        change.delete("tag", tag.id, _COLUMNS)
        row = {
            "description": joined((there.description, tag.description)),
            "memo": joined((there.memo, tag.memo)),
            "key": there.key or tag.key,
        }
        change.update("tag", there.id, row)
        return folded

    def take(
        self, label: str, entries: Sequence[tuple[str, Tag]], *, theirs: bool = False
    ) -> Taken:
        """Take another codebook's tags in, as one step (see `taking.take`)."""
        with self._step(label) as change:
            return take(self._tags, change, entries, theirs=theirs)

    def take_one(self, change: Change, entry: Tag, *, with_key: bool) -> Taken:
        """Take one tag in within a step; what is known of it here stays."""
        taken = Taken()
        take_one(self._tags, change, entry, taken, with_key=with_key)
        return taken

    def split(self, annotation_ids: Sequence[str], into: str) -> Tag:
        """Give some annotations another tag, which is made when it is new."""
        what = counted(len(annotation_ids), "annotation")
        with self._step(f"give {what} the tag {into}") as change:
            tag = self._tags.ensure(change, into)
            retag(self._conn, change, annotation_ids, tag.id)
        return self.tag(into)

    def describe(self, path: str, description: str) -> None:
        """Say what a tag means, in Markdown."""
        self._set(f"describe {path}", path, description=description.strip())

    def set_memo(self, path: str, memo: str) -> None:
        """Note something about a tag, in Markdown."""
        self._set(f"memo on tag {path}", path, memo=memo.strip())

    def recolour(self, path: str, colour: int) -> None:
        """Give a tag the colour at a place of the palette."""
        self._set(f"recolour {path}", path, colour=colour)

    def set_key(self, path: str, key: str) -> None:
        """Give a tag the key that applies it at once, or none; another loses it.

        Raises:
            StoreError: When it is more than one character, or a blank.
        """
        if len(key) > 1 or (key and not key.isprintable()) or key.isspace():
            raise AskedWronglyError("a tag's key is one letter, digit or sign")
        label = f"key {key} for {path}" if key else f"no key for {path}"
        with self._step(label) as change:
            tag = self._made(change, path)
            for other in self._tags.all():
                if key and other.key == key and other.id != tag.id:
                    change.update("tag", other.id, {"key": ""})
            change.update("tag", tag.id, {"key": key})

    def retire(self, path: str, *, retired: bool = True) -> None:
        """Offer a tag, and what is under it, no more; or offer it again."""
        what = "retire" if retired else "offer again"
        with self._step(f"{what} {path}") as change:
            for tag in self._branch(path):
                change.update("tag", tag.id, {"retired": int(retired)})

    def shift(self, path: str, by: int) -> None:
        """Move a tag among those beside it, and keep it there."""
        parent = path.rpartition("/")[0]
        beside = self._beside(parent)
        keys = [path_key(each) for each in beside]
        if path_key(path) not in keys:
            raise self._tags.none_called(path)
        here = keys.index(path_key(path))
        there = max(0, min(here + by, len(beside) - 1))
        if there == here:
            return
        beside.insert(there, beside.pop(here))
        with self._step(f"order {path}") as change:
            for place, each in enumerate(beside, 1):
                change.update("tag", self._made(change, each).id, {"place": place})

    def remove(self, path: str, *, with_annotations: bool = False) -> int:
        """Take a tag, with all under it, out of the codebook.

        Returns:
            How many annotations went with it.

        Raises:
            StoreError: When it is used and that was not agreed to.
        """
        branch = self._branch(path)
        uses = sum(tag.uses for tag in branch)
        if uses and not with_annotations:
            raise StoreError(f"{path} has {counted(uses, 'annotation')}, kept for now")
        with self._step(f"delete tag {path}") as change:
            for tag in branch:
                for annotation_id in of_tag(self._conn, tag.id):
                    change.delete("annotation", annotation_id, ANNOTATION_COLUMNS)
                try:
                    change.delete("tag", tag.id, _COLUMNS)
                except sqlite3.IntegrityError as error:
                    raise StoreError(
                        f"something else in the library rests on {quoted(tag.path)}"
                    ) from error
        return uses

    def _set(self, label: str, path: str, **columns: Any) -> None:
        with self._step(label) as change:
            change.update("tag", self._made(change, path).id, columns)

    def _made(self, change: Change, path: str) -> Tag:
        """The tag of a path that there is; a level becomes one."""
        root = _as_kept(self._branch(path)[0], path)
        return self._tags.ensure(change, root, with_key=False)

    def _branch(self, path: str) -> list[Tag]:
        """The tags of a level, itself first if it is one."""
        found = self._tags.below(path)
        if not found:
            raise self._tags.none_called(path)
        return found

    def _beside(self, parent: str) -> list[str]:
        """The paths directly under a level, in their order."""
        from reader.store.branches import branches

        depth = parent.count("/") + 1 if parent else 0
        under = self._tags.below(parent) if parent else self._tags.all()
        return [
            branch.path
            for branch in branches(under)
            if branch.depth == depth and path_key(branch.path) != path_key(parent)
        ]


def _as_kept(tag: Tag, path: str) -> str:
    """A level's path as its first tag writes it."""
    return "/".join(tag.path.split("/")[: path.count("/") + 1])
