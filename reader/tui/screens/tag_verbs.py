"""Tagging: what is picked, or the whole article, gets a tag by one way or another."""

from collections.abc import Sequence
from dataclasses import replace

from textual import events, on, work
from textual.content import Content
from textual.reactive import var

from reader.model import Annotation, Span, Tag
from reader.store import Reading, Store
from reader.text.counted import counted
from reader.text.excerpt import quoted
from reader.text.hiding import shown
from reader.text.safe import safe_line
from reader.text.twins import near_twins
from reader.tui.screens.overlaps import OverlapsPlace
from reader.tui.widgets.tag_keys import TagKeys

_LONGEST_IN_VIVO = 60
"""Code points; what is longer is a passage, and no name for one."""

Codebook = tuple[Sequence[Tag], Sequence[tuple[int, int]]]
"""The tags, and what was applied lately, as the picker weighs it."""


class TagVerbs(OverlapsPlace):
    """Owns the codebook as it is offered, and what was applied last."""

    tags: var[Sequence[Tag]] = var(())

    lately: Sequence[tuple[int, int]] = ()
    """The last annotations, as the picker weighs them."""

    recent: tuple[str, ...] = ()
    """The tags applied last, in one go, since the program started."""

    @property
    def to_tag(self) -> Span:
        """What is picked; an article that is picked is all of its text."""
        return Span(0, len(self.text)) if self.picks_article else self.picked

    def validate_tags(self, tags: Sequence[Tag]) -> Sequence[Tag]:
        """A blind coder is not told how often others used a tag."""
        return [replace(tag, uses=0) for tag in tags] if self.is_blind else tags

    def take_codebook(self, codebook: Codebook) -> None:
        """Offer these tags from now on."""
        self.tags, self.lately = codebook

    async def renew(self) -> None:
        """Read again what the store says of this article, and show it."""
        raise NotImplementedError

    def take_saved(
        self, made: Sequence[Annotation], codebook: Codebook, gone: str = ""
    ) -> None:
        """Show annotations that have just been saved, and no more what is gone."""
        raise NotImplementedError

    @work(group="dialog")
    async def action_tag(self) -> None:
        """Choose tags for the picked passage."""
        if self.reading is None or not self.picked:
            return
        reading, span = self.reading, self.to_tag
        paths = await self._choose(span, self.passages.shown(self.picked), "Tag")
        self._apply(reading, span, paths)

    async def _choose(self, span: Span, words: str, title: str) -> tuple[str, ...]:
        # Nothing is asked of the store before the picker is there: what is typed
        # ahead would go past it.
        from reader.tui.dialogs.tag_choices import habits
        from reader.tui.dialogs.tag_picker import TagPicker

        in_use = habits(self.lately, len(span))
        picker = TagPicker(self.tags, in_use, words, title=title, several=True)
        return await self.app.push_screen_wait(picker) or ()

    def action_tag_by_key(self, key: str) -> None:
        """Apply the tag that has this key."""
        tag = next((tag for tag in self.tags if tag.key == key), None)
        if tag is None:
            self.say(f"No tag has the key {key} yet; g opens the codebook.")
        else:
            self._apply(self.reading, self.to_tag, (tag.path,))

    @on(TagKeys.Chosen)
    def _tag_clicked(self, event: TagKeys.Chosen) -> None:
        self.action_tag_by_key(event.key)

    def is_command(self, event: events.Key) -> bool:
        """A tag's own key is none."""
        return super().is_command(event) and not self._is_tag(event)

    def on_key(self, event: events.Key) -> None:
        """A tag's own key is one that is no command's."""
        if event.character and self._is_tag(event):
            self.action_tag_by_key(event.character)
            event.stop()

    def _is_tag(self, event: events.Key) -> bool:
        return any(tag.key == event.character for tag in self.tags if tag.key)

    @work(group="write")
    async def action_repeat_tag(self) -> None:
        """Apply the last tags again, also those of an earlier day."""
        recent: Sequence[str] | None = self.recent
        if not recent:
            recent = await self.ask(lambda s: s.tags.last(s.coders.name))
        if recent is None:
            return
        if not recent:
            self.say("No tag to repeat yet; t chooses one.")
        else:
            self._apply(self.reading, self.to_tag, recent)

    def action_tag_in_vivo(self) -> None:
        """Tag the picked words with a tag that they name."""
        name = self.passages.shown(self.picked).replace("/", "-")
        name = " ".join(name.split()).strip(" .,;:!?\"'“”‘’«»()[]")
        if not name:
            self.say("There are no words here to name a tag.")
        elif len(name) > _LONGEST_IN_VIVO:
            self.say("Pick fewer words first: they are to name a tag.  w picks one.")
        else:
            self._apply(self.reading, self.picked, (safe_line(name),))

    @work(group="dialog")
    async def action_tag_article(self) -> None:
        """Tag the whole article, or take such a tag off."""
        if self.reading is None or not self.text.strip():
            return
        reading, whole = self.reading, Span(0, len(self.text))
        title = reading.article.title
        paths = await self._choose(whole, title, "Tag the whole article")
        self._put_on_article(reading, whole, paths)

    @work(group="write")
    async def _put_on_article(
        self, reading: Reading, whole: Span, paths: Sequence[str]
    ) -> None:
        chosen = {path.casefold() for path in paths}
        standing = {
            annotation.tag.path.casefold(): annotation.id
            for annotation in reading.annotations
            if annotation.tag and annotation.covers_article
        }
        new = [path for path in paths if path.casefold() not in standing]
        if new:
            await self._put(reading, whole, new)
        elif paths:
            ids = [standing[path] for path in chosen]
            if await self.done(lambda s: [s.annotations.remove(each) for each in ids]):
                await self.renew()
                self.say(f"Took {', '.join(paths)} off the article.  u puts it back.")

    @work(group="write")
    async def _apply(
        self, reading: Reading | None, span: Span, paths: Sequence[str]
    ) -> None:
        """Put tags on a passage; ask first where they overlap their like."""
        if reading is None or not span or not paths:
            return
        for path in paths:
            if await self._overlapped(reading, span, path):
                self._ask_and_put(reading, span, paths)
                return
        await self._put(reading, span, paths)

    async def _overlapped(
        self, reading: Reading, span: Span, path: str
    ) -> Sequence[Annotation]:
        """What overlaps the passage and has this tag already."""
        may = any(
            a.tag and a.tag.path.casefold() == path.casefold() and a.span.overlaps(span)
            for a in reading.annotations
        )
        version = reading.version
        if not may:
            return ()
        return await self.ask(lambda s: s.overlaps.of(version, span, path)) or ()

    @work(group="dialog")
    async def _ask_and_put(
        self, reading: Reading, span: Span, paths: Sequence[str]
    ) -> None:
        """Ask of each tag that overlaps its like: one passage, or both."""
        from reader.tui.dialogs.pick import PickDialog

        kept: list[str] = []
        for path in paths:
            answer: int | None = 1
            if found := await self._overlapped(reading, span, path):
                rows = [Content("Make them one passage"), Content("Keep both")]
                about = f"It overlaps {quoted(found[0].quote)}, which has this tag."
                dialog = PickDialog(f"Tag {path}", about, rows)
                answer = await self.app.push_screen_wait(dialog)
            if answer == 0:
                await self._join(reading, span, path)
            elif answer == 1:
                kept.append(path)
        if kept:
            await self._put(reading, span, kept)

    async def _join(self, reading: Reading, span: Span, path: str) -> None:
        version = reading.version

        def join(store: Store) -> bool:
            return store.overlaps.join(version, span, path) is not None

        is_joined = await self.change(join)
        if is_joined:
            TagVerbs.recent = (path,)
            await self.renew()
            self.say(f"One passage of {path} now.  u parts them.")
        elif is_joined is not None:  # What it overlapped has gone meanwhile.
            await self._put(reading, span, (path,))

    async def _put(self, reading: Reading, span: Span, paths: Sequence[str]) -> None:
        """Store the tags, then show them: what is shown is what was saved."""
        known = {tag.path.casefold() for tag in self.tags}
        version = reading.version
        saved = await self.change(
            lambda s: (s.annotations.tag_with(version, span, paths), codebook_in(s))
        )
        if saved is None:
            return
        made, codebook = saved
        names = [each.tag.path for each in made if each.tag]
        TagVerbs.recent = tuple(names)
        twins = self._twins([name for name in names if name.casefold() not in known])
        self.take_saved(made, codebook)
        is_whole = len(span) == len(self.text)
        what, skips = ("the article ", "") if is_whole else ("", self._skips(span))
        self.say(f"Tagged {what}{', '.join(names)}{skips}{twins}")

    def _twins(self, made: Sequence[str]) -> str:
        """A word on the near twins of the tags that have just been made."""
        every = [tag.path for tag in self.tags]
        for name in made:
            for twin in near_twins(name, every):
                return f"; {twin} exists too (g, & merges them)"
        return ""

    def _skips(self, span: Span) -> str:
        """A word on the hidden lines that a passage holds."""
        count = self.hidden_inside(span)
        if not count:
            return ""
        return f"; {counted(count, 'hidden line')} inside left out of its quote"

    def hidden_inside(self, span: Span) -> int:
        """How many lines of a passage are left out of its quote, blank ones apart.

        None where all of it is hidden: then it is quoted as it stands.
        """
        text = self.text
        lines = [h.span for h in self.hidden_on(span) if h.span.of(text).strip()]
        return len(lines) if lines and shown(text, lines, span).strip() else 0


def codebook_in(store: Store) -> Codebook:
    """What is offered for tagging now."""
    return store.tags.all(), store.tags.lately(store.coders.only)
