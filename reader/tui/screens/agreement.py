"""How far the coders agree, tag by tag, and the way to the passages behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from textual import work
from textual._path import CSSPathType
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList, Static

from reader.resources import STYLES
from reader.review import Query, Session, Unit
from reader.review.agreement import Agreement, Measure, TagAgreement, agreement
from reader.review.layers import comparable
from reader.review.sample import Sample
from reader.store import Store, StoreError
from reader.text.counted import counted
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import AGREEMENT
from reader.tui.screens.listing import ListingPlace
from reader.tui.screens.reviews import screen_of
from reader.tui.widgets.cutting import head, short_path
from reader.tui.widgets.key_bar import KeyBar

_EMPTY = """No agreement to measure yet.

It is measured over the articles that two coders or more have finished.
An article is finished when its coder marks it done: enter, while reading.
r in the library offers blind second codings of what another has finished."""

_MEASURING = "Measuring…"
_TAG = 24
_SHORTEST = 8
"""Cells that a tag keeps beside figures with their intervals, and those without."""
_NARROW = 6
"""Cells of a figure without its interval."""
_GAP = 2
"""Cells between two columns."""
_MARGIN = 3
"""Cells of a row beside the tag, the counts and the figures."""
_BESIDE, _LEAST = 2, 20
"""Cells beside what is said of the marked row, and those that it has at least."""
_HEADS = {
    "alpha": "α",
    "kappa": "κ",
    "f1_exact": "F1",
    "f1_overlap": "F1 ½",
    "alpha_u": "α-u",
}
_TIED = "\N{NO-BREAK SPACE}"
_UNITS = (
    "α, κ: sentences.  F1: passages, exact, and half in common.  α-u: characters."
    f"  [{_TIED}]: 95 % over articles."
)


_Row = tuple[str, str, Mapping[str, Measure]]
"""A tag, how many passages have it, its figures."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """How many cells each column has."""

    tag: int
    counts: int
    figure: int
    is_wide: bool
    """Whether the figures have their intervals."""

    def row(self, tag: str, counts: str, figures: Iterable[str]) -> Content:
        """One row of the table."""
        name = head(short_path(safe_line(tag), self.tag), self.tag)
        cells = "".join(each.rjust(self.figure) for each in figures)
        return Content(f"{name}{counts.rjust(self.counts)}{cells}".rstrip())


class AgreementScreen(ListingPlace):
    """Lists the figures; Enter goes through what is disputed."""

    NAME = "Agreement"
    TELLS = True
    CSS_PATH: ClassVar[CSSPathType] = [
        STYLES / "listing.tcss",
        STYLES / "agreement.tcss",
    ]
    HEAD = "Agreement"
    EMPTY = _EMPTY
    BINDINGS: ClassVar[list[BindingType]] = bindings(AGREEMENT)

    found: var[Agreement | None] = var(None)
    groups: var[Sequence[Sequence[str]]] = var(())
    """The coders that can be compared."""

    _chosen: Sequence[str] = ()
    """Those that are; without any, the first group."""
    _columns = _Columns(_TAG, 0, _NARROW, is_wide=False)

    def compose(self) -> ComposeResult:
        """A title, the heads and the rows, what is marked, the keys."""
        yield Static(self.HEAD, id="title", markup=False)
        yield Static("", id="heads", markup=False)
        yield OptionList(markup=False)
        yield Static(_MEASURING, id="empty", markup=False)
        yield Static("", id="about", markup=False)
        yield self.key_bar()

    def on_mount(self) -> None:
        """Measure."""
        super().on_mount()
        self.is_bare = True
        self.renew()

    @work(group="list", exclusive=True)
    async def renew(self) -> None:
        """Ask for the codings and show their figures."""
        chosen = self._chosen
        try:
            self.groups, self.found = await self.desk.look_up(
                lambda store: _measured(store, chosen)
            )
        except StoreError as error:
            self.say(f"Not measured: {error}", severity="warning")
        found = self.found
        self._offer_keys()
        self.query_one("#empty", Static).update(_EMPTY)
        if found is None or not found.articles or len(found.coders) < 2:
            self.query_one("#heads", Static).update("")
            self.list_rows(())
            return
        self._show_rows(found)

    def _offer_keys(self) -> None:
        """Offer a choice of coders where there is one."""
        vain = {"whose"} if len(self.groups) < 2 else set()
        rows = [command for command in self.commands if command.id not in vain]
        self.query_one(KeyBar).commands = rows

    def on_resize(self) -> None:
        """The intervals need room."""
        if self.found is not None and self.found.tags:
            self._show_rows(self.found)

    def _show_rows(self, found: Agreement) -> None:
        rows = [(each.tag, _counts(each), each.measures()) for each in found.tags]
        rows.append(("all tags", "", found.overall()))
        self._columns = _fitting(rows, self.size.width - _MARGIN)
        heads = self._columns.row("tag", "passages", _HEADS.values())
        self.query_one("#heads", Static).update(heads.stylize("dim"))
        lines = [
            (tag, self._columns.row(tag, counts, self._figures(measures)))
            for tag, counts, measures in rows
        ]
        self.list_rows(lines)
        self.entitle(
            self.HEAD,
            safe_line(_named(found.coders)),
            f"{counted(found.articles, 'article')} finished by all",
            counted(found.sentences, "sentence"),
        )

    def _figures(self, measures: Mapping[str, Measure]) -> Sequence[str]:
        said = str if self._columns.is_wide else attrgetter("bare")
        return [said(measures[n]) if n in measures else "" for n in _HEADS]

    @property
    def marked_tag(self) -> str:
        """The tag under the cursor; empty for all."""
        place = self.row
        tags = self.found.tags if self.found else ()
        return tags[place].tag if place is not None and place < len(tags) else ""

    def on_option_list_option_highlighted(self) -> None:
        """Say how often the marked tag stands, and what is not defined."""
        found, tag = self.found, self.marked_tag
        if found is None:
            return
        each = next((t for t in found.tags if t.tag == tag), None)
        if each is None:
            words = f"Sets of tags on articles, alpha with MASI: {found.documents}."
            measures = {"": found.documents, **found.overall()}
        else:
            counts = ", ".join(f"{name} {n}" for name, n in each.counts.items())
            words = f"{counts} passages; {each.prevalence:.1%} of the sentences."
            measures = each.measures()
        whys = sorted({m.why for m in measures.values() if m.why})
        lines = [words + "".join(f"  n/a: {why}." for why in whys)]
        if not self._columns.is_wide:
            known = [(_HEADS[n], m) for n, m in measures.items() if n and not m.why]
            figures = (f"{head} {measure}" for head, measure in known)
            # No interval is parted between two rows.
            lines.append("   ".join(each.replace(" ", _TIED) for each in figures))
        lines.append(_UNITS)
        room = max(_LEAST, self.size.width - _BESIDE)
        told = chain.from_iterable(wrap(safe_line(line), room) for line in lines)
        self.tell(Content("\n".join(told).replace(_TIED, " ")))

    def on_option_list_option_selected(self) -> None:
        """The list takes Enter for itself."""
        self.action_see_passages()

    @work(group="dialog")
    async def action_whose(self) -> None:
        """Choose which coders are compared."""
        from reader.tui.dialogs.pick import PickDialog

        if len(self.groups) < 2:
            self.say("Nobody else has finished the same articles.")
            return
        rows = [Content(safe_line(_named(group))) for group in self.groups]
        groups = self.groups
        same = (n for n, each in enumerate(groups) if {*each} == {*self._chosen})
        dialog = PickDialog("Agreement", "Between whom?", rows, next(same, 0))
        chosen = await self.app.push_screen_wait(dialog)
        if chosen is not None:
            self._chosen = groups[chosen]
            self.renew()

    def action_see_passages(self) -> None:
        """Go through the disputed passages of the marked tag."""
        self._go_through(disputed=True)

    def action_see_all_passages(self) -> None:
        """Go through all passages of the marked tag."""
        self._go_through(disputed=False)

    @work(group="open", exclusive=True)
    async def _go_through(self, *, disputed: bool) -> None:
        if self.found is None:
            return
        query = Query(
            Unit.PASSAGES,
            tag=self.marked_tag,
            disputed=disputed,
            among=tuple(self.found.coders),
        )
        session = await self.change(lambda store: _session(store, query))
        if session is not None:
            self.app.push_screen(screen_of(self.desk, session), self.came_home)


def _measured(
    store: Store, chosen: Sequence[str]
) -> tuple[Sequence[Sequence[str]], Agreement]:
    groups = comparable(list(store.codings.finished_by()), store.coders.name)
    coders = next((each for each in groups if {*each} == {*chosen}), groups[0])
    return groups, agreement(coders, store.codings.of(coders))


def _session(store: Store, query: Query) -> Session:
    """The session of this query that is not done yet, else a new one."""
    for session in store.sessions.unfinished():
        if session.query == query and session.sample == "all":
            return session
    return store.sessions.start(query, Sample())


def _named(coders: Sequence[str]) -> str:
    *most, last = coders
    return f"{', '.join(most)} and {last}" if most else last


def _counts(each: TagAgreement) -> str:
    return "/".join(map(str, each.counts.values()))


def _fitting(rows: Sequence[_Row], room: int) -> _Columns:
    """What fits into so many cells: the figures with their intervals, or without."""
    longest = max(cell_len(safe_line(tag)) for tag, *_ in rows)
    counts = _GAP + max(len("passages"), *(len(each) for _, each, _ in rows))
    figure = _GAP + max(len(str(m)) for *_, found in rows for m in found.values())
    left = room - counts - len(_HEADS) * figure
    if left >= min(longest, _TAG):
        return _Columns(min(longest, left), counts, figure, is_wide=True)
    left = max(_SHORTEST, room - counts - len(_HEADS) * _NARROW)
    return _Columns(min(longest, left), counts, _NARROW, is_wide=False)
