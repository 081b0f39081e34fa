"""Passages that a changed article left in doubt: both texts, and where each may be."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual._path import CSSPathType
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static

from reader.model import Anchor, Annotation, Span
from reader.resources import STYLES
from reader.store import Store
from reader.text.excerpt import excerpt
from reader.text.passages import Passages
from reader.text.pieces import Size
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import CHANGES
from reader.tui.screens.listing import ListingPlace
from reader.tui.screens.sides import both_sides
from reader.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from reader.store.settling import Unsettled


class ChangesScreen(ListingPlace):
    """Owns the mark and the place that is shown; what is settled leaves the list."""

    NAME = "Changes"
    TELLS = True
    CSS_PATH: ClassVar[CSSPathType] = [
        STYLES / "listing.tcss",
        STYLES / "changes.tcss",
    ]
    HEAD = "Changed passages"
    EMPTY = (
        "Nothing is in doubt.\n\n"
        "When a file that was brought in before has changed, bringing it in again\n"
        "makes a new version of its article. Annotations go along; one whose passage\n"
        "is not found with certainty waits here for your word."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(CHANGES)

    def compose(self) -> ComposeResult:
        """A title, the passages, the old text beside the new, the keys."""
        yield Static(self.HEAD, id="title", markup=False)
        yield OptionList(markup=False)
        yield Static(self.EMPTY, id="empty", markup=False)
        with Horizontal(id="sides"):
            yield Static("", id="was", markup=False)
            yield Static("", id="now", markup=False)
        yield self.key_bar()

    def on_mount(self) -> None:
        """List them."""
        super().on_mount()
        self._found: list[Annotation] = []
        self._shown: Unsettled | None = None
        self._spot = 0
        self.renew()

    @work(group="list", exclusive=True)
    async def renew(self) -> None:
        """Read anew what is to be settled; the mark stays."""
        found = await self.ask(lambda store: store.settling.all())
        if found is None:
            return
        self._found = found
        width = max(20, self.size.width - 3)
        self.list_rows(
            [(each.id, _row(each).truncate(width, ellipsis=True)) for each in found]
        )
        self.query_one("#sides").display = bool(self._found)
        lost = sum(each.anchor is Anchor.ORPHAN for each in self._found)
        doubtful = len(self._found) - lost
        self.entitle(
            self.HEAD,
            f"{doubtful} in doubt" if doubtful else "",
            f"{lost} not found again" if lost else "",
        )

    def tell(self, about: Content) -> None:
        """What the marked one is about stands in two columns here."""

    @property
    def spot(self) -> Span | None:
        """The place in the new text that is shown."""
        known = self._known
        return known.places[self._spot] if known and known.places else None

    @property
    def _known(self) -> "Unsettled | None":
        """What is known of the marked one; while it is looked up, nothing."""
        shown, marked = self._shown, self._marked()
        is_marked = shown and marked and shown.annotation.id == marked.id
        return shown if is_marked else None

    @work(group="sides", exclusive=True)
    async def on_option_list_option_highlighted(self) -> None:
        """Show the marked passage in both texts.

        Where it was shown already, the place that was turned to stays: it is what the
        next key accepts.
        """
        marked = self._marked()
        if marked is None:
            return
        shown = await self.ask(lambda store: store.settling.one(marked.id))
        spot, places = self.spot, shown.places if shown else ()
        self._shown = shown
        self._spot = places.index(spot) if spot in places else 0
        self._show_sides()

    def on_resize(self) -> None:
        """Other room for what stands about the passage."""
        self.call_after_refresh(self._show_sides)

    def _marked(self) -> Annotation | None:
        return self.marked_of(self._found)

    def _show_sides(self) -> None:
        shown = self._known
        if shown is None:
            return
        self._offer_keys(len(shown.places))
        across, down = self.query_one("#now", Static).content_size
        was, now = both_sides(shown, self._spot, (max(1, across), down))
        self.query_one("#was", Static).update(was)
        self.query_one("#now", Static).update(now)

    def _offer_keys(self, places: int) -> None:
        """Offer no other place where there is none, and none to accept without one."""
        vain = {"next-spot"} if places < 2 else set()
        vain |= set() if places else {"accept-spot"}
        rows = [command for command in self.commands if command.id not in vain]
        self.query_one(KeyBar).commands = rows

    def action_next_spot(self) -> None:
        """Show the next likely place."""
        self._turn(1)

    def action_previous_spot(self) -> None:
        """Show the likely place before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        many = len(self._known.places) if self._known else 0
        if many < 2:
            self.say("There is no other place like it.")
        else:
            self._spot = (self._spot + by) % many
            self._show_sides()

    def action_accept_spot(self) -> None:
        """The passage stands where it is shown."""
        spot = self.spot
        if spot is None:
            self.say("No place is shown; p picks one, x keeps it with its old text.")
        else:
            self._settle(lambda store, each: store.settling.settle(each, spot), "Kept")

    def action_give_up(self) -> None:
        """The passage is not in the new text."""
        self._settle(lambda store, each: store.settling.settle(each, None), "Given up")

    def action_remove_doubt(self) -> None:
        """Take the annotation off."""
        self._settle(lambda store, each: store.annotations.remove(each), "Removed")

    @work(group="write")
    async def _settle(self, settle: Callable[[Store, str], object], said: str) -> None:
        marked = self._marked()
        if marked and await self.done(lambda store: settle(store, marked.id)):
            await self.over(self.renew())
            self.say(f"{said}: {excerpt(marked.quote)}")

    def on_option_list_option_selected(self) -> None:
        """The list takes Enter for itself."""
        self.action_read_doubt()

    def action_read_doubt(self) -> None:
        """Read the article at the place that is shown."""
        from reader.tui.screens.reading import ReadingScreen

        marked = self._marked()
        if marked is not None:
            reading = ReadingScreen(self.desk, marked.article_id, span=self._likely)
            self.app.push_screen(reading, self.came_home)

    @property
    def _likely(self) -> Span | None:
        """The place that is shown, or that around the gap."""
        return self.spot or (_about(self._known) if self._known else None)

    def action_pick_spot(self) -> None:
        """Read the article, and pick the words where the passage stands now."""
        from reader.tui.screens.placing import PlacingScreen

        marked = self._marked()
        if marked is None:
            return
        placing = PlacingScreen(self.desk, marked, self._likely)

        def came_back(article_id: int | None) -> None:
            self.came_home(article_id)
            if placing.is_placed:
                self.say(f"Placed: {excerpt(marked.quote)}.  u takes it back.")

        self.app.push_screen(placing, came_back)


def _row(annotation: Annotation) -> Content:
    state = "lost " if annotation.anchor is Anchor.ORPHAN else "doubt"
    name = annotation.tag.path if annotation.tag else "memo"
    return Content.assemble(
        (f"{state}  ", "dim"),
        (f"{safe_line(excerpt(name, 24)):<24}  ", "bold"),
        safe_line(excerpt(annotation.quote, 400)),
    )


def _about(shown: "Unsettled") -> Span | None:
    """The sentence in the new text from which a lost passage is missing."""
    return Passages(shown.after).at(shown.gap, Size.SENTENCE)
