"""Settling where coders differ: what is decided is a layer of its own."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reader.model import Annotation
from reader.review import Answer, Item
from reader.review.cases import Case
from reader.store import Reading
from reader.tui.bindings import bindings
from reader.tui.keys import ADJUDICATING
from reader.tui.screens.judging import JudgingScreen
from reader.tui.widgets.case_card import CaseCard
from reader.tui.widgets.item_card import ItemCard
from reader.tui.widgets.tag_keys import TagKeys

_SETTLED = {
    Answer.ACCEPT: "settled before",
    Answer.REJECT: "settled before: none",
    Answer.FIX: "settled before: mine",
    Answer.SKIP: "skipped before",
}


class AdjudicatingScreen(JudgingScreen):
    """Shows the sides of a case; what is taken becomes the gold coder's own."""

    NAME = "Adjudicating"
    BINDINGS: ClassVar[list[BindingType]] = bindings(ADJUDICATING)

    case: Case | None = None

    def compose(self) -> ComposeResult:
        """The sides in the place of the one annotation."""
        for widget in super().compose():
            yield widget
            if isinstance(widget, ItemCard):
                yield CaseCard().data_bind(JudgingScreen.ground)

    def show_item(self, item: Item, reading: Reading) -> None:
        """Show a case where it stands."""
        super().show_item(item, reading)
        self.case = next(
            (
                case
                for case in self.cases_of_turn
                if any(a.id == item.target for s in case.sides.values() for a in s)
            ),
            None,
        )
        card = self.query_one(CaseCard)
        card.case = self.case
        card.settled = _SETTLED[item.decision.answer] if item.decision else ""
        self.watch_fixing()
        if self.case is not None:
            self.pick(self.case.span)

    def watch_fixing(self) -> None:
        """While mine is made, its card and the keys of tags; else the sides."""
        super().watch_fixing()
        if self.is_mounted:
            self.query_one(ItemCard).display = self.fixing is not None
            self.query_one(TagKeys).display = self.fixing is not None
            self.query_one(CaseCard).display = self.fixing is None

    async def action_take_side(self, key: str) -> None:
        """Take what one coder tagged; while mine is made, the tag of this key."""
        if self.fixing is not None:
            self.action_tag_by_key(key)
            return
        sides = list(self.case.sides.values()) if self.case else []
        if int(key) > len(sides):
            self.say(f"There are {len(sides)} coders here.")
        elif sides[int(key) - 1]:
            await self.settle(sides[int(key) - 1])
        else:
            await self.answer(Answer.REJECT)

    async def action_take_all(self) -> None:
        """Take what all of them tagged."""
        if not self.is_held() and self.case is not None:
            await self.settle([a for side in self.case.sides.values() for a in side])

    async def action_take_none(self) -> None:
        """Take nothing: nobody should have tagged it."""
        if not self.is_held():
            await self.answer(Answer.REJECT)

    async def settle(self, annotations: Sequence[Annotation]) -> None:
        """Make these the gold coder's too."""
        await self.answer(Answer.ACCEPT, copies=annotations)

    async def action_skip_case(self) -> None:
        """Decide later."""
        await self.action_skip()

    async def action_case_back(self) -> None:
        """Look at the one before again."""
        await self.action_back()

    def action_mine(self) -> None:
        """Make an annotation with the keys of reading, until Enter keeps it."""
        self.action_fix()

    async def action_keep_mine(self) -> None:
        """Keep the annotation that was made."""
        if self.fixing is None:
            self.say("A number takes a coder's, a all, x none; e makes your own.")
        else:
            await self.keep_fix()

    async def action_flag_case(self) -> None:
        """Mark it for the codebook."""
        await self.action_flag()
