"""Acting on several articles at once: ticking them, and what the ticked ones get."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.reactive import var

from reader.model import Span, Status
from reader.store.id_set import IdSet
from reader.text.counted import counted
from reader.text.excerpt import excerpt
from reader.text.lines import lines
from reader.tui.screens.titles import TitlesPlace
from reader.tui.screens.undertaking import UndertakingPlace

if TYPE_CHECKING:
    from reader.model import Version
    from reader.store import Store


class TickingPlace(UndertakingPlace, TitlesPlace):
    """Owns the ticks; what is done to the ticked articles is one step each."""

    ticked: var[IdSet] = var(IdSet, always_update=True)

    @property
    def ticked_here(self) -> Sequence[int]:
        """Those of them that are listed, in their order."""
        return self.ticked.among(self.ids)

    @property
    def meant(self) -> Sequence[int]:
        """The ticked articles, in their order; without ticks, the marked one."""
        if self.ticked:
            return self.ticked_here
        marked = self.listed.marked
        return [] if marked is None else [marked]

    def tick(self, ids: Sequence[int], *, on: bool) -> None:
        """Tick these, or take their ticks away."""
        ticked = self.ticked
        ticked.turn(ids, on=on)
        self.ticked = ticked
        self.show_chips()

    def untick(self) -> None:
        """Take every tick away."""
        self.ticked = IdSet()
        self.show_chips()

    @property
    def ways_on(self) -> str:
        """What can be done with the ticked articles, or what is being done."""
        if self.doing:
            return self.doing
        ways = "s status  t tag  e export  r review  d remove  escape unticks"
        return ways if self.ticked else super().ways_on

    def chips(self) -> list[Content]:
        """How many are ticked, before what they are filtered by."""
        chips = super().chips()
        if self.ticked:
            chips.insert(0, self.chip(f"{len(self.ticked):,} ticked"))
        return chips

    def action_tick_article(self) -> None:
        """Tick the marked article, or not any more, and go on to the next."""
        marked = self.listed.marked
        if marked is not None:
            self.tick([marked], on=marked not in self.ticked)
            self.listed.cursor += 1

    @work(group="jump", exclusive=True)
    async def action_tick_articles(self) -> None:
        """Tick all that is listed, or nothing."""
        if self.ticked:
            self.untick()
        else:
            await self.whole_list()
            self.tick(self.ids, on=True)

    async def _named(self, ids: Sequence[int]) -> str:
        """The articles as one would speak of them; empty when they are gone."""
        if len(ids) > 1:
            return f"{len(ids):,} articles"
        articles = await self.ask(lambda store: store.articles.some(ids))
        return f"“{excerpt(articles[0].title, 60)}”" if articles else ""

    @work(group="dialog")
    async def ask_status(self) -> None:
        """Ask how far the articles have been read, and keep it."""
        from reader.tui.dialogs.pick import PickDialog

        ids = self.meant
        if not ids or not (named := await self._named(ids)):
            return
        rows = [Content(status.value) for status in Status]
        picked = await self.app.push_screen_wait(PickDialog("Status", named, rows, 2))
        if picked is not None:
            status = list(Status)[picked]
            await self.over(self._put_status(ids, named, status))

    def watch_doing(self) -> None:
        """Say what is being done with articles, or no more."""
        if self.is_there:
            self.show_chips()

    @work(group="many")
    async def _put_status(self, ids: Sequence[int], named: str, status: Status) -> None:
        changed = await self.undertake(
            f"marking {named}", lambda store: store.articles.set_statuses(ids, status)
        )
        if changed is None:
            return
        self.untick()
        if changed:
            self.say(f"{named}: {status}.  u takes it back.")
            self.refresh_list()
        else:
            self.say(f"{named}: {status} already.")

    @work(group="dialog")
    async def action_tag_articles(self) -> None:
        """Ask for a tag, and put it on the headline of each article."""
        from reader.tui.screens.choosing import choose_tag

        ids = self.meant
        if not ids or not (named := await self._named(ids)):
            return
        about = (
            f"The first line of {named}"
            if len(ids) == 1
            else f"The first lines of {named}"
        )
        path = await choose_tag(self, about)
        if path is not None:
            await self.over(self._put_tag(ids, named, path))

    @work(group="many")
    async def _put_tag(self, ids: Sequence[int], named: str, path: str) -> None:
        count = await self.undertake(
            f"tagging {named}", lambda store: _tag(store, ids, path)
        )
        if count is not None:
            self.untick()
            self.say(f"{path}: on {count:,} more.{'  u takes it back.' * bool(count)}")
            self.refresh_list()

    @work(group="many")
    async def action_remove_article(self) -> None:
        """Take the articles out; undo brings them back."""
        ids = self.meant
        if not ids or not (named := await self._named(ids)):
            return
        if await self.undertake(f"removing {named}", lambda store: _remove(store, ids)):
            self.untick()
            self.say(f"Removed {named}.  u brings back what was removed.")
            self.drop(IdSet(ids))
            self.refresh_list()


def _remove(store: "Store", ids: Sequence[int]) -> bool:
    store.articles.remove(ids)
    return True


def _tag(store: "Store", ids: Sequence[int], path: str) -> int:
    """Put a tag on the first shown line of each article, as one step."""
    passages: list[tuple[Version, Span]] = []
    for article in store.articles.each([ids]):
        version = store.articles.version(article.version_id)
        hidden = frozenset(store.verdicts.hidden(version))
        shown = (line for line in lines(version.text) if line not in hidden)
        if span := next(filter(None, (_words(version, each) for each in shown)), None):
            passages.append((version, span))
    label = f"tag {path} on {counted(len(passages), 'article')}"
    return store.annotations.tag_all(passages, path, label)


def _words(version: "Version", line: Span) -> Span | None:
    """The line without the blanks around it; None for a blank one."""
    text = line.of(version.text)
    start = line.start + len(text) - len(text.lstrip())
    end = line.start + len(text.rstrip())
    return Span(start, end) if start < end else None
