"""How far the coders agree, tag by tag, and the way to the passages behind it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.model import Step
from reader.resources import STYLES
from reader.review import Query, Session, Unit
from reader.review.agreement import Agreement, Measure, agreement
from reader.review.layers import is_layer
from reader.review.sample import Sample
from reader.store import Store, StoreError
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import AGREEMENT
from reader.tui.screens.place import Place
from reader.tui.screens.reviews import screen_of
from reader.tui.widgets.key_bar import KeyBar

_EMPTY = """No agreement to measure yet.

It is measured over the articles that two coders or more have finished.
An article is finished when its coder marks it done: enter, while reading.
r in the library offers blind second codings of what another has finished."""

_MEASURING = "Measuring…"
_TAG = 26
_FIGURE = 18
_NARROW = 8
_WIDE = 116
"""Cells from which there is room for the intervals."""
_HEADS = ("α", "κ", "F1", "F1 half", "α-u")


class AgreementScreen(Place):
    """Lists the figures; Enter goes through what is disputed."""

    NAME = "Agreement"
    CSS_PATH = STYLES / "agreement.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(AGREEMENT)

    found: var[Agreement | None] = var(None)

    def compose(self) -> ComposeResult:
        """A title, the heads and the rows, what is marked, the keys."""
        yield Static("Agreement", id="title", markup=False)
        yield Static("", id="heads", markup=False)
        yield OptionList(markup=False)
        yield Static(_MEASURING, id="empty", markup=False)
        yield Static("", id="about", markup=False)
        yield KeyBar(self.commands)

    def on_mount(self) -> None:
        """Measure."""
        self.query_one(OptionList).focus()
        self.measure()

    @work(group="list", exclusive=True)
    async def measure(self) -> None:
        """Ask for the codings and show their figures."""
        try:
            self.found = await self.desk.look_up(_measured)
        except StoreError as error:
            self.say(f"Not measured: {error}", severity="error")
        found = self.found
        there = found is not None and found.articles > 0 and len(found.coders) > 1
        self.query_one("#empty", Static).update(Content(_EMPTY))
        self.query_one("#empty").display = not there
        listed = self.query_one(OptionList)
        listed.display = there
        if found is None or not there:
            return
        who = " and ".join(safe_line(name) for name in found.coders)
        self.query_one("#title", Static).update(
            Content.assemble(
                ("Agreement", "bold"),
                (
                    f"   {who}   {found.articles:,} articles finished by all"
                    f" · {found.sentences:,} sentences",
                    "dim",
                ),
            )
        )
        self._show_rows(found)

    def on_resize(self) -> None:
        """The intervals need room."""
        if self.found is not None and self.found.tags:
            self._show_rows(self.found)

    def _show_rows(self, found: Agreement) -> None:
        is_wide = self.size.width >= _WIDE
        width = _FIGURE if is_wide else _NARROW
        listed = self.query_one(OptionList)
        marked = listed.highlighted or 0
        heads = "".join(head.ljust(width) for head in _HEADS)
        line = f"  {'tag':<{_TAG}}{'passages':<10}{heads}"
        self.query_one("#heads", Static).update(Content.styled(line, "dim"))
        rows = [
            Option(
                _row(
                    each.tag,
                    "/".join(str(count) for count in each.counts.values()),
                    [_figure(m, is_wide=is_wide) for m in each.measures().values()],
                )
            )
            for each in found.tags
        ]
        overall = (found.all_exact, found.all_overlap, found.all_alpha_u)
        figures = [" " * width] * 2 + [_figure(m, is_wide=is_wide) for m in overall]
        rows.append(Option(_row("all tags", "", figures)))
        listed.clear_options().add_options(rows)
        listed.highlighted = min(marked, len(rows) - 1)

    @property
    def marked_tag(self) -> str:
        """The tag under the cursor; empty for all."""
        place = self.query_one(OptionList).highlighted
        tags = self.found.tags if self.found else ()
        return tags[place].tag if place is not None and place < len(tags) else ""

    def on_option_list_option_highlighted(self) -> None:
        """Say how often the marked tag stands, and what is not defined."""
        found, tag = self.found, self.marked_tag
        if found is None:
            return
        each = next((t for t in found.tags if t.tag == tag), None)
        if each is None:
            sets = f"Sets of tags on whole articles, alpha with MASI: {found.documents}"
            words = f"{sets}.  {found.documents.why}"
        else:
            counts = ", ".join(f"{name} {n}" for name, n in each.counts.items())
            whys = {m.why for m in each.measures().values() if m.why}
            why = "".join(f"  n/a: {one}." for one in sorted(whys))
            words = f"{counts} passages; {each.prevalence:.1%} of the sentences.{why}"
        units = (
            "α, κ: sentences.  F1: passages, exact, and half in common.  α-u:"
            " characters.  [ ]: 95 % over articles."
        )
        lines = Content(f"{safe_line(words)}\n{units}")
        self.query_one("#about", Static).update(lines)

    def on_option_list_option_selected(self) -> None:
        """The list takes Enter for itself."""
        self.action_see_passages()

    def action_next_figure(self) -> None:
        """Mark the next tag."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_figure(self) -> None:
        """Mark the tag before."""
        self.query_one(OptionList).action_cursor_up()

    def action_see_passages(self) -> None:
        """Go through the disputed passages of the marked tag."""
        self._go_through(Query(Unit.PASSAGES, tag=self.marked_tag, disputed=True))

    def action_see_all_passages(self) -> None:
        """Go through all passages of the marked tag."""
        self._go_through(Query(Unit.PASSAGES, tag=self.marked_tag))

    @work(group="open", exclusive=True)
    async def _go_through(self, query: Query) -> None:
        if self.found is None:
            return
        session = await self.ask(lambda store: _session(store, query))
        if session is not None:
            self.app.push_screen(screen_of(self.desk, session), self._came_home)

    def _came_home(self, _: int | None) -> None:
        self.measure()

    async def came_back(self, step: Step) -> None:
        """The figures are those of now."""
        self.measure()


def _measured(store: Store) -> Agreement:
    coders = [name for name in store.codings.finished_by() if not is_layer(name)]
    return agreement(coders, store.codings.of(coders))


def _session(store: Store, query: Query) -> Session:
    """The session of this query that is not done yet, else a new one."""
    for session in store.sessions.unfinished():
        if session.query == query and session.sample == "all":
            return session
    return store.sessions.start(query, Sample())


def _figure(measure: Measure, *, is_wide: bool) -> str:
    return str(measure).ljust(_FIGURE) if is_wide else measure.bare.ljust(_NARROW)


def _row(tag: str, counts: str, figures: Sequence[str]) -> Content:
    name = Content.styled(safe_line(tag), "bold")
    name = name.truncate(_TAG - 2, ellipsis=True, pad=True)
    return Content.assemble("  ", name, "  ", f"{counts:<10}", "".join(figures))
