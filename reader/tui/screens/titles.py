"""Going to an article of the list by how its title begins."""

from typing import TYPE_CHECKING, cast

from textual import work

from reader.store.id_set import first_place
from reader.tui.screens.articles import ArticlesPlace

if TYPE_CHECKING:
    from reader.tui.widgets.prompt import Prompt


class TitlesPlace(ArticlesPlace):
    """Marks the first title that begins as what is typed, as it is typed."""

    _jumped_from = 0

    def action_jump_title(self) -> None:
        """Type how a title begins, and go there."""
        for prompt in self.query("Prompt").results():
            self._jumped_from = self.listed.cursor
            cast("Prompt", prompt).open()

    @work(group="jump", exclusive=True)
    async def _jump(self, typed: str) -> None:
        await self.whole_list()
        found = await self.ask(lambda store: store.listing.starting(typed))
        if found is None:
            return
        place = first_place(found, self.ids)
        if place is not None:
            self.listed.cursor = place
        prompt = cast("Prompt", self.query_one("Prompt"))
        prompt.says("" if place is not None else "no title begins so")

    def on_prompt_changed(self, event: "Prompt.Changed") -> None:
        """Go to the first title that begins so."""
        self._jump(event.text)

    def on_prompt_closed(self, event: "Prompt.Closed") -> None:
        """Stay there, or go back."""
        self.listed.focus()
        if not event.accepted:
            self.listed.cursor = self._jumped_from
