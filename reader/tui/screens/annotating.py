"""Tags, memos and hidden lines: the verbs for what is picked."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice, takewhile

from textual import work
from textual.reactive import var

from reader.cleaning import Strength
from reader.model import Annotation, Span, Tag
from reader.store import Reading
from reader.text.excerpt import excerpt, quoted
from reader.tui.screens.overlaps import OverlapsPlace, name_of


class AnnotatingPlace(OverlapsPlace):
    """Owns the codebook as it is offered, and what was applied last."""

    tags: var[Sequence[Tag]] = var(())

    recent: tuple[str, ...] = ()
    """The tags used since the program started, the last first; of all articles."""

    async def renew(self) -> None:
        """Read again what the store says of this article, and show it."""
        raise NotImplementedError

    @work(group="dialog")
    async def action_tag(self) -> None:
        """Choose a tag for the picked passage."""
        from reader.tui.dialogs.tag_picker import TagPicker

        if self.reading is None or not self.picked:
            return
        reading, span = self.reading, self.picked
        passage = self.passages.shown(span)
        picker = TagPicker(self.tags, self.recent, passage)
        path = await self.app.push_screen_wait(picker)
        if path is not None:
            await self._put(reading, span, path)

    def action_tag_by_key(self, key: str) -> None:
        """Apply the tag that has this key."""
        tag = next((tag for tag in self.tags if tag.key == key), None)
        if tag is None:
            self.say(f"No tag has the key {key} yet.")
        else:
            self._apply(tag.path)

    def action_repeat_tag(self) -> None:
        """Apply the last tag again."""
        if self.recent:
            self._apply(self.recent[0])
        else:
            self.say("No tag to repeat yet; t chooses one.")

    def _apply(self, path: str) -> None:
        # What is meant is what is picked now, not when the worker gets its turn.
        if self.reading is not None and self.picked:
            self._put_later(self.reading, self.picked, path)

    @work(group="write")
    async def _put_later(self, reading: Reading, span: Span, path: str) -> None:
        await self._put(reading, span, path)

    async def _put(self, reading: Reading, span: Span, path: str) -> None:
        """Store the tag, then show it: what is shown is what was saved."""
        annotation = await self.ask(
            lambda store: store.annotations.tag(reading.version, span, path)
        )
        if annotation is None or annotation.tag is None:
            return
        name = annotation.tag.path
        rest = (path for path in self.recent if path != name)
        AnnotatingPlace.recent = (name, *rest)[:50]
        await self.renew()
        self.say(f"Tagged {name}{self._skips(span)}")

    def _skips(self, span: Span) -> str:
        """A word on the hidden lines that a passage holds."""
        count = self.hidden_inside(span)
        if not count:
            return ""
        return f"; {count} hidden line{'s' * (count > 1)} inside left out of its quote"

    def hidden_inside(self, span: Span) -> int:
        """How many lines of a passage are hidden, blank ones not counted."""
        first = bisect_right(self.hidden, span.start, key=lambda each: each.span.end)
        within = takewhile(
            lambda each: each.span.start < span.end, islice(self.hidden, first, None)
        )
        return sum(bool(each.span.of(self.text).strip()) for each in within)

    @work(group="dialog")
    async def action_memo(self) -> None:
        """Write a memo on the annotation under the cursor, else on the passage."""
        from reader.tui.dialogs.memo import MemoDialog

        if self.reading is None or not self.picked:
            return
        reading, span = self.reading, self.picked
        here = self._closest()
        chosen = await self._one_of(here, "Memo on which?") if here else None
        if here and chosen is None:
            return
        words = self.passages.shown(chosen.span if chosen else span)
        about = f"{name_of(chosen)} · {words}"
        before = chosen.memo if chosen else ""
        memo = await self.app.push_screen_wait(MemoDialog(about, before))
        if memo == before:
            return
        if chosen is not None:
            chosen_id = chosen.id
            await self.ask(lambda store: store.annotations.set_memo(chosen_id, memo))
        elif memo:
            await self.ask(
                lambda store: store.annotations.note(reading.version, span, memo)
            )
        await self.renew()
        self.say("Memo kept." if memo else "Memo removed.")

    @work(group="dialog")
    async def action_remove(self) -> None:
        """Take off the annotation under the cursor."""
        here = self._closest()
        if not here:
            self.say("No annotation under the cursor.")
            return
        chosen = await self._one_of(here, "Remove which?")
        if chosen is None:
            return
        chosen_id = chosen.id
        if await self.ask(lambda store: store.annotations.remove(chosen_id)):
            await self.renew()
            self.say(f"Removed {name_of(chosen)}.  u brings it back.")

    @work(group="dialog")
    async def action_rebound(self) -> None:
        """Give the annotation under the cursor the picked passage for its own."""
        if self.reading is None or not self.picked:
            return
        version, span = self.reading.version, self.picked
        meant = self.meant_annotation
        here = [meant] if meant else self.under_cursor
        if not here:
            self.say("No annotation here; tab goes to one, J K H L < > move its ends.")
            return
        chosen = await self._one_of(here, "Which one gets these ends?")
        if chosen is None:
            return
        chosen_id = chosen.id
        if chosen.span == span:
            self.say("It has these ends; o and J K H L < > move them, = keeps that.")
        elif await self.done(lambda s: s.annotations.rebound(chosen_id, version, span)):
            await self.renew()
            words = f"{name_of(chosen)} on {quoted(self.passages.shown(span))}"
            self.say(f"Now {words}{self._skips(span)}.  u takes it back.")

    def _closest(self) -> Sequence[Annotation]:
        """The annotation that is meant, else those of just this passage, else all."""
        if meant := self.meant_annotation:
            return [meant]
        here = self.under_cursor
        return [a for a in here if a.span == self.picked] or here

    async def _one_of(
        self, annotations: Sequence[Annotation], question: str
    ) -> Annotation | None:
        from reader.tui.dialogs.choose import ChooseDialog

        if len(annotations) == 1:
            return annotations[0]
        dialog = ChooseDialog(question, annotations)
        chosen = await self.app.push_screen_wait(dialog)
        return next((a for a in annotations if a.id == chosen), None)

    @work(group="write")
    async def action_ignore_line(self) -> None:
        """Hide the picked lines, or keep them if the first is hidden."""
        if self.reading is None or not self.picked:
            return
        version, span = self.reading.version, self.picked
        numbers = [
            number
            for number, line in enumerate(self.reading.lines)
            if line.span.overlaps(span)
        ]
        hide = not self.reading.lines[numbers[0]].hidden

        if await self.done(lambda s: s.verdicts.override(version, numbers, hide)):
            await self.renew()
            what = "line" if len(numbers) == 1 else f"{len(numbers)} lines"
            done = f"Hidden: {what}.  z shows it." if hide else f"Kept: {what}."
            self.say(f"{done}  u takes it back.")

    @work(group="dialog")
    async def action_teach(self) -> None:
        """Hide or keep every line like the picked one, from now on."""
        from reader.cleaning.taught import offered
        from reader.tui.dialogs.teach import TeachDialog

        if self.reading is None or not self.picked:
            return
        line = next(n for n in self.reading.lines if n.span.overlaps(self.picked))
        words = excerpt(line.span.of(self.text), 400)
        dialog = TeachDialog(
            self.desk,
            words,
            offered(words),
            hide=not line.hidden,
            site=self.reading.article.site,
            kind=line.kind or "other",
        )
        taught = await self.app.push_screen_wait(dialog)
        if taught and await self.done(lambda store: store.rules.add(taught)):
            await self.renew()
            self.say("Taught.  R lists the rules, u takes it back.")

    @work(group="write")
    async def action_strength(self) -> None:
        """Clean this article at the next strength."""
        if self.reading is None:
            return
        article_id = self.reading.article.id
        now = await self.ask(lambda store: store.verdicts.strength(article_id))
        if now is None:
            return
        each = list(Strength)
        wanted = each[(each.index(now) + 1) % len(each)]
        if await self.done(lambda s: s.verdicts.set_strength(article_id, wanted)):
            await self.renew()
            hidden = sum(1 for h in self.hidden if h.span.of(self.text).strip())
            self.say(f"Cleaned {wanted}: {hidden} lines hidden.  u takes it back.")
