"""Reading the articles of a queue, one after the other."""

from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType

from reader.model import Status
from reader.review import Answer, Item
from reader.store import Reading
from reader.tui.bindings import bindings
from reader.tui.keys import QUEUE
from reader.tui.screens.session import SessionPlace


class QueueScreen(SessionPlace):
    """Shows an article of the queue to read and to tag."""

    NAME = "Reading queue"
    BINDINGS: ClassVar[list[BindingType]] = bindings(QUEUE)

    def show_item(self, item: Item, reading: Reading) -> None:
        """Show an article where its reading stopped."""
        self.keep_place()
        article = reading.article
        if article.status is Status.UNREAD:
            self.desk.post(
                "that it is being read", lambda s: s.articles.begin(article.id)
            )
            begun = replace(article, status=Status.READING)
            reading = replace(reading, article=begun)
        self.take(reading)
        self.go_to(reading.place)

    async def action_finish(self) -> None:
        """Mark the article done, and go to the next."""
        await self.answer(Answer.ACCEPT)

    async def action_set_aside(self) -> None:
        """Decide that the article is not relevant; its status stays."""
        if await self.answer(Answer.REJECT):
            self.say("Set aside as not relevant.  u takes it back.")

    async def action_skip_article(self) -> None:
        """Read it later."""
        await self.answer(Answer.SKIP)

    async def action_article_back(self) -> None:
        """Look at the one before again."""
        await self.go_back()

    async def action_flag_article(self) -> None:
        """Mark it for the codebook."""
        await self.toggle_flag()
