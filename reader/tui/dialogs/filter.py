"""Which articles are listed: one line a field, and the filters that have a name."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Label, Static

from reader.desk import Desk
from reader.model import Status
from reader.resources import STYLES
from reader.store import Filter, Store, StoreError
from reader.store.filtering import FIELDS
from reader.text.safe import safe_line

_LONGEST = 200
_ENOUGH = 1_000
"""Articles that are counted; nobody needs to know how many more there are."""
_SAVED_SHOWN = 9
_NAME = "name"

_OFFERS: dict[str, Callable[[Store, str], Sequence[str]]] = {
    "status": lambda store, typed: list(Status),
    "tag": lambda store, typed: [tag.path for tag in store.tags.all()],
    "site": lambda store, typed: store.listing.values("site", typed),
    "language": lambda store, typed: store.listing.values("language", typed),
    "attribute": lambda store, typed: [f"{n}=" for n in store.attributes.names()],
    "coder": lambda store, typed: store.coders.names(),
}
"""What each field may be completed to."""


class _Offers(Suggester):
    """What the library has that begins as what was typed."""

    def __init__(self, desk: Desk, field: str) -> None:
        super().__init__(use_cache=False, case_sensitive=False)
        self._desk = desk
        self._field = field

    async def get_suggestion(self, value: str) -> str | None:
        """The first that begins so, in any case."""
        try:
            offers = await self._desk.ask(lambda s: _OFFERS[self._field](s, value))
        except StoreError:
            # The count of what the filter lets through says what is the matter.
            return None
        fits = (each for each in offers if each.casefold().startswith(value))
        # The input shows it as it is, so what it could obey must not be in it.
        return next((each for each in fits if safe_line(each) == each), None)


class FilterDialog(ModalScreen[Filter | None]):
    """Dismissed with the filter, or None; how many it lets through is shown."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("down", "app.focus_next", priority=True),
        Binding("up", "app.focus_previous", priority=True),
        Binding("ctrl+u", "clear", "Clear", priority=True),
    ]

    def __init__(self, desk: Desk, asked: Filter) -> None:
        super().__init__()
        self._desk = desk
        self._asked = asked
        self._saved: Sequence[str] = ()
        """The names of the saved filters."""

    def compose(self) -> ComposeResult:
        """A line a field, a name to save it under, what it lets through."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Filter"
            dialog.border_subtitle = "enter lists · → completes · ^u clears · escape"
            with Grid():
                for name, field in FIELDS.items():
                    yield Label(field.label, markup=False)
                    yield Input(
                        safe_line(self._asked.said.get(name, "")),
                        placeholder=field.hint,
                        id=f"field-{name}",
                        max_length=_LONGEST,
                        suggester=_Offers(self._desk, name)
                        if name in _OFFERS
                        else None,
                    )
                yield Label("Save as", markup=False)
                yield Input(
                    placeholder="a name, when it is worth one",
                    id=f"field-{_NAME}",
                    max_length=_LONGEST,
                )
            yield Static("", id="says", markup=False)
            yield Static("", id="saved", markup=False)

    def on_mount(self) -> None:
        """Begin with the words."""
        self.query_one("#field-words", Input).focus()
        self._show_saved()
        self._count()

    @work(group="saved")
    async def _show_saved(self) -> None:
        try:
            saved = await self._desk.ask(lambda store: list(store.filters.all()))
        except StoreError as error:
            self._say(str(error), "$text-error")
            return
        self._saved = saved
        names = [
            Content.assemble((f"{number} ", "bold $accent"), safe_line(name), "   ")
            for number, name in enumerate(saved[:_SAVED_SHOWN], 1)
        ]
        lines = [
            Content.styled("saved, and their keys in the library:  ", "dim"),
            *names,
        ]
        self.query_one("#saved", Static).update(
            Content("").join(lines if saved else [])
        )

    def _typed(self, name: str) -> str:
        return self.query_one(f"#field-{name}", Input).value

    def _read(self) -> Filter:
        return Filter.read({name: self._typed(name) for name in FIELDS})

    @on(Input.Changed)
    @work(group="read", exclusive=True)
    async def _count(self) -> None:
        """Say how many articles there would be, or what cannot be read."""
        try:
            asked = self._read()
            count, unknown = await self._desk.look_up(
                lambda store: (_count(store, asked), store.listing.unknown(asked))
            )
        except StoreError as error:
            self._say(str(error), "$text-error")
            return
        more = "+" if count >= _ENOUGH else ""
        articles = "article" if count == 1 else "articles"
        of_name = _of_name(self._typed(_NAME).strip(), asked, self._saved)
        self._say(
            f"{min(count, _ENOUGH):,}{more} {articles}", "bold", *unknown, *of_name
        )

    def _say(self, words: str, style: str, *more: str) -> None:
        said = Content.styled(safe_line(words), style)
        others = (Content(safe_line(each)) for each in more)
        self.query_one("#says", Static).update(Content("  ·  ").join([said, *others]))

    @on(Input.Submitted)
    @work(group="write", exclusive=True)
    async def _submitted(self) -> None:
        """List what the filter lets through; with a name, keep the filter."""
        name = self._typed(_NAME)
        try:
            asked = self._read()
            if name.strip():
                await self._desk.ask(lambda store: store.filters.put(name, asked))
        except StoreError as error:
            self._say(str(error), "$text-error")
            return
        self.dismiss(asked)

    def action_clear(self) -> None:
        """Ask for nothing any more."""
        for field in self.query(Input):
            field.value = ""


def _of_name(name: str, asked: Filter, saved: Sequence[str]) -> Iterator[str]:
    """What comes of saving the filter under a name, where that is not plain."""
    if name in saved:
        yield f"enter replaces “{name}”" if asked else f"enter forgets “{name}”"
    elif name and not asked:
        yield "without a field there is nothing to save"


def _count(store: Store, asked: Filter) -> int:
    """How many articles the filter lets through, or somewhat more than enough."""
    count = 0
    for piece in store.listing.ids(asked):
        count += len(piece)
        if count >= _ENOUGH:
            break
    return count
