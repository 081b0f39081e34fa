"""Opening an article, and reading it anew when something about it has changed."""

import asyncio
from collections.abc import Sequence
from typing import Final

from textual import work

from reader.desk import Desk, Seat
from reader.model import Annotation, Span, Step
from reader.store import Reading, Store
from reader.tui.screens.marks import hidden_lines
from reader.tui.screens.series import SeriesPlace
from reader.tui.screens.tag_verbs import Codebook, codebook_in
from reader.tui.widgets.passage import PassageView

_MANY: Final = 500
"""Annotations that are read and painted with the text; more come after it."""


class OpeningPlace(SeriesPlace):
    """Has the text on the screen before what takes longer than reading it."""

    _given: Desk | None = None
    """The desk that articles are read at which nobody codes blind."""

    def lay_out(self) -> None:
        """Show what there is room for beside the text."""
        raise NotImplementedError

    def on_unmount(self) -> None:
        """Remember the place, however the screen was left."""
        self.keep_place()

    @work(group="open", exclusive=True)
    async def open(self, article_id: int, at: Span | int | None = None) -> None:
        """Show an article at a span, at an offset, or where reading stopped."""
        self.keep_place()
        seat = self.desk
        is_down = await self._sit_down(article_id)

        found = await self.ask(lambda s: _begun(s, article_id)) if is_down else None
        if not self.is_there:
            return
        if found is None:
            self.desk = seat
            if self.reading is None:
                self.dismiss(None)
            return
        reading, settings, codebook = found
        if reading is None:
            self.say("That article is not in the library any more.")
            self.dismiss(None)
            return
        self.take_settings(settings)
        self.take_codebook(codebook)
        self.take(reading)
        if isinstance(at, Span):
            if any(hidden.span.covers(at) for hidden in self.hidden):
                self.revealed = True
                self.cut()
            self.go(self.cursor.pick(self.passages, at))
        else:
            self.go_to(reading.place if at is None else at)
        if not reading.has_all:
            await self._painted()
            await self.renew()
        if self.desk is not self._given:
            self.say("To be coded blind (r): only yours is shown.")

    async def _sit_down(self, article_id: int) -> bool:
        """Be blind to the others where the article is still to be coded so.

        Nothing may be shown where that is not known.
        """
        given = self._given = self._given or self.desk

        def ask(store: Store) -> str:
            return store.coders.name if store.sessions.is_blind(article_id) else ""

        coder = await self.ask(ask)
        if coder is not None:
            self.desk = Seat(given, coder, blind=True) if coder else given
        return coder is not None

    async def _painted(self) -> None:
        """Wait until what there is to see is on the screen."""
        painted = asyncio.Event()
        self.call_after_refresh(painted.set)
        await painted.wait()

    def take(self, reading: Reading) -> None:
        """Show another article; the cursor is on nothing yet."""
        self.lay_out()
        self.revealed = False
        self.forget_matches()
        self.forget_shared()
        self.picked = Span(0, 0)
        self.styled = ()
        # The pane makes its rows once, of the text without what is hidden in it.
        hidden = hidden_lines(reading)
        self.view.set_reactive(PassageView.hidden, hidden)
        self.hidden = hidden
        self.text = reading.version.text
        self.reading = reading
        self.style()
        self.cut()
        self.show()
        self.mark_sought()

    async def renew(self) -> None:
        """Read again what the store says of this article, and show it."""
        self.hush()
        await self._read_again()

    def take_saved(
        self, made: Sequence[Annotation], codebook: Codebook, gone: str = ""
    ) -> None:
        """Show annotations that have just been saved, and read none of the others.

        What others have written meanwhile is seen at the next look for it.
        """
        self.hush()
        self.take_codebook(codebook)
        if self.reading is not None:
            self.reading = self.reading.having(made, gone)
            self.show()

    async def look_again(self) -> None:
        """Rules may have changed what is hidden; what was said stays."""
        await self._read_again()

    def hush(self) -> None:
        """Show what is under the cursor again, where something was said."""
        if self.is_there:
            self.status.said = ""

    async def _read_again(self) -> None:
        if self.reading is None:
            return
        article_id, known = self.reading.article.id, self.reading.version
        # Asked together: what an answer shows that comes after it is newer than it.
        found = await self.ask(
            lambda store: (store.reading(article_id, known=known), codebook_in(store))
        )
        if found is None:
            return
        self.take_codebook(found[1])
        if self.reading is None or self.reading.version.id != known.id:
            return  # Another article was opened meanwhile: this is not about it.
        reading = found[0]
        if reading is not None and reading.version.id != known.id:
            self.take(reading)
            self.go_to(reading.place)
            self.say("The article has a newer text; this is it.  B shows what changed.")
        elif reading is not None:
            before, self.reading = self.hidden, reading
            self.show()
            if self.hidden != before and not self.revealed:
                self.keep_pick()

    def keep_place(self) -> None:
        """Remember where reading stopped."""
        if self.reading is not None:
            article_id, offset = self.reading.article.id, self.picked.start
            self.desk.post(
                "where reading stopped",
                lambda store: store.articles.set_place(article_id, offset),
            )

    async def came_back(self, step: Step) -> None:
        """Show what a step left behind; in another article, go there."""
        current = self.reading.article.id if self.reading else None
        if step.article_id is not None and step.article_id != current:
            await self.over(self.open(step.article_id, step.offset))
        else:
            await self.renew()

    @work(group="dialog")
    async def action_versions(self) -> None:
        """Show what changed in the text from one version to the next."""
        from reader.tui.screens.versions import VersionsScreen

        if self.reading is None:
            return
        article_id = self.reading.article.id
        versions = await self.ask(lambda store: store.versions.of(article_id))
        if versions is None:
            return
        if len(versions) < 2:
            self.say("It has one version.")
            return
        screen = VersionsScreen(self.desk, article_id, versions)
        await self.app.push_screen_wait(screen)
        await self.renew()


def _begun(
    store: Store, article_id: int
) -> tuple[Reading | None, dict[str, str], Codebook]:
    store.articles.begin(article_id)
    reading = store.reading(article_id, most=_MANY)
    return reading, store.settings.all(), codebook_in(store)
