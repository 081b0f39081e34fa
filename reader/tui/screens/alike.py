"""More like this: paragraphs that share a passage's words and are not tagged yet."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content

from reader.desk import Desk
from reader.model import Span, Version
from reader.store.likenesses import Alike
from reader.text.excerpt import excerpt, quoted
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import ALIKE
from reader.tui.screens.choosing import choose_tag
from reader.tui.screens.listing import ListingPlace
from reader.tui.screens.place import ReadAt

_EMPTY = """Nothing like it that is not tagged yet.

A longer passage has more words to go by:  + grows it."""
_SHOWN = 800
"""Code points of a paragraph that are shown below the list."""


class AlikeScreen(ListingPlace):
    """Lists paragraphs like a passage, the most like first."""

    NAME = "Alike"
    HEAD = "More like this"
    EMPTY = _EMPTY
    BINDINGS: ClassVar[list[BindingType]] = bindings(ALIKE)

    alike: Sequence[Alike] = ()

    def __init__(
        self, desk: Desk, version: Version, span: Span, read_at: ReadAt
    ) -> None:
        """Look for paragraphs like a passage of a text."""
        super().__init__(desk)
        self._read_at = read_at
        self._version = version
        self._span = span

    def on_mount(self) -> None:
        """List them."""
        super().on_mount()
        self.entitle(self.HEAD, "looking…")
        self.renew()

    @work(group="list", exclusive=True)
    async def renew(self) -> None:
        """Look anew; the mark stays."""
        version, span = self._version, self._span
        found = await self.look_up(lambda store: store.likenesses.of(version, span))
        if found is not None:
            self.alike = found
            self.list_rows(
                [((each.version_id, each.span), _row(each)) for each in found]
            )
            about = quoted(span.of(version.text), 60)
            self.entitle(self.HEAD, safe_line(about), f"{len(found)} paragraphs")

    @property
    def marked(self) -> Alike | None:
        """The paragraph under the cursor."""
        return self.marked_of(self.alike)

    def on_option_list_option_highlighted(self) -> None:
        """Show the whole paragraph, and why it is here."""
        if (marked := self.marked) is not None:
            self.tell(
                Content.assemble(
                    (safe_line(marked.title), "bold"),
                    "\n",
                    safe_line(excerpt(marked.words, _SHOWN)),
                    "\n",
                    (f"shares  {safe_line(', '.join(marked.shared))}", "dim"),
                )
            )

    def on_option_list_option_selected(self) -> None:
        """The list takes Enter for itself."""
        self.action_open_alike()

    def action_open_alike(self) -> None:
        """Read the article at the marked paragraph."""
        if (marked := self.marked) is not None:
            reading = self._read_at(marked.article_id, marked.span)
            self.app.push_screen(reading, self.came_home)

    @work(group="dialog")
    async def action_tag_alike(self) -> None:
        """Choose a tag for the marked paragraph, which then leaves the list."""
        marked = self.marked
        if marked is None:
            return
        path = await choose_tag(self, marked.words)
        if path is not None and await self.done(
            lambda store: store.annotations.tag(
                store.articles.version(marked.version_id), marked.span, path
            )
        ):
            self.say(f"Tagged {path}.  u takes it back.")
            self.renew()


def _row(alike: Alike) -> Content:
    return Content.assemble(
        (f"{alike.score:5.1f}  ", "dim"),
        (f"{safe_line(excerpt(alike.title, 28)):<28}  ", "dim"),
        safe_line(excerpt(alike.words, 200)),
    )
