"""Editing the codebook: one verb for each change, each of them one step to undo."""

from collections.abc import Callable, Sequence

from textual import work
from textual.content import Content

from reader.model import Annotation, Tag
from reader.palette import COLOURS
from reader.store import Store
from reader.store.branches import Branch
from reader.text.counted import counted
from reader.text.twins import near_twins
from reader.tui.colours import ground_of, tag_colour
from reader.tui.keys import reading_command
from reader.tui.screens.place import Place

_LISTED = 1000
"""Passages that are offered for splitting off; more are found by retrieval."""
_PATH = "a/b puts b under a. What is under a tag goes where it goes."


class CodebookEdits(Place):
    """The verbs; which tag they mean is for the screen to say."""

    tags: Sequence[Tag] = ()

    @property
    def marked(self) -> Branch | None:
        """The tag or level under the cursor."""
        raise NotImplementedError

    async def renew(self, mark: str = "") -> None:
        """Read the codebook anew, and mark a path."""
        raise NotImplementedError

    async def _edit(
        self, command: Callable[[Store], object], said: str, mark: str
    ) -> None:
        if await self.done(command):
            await self._kept(said, mark)

    async def _kept(self, said: str, mark: str) -> None:
        await self.renew(mark)
        self.say(f"{said}  u takes it back.")

    def _twin_note(self, own: str = "") -> Callable[[str], str]:
        """What there is to say to a name: that it is taken, or nearly."""
        tags = {tag.path: tag for tag in self.tags if tag.path != own}
        taken = {path.casefold(): path for path in tags}

        def note(typed: str) -> str:
            if typed.casefold() in taken:
                return f"There is {taken[typed.casefold()]} already; & merges them."
            for twin in near_twins(typed, tags):
                return f"{twin} exists, {counted(tags[twin].uses, 'use')}."
            return ""

        return note

    async def _path_for(self, title: str, value: str, own: str = "") -> str:
        from reader.tui.dialogs.name import NameDialog

        dialog = NameDialog(title, _PATH, value, says=self._twin_note(own))
        typed = await self.app.push_screen_wait(dialog)
        return "" if typed in (None, own) else typed or ""

    @work(group="dialog")
    async def action_new_tag(self) -> None:
        """Make a tag beside the marked one."""
        parent = self.marked.path.rpartition("/")[0] if self.marked else ""
        path = await self._path_for("New tag", f"{parent}/" if parent else "")
        if path:
            await self._edit(lambda s: s.codebook.add(path), f"Made {path}.", path)

    @work(group="dialog")
    async def action_rename_tag(self) -> None:
        """Change the marked tag's path."""
        if (branch := self.marked) is None:
            return
        path = await self._path_for("Rename or move", branch.path, branch.path)
        if path:
            said = f"{branch.path} is {path} now."
            await self._edit(lambda s: s.codebook.rename(branch.path, path), said, path)

    async def _other_tag(self, title: str, question: str, branch: Branch) -> str | None:
        """Choose a tag that is not in the marked branch."""
        from reader.tui.dialogs.tag_picker import TagPicker

        own = f"{branch.path}/".casefold()
        others = [t for t in self.tags if not f"{t.path}/".casefold().startswith(own)]
        picker = TagPicker(others, {}, question, title=title)
        paths = await self.app.push_screen_wait(picker)
        return paths[0] if paths else None

    @work(group="dialog")
    async def action_move_tag(self) -> None:
        """Put the marked tag under another one."""
        if (branch := self.marked) is None:
            return
        under = await self._other_tag(
            "Put under", f"{branch.path} goes under which tag?", branch
        )
        if under is not None:
            said = f"{branch.name} is under {under} now."
            await self._edit(
                lambda s: s.codebook.move(branch.path, under),
                said,
                f"{under}/{branch.name}",
            )

    @work(group="dialog")
    async def action_merge_tag(self) -> None:
        """Make the marked tag one with another."""
        if (branch := self.marked) is None:
            return
        into = await self._other_tag(
            "Merge", f"{branch.path} becomes one with which tag?", branch
        )
        if into is not None:
            said = f"{branch.path} is merged into {into}."
            await self._edit(
                lambda s: s.codebook.merge([branch.path], into), said, into
            )

    @work(group="dialog")
    async def action_split_tag(self) -> None:
        """Give some of the tag's passages a tag of their own."""
        from reader.tui.dialogs.tick import TickDialog

        branch = self.marked
        if branch is None or branch.tag is None or not branch.tag.uses:
            self.say("No passage has this tag.")
            return
        own = branch.tag
        found = await self.ask(lambda store: _some_of(store, own))
        if found is None:
            return
        about = f"Passages of {own.path} for the new tag, of {own.uses:,}:"
        dialog = TickDialog("Split off", about, found)
        chosen = await self.app.push_screen_wait(dialog)
        if not chosen:
            return
        path = await self._path_for("Their tag", f"{own.path}/", own.path)
        if path:
            what = counted(len(chosen), "passage has", "passages have")
            await self._edit(
                lambda s: s.codebook.split(chosen, path),
                f"{what} the tag {path}.",
                path,
            )

    @work(group="dialog")
    async def action_describe_tag(self) -> None:
        """Say what the marked tag means."""
        await self._write("Description", "description")

    @work(group="dialog")
    async def action_tag_memo(self) -> None:
        """Note something about the marked tag."""
        await self._write("Memo", "memo")

    async def _write(self, title: str, column: str) -> None:
        if (branch := self.marked) is None:
            return
        before = str(getattr(branch.tag, column)) if branch.tag else ""

        def put(store: Store, text: str) -> None:
            book = store.codebook
            write = book.describe if column == "description" else book.set_memo
            write(branch.path, text)

        of = branch.path, column
        if await self.write(branch.path, before, put, of, title) is not None:
            await self._kept(f"{title} kept.", branch.path)

    @work(group="dialog")
    async def action_recolour_tag(self) -> None:
        """Choose another colour for the marked tag."""
        from reader.tui.dialogs.pick import PickDialog

        if (branch := self.marked) is None:
            return
        ground = ground_of(self.app)
        rows = [
            Content.assemble(("■ ", tag_colour(place, ground)), name)
            for place, (name, *_) in enumerate(COLOURS)
        ]
        now = branch.tag.colour % len(COLOURS) if branch.tag else 0
        place = await self.app.push_screen_wait(
            PickDialog("Colour", branch.path, rows, now)
        )
        if place is not None:
            said = f"{branch.path} is {COLOURS[place][0]}."
            await self._edit(
                lambda s: s.codebook.recolour(branch.path, place), said, branch.path
            )

    @work(group="dialog")
    async def action_tag_key(self) -> None:
        """Choose the key that applies the marked tag."""
        from reader.tui.dialogs.name import NameDialog

        if (branch := self.marked) is None:
            return
        about = f"The key that applies {branch.path} while reading; empty: none."
        before = branch.tag.key if branch.tag else ""
        dialog = NameDialog("Key", about, before, says=self._key_note, longest=1)
        key = await self.app.push_screen_wait(dialog)
        if key is None or key == before:
            return
        if command := reading_command(key):
            self.say(f"{key} is the key of {command.label} while reading.")
            return
        said = f"{key} applies {branch.path}." if key else "It has no key now."
        await self._edit(
            lambda s: s.codebook.set_key(branch.path, key), said, branch.path
        )

    def _key_note(self, typed: str) -> str:
        if command := reading_command(typed):
            return f"{typed} is {command.label} while reading; take another."
        owner = next((tag for tag in self.tags if typed and tag.key == typed), None)
        return f"{owner.path} has it now, and would lose it." if owner else ""

    @work(group="write")
    async def action_retire_tag(self) -> None:
        """Offer the marked tag no more, or again."""
        if (branch := self.marked) is None:
            return
        own = f"{branch.path}/".casefold()
        below = [t for t in self.tags if f"{t.path}/".casefold().startswith(own)]
        retire = not all(tag.is_retired for tag in below)
        said = "is retired; z shows such tags." if retire else "is offered again."
        await self._edit(
            lambda s: s.codebook.retire(branch.path, retired=retire),
            f"{branch.path} {said}",
            branch.path,
        )

    @work(group="dialog")
    async def action_delete_tag(self) -> None:
        """Delete the marked tag; when it is used, after a yes."""
        from reader.tui.dialogs.pick import PickDialog

        if (branch := self.marked) is None:
            return
        if branch.uses:
            what = counted(branch.uses, "annotation")
            tags = f" and {counted(branch.tags, 'tag')} under it" if branch.tags else ""
            rows = [Content("Keep it"), Content(f"Delete it with {what}")]
            about = f"{branch.path}{tags}: {what} would go too."
            yes = await self.app.push_screen_wait(PickDialog("Delete", about, rows))
            if yes != 1:
                return
        await self._edit(
            lambda s: s.codebook.remove(branch.path, with_annotations=True),
            f"{branch.path} is deleted.",
            "",
        )

    def action_tag_later(self) -> None:
        """One place down among the tags beside it."""
        self._shift(1)

    def action_tag_earlier(self) -> None:
        """One place up."""
        self._shift(-1)

    @work(group="write")
    async def _shift(self, by: int) -> None:
        branch = self.marked
        if branch is not None and await self.done(
            lambda store: store.codebook.shift(branch.path, by)
        ):
            await self.renew(branch.path)


def _some_of(store: Store, tag: Tag) -> list[Annotation]:
    from itertools import islice

    found = store.annotations.each(tag.path, None, None)
    return list(islice((a for a in found if a.tag and a.tag.id == tag.id), _LISTED))
