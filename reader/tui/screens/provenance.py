"""Where a sentence stands word for word: the oldest article first."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import work
from textual.binding import BindingType
from textual.content import Content

from reader.desk import Desk
from reader.model import Article
from reader.store import Store
from reader.store.occurrences import Occurrence
from reader.text.counted import counted
from reader.text.excerpt import excerpt
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import PROVENANCE
from reader.tui.screens.place import ReadAt
from reader.tui.screens.places import PlacesScreen

_MIDDLE: Final = 32
"""Code points of the sentence in a row: it is the same in all, what stands around is
not."""


class ProvenanceScreen(PlacesScreen):
    """Owns the sentences that are asked about, and the articles that have them."""

    NAME = "Provenance"
    HEAD = "Word for word"
    EMPTY = "No other article has this sentence any more.  q goes back."
    BINDINGS: ClassVar[list[BindingType]] = bindings(PROVENANCE)

    def __init__(
        self,
        desk: Desk,
        article_id: int,
        keys: Sequence[int],
        words: str,
        read_at: ReadAt,
    ) -> None:
        """List the places of sentences.

        Args:
            desk: Where the library is asked.
            article_id: The article that is read.
            keys: Of the sentences, as the library knows them.
            words: The sentences.
            read_at: What reads another article.
        """
        super().__init__(desk, words, read_at)
        self._article_id = article_id
        self._keys = keys
        self._articles: dict[int, Article] = {}

    def on_mount(self) -> None:
        """List them."""
        super().on_mount()
        self.renew()

    @work(group="list", exclusive=True)
    async def renew(self) -> None:
        """Ask where the sentences are, and list it."""
        keys = self._keys

        def find(store: Store) -> tuple[list[Occurrence], list[Article]]:
            places = store.copies.places(keys)
            ids = list(dict.fromkeys(place.article_id for place in places))
            return places, store.articles.some(ids)

        found = await self.ask(find)
        if found is not None:
            self.places, articles = found
            self._articles = {article.id: article for article in articles}
            self.list_places()

    def heading(self, place: Occurrence) -> Content:
        """When and where it was published, or from which file it came."""
        article = self._articles[place.article_id]
        facts = [article.published[:10] or "no date", article.origin]
        if article.id == self._article_id:
            facts.append("this article")
        said = " · ".join(fact for fact in facts if fact)
        return Content.assemble(
            (f"{safe_line(said)}   ", "dim"), (safe_line(article.title), "bold")
        )

    def shortened(self, words: str) -> str:
        """The beginning of the sentence."""
        return excerpt(words, _MIDDLE)

    def say_state(self) -> None:
        """Say in how many articles it is, and how many places are ticked."""
        ticked = f"{len(self.ticked):,} of {counted(len(self.places), 'place')} ticked"
        self.entitle(
            self.HEAD,
            f"in {counted(len(self._articles), 'article')}, the oldest first",
            ticked,
        )

    def on_option_list_option_highlighted(self) -> None:
        """Show the whole sentence with what stands around it there."""
        super().on_option_list_option_highlighted()
        if self.marked is None:
            return
        place = self.places[self.marked]
        before, words, after = (
            safe_line(" ".join(part.split()))
            for part in (place.before, place.words, place.after)
        )
        self.tell(
            Content.assemble(
                (f"…{before} " if before else "", "dim"),
                (words, "bold"),
                (f" {after}…" if after else "", "dim"),
            )
        )
