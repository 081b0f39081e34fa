"""The words that are typical of a tag, each with the counts that say so."""

from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content

from reader.desk import Desk
from reader.store.typical import TypicalWords
from reader.text.counted import counted
from reader.text.keyness import TypicalWord
from reader.text.safe import safe_line
from reader.text.sought import Sought
from reader.tui.bindings import bindings
from reader.tui.keys import TYPICAL
from reader.tui.screens.listing import ListingPlace

_EMPTY = """No word is typical of this tag yet.

It needs a few passages, and other text to compare them with."""
_MOST = 300
"""Words that are listed."""


class TypicalScreen(ListingPlace):
    """Lists the words, the most typical first."""

    NAME = "Typical"
    HEAD = "Typical words"
    EMPTY = _EMPTY
    BINDINGS: ClassVar[list[BindingType]] = bindings(TYPICAL)

    found: TypicalWords | None = None

    def __init__(self, desk: Desk, path: str) -> None:
        """Look for the words of a tag with all that is under it."""
        super().__init__(desk)
        self._path = path

    def on_mount(self) -> None:
        """List them."""
        super().on_mount()
        self.entitle(self.HEAD, "counting…")
        self.renew()

    @work(group="list", exclusive=True)
    async def renew(self) -> None:
        """Count anew; the mark stays."""
        path = self._path
        found = await self.look_up(lambda store: store.typical.of(path))
        if found is None:
            return
        self.found = found
        self.list_rows([(each.word, _row(each)) for each in found.words[:_MOST]])
        inside = counted(found.inside, "word")
        self.entitle(
            safe_line(path),
            f"{counted(found.passages, 'passage')} with {inside}",
            f"against {found.outside:,} others of {counted(found.articles, 'article')}",
        )

    @property
    def marked(self) -> TypicalWord | None:
        """The word under the cursor."""
        return self.marked_of(self.found.words if self.found else ())

    def on_option_list_option_highlighted(self) -> None:
        """Say in words what the counts are."""
        marked, found = self.marked, self.found
        if marked is not None and found is not None:
            self.tell(Content(_because(marked, found)))

    def on_option_list_option_selected(self) -> None:
        """The list takes Enter for itself."""
        self.action_find_typical()

    def action_find_typical(self) -> None:
        """List every place of the marked word in all articles, to be tagged."""
        from reader.tui.screens.occurrences import OccurrencesScreen
        from reader.tui.screens.reading import read_at

        if (marked := self.marked) is not None:
            at = read_at(self.desk)
            places = OccurrencesScreen(self.desk, None, marked.word, at)
            self.app.push_screen(places, self.came_home)

    @work(group="write")
    async def action_suggest_typical(self) -> None:
        """Suggest the tag wherever the marked word stands."""
        marked, path = self.marked, self._path
        if marked is not None and await self.done(
            lambda store: store.keywords.add(path, Sought(marked.word))
        ):
            self.say(f"{path} is suggested by “{marked.word}”.  ^k lists, u undoes.")


def _row(each: TypicalWord) -> Content:
    return Content.assemble(
        (f"{each.likelihood:8.1f}  ", "bold"),
        f"{safe_line(each.word):<24}  ",
        (f"{each.inside:>6,} inside  {each.outside:>7,} outside   ", ""),
        (each.level, "dim"),
    )


def _because(each: TypicalWord, found: TypicalWords) -> str:
    here = 1000 * each.inside / found.inside
    there = 1000 * each.outside / found.outside if found.outside else 0.0
    return (
        f"“{safe_line(each.word)}” stands {counted(each.inside, 'time')} in the"
        f" passages, where {each.expected:.1f} would be expected: {here:.1f} of a"
        f" thousand words, against {there:.1f} elsewhere.\n"
        f"Log-likelihood {each.likelihood:.1f}, {each.level}."
    )
