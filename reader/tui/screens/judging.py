"""Judging passages: one key an answer, the next in the same paint."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var

from reader.model import Anchor, Annotation, Span
from reader.review import Answer, Fix, Item
from reader.store import Reading
from reader.text.cursor import Cursor
from reader.text.suggestions import Suggestion
from reader.tui.bindings import bindings
from reader.tui.keys import JUDGING, while_fixing
from reader.tui.screens.session import SessionPlace
from reader.tui.widgets.item_card import ItemCard
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.session_bar import SessionBar


class JudgingScreen(SessionPlace):
    """Shows a passage with its tag, and takes the answer."""

    NAME = "Judging"
    BINDINGS: ClassVar[list[BindingType]] = bindings(JUDGING)

    suggests: ClassVar[bool] = False

    fixing: var[Fix | None] = var(None)
    """What the annotation would be, while it is being fixed."""

    _is_placed = True
    """Whether what is picked is where the fixed annotation may stand: one that was not
    found again stands nowhere until somebody picks its place."""

    def compose(self) -> ComposeResult:
        """The card under the progress, above the article."""
        for widget in super().compose():
            yield widget
            if isinstance(widget, SessionBar):
                card = ItemCard(blind=self.is_blind)
                yield card.data_bind(JudgingScreen.fixing, JudgingScreen.ground)

    def watch_fixing(self) -> None:
        """Offer the keys that work now."""
        if self.is_mounted:
            rows = self.commands if self.fixing is None else while_fixing(self.commands)
            self.query_one(KeyBar).commands = rows

    def show_item(self, item: Item, reading: Reading) -> None:
        """Show a passage where it stands."""
        self.fixing = None
        self.query_one(ItemCard).item = item
        before = self.reading
        if before is None or before.version.id != reading.version.id:
            self.take(reading)
        else:
            self.reading = reading
            self.show()
        annotation = item.annotation
        self._suggest_item(item)
        if annotation is None or annotation.version_id != reading.version.id:
            self.go_to(0)
        else:
            self.pick(annotation.span)

    def _suggest_item(self, item: Item) -> None:
        """Mark in the text what is judged when it is no annotation yet."""
        one = item.annotation if item.suggested else None
        found = (
            [Suggestion(one.tag, one.span, item.suggested)] if one and one.tag else []
        )
        if found or self.suggestions:
            self._suggested_in = one.version_id if one else 0
            self.suggestions = found
            self.show()

    def pick(self, span: Span) -> None:
        """Pick a span, with the hidden lines shown if it stands on some."""
        hidden = any(h.span.overlaps(span) for h in self.hidden)
        if hidden != self.revealed:
            self.revealed = hidden
            self.cut()
        self.go(self.cursor.pick(self.passages, span))
        if self.item and self.item.annotation and not self.item.is_removed:
            self.meant = self.item.annotation.id

    def go(self, cursor: Cursor) -> None:
        """Put the cursor on another passage, which a fix may be meant for."""
        self._is_placed = True
        super().go(cursor)

    def keep_place(self) -> None:
        """Judging a passage is not reading the article."""

    async def action_accept(self) -> None:
        """It is right; or, while it is being fixed, it is right now."""
        if self.fixing is None:
            await self.answer(Answer.ACCEPT)
        else:
            await self.keep_fix()

    async def keep_fix(self) -> None:
        """Decide that it is what it was changed to; with no change, accept it."""
        fix, item = self.fixing, self.item
        if fix is None or item is None or item.annotation is None:
            return
        if not self._is_placed:
            self.say("Pick where it stands now, then enter; escape gives the fix up.")
            return
        shown = self.reading.version.id if self.reading else None
        fix = replace(fix, span=self._fixed_span(item), version_id=shown)
        before = replace(
            self._as_it_is(item.annotation), version_id=item.annotation.version_id
        )
        is_sure = item.annotation.anchor is Anchor.ANCHORED
        if fix == before and is_sure and not self.session.query.cases:
            await self.answer(Answer.ACCEPT)
        else:
            await self.answer(Answer.FIX, fix)

    def _fixed_span(self, item: Item) -> Span:
        """What is picked; the old span, if nobody moved it."""
        assert item.annotation is not None
        old = item.annotation.span
        is_here = self.reading and self.reading.version.id == item.annotation.version_id
        unmoved = is_here and self.cursor.pick(self.passages, old).span == self.picked
        return old if unmoved else self.picked

    def is_held(self) -> bool:
        """Whether a fix holds the item; a key that would leave it says how to end that.

        What has been changed so far would be lost, and nobody have been asked.
        """
        if self.fixing is not None:
            self.say("It is being fixed: enter keeps that, escape gives it up.")
        return self.fixing is not None

    async def action_reject(self) -> None:
        """It is wrong."""
        if self.is_held():
            return
        item, me = self.item, self.session.coder
        if not await self.answer(Answer.REJECT) or item is None:
            return
        if item.suggested:
            self.say("Rejected; it is suggested no more.  u takes it back.")
        elif self.is_blind:
            self.say("Rejected.  u takes it back.")
        elif item.annotation and item.annotation.coder != me:
            self.say("Rejected; it stays, for it is another coder's.")
        else:
            self.say("Rejected and removed.  u brings it back.")

    async def action_skip(self) -> None:
        """Decide later."""
        if not self.is_held():
            await self.answer(Answer.SKIP)

    async def action_back(self) -> None:
        """Look at the one before again."""
        if not self.is_held():
            await self.go_back()

    async def action_flag(self) -> None:
        """Mark it for the codebook."""
        if not self.is_held():
            await self.toggle_flag()

    def action_undo(self) -> None:
        """Take back the last change."""
        if not self.is_held():
            super().action_undo()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        if not self.is_held():
            super().action_redo()

    def action_fix(self) -> None:
        """Change it with the keys of reading, until Enter keeps the change.

        It begins where the annotation stands, wherever one has looked meanwhile: what
        Enter keeps is what is picked.
        """
        annotation = self.item.annotation if self.item else None
        if annotation is not None and self.fixing is None:
            self.fixing = self._as_it_is(annotation)
            if self.reading and annotation.version_id == self.reading.version.id:
                self.pick(annotation.span)
            else:
                self._is_placed = False

    def _as_it_is(self, annotation: Annotation) -> Fix:
        """What it is; to one who is blind, without the memo of another."""
        is_told = not self.is_blind or annotation.coder == self.session.coder
        return Fix(
            annotation.span,
            annotation.tag.path if annotation.tag else "",
            annotation.memo if is_told else "",
        )

    def action_definition(self) -> None:
        """Show all that the codebook says of the tag."""
        from reader.tui.dialogs.definition import DefinitionDialog

        tag = self.item.annotation.tag if self.item and self.item.annotation else None
        if tag is None:
            self.say("A bare memo has no tag.")
        else:
            self.app.push_screen(DefinitionDialog(tag))

    async def _put(self, reading: Reading, span: Span, paths: Sequence[str]) -> None:
        """A tag chosen while fixing is the annotation's; else it is one more."""
        if self.fixing is None:
            await super()._put(reading, span, paths)
        else:
            self.fixing = replace(self.fixing, tag=paths[0])

    async def _overlapped(
        self, reading: Reading, span: Span, path: str
    ) -> Sequence[Annotation]:
        """While fixing nothing is added that could overlap."""
        if self.fixing is not None:
            return ()
        return await super()._overlapped(reading, span, path)

    @work(group="dialog")
    async def action_memo(self) -> None:
        """Write a memo; while fixing, the annotation's."""
        from reader.tui.dialogs.memo import MemoDialog

        if self.fixing is None:
            super().action_memo()
            return
        about = self.fixing.tag or "memo"
        dialog = MemoDialog(about, self.fixing.memo)
        memo = await self.app.push_screen_wait(dialog)
        if self.fixing is not None and (memo or self.fixing.tag):
            self.fixing = replace(self.fixing, memo=memo)

    def action_leave(self) -> None:
        """Give the fix up; else stop here, to go on another time."""
        if self.fixing is not None and self.item and self.item.annotation:
            self.fixing = None
            if not self.found:
                self.pick(self.item.annotation.span)
        elif self.found:
            self.forget_matches()
        else:
            self.dismiss(None)
