"""The reviews: those that were begun, and what there is to review."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import ClassVar

from textual import work
from textual._path import CSSPathType
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from reader.desk import Desk
from reader.resources import STYLES
from reader.review import Session, Unit
from reader.review.layers import is_own
from reader.review.offers import Offer
from reader.review.sample import Sample
from reader.store import Filter, Store
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import REVIEWS
from reader.tui.screens.listing import Listed, ListingPlace
from reader.tui.screens.place import Place
from reader.tui.screens.reviewable import Row, key_of, prompt, sections, with_cases
from reader.tui.widgets.prompt import Prompt

_EMPTY = """Nothing to review here yet.

A review goes through articles to read, or through
tagged passages to judge, one key an answer.
Bring in articles and tag some passages first."""
_NONE = """No article with these words has anything to review.

f takes other words, or none."""

_RHYTHM = {
    Unit.PASSAGES: "Judge passage by passage: a accepts, x rejects, space skips,"
    " e fixes, backspace goes back.",
    Unit.SUGGESTIONS: "Judge suggestion by suggestion: a tags the passage so, x has it"
    " suggested no more, space skips, e fixes.",
    Unit.ARTICLES: "Read and tag one article after the other: enter marks it done"
    " and brings the next.",
}

_SETTLING = (
    "Side by side, the greatest disagreement first: a number takes a coder's, a all,"
    " x none, e makes your own. What is settled is the gold coder's; nobody's work"
    " changes."
)


class ReviewsScreen(ListingPlace):
    """Lists sessions and offers; Enter starts one, or goes on with it."""

    NAME = "Reviews"
    CSS_PATH: ClassVar[CSSPathType] = [STYLES / "listing.tcss", STYLES / "reviews.tcss"]
    HEAD = "Reviews"
    EMPTY = _EMPTY
    ASKS = "Only articles whose title or source has"
    BINDINGS: ClassVar[list[BindingType]] = bindings(REVIEWS)

    rows: Sequence[Row | None] = ()
    """None stands for a heading."""
    words = ""

    _found: Sequence[tuple[str, Sequence[Row]]] = ()
    """What there is, under headings."""
    _cases: int | None = None
    """How many places are to be settled, once they have been counted."""

    _left: int | None = None
    """The session that was left just now, which is marked unless it is at its end."""
    _filter = Filter()
    """What the list of articles below is filtered by."""
    _ticked: Sequence[int] = ()
    """What is ticked in it."""

    def on_mount(self) -> None:
        """List them."""
        super().on_mount()
        _, below, *_ = self.app.screen_stack[::-1]
        if isinstance(below, Place):
            self._filter, self._ticked = below.filter_here, below.ticked_here
        self.renew()

    @work(group="open")
    async def renew(self) -> None:
        """Read anew what there is; what takes long to count is counted last."""
        found = await self.look_up(
            lambda store: sections(store, self._filter, self._ticked, self.words)
        )
        if found is None:
            return
        self._found = found
        self._show_rows()
        offered = (row for _, section in found for row in section)
        if any(isinstance(row, tuple) and row[0].query.cases for row in offered):
            count = await self.look_up(lambda store: store.sessions.count_cases())
            if count is not None and count != self._cases:
                self._cases = count
                self._show_rows()

    def _show_rows(self) -> None:
        rows: list[Row | None] = []
        listed: list[Listed] = []
        for heading, section in self._found:
            if there := with_cases(section, self._cases):
                head = Content.styled(f"\n{heading}" if rows else heading, "bold")
                rows += [None, *there]
                listed += [(None, Option(head, disabled=True))]
                listed += [(key_of(row), prompt(row)) for row in there]
        self.rows = rows
        self.query_one("#empty", Static).update(_NONE if self.words else _EMPTY)
        self.list_rows(listed, self._left_open(rows))
        self.entitle(self.HEAD, f"in “{safe_line(self.words)}”" if self.words else "")

    def _left_open(self, rows: Sequence[Row | None]) -> int | None:
        """The session that was left just now, told once, unless it is at its end."""
        left = self._left
        if rows:
            self._left = None
        is_open = (isinstance(r, Session) and r.id == left and r.left for r in rows)
        return left if any(is_open) else None

    @property
    def marked(self) -> Row | None:
        """The row under the cursor."""
        return self.marked_of(self.rows)

    def on_option_list_option_highlighted(self) -> None:
        """Say what the marked row is about."""
        row = self.marked
        if isinstance(row, Session):
            began = f"{row.started_at.astimezone():%d %B, %H:%M}"
            words = f"Begun {began} by {row.coder}; session {row.id}"
        elif row is not None:
            offer = row[0]
            words = _SETTLING if offer.query.cases else _RHYTHM[offer.query.unit]
            if offer.blind:
                words += " You see no annotation but your own."
        else:
            words = ""
        self.tell(Content(safe_line(words)))

    def on_option_list_option_selected(self) -> None:
        """The list takes Enter for itself."""
        self.action_start_review()

    @work(group="dialog")
    async def action_start_review(self) -> None:
        """Start the marked review, or go on with it."""
        row = self.marked
        if isinstance(row, Session):
            await self._go_on(row)
        elif row is not None:
            offer, count = row
            await self._start(offer, count)

    async def _go_on(self, session: Session) -> None:
        """Nobody goes on in another coder's name; what came of it can be seen."""
        me = await self.ask(lambda store: store.coders.name)
        if me is not None and is_own(session.coder, me):
            await self._open(session)
        else:
            await self._sum_up(session)

    async def _sum_up(self, session: Session) -> None:
        from reader.tui.dialogs.summary import SummaryDialog

        summary = await self.ask(lambda store: store.sessions.summary(session.id))
        if summary is not None:
            await self.app.push_screen_wait(SummaryDialog(summary))

    async def _start(self, offer: Offer, count: int | None) -> None:
        from reader.tui.dialogs.sample import SampleDialog

        # A seed that can be typed again; that nobody knows it beforehand is enough.
        seed = datetime.now(UTC).microsecond // 100 + 1
        dialog = SampleDialog(str(offer.query), count, seed)
        sample = await self.app.push_screen_wait(dialog)
        if sample is not None:
            self._begin(offer, sample)

    @work(group="open")
    async def _begin(self, offer: Offer, sample: Sample) -> None:
        if offer.query.unit is Unit.SUGGESTIONS:
            self.tell(Content("Looking for what is suggested…"))
        targets = await self.look_up(lambda s: s.sessions.dealt(offer.query, sample))
        if targets is None:
            return
        session = await self.change(lambda s: _started(s, offer, sample, targets))
        if session is not None:
            await self._open(session)

    async def _open(self, session: Session) -> None:
        # Waited for, so that keys typed ahead wait for its first item.
        await self.app.push_screen(
            screen_of(self.desk, session), lambda _: self._came_from(session)
        )

    def _came_from(self, session: Session) -> None:
        self._left = session.id
        self.renew()

    @work(group="dialog")
    async def action_review_summary(self) -> None:
        """Show what came of the marked session."""
        row = self.marked
        if isinstance(row, Session):
            await self._sum_up(row)
        else:
            self.say("Mark a session that was begun.")

    @work(group="write")
    async def action_forget_review(self) -> None:
        """Take the marked session off the list; undo brings it back."""
        row = self.marked
        if not isinstance(row, Session):
            self.say("Mark a session that was begun.")
        elif await self.done(lambda store: store.sessions.remove(row.id)):
            self.renew()
            self.say("Forgotten; what was decided stays.  u brings it back.")

    def action_filter_reviews(self) -> None:
        """Type words that titles or sources must have."""
        self.query_one(Prompt).open(self.words)

    def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Offer only what is in these articles; nothing typed offers all."""
        self.listed.focus()
        self.words = event.text.strip() if event.accepted else ""
        self.renew()


def _started(
    store: Store, offer: Offer, sample: Sample, targets: Sequence[str]
) -> Session:
    with store.coders.seated(offer.layer or store.coders.name, blind=False):
        return store.sessions.put(offer.query, str(sample), targets, blind=offer.blind)


def screen_of(desk: Desk, session: Session) -> Place:
    """The screen that goes through a session."""
    from reader.tui.screens.adjudicating import AdjudicatingScreen
    from reader.tui.screens.judging import JudgingScreen
    from reader.tui.screens.queue import QueueScreen

    if session.query.cases:
        return AdjudicatingScreen(desk, session)
    is_read = session.query.unit is Unit.ARTICLES
    return (QueueScreen if is_read else JudgingScreen)(desk, session)
