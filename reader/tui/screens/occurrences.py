"""Every place where words stand, to be ticked and tagged in one step."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

from textual import work
from textual.binding import BindingType
from textual.widgets import Static

from reader.desk import Desk
from reader.store import Store
from reader.store.occurrences import Occurrence
from reader.text.counted import counted
from reader.text.excerpt import excerpt
from reader.text.passages import Size
from reader.text.safe import safe_line
from reader.text.sought import LONGEST, Sought
from reader.tui.bindings import bindings
from reader.tui.keys import OCCURRENCES
from reader.tui.screens.place import ReadAt
from reader.tui.screens.places import PlacesScreen
from reader.tui.widgets.prompt import Prompt

_ASKED: Final = "Which words?  Type them below; enter looks for them."
_AT_ONCE: Final = 200
"""Articles that are looked through at a time."""
_MOST: Final = 10_000
"""Places that are listed; nobody ticks more."""


class OccurrencesScreen(PlacesScreen):
    """Owns what is looked for and what was found, and which of it is ticked."""

    NAME = "Occurrences"
    HEAD = "Every place"
    EMPTY = "Nowhere.  / looks for other words,  A looks in all articles."
    ASKS = "Words"
    BINDINGS: ClassVar[list[BindingType]] = bindings(OCCURRENCES)

    def __init__(
        self, desk: Desk, article_id: int | None, words: str, read_at: ReadAt
    ) -> None:
        """Look for words in an article, and in all when it is asked for; or in all."""
        super().__init__(desk, words[:LONGEST], read_at)
        self._article_id = article_id
        self.is_everywhere = article_id is None

    def on_mount(self) -> None:
        """Look for the words, or ask for some."""
        super().on_mount()
        if self.sought.words:
            self.renew()
        else:
            self.query_one("#empty", Static).update(_ASKED)
            self.list_rows(())
            # The line is not there to be typed into before the first picture.
            self.call_after_refresh(self.action_seek_words)

    @work(group="list", exclusive=True)
    async def renew(self) -> None:
        """Go through the articles, a few at a time, and list what was found."""
        self.query_one("#empty", Static).update(self.EMPTY)
        sought = self.sought
        ids = await self._article_ids()
        if ids is None:
            return
        self.places = []
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            found = await self.ask(partial(_occurrences, sought=sought, ids=some))
            if found is None or len(self.places) >= _MOST:
                break
            self.places += found
            self.entitle(self.HEAD, f"{start:,} of {len(ids):,} articles…")
        del self.places[_MOST:]
        self.list_places()

    async def _article_ids(self) -> Sequence[int] | None:
        if self._article_id is not None and not self.is_everywhere:
            return [self._article_id]
        return await self.ask(lambda store: store.articles.ids())

    def say_state(self) -> None:
        """Say what is looked for, and what came of it."""
        sought = self.sought
        how = "pattern" if sought.is_regex else "whole words" * sought.whole_words
        articles = len({place.article_id for place in self.places})
        self.entitle(
            f"“{safe_line(excerpt(sought.words, 40))}”",
            f"{len(self.ticked):,} of {len(self.places):,} ticked",
            f"in {counted(articles, 'article')}"
            if self.is_everywhere
            else "in this article",
            f"tags the {self.around}" if self.around else "",
            how or "parts of words",
            "capitals as typed" if sought.match_case else "",
        )

    def action_all_articles(self) -> None:
        """Look in all articles, or in the one again."""
        self.is_everywhere = not self.is_everywhere or self._article_id is None
        self.renew()

    def action_whole_words(self) -> None:
        """Whole words only, or parts of words too."""
        sought = self.sought
        self._look_for(replace(sought, whole_words=not sought.whole_words))

    def action_match_case(self) -> None:
        """Capitals as they were typed, or any."""
        sought = self.sought
        self._look_for(replace(sought, match_case=not sought.match_case))

    def action_as_pattern(self) -> None:
        """Take the words for a regular expression, or as they are."""
        sought = self.sought
        self._look_for(replace(sought, is_regex=not sought.is_regex))

    def _look_for(self, sought: Sought) -> None:
        self.sought = sought
        self.renew()

    def action_around_word(self) -> None:
        """Tag just the words."""
        self._tag_size(None)

    def action_around_sentence(self) -> None:
        """Tag the sentence around the words."""
        self._tag_size(Size.SENTENCE)

    def action_around_paragraph(self) -> None:
        """Tag the paragraph around the words."""
        self._tag_size(Size.PARAGRAPH)

    def _tag_size(self, size: Size | None) -> None:
        self.around = size
        self.say_state()

    def action_seek_words(self) -> None:
        """Type other words."""
        self.query_one(Prompt).open(self.sought.words)

    def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Look for what was typed."""
        self.listed.focus()
        words = event.text.strip()[:LONGEST]
        if event.accepted and words and words != self.sought.words:
            self._look_for(replace(self.sought, words=words))
        elif not self.sought.words:
            self.action_leave()  # There is nothing to look at.


def _occurrences(
    store: Store, *, sought: Sought, ids: Sequence[int]
) -> list[Occurrence]:
    return store.occurrences.of(sought, ids)
