"""Memos, annotations and hidden lines: the verbs for what is picked."""

from collections.abc import Callable, Sequence

from textual import work
from textual.content import Content

from reader.model import Annotation
from reader.store import Store
from reader.text.counted import counted
from reader.text.excerpt import excerpt, quoted, quoted_ends
from reader.text.safe import safe_line
from reader.tui.screens.overlaps import name_of
from reader.tui.screens.tag_verbs import Codebook, TagVerbs, codebook_in

_LONGEST = 60
"""Code points of an annotation's words, where one of several is chosen."""


class AnnotatingPlace(TagVerbs):
    """Has the verbs for what stands on the text, and for the lines of it."""

    @work(group="dialog")
    async def action_memo(self) -> None:
        """Write a memo on the annotation under the cursor, else on the passage."""
        if self.reading is None or not self.picked:
            return
        version, span = self.reading.version, self.picked
        here = self._closest()
        chosen = await self._one_of(here, "Memo on which?") if here else None
        if here and chosen is None:
            return
        words = self.passages.shown(chosen.span if chosen else span)
        about = f"{name_of(chosen)} · {words}"
        before = chosen.memo if chosen else ""

        saved: list[tuple[Annotation | None, Codebook]] = []

        def keep(store: Store, memo: str) -> None:
            kept = (
                store.annotations.set_memo(chosen.id, memo)
                if chosen
                else store.annotations.note(version, span, memo)
            )
            saved.append((kept, codebook_in(store)))

        of = chosen.id if chosen else (version.id, span)
        memo = await self.write(about, before, keep, of)
        if memo is not None:
            self._show_saved(*saved[-1], chosen.id if chosen else "")
            self.say("Memo kept." if memo else "Memo removed.")

    async def _changed(
        self, change: Callable[[Store], Annotation | None], annotation_id: str
    ) -> bool:
        """Have the store change an annotation, and show that; whether it did.

        Args:
            change: What the store is to do; gives the annotation as it is then, or
                None when it is gone.
            annotation_id: Which it is.
        """
        saved = await self.change(lambda store: (change(store), codebook_in(store)))
        if saved is not None:
            self._show_saved(*saved, annotation_id)
        return saved is not None

    def _show_saved(
        self, made: Annotation | None, codebook: Codebook, annotation_id: str
    ) -> None:
        """Show an annotation as it is now, and read none of the others again."""
        self.take_saved([made] if made else (), codebook, "" if made else annotation_id)

    @work(group="dialog")
    async def action_about(self) -> None:
        """Show what is known of the article, to correct it and to add to it."""
        from reader.tui.dialogs.about import AboutDialog

        if self.reading is None:
            return
        dialog = AboutDialog(self.desk, self.reading.article.id)
        if await self.app.push_screen_wait(dialog):
            await self.renew()
            self.say("Kept.  u takes it back.")

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

        def remove(store: Store) -> None:
            store.annotations.remove(chosen_id)

        if await self._changed(remove, chosen_id):
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
        elif await self._changed(
            lambda store: store.annotations.rebound(chosen_id, version, span), chosen_id
        ):
            words = f"{name_of(chosen)} on {quoted_ends(self.passages.shown(span))}"
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
        from reader.tui.dialogs.pick import PickDialog

        if len(annotations) == 1:
            return annotations[0]
        is_shared = len({each.coder for each in annotations}) > 1
        rows = [_row(each, told=is_shared) for each in annotations]
        dialog = PickDialog(question, self.passages.shown(self.picked), rows)
        place = await self.app.push_screen_wait(dialog)
        return None if place is None else annotations[place]

    @work(group="write")
    async def action_ignore_line(self) -> None:
        """Hide the picked lines, or keep them if the first is hidden."""
        if self.reading is None or not self.picked:
            return
        version, span = self.reading.version, self.picked
        numbers = self.reading.lines.on(span)
        first = self.reading.lines[numbers[0]]
        hide = not first.hidden
        words = quoted(first.span.of(version.text))
        what = words if len(numbers) == 1 else f"{len(numbers)} lines"
        if await self.done(lambda s: s.verdicts.override(version, numbers, hide)):
            await self.renew()
            done = f"Hidden: {what}.  z shows it." if hide else f"Kept: {what}."
            self.say(f"{done}  u takes it back.")

    @work(group="dialog")
    async def action_teach(self) -> None:
        """Hide or keep every line like the picked one, from now on."""
        from reader.cleaning.taught import offered
        from reader.tui.dialogs.teach import TeachDialog

        if self.reading is None or not self.picked:
            return
        lines = self.reading.lines
        line = lines[lines.on(self.picked)[0]]
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

        def turn(store: Store) -> str:
            wanted = store.verdicts.strength(article_id).after
            store.verdicts.set_strength(article_id, wanted)
            return wanted

        wanted = await self.change(turn)
        if wanted is not None:
            await self.renew()
            hidden = sum(1 for h in self.hidden if h.span.of(self.text).strip())
            self.say(
                f"Cleaned {wanted}: {counted(hidden, 'line')} hidden.  u takes it back."
            )


def _row(annotation: Annotation, *, told: bool) -> Content:
    """Its tag, whose it is where that has to be told, and its words."""
    name = annotation.tag.path if annotation.tag else "memo"
    coder = f"  {annotation.coder}" if told else ""
    return Content.assemble(
        (safe_line(name), "bold"),
        safe_line(coder),
        (f"  {safe_line(excerpt(annotation.quote, _LONGEST))}", "dim"),
    )
