"""The words and patterns that suggest tags, to look over, change and remove."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content

from reader.text.counted import counted
from reader.text.safe import safe_line
from reader.text.sought import Sought
from reader.text.suggestions import Keyword
from reader.tui.bindings import bindings
from reader.tui.colours import Ground, ground_of, tag_colour
from reader.tui.keys import KEYWORDS
from reader.tui.screens.choosing import choose_tag
from reader.tui.screens.listing import ListingPlace
from reader.tui.widgets.prompt import Prompt

_EMPTY = """No keywords yet.

While reading, put the cursor on words and press  W
to have a tag suggested wherever they stand;  t  makes one here.

From the shell:  reader keywords add TAG WORDS"""


class KeywordsScreen(ListingPlace):
    """Lists the keywords, tag by tag."""

    NAME = "Keywords"
    HEAD = "Keywords"
    EMPTY = _EMPTY
    ASKS = "Words"
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYWORDS)

    keywords: Sequence[Keyword] = ()
    _new_for = ""
    """The tag for which words are typed, or empty while those of one are changed."""
    _edited: Keyword | None = None
    """The one whose words are changed, wherever the mark goes meanwhile."""

    def on_mount(self) -> None:
        """List them."""
        super().on_mount()
        self.renew()

    @work(group="list", exclusive=True)
    async def renew(self) -> None:
        """Read the keywords anew; the mark stays."""
        found = await self.ask(lambda store: store.keywords.all())
        if found is not None:
            self.keywords = found
            ground = ground_of(self.app)
            self.list_rows([(each.id, _row(each, ground)) for each in found])
            suggest = "suggests" if len(found) == 1 else "suggest"
            words = f"{counted(len(found), 'keyword')} that {suggest} tags"
            self.entitle(self.HEAD, f"{words}; none tags by itself" if found else "")

    @property
    def marked(self) -> Keyword | None:
        """The keyword under the cursor."""
        return self.marked_of(self.keywords)

    def on_option_list_option_selected(self) -> None:
        """The list takes Enter for itself."""
        self.action_edit_keyword()

    @work(group="dialog")
    async def action_new_keyword(self) -> None:
        """Choose a tag, then type what suggests it."""
        path = await choose_tag(self, "the tag that is to be suggested")
        if path is not None:
            self._new_for = path
            self.query_one(Prompt).open()

    def action_edit_keyword(self) -> None:
        """Type other words."""
        self._edited = self.marked
        if self._edited is not None:
            self._new_for = ""
            self.query_one(Prompt).open(self._edited.sought.words)

    def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Keep what was typed."""
        self.listed.focus()
        words = event.text.strip()
        if not event.accepted or not words:
            return
        if self._new_for:
            self._add(self._new_for, Sought(words))
        elif self._edited is not None:
            self._edit(self._edited, replace(self._edited.sought, words=words))

    @work(group="write")
    async def _add(self, path: str, sought: Sought) -> None:
        if await self.done(lambda store: store.keywords.add(path, sought)):
            self.renew()

    @work(group="write")
    async def _edit(self, keyword: Keyword, sought: Sought) -> None:
        if await self.done(lambda store: store.keywords.edit(keyword.id, sought)):
            self.renew()

    def action_keyword_whole(self) -> None:
        """Whole words only, or parts of words too."""
        if (marked := self.marked) is not None:
            sought = marked.sought
            self._edit(marked, replace(sought, whole_words=not sought.whole_words))

    def action_keyword_case(self) -> None:
        """Capitals as they were typed, or any."""
        if (marked := self.marked) is not None:
            sought = marked.sought
            self._edit(marked, replace(sought, match_case=not sought.match_case))

    def action_keyword_pattern(self) -> None:
        """Take the words for a regular expression, or as they are."""
        if (marked := self.marked) is not None:
            sought = marked.sought
            self._edit(marked, replace(sought, is_regex=not sought.is_regex))

    @work(group="write")
    async def action_remove_keyword(self) -> None:
        """Suggest by the marked one no more; undo brings it back."""
        marked = self.marked
        if marked is not None and await self.done(
            lambda store: store.keywords.remove(marked.id)
        ):
            self.renew()
            self.say("Removed.  u brings it back.")


def _row(keyword: Keyword, ground: Ground) -> Content:
    sought = keyword.sought
    how = [
        "pattern" if sought.is_regex else "",
        "" if sought.whole_words or sought.is_regex else "parts of words",
        "capitals as typed" if sought.match_case else "",
        f"by {keyword.coder}",
    ]
    return Content.assemble(
        ("■ ", tag_colour(keyword.tag.colour, ground)),
        (safe_line(f"{keyword.tag.path:<24}"), "bold"),
        "  ",
        safe_line(sought.words),
        (safe_line("   " + ", ".join(part for part in how if part)), "dim"),
    )
