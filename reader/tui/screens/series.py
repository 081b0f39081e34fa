"""Going from article to article, as the list had them."""

from collections.abc import Sequence

from textual import work
from textual.worker import Worker

from reader.model import Span, Status
from reader.tui.screens.suggesting import SuggestingPlace


class SeriesPlace(SuggestingPlace):
    """Owns the series of articles that is read."""

    series: tuple[int, Sequence[int]] = (0, ())
    """The id of the article to begin with, and those of all, in order."""

    @property
    def article_here(self) -> int | None:
        """The article that is open."""
        return self.reading.article.id if self.reading else None

    def open(self, article_id: int, at: Span | int | None = None) -> Worker[None]:
        """Show an article at a span, at an offset, or where reading stopped."""
        raise NotImplementedError

    @work(group="write")
    async def action_done(self) -> None:
        """Mark the article done, and go to the next."""
        if self.reading is None:
            return
        article_id = self.reading.article.id
        if await self.done(lambda s: s.articles.set_status(article_id, Status.DONE)):
            await self._to_article(1, "That was the last article.")

    @work(group="write")
    async def action_next_article(self) -> None:
        """Go to the next article."""
        await self._to_article(1, "This is the last article.")

    @work(group="write")
    async def action_previous_article(self) -> None:
        """Go to the article before."""
        await self._to_article(-1, "This is the first article.")

    async def _to_article(self, step: int, at_the_end: str) -> None:
        first, ids = self.series
        current = self.reading.article.id if self.reading else first
        place = ids.index(current) + step if current in ids else -1
        if 0 <= place < len(ids):
            self.open(ids[place])
        else:
            await self.renew()
            self.say(at_the_end)
