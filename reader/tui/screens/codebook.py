"""The codebook: the tree of tags, and what the marked one means."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from reader.model import Step, Tag
from reader.palette import colour_name
from reader.resources import STYLES
from reader.store import Store
from reader.store.branches import Branch, branches
from reader.text.counted import counted
from reader.text.matching import Fit, fitting
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.colours import Ground, ground_of, tag_colour
from reader.tui.keys import CODEBOOK
from reader.tui.markdown import rendered
from reader.tui.screens.codebook_edits import CodebookEdits
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.tag_tree import TagTree, TreeRow

_EMPTY = """No tags yet.

t makes one here; while reading, t tags a passage
and makes the tags that are new.

From the shell:  reader tags add NAME"""

_WIDE = 90
"""Cells from which the description stands beside the tree, not below."""


class CodebookScreen(CodebookEdits):
    """Owns the filter and the mark; the tree and the description show them."""

    NAME = "Codebook"
    TELLS = True
    CSS_PATH = STYLES / "codebook.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(CODEBOOK)

    listed: var[Sequence[Branch]] = var(())
    letters: var[str] = var("")
    retired_shown: var[bool] = var(False)

    articles: Mapping[int, int] = {}
    """On how many articles each tag stands, by the tag's id."""

    def compose(self) -> ComposeResult:
        """A title, the tree with the description, the keys."""
        yield Static("", id="title", markup=False)
        with Container(id="main"):
            yield TagTree()
            with VerticalScroll(id="beside", can_focus=False):
                yield Static("", id="about", markup=False)
        yield Static(_EMPTY, id="empty", markup=False)
        yield Prompt("Tags with")
        yield self.key_bar()

    async def on_mount(self) -> None:
        """List the tags."""
        self.query_one(TagTree).focus()
        await self.renew()

    def on_resize(self, event: events.Resize) -> None:
        """The description stands beside the tree where there is room."""
        self.query_one("#main").set_class(event.size.width < _WIDE, "-narrow")

    @property
    def marked(self) -> Branch | None:
        """The tag or level under the cursor."""
        place = self.query_one(TagTree).cursor
        return self.listed[place] if 0 <= place < len(self.listed) else None

    def action_typical_words(self) -> None:
        """List the words that are typical of the marked tag and those under it."""
        from reader.tui.screens.typical import TypicalScreen

        if self.marked is not None:
            self.app.push_screen(TypicalScreen(self.desk, self.marked.path))

    def action_tag_passages(self) -> None:
        """List the passages of the marked tag and of those under it."""
        from reader.tui.screens.tagged import PassagesScreen

        if self.marked is not None:
            passages = PassagesScreen(self.desk, f'"{self.marked.path}"')

            async def back(_: int | None) -> None:
                await self.look_again()

            self.app.push_screen(passages, back)

    async def renew(self, mark: str | None = "") -> None:
        """Read the codebook anew, and mark a path; for None, what is marked by then."""

        def read(store: Store) -> tuple[list[Tag], dict[int, int]]:
            return store.tags.all(), store.tags.articles()

        found = await self.ask(read)
        if found is not None:
            if mark is None:
                mark = self.marked.path if self.marked else ""
            self.tags, self.articles = found
            self._show(mark)

    def _show(self, mark: str = "") -> None:
        offered = [t for t in self.tags if self.retired_shown or not t.is_retired]
        fit = fitting(self.letters)
        if self.letters:
            offered = [tag for tag in offered if fit(tag.path) < Fit.SCATTERED]
        self.listed = branches(offered)
        tree = self.query_one(TagTree)
        tree.rows = [_row(b, ground_of(self.app)) for b in self.listed]
        tree.mark(mark)
        is_empty = not self.tags
        self.is_bare = not self.listed
        self.query_one("#main").display = not is_empty
        self.query_one("#empty").display = is_empty
        self._show_title()
        self._show_about()

    def _show_title(self) -> None:
        retired = sum(tag.is_retired for tag in self.tags)
        uses = sum(tag.uses for tag in self.tags)
        parts = [
            counted(len(self.tags), "tag"),
            counted(uses, "use"),
            f"{retired:,} retired (z)" if retired else "",
            f"with “{self.letters}”  (escape shows all)" if self.letters else "",
        ]
        facts = safe_line("  ·  ".join(part for part in parts if part))
        title = Content.assemble(("Codebook", "bold"), "   ", (facts, "dim"))
        self.query_one("#title", Static).update(title)

    @on(TagTree.Marked)
    def _show_about(self) -> None:
        """What there is to say of the marked tag."""
        branch = self.marked
        about = self._about(branch) if branch else Content("No tag has these letters.")
        self.query_one("#about", Static).update(about)

    def _about(self, branch: Branch) -> Content:
        tag = branch.tag
        ground = ground_of(self.app)
        if tag is None:
            square, facts = (
                Content("▾ "),
                [f"a level with {counted(branch.tags, 'tag')}"],
            )
        else:
            square = Content.styled("■ ", tag_colour(tag.colour, ground))
            facts = [
                _uses(tag.uses, self.articles.get(tag.id, 0)),
                f"key {tag.key}" if tag.key else "no key",
                # A terminal's own colours have other names.
                "" if ground is Ground.TERMINAL else colour_name(tag.colour),
                "retired" if tag.is_retired else "",
            ]
        if branch.tags:
            facts.append(f"{branch.uses:,} with the tags under it")
        known = "  ·  ".join(fact for fact in facts if fact)
        parts = [
            Content.assemble(square, (safe_line(branch.path), "bold")),
            Content.styled(safe_line(known), "dim"),
            Content(""),
            rendered(tag.description)
            if tag and tag.description
            else Content.styled("No description; D writes one.", "dim"),
        ]
        if tag and tag.memo:
            parts += [Content(""), Content.styled("✎ Memo", "bold"), rendered(tag.memo)]
        return Content("\n").join(parts)

    @on(TagTree.Chosen)
    def _clicked(self) -> None:
        self.action_rename_tag()

    def _move(self, by: int) -> None:
        self.query_one(TagTree).cursor += by

    def action_next_tag(self) -> None:
        """Mark the next tag."""
        self._move(1)

    def action_previous_tag(self) -> None:
        """Mark the tag before."""
        self._move(-1)

    def action_tags_down(self) -> None:
        """One page on."""
        self._move(self.query_one(TagTree).page)

    def action_tags_up(self) -> None:
        """One page back."""
        self._move(-self.query_one(TagTree).page)

    def action_first_tag(self) -> None:
        """Mark the first tag."""
        self.query_one(TagTree).cursor = 0

    def action_last_tag(self) -> None:
        """Mark the last tag."""
        self.query_one(TagTree).cursor = len(self.listed) - 1

    def action_show_retired(self) -> None:
        """Show the retired tags, or hide them."""
        self.retired_shown = not self.retired_shown
        self._show(self.marked.path if self.marked else "")

    def action_filter_tags(self) -> None:
        """Type letters that the tags must have."""
        self.query_one(Prompt).open(self.letters)

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """List what has the letters so far."""
        self.letters = event.text.strip()
        self._show()

    def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Keep the filter, or give it up."""
        self.query_one(TagTree).focus()
        if not event.accepted:
            self._show_all()

    def _show_all(self) -> None:
        path = self.marked.path if self.marked else ""
        self.letters = ""
        self._show(path)

    def action_leave(self) -> None:
        """Drop the filter, or go back."""
        if self.letters:
            self._show_all()
        else:
            self.dismiss(None)

    async def came_back(self, step: Step) -> None:
        """The tree shows what is there now."""
        await self.look_again()

    async def look_again(self) -> None:
        """Another place may have changed tags, and how often they are used."""
        await self.renew(None)


def _row(branch: Branch, ground: Ground) -> TreeRow:
    tag = branch.tag
    return TreeRow(
        branch.path,
        branch.name,
        branch.depth,
        tag_colour(tag.colour, ground) if tag else "",
        tag.key if tag else "",
        tag.uses if tag else 0,
        branch.uses,
        branch.is_retired,
    )


def _uses(uses: int, articles: int) -> str:
    if not uses:
        return "not used yet"
    return f"{counted(uses, 'use')} in {counted(articles, 'article')}"
