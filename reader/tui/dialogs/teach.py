"""Teaching the cleaner: which lines like this one are hidden, or kept, from now on."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.cleaning import Match, Taught
from reader.desk import Desk
from reader.resources import STYLES
from reader.store import StoreError
from reader.store.rules import Effect
from reader.text.safe import safe_line

_LONGEST = 500
_WORDS = {
    Match.EXACT: "just these words",
    Match.DIGITS_IGNORED: "whatever its numbers",
    Match.PATTERN: "the pattern below",
}


class TeachDialog(ModalScreen[Taught | None]):
    """Dismissed with the rule, or None; what each rule would change is shown first."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("j", "next"),
        Binding("k", "previous"),
    ]

    def __init__(
        self, desk: Desk, line: str, pattern: str, *, hide: bool, site: str, kind: str
    ) -> None:
        super().__init__()
        self._desk = desk
        self._line = line
        self._pattern = pattern
        self._hide = hide
        self._site = site
        self._kind = kind
        self._offers: Sequence[Taught] = ()

    def compose(self) -> ComposeResult:
        """The line, the pattern, and the rules that can be made of them."""
        what = "Hide" if self._hide else "Keep"
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(f"{what} from now on")
            dialog.border_subtitle = "enter teaches · tab edits the pattern · escape"
            yield Static(Content(safe_line(self._line)), id="passage", markup=False)
            yield OptionList(markup=False)
            yield Input(
                safe_line(self._pattern), max_length=_LONGEST, select_on_focus=False
            )
            yield Static("", id="says", markup=False)

    def on_mount(self) -> None:
        """Offer the rules."""
        self.query_one(OptionList).focus()
        self._offer()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._offer()

    def _rules(self) -> Sequence[Taught]:
        """Every rule on offer: each way to match, here first, then everywhere."""
        pattern = self.query_one(Input).value.strip()
        texts = {Match.EXACT: self._line, Match.DIGITS_IGNORED: self._line}
        ways = [Match.EXACT, Match.PATTERN]
        if any(character.isdigit() for character in self._line):
            ways.insert(1, Match.DIGITS_IGNORED)
        return [
            Taught(way, texts.get(way, pattern), self._hide, site, self._kind)
            for site in dict.fromkeys((self._site, ""))
            for way in ways
        ]

    def _offer(self) -> None:
        """List the rules at once; what each would change follows."""
        self._offers = self._rules()
        listed = self.query_one(OptionList)
        marked = listed.highlighted or 0
        listed.clear_options().add_options(Option(_row(t)) for t in self._offers)
        listed.highlighted = min(marked, len(self._offers) - 1)
        self._count(self._offers)

    @work(exclusive=True)
    async def _count(self, offers: Sequence[Taught]) -> None:
        for place, taught in enumerate(offers):
            effect = await self._effect(taught)
            if effect is None:
                return
            row = _row(taught, f"   changes {effect.count}")
            self.query_one(OptionList).replace_option_prompt_at_index(place, row)

    async def _effect(self, taught: Taught) -> Effect | None:
        try:
            return await self._desk.ask(lambda store: store.rules.effect(taught))
        except StoreError as error:
            words = Content.styled(safe_line(str(error)), "$text-error")
            self.query_one("#says", Static).update(words)
            return None

    @on(OptionList.OptionHighlighted)
    @work(exclusive=True, group="examples")
    async def _show_examples(self, event: OptionList.OptionHighlighted) -> None:
        taught = self._offers[event.option_index]
        effect = await self._effect(taught)
        if effect is None:
            return
        lines = Content("\n").join(Content(safe_line(e)) for e in effect.examples)
        self.query_one("#says", Static).update(lines.stylize("dim"))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._offers[event.option_index])

    @on(Input.Submitted)
    def _pattern_done(self) -> None:
        """Back to the list, with the pattern marked."""
        listed = self.query_one(OptionList)
        listed.focus()
        ways = [taught.match for taught in self._offers]
        listed.highlighted = ways.index(Match.PATTERN) if ways else None

    def action_next(self) -> None:
        """Mark the next rule."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous(self) -> None:
        """Mark the rule before."""
        self.query_one(OptionList).action_cursor_up()


def _row(taught: Taught, effect: str = "") -> Content:
    where = f"on {taught.site}" if taught.site else "everywhere"
    words = safe_line(f"{_WORDS[taught.match]}, {where}")
    return Content.assemble((words, "bold"), (effect, "dim"))
