"""The rules that the analyst has taught the cleaner."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content

from reader.cleaning import Match
from reader.store.rules import Rule
from reader.text.counted import counted
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import RULES
from reader.tui.screens.listing import ListingPlace
from reader.tui.widgets.prompt import Prompt

_EMPTY = """No rules yet.

While reading, put the cursor on a line and press  I
to hide lines like it, or keep them, from now on."""


class RulesScreen(ListingPlace):
    """Lists the rules, and what the marked one changes."""

    NAME = "Rules"
    HEAD = "Cleaning rules"
    EMPTY = _EMPTY
    ASKS = "Text of the rule"
    BINDINGS: ClassVar[list[BindingType]] = bindings(RULES)

    rules: Sequence[Rule] = ()
    _edited: Rule | None = None
    """The one that other text is typed for, wherever the mark goes meanwhile."""

    def on_mount(self) -> None:
        """List them."""
        super().on_mount()
        self.renew()

    @work(group="list", exclusive=True)
    async def renew(self) -> None:
        """Read the rules anew; the mark stays."""
        found = await self.ask(lambda store: store.rules.all())
        if found is not None:
            self.rules = found
            self.list_rows([(rule.id, _row(rule)) for rule in found])
            self.entitle(self.HEAD, counted(len(found), "rule") if found else "")

    @property
    def marked(self) -> Rule | None:
        """The rule under the cursor."""
        return self.marked_of(self.rules)

    @work(group="effect", exclusive=True)
    async def on_option_list_option_highlighted(self) -> None:
        """Say what is hidden or kept by the marked rule, and show some of it."""
        rule = self.marked
        if rule is None:
            return
        effect = await self.ask(lambda store: store.rules.known(rule.taught))
        if effect is not None and self.marked == rule:
            what = "hides" if rule.taught.hide else "keeps"
            lines = [
                f"{what} {effect.count}",
                *(f"  {each}" for each in effect.examples),
            ]
            self.tell(Content("\n".join(safe_line(line) for line in lines)))

    def on_option_list_option_selected(self) -> None:
        """The list takes Enter for itself."""
        self.action_edit_rule()

    def action_edit_rule(self) -> None:
        """Type another text for the marked rule."""
        self._edited = self.marked
        if self._edited is not None:
            self.query_one(Prompt).open(self._edited.taught.text)

    @work(group="write")
    async def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Put the rule with the new text in its place."""
        self.listed.focus()
        rule, text = self._edited, event.text.strip()
        if not event.accepted or rule is None or text == rule.taught.text:
            return
        match = Match.PATTERN if "*" in text else rule.taught.match
        taught = replace(rule.taught, text=text, match=match)
        if await self.done(lambda store: store.rules.edit(rule.id, taught)):
            self.renew()

    @work(group="write")
    async def action_remove_rule(self) -> None:
        """Forget the marked rule; undo brings it back."""
        rule = self.marked
        if rule is not None and await self.done(
            lambda store: store.rules.remove(rule.id)
        ):
            self.renew()
            self.say("Forgotten.  u brings it back.")


def _row(rule: Rule) -> Content:
    taught = rule.taught
    what = "hide" if taught.hide else "keep"
    where = f"on {taught.site}" if taught.site else "everywhere"
    return Content.assemble(
        (f"{what:<6}", "bold"),
        safe_line(taught.text),
        (safe_line(f"   {taught.match}, {where}, by {rule.coder}"), "dim"),
    )
