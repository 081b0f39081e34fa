"""What goes on from the picked words to other places of the library."""

from textual import work

from reader.text.excerpt import excerpt
from reader.tui.screens.comfort import ComfortPlace
from reader.tui.screens.place import ReadAt

_LONGEST_PICK = 80
"""A picked passage of more code points is not looked for: words are asked for."""


class EverywherePlace(ComfortPlace):
    """Takes what is picked as what is meant everywhere."""

    @property
    def read_at(self) -> ReadAt:
        """What reads other articles."""
        raise NotImplementedError

    @work(group="dialog")
    async def action_more_like_this(self) -> None:
        """List paragraphs like the picked passage that are not tagged yet."""
        from reader.tui.screens.alike import AlikeScreen

        if self.reading is not None and self.picked:
            version = self.reading.version
            screen = AlikeScreen(self.desk, version, self.picked, self.read_at)
            await self.app.push_screen_wait(screen)
            await self.renew()

    @work(group="dialog")
    async def action_tag_everywhere(self) -> None:
        """List every place where the picked words stand, to tick and to tag."""
        from reader.tui.screens.occurrences import OccurrencesScreen

        if self.reading is None:
            return
        words = self.passages.shown(self.picked)
        short = excerpt(words, _LONGEST_PICK) if len(words) <= _LONGEST_PICK else ""
        article_id = self.reading.article.id
        screen = OccurrencesScreen(self.desk, article_id, short, self.read_at)
        await self.app.push_screen_wait(screen)
        await self.renew()
