"""Tagging the passages of a list together, as one step."""

from collections.abc import Sequence

from textual import work
from textual.reactive import var

from reader.model import Span, Version
from reader.store import Store
from reader.text.counted import counted
from reader.text.pieces import Size
from reader.tui.screens.choosing import choose_tag
from reader.tui.screens.concordance import ConcordancePlace, Listed

_SAID = {
    Size.WORD: "the words that were found",
    Size.SENTENCE: "the sentence",
    Size.PARAGRAPH: "the paragraph",
}


class TaggingPlace(ConcordancePlace):
    """Owns how much around the found words a tag takes in."""

    around: var[Size] = var(Size.SENTENCE)

    @work(group="dialog")
    async def action_tag_hits(self) -> None:
        """Tag the ticked passages, else the marked one."""
        chosen, size = self.chosen(), self.around
        passages = await self.ask(lambda store: _passages(store, chosen, size))
        if not passages:
            return
        path = await choose_tag(self, _named(passages, chosen))
        if path is None:
            return
        count = await self.change(lambda store: _tag(store, passages, path))
        if count is not None:
            self.list.ticked = frozenset()
            await self.renew()
            many = counted(count, "passage")
            self.say(f"Tagged {path}: {many}.  u takes it back.")

    @property
    def size_said(self) -> str:
        """How much is tagged, in words."""
        return _SAID[self.around]

    def _resize(self, size: Size) -> None:
        self.around = size
        self.ticks_changed()

    def action_tag_word(self) -> None:
        """Tag just the words that were found."""
        self._resize(Size.WORD)

    def action_tag_sentence(self) -> None:
        """Tag the sentence around them."""
        self._resize(Size.SENTENCE)

    def action_tag_paragraph(self) -> None:
        """Tag the paragraph around them."""
        self._resize(Size.PARAGRAPH)


def _passages(
    store: Store, chosen: Sequence[Listed], size: Size
) -> list[tuple[Version, Span]]:
    """What is to be tagged; passages that are the same are one."""
    found = [
        store.search.whole(one.article_id, span, size, words, is_hidden=one.is_hidden)
        for one in chosen
        for span, words in one.places
    ]
    return list(dict.fromkeys(found))


def _named(passages: Sequence[tuple[Version, Span]], chosen: Sequence[Listed]) -> str:
    if len(passages) == 1:
        version, span = passages[0]
        return span.of(version.text)
    articles = len({one.article_id for one in chosen})
    where = "in one article" if articles == 1 else f"in {articles:,} articles"
    return f"{len(passages):,} passages {where}, as one step"


def _tag(store: Store, passages: Sequence[tuple[Version, Span]], path: str) -> int:
    if len(passages) == 1:
        store.annotations.tag(*passages[0], path)
        return 1
    return store.annotations.tag_all(passages, path)
