"""What the two kinds of review share: one item after the other, and how far it is."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult

from reader.desk import Desk, Seat
from reader.model import Annotation, Step
from reader.review import Answer, Fix, Item, Session
from reader.review.cases import Case
from reader.store import Reading, Store
from reader.store.turn import Turn
from reader.tui.keys import COMMANDS
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.session_bar import SessionBar

Way = Callable[[Store], int | None]
"""Finds the place of an item."""


class SessionPlace(ReadingScreen):
    """Owns the session and the item that is decided now.

    The store is asked as the session's coder, who may be blind to the others. Each
    answer is awaited where its key is handled, so that keys typed ahead each meet
    the item that they were meant for.
    """

    item: Item | None = None
    cases_of_turn: Sequence[Case] = ()

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(Seat(desk, session.coder, blind=session.blind), 0)
        self.session = session

    def on_key(self, event: events.Key) -> None:
        """A key of the review's own is no tag's."""
        own = (key for row in COMMANDS[self.NAME] for key in row.keys.split(","))
        if event.key in own:
            event.prevent_default()

    def compose(self) -> ComposeResult:
        """How far it is, above what there is when reading."""
        bar = SessionBar()
        bar.show(self.session)
        yield bar
        yield from super().compose()

    def begin(self) -> None:
        """Go on where it was left."""
        self.run_worker(self.resume(), group="open", exclusive=True)

    async def resume(self) -> None:
        """Show the item looked at last, else the next that is open."""
        session_id, place = self.session.id, self.session.place

        def find(store: Store) -> int | None:
            found = store.decisions.item(self.session, place)
            if found is not None and found.decision is None:
                return place
            return store.sessions.next_open(session_id, place)

        await self._to(find)

    async def _to(
        self, way: Way, first: Callable[[Store], object] | None = None
    ) -> bool:
        """Do something, find a place, and show its item; whether it could be done."""
        self.workers.cancel_group(self, "rest")
        session, known = self.session, self.reading.version if self.reading else None
        ask = self.ask if first is None else self.change
        found = await ask(lambda s: s.turn(session, way, first, known=known))
        if found is not None:
            self._show_turn(found)
        return found is not None

    def _show_turn(self, turn: Turn) -> None:
        with self.app.batch_update():
            self.session = turn.session
            bar = self.query_one(SessionBar)
            bar.show(turn.session)
            bar.pace = str(turn.pace)
            if turn.item is not None and turn.reading is not None:
                self.tags = turn.tags
                self.take_settings(turn.settings)
                self.item = turn.item
                self.cases_of_turn = turn.cases
                self.show_item(turn.item, turn.reading)
        if turn.item is None:
            self.finish()
        elif turn.reading is not None and not turn.reading.has_all:
            self.run_worker(self._show_rest(), group="rest", exclusive=True)

    async def _show_rest(self) -> None:
        """Show what else is tagged in the article, once the item is there to see."""
        await self._painted()
        await self._read_again()

    def show_item(self, item: Item, reading: Reading) -> None:
        """Show an item in its article."""
        raise NotImplementedError

    async def answer(
        self,
        answer: Answer,
        fix: Fix | None = None,
        copies: Sequence[Annotation] = (),
    ) -> bool:
        """Decide the item, and show the next in the same paint."""
        item, session = self.item, self.session
        if item is None:
            return False
        return await self._to(
            lambda store: store.sessions.next_open(session.id, item.place),
            lambda store: store.decisions.decide(session, item, answer, fix, copies),
        )

    async def go_back(self) -> None:
        """Show the item before, whatever was decided about it."""
        item, session_id = self.item, self.session.id
        if item is None:
            return
        found = await self.ask(lambda s: (s.sessions.before(session_id, item.place),))
        if found is None:
            return
        (place,) = found
        if place is None:
            self.say("This is the first.")
        else:
            await self._to(lambda _: place)

    async def toggle_flag(self) -> None:
        """Mark the item for the codebook, or no longer."""
        item, session = self.item, self.session
        if item is not None:
            is_done = await self._to(
                lambda _: item.place, lambda s: s.decisions.flag(session, item)
            )
            flagged = self.item and self.item.decision and self.item.decision.flagged
            if is_done:
                said = "Flagged for the codebook." if flagged else "No longer flagged."
                self.say(said)

    async def came_back(self, step: Step) -> None:
        """Show the item that a step decided, or the same one again."""
        session, item = self.session, self.item
        here = item.place if item else 0

        def find(store: Store) -> int:
            place = store.decisions.of_step(step, session)
            return here if place is None else place

        await self._to(find)

    def finish(self) -> None:
        """Say what came of it, and leave."""
        self.run_worker(self._sum_up(), group="dialog")

    async def _sum_up(self) -> None:
        from reader.tui.dialogs.summary import SummaryDialog

        session_id = self.session.id
        summary = await self.ask(lambda store: store.sessions.summary(session_id))
        if summary is not None:
            await self.app.push_screen_wait(SummaryDialog(summary))
        self.dismiss(None)
