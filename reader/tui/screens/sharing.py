"""What the article that is read shares with others: marked, told, and gone to."""

from collections.abc import Sequence
from typing import Final

from textual import work
from textual.reactive import var

from reader.model import Span
from reader.store import Reading
from reader.store.copies import CAP, Shared
from reader.text.counted import counted
from reader.tui.screens.comparing import compare_some
from reader.tui.screens.everywhere import EverywherePlace

_TIMES: Final = 40
"""So many times some articles are compared when one is opened, if any wait for it."""


class SharingPlace(EverywherePlace):
    """Owns the sentences that stand word for word in other articles."""

    shared: var[Sequence[Shared]] = var(())
    shared_spans: var[tuple[Span, ...]] = var(())
    """Where they are, for the margin."""
    _is_known = False
    """Whether they have been looked for in the article that is open."""

    def watch_reading(self, before: Reading | None, reading: Reading | None) -> None:
        """Look for them once the article is shown, and when it is read again."""
        if reading is not None and (before is None or not self.reads(before)):
            self._find_shared(reading)

    @work(group="shared", exclusive=True)
    async def _find_shared(self, reading: Reading) -> None:
        """Show what is known, compare what has come or changed, and look again."""
        await self._show_shared(reading)
        for _ in range(_TIMES):
            if not self.is_there or not await self.look_up(compare_some):
                break
            await self._show_shared(reading)

    async def _show_shared(self, reading: Reading) -> None:
        if not self.is_there:
            return
        hidden = reading.lines.hidden_spans
        found = await self.look_up(lambda s: s.copies.shared(reading.version, hidden))
        if found is None or not self.reads(reading):
            return
        self._is_known = True
        if found != self.shared:
            self.shared = found
            self.shared_spans = tuple(each.span for each in found)
            if self.is_there:
                self.show_status()

    def forget_shared(self) -> None:
        """Mark nothing, until it is known of another article."""
        self.shared, self.shared_spans, self._is_known = (), (), False

    def show_status(self) -> None:
        """Say what is under the cursor; what was said besides goes on standing."""
        raise NotImplementedError

    @property
    def shared_here(self) -> Sequence[Shared]:
        """Those under the cursor."""
        return [each for each in self.shared if each.span.overlaps(self.picked)]

    def about_shared(self) -> str:
        """In how many other articles the sentence stands."""
        here = self.shared_here
        if len(here) > 1:
            return f"{len(here)} sentences also in others"
        if not here:
            return ""
        more = "+" if here[0].articles >= CAP else ""
        return f"also in {counted(here[0].articles, 'article')}{more}"

    @work(group="dialog")
    async def action_provenance(self) -> None:
        """List where the sentences under the cursor stand, the oldest first."""
        from reader.tui.screens.provenance import ProvenanceScreen

        if self.reading is None:
            return
        if not self._is_known:
            await self._show_shared(self.reading)
        here = self.shared_here
        if not here:
            others = ";  ≡ marks what is" if self.shared else ""
            self.say(f"In no other article{others}.")
            return
        first, last = here[0].span, here[-1].span
        words = self.passages.shown(Span(first.start, last.end))
        keys = [each.key for each in here]
        article_id = self.reading.article.id
        screen = ProvenanceScreen(self.desk, article_id, keys, words, self.read_at)
        await self.app.push_screen_wait(screen)
        await self.renew()

    @work(group="dialog")
    async def action_copies(self) -> None:
        """List the near copies of the article."""
        from reader.tui.screens.copies import CopiesScreen

        if self.reading is not None:
            article_id = self.reading.article.id
            screen = CopiesScreen(self.desk, article_id, self.read_at)
            await self.app.push_screen_wait(screen)
            await self.renew()
