"""The rules that the analyst has taught the cleaner."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.cleaning import Match
from reader.model import Step
from reader.resources import STYLES
from reader.store.rules import Rule
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import RULES
from reader.tui.screens.place import Place
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.prompt import Prompt

_EMPTY = """No rules yet.

While reading, put the cursor on a line and press  I
to hide lines like it, or keep them, from now on."""


class RulesScreen(Place):
    """Lists the rules, and what the marked one changes."""

    NAME = "Rules"
    CSS_PATH = STYLES / "rules.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(RULES)

    rules: var[Sequence[Rule]] = var(())

    def compose(self) -> ComposeResult:
        """A title, the rules, what the marked one does, the keys."""
        yield Static(Content.styled("Cleaning rules", "bold"), id="title", markup=False)
        yield OptionList(markup=False)
        yield Static(_EMPTY, id="empty", markup=False)
        yield Prompt("Text of the rule")
        yield Static("", id="effect", markup=False)
        yield KeyBar(self.commands)

    def on_mount(self) -> None:
        """List them."""
        self.query_one(OptionList).focus()
        self.renew()

    @work(group="list", exclusive=True)
    async def renew(self) -> None:
        """Read the rules anew."""
        rules = await self.ask(lambda store: store.rules.all())
        if rules is None:
            return
        self.rules = rules
        listed = self.query_one(OptionList)
        marked = listed.highlighted or 0
        listed.clear_options().add_options(Option(_row(rule)) for rule in self.rules)
        listed.display = bool(self.rules)
        self.query_one("#empty").display = not self.rules
        if self.rules:
            listed.highlighted = min(marked, len(self.rules) - 1)
        else:
            self.query_one("#effect", Static).update("")

    @property
    def marked(self) -> Rule | None:
        """The rule under the cursor."""
        place = self.query_one(OptionList).highlighted
        return None if place is None else self.rules[place]

    @work(group="effect", exclusive=True)
    async def on_option_list_option_highlighted(self) -> None:
        """Say what is hidden or kept by the marked rule, and show some of it."""
        rule = self.marked
        if rule is None:
            return
        effect = await self.ask(lambda store: store.rules.known(rule.taught))
        if effect is not None:
            what = "hides" if rule.taught.hide else "keeps"
            lines = [
                f"{what} {effect.count}",
                *(f"  {each}" for each in effect.examples),
            ]
            shown = "\n".join(safe_line(line) for line in lines)
            self.query_one("#effect", Static).update(Content(shown))

    def on_option_list_option_selected(self) -> None:
        """The list takes Enter for itself."""
        self.action_edit_rule()

    def action_next_rule(self) -> None:
        """Mark the next rule."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_rule(self) -> None:
        """Mark the rule before."""
        self.query_one(OptionList).action_cursor_up()

    def action_edit_rule(self) -> None:
        """Type another text for the marked rule."""
        if self.marked is not None:
            self.query_one(Prompt).open(self.marked.taught.text)

    @work(group="write")
    async def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Put the rule with the new text in its place."""
        self.query_one(OptionList).focus()
        rule, text = self.marked, event.text.strip()
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

    async def came_back(self, step: Step) -> None:
        """The list shows what is there now."""
        self.renew()


def _row(rule: Rule) -> Content:
    taught = rule.taught
    what = "hide" if taught.hide else "keep"
    where = f"on {taught.site}" if taught.site else "everywhere"
    return Content.assemble(
        (f"{what:<6}", "bold"),
        safe_line(taught.text),
        (safe_line(f"   {taught.match}, {where}, by {rule.coder}"), "dim"),
    )
