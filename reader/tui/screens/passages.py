"""Walking through an article by its passages: the cursor and where it goes."""

import asyncio
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from textual import events, on, work
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.reactive import var

from reader.desk import Desk
from reader.model import Annotation, Span
from reader.store import Reading
from reader.text.cursor import Cursor
from reader.text.markdown import Styled, styled
from reader.text.passages import Passages, Size
from reader.tui.screens.place import Place
from reader.tui.screens.standing import Standing
from reader.tui.widgets.passage import Hidden, PassageView
from reader.tui.widgets.status_line import StatusLine


class PassagePlace(Place):
    """Owns the article that is read and the cursor in it."""

    reading: var[Reading | None] = var(None, always_update=True)
    text: var[str] = var("")
    styled: var[tuple[Styled, ...]] = var(())
    hidden: var[tuple[Hidden, ...]] = var(())
    revealed: var[bool] = var(False)
    picked: var[Span] = var(Span(0, 0))
    moving: var[str] = var("end")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.passages = Passages("")
        self.cursor = Cursor.start(self.passages)
        self.standing: Standing[Annotation] = Standing()
        self.annotation_named: Mapping[str, Annotation] = {}
        """Each annotation of the article by its id."""

    def _watch_reading(self) -> None:
        """Put its annotations in order, once for all the moves of the cursor."""
        every = self.reading.annotations if self.reading else ()
        self.annotation_named = {each.id: each for each in every}
        self.standing = Standing(each for each in every if not each.covers_article)

    def reads(self, reading: Reading) -> bool:
        """Whether it is this that is read, with more tags on it perhaps."""
        return self.reading is not None and self.reading.lines is reading.lines

    @property
    def view(self) -> PassageView:
        """The pane with the text."""
        return self.query_one(PassageView)

    @property
    def status(self) -> StatusLine:
        """The line under it."""
        return self.query_one(StatusLine)

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """Where the command of a key is looked for.

        Textual copies all bindings at each key, for a widget may take letters as text.
        The pane takes none.
        """
        pane = self.focused
        if isinstance(pane, PassageView) and not self.app._keymap:
            return [(node, node._bindings) for node in pane.ancestors_with_self]
        return super()._binding_chain

    def is_command(self, event: events.Key) -> bool:
        """The pane takes no key for itself; escape clears what Textual has selected."""
        return isinstance(self.focused, PassageView) and event.key != "escape"

    @property
    def under_cursor(self) -> Sequence[Annotation]:
        """The annotations that share a word with what is picked."""
        if self.picks_article and self.reading:
            return self.reading.annotations
        return self.standing.on(self.picked)

    @property
    def picks_article(self) -> bool:
        """Whether the whole article is picked, and not merely all of its words."""
        is_size = self.cursor.size is Size.ARTICLE
        return is_size and self.picked == self.passages.at(0, Size.ARTICLE)

    @work(group="styled", exclusive=True)
    async def style(self) -> None:
        """Show headings, quotes and the like of Markdown as such, in a moment."""
        from reader.sources.formats import is_markdown

        text, reading = self.text, self.reading
        if reading is not None and is_markdown(reading.article.source):
            found = await asyncio.to_thread(styled, text)
            if text is self.text:
                self.styled = found

    def hidden_on(self, span: Span) -> Iterator[Hidden]:
        """The hidden lines that share a code point with a span, in order."""
        first = bisect_right(self.hidden, span.start, key=lambda each: each.span.end)
        ahead = islice(self.hidden, first, None)
        within = takewhile(lambda each: each.span.start < span.end, ahead)
        return (each for each in within if each.span)

    def cut(self) -> None:
        """Cut the text into passages anew, because other lines are shown now."""
        out_of_sight = () if self.revealed else [h.span for h in self.hidden]
        if self.passages.text is self.text:
            self.passages = self.passages.hiding(out_of_sight)
        else:
            self.passages = Passages(self.text, out_of_sight)

    def go(self, cursor: Cursor) -> None:
        """Put the cursor on another passage."""
        self.adjust(cursor)

    def adjust(self, cursor: Cursor) -> None:
        """Give the picked passage other ends."""
        whole = self.passages.at(cursor.span.start, cursor.size)
        self.cursor = cursor
        self.moving = "" if cursor.span == whole else cursor.moving
        self.picked = cursor.span

    def go_to(self, offset: int, size: Size | None = None) -> None:
        """Put the cursor on the passage at an offset."""
        self.go(self.cursor.put(self.passages, offset, size))

    def keep_pick(self) -> None:
        """When other lines are shown, leave the cursor on as much as there is of it."""
        span = self.picked
        first = next(self.passages.forward(span.start, Size.WORD), None)
        last = next(self.passages.backward(span.end, Size.WORD), None)
        if first and last and first.start < span.end and last.end > span.start:
            kept = Span(max(span.start, first.start), min(span.end, last.end))
            self.go(replace(self.cursor, span=kept))
        else:
            self.go_to(span.start)

    @on(PassageView.Pointed)
    def _pointed(self, event: PassageView.Pointed) -> None:
        size = {1: None, 2: Size.WORD}.get(event.clicks, Size.SENTENCE)
        self.go_to(event.offset, size)

    @on(PassageView.Picked)
    def _dragged(self, event: PassageView.Picked) -> None:
        self.go(self.cursor.pick(self.passages, event.span))

    def action_next_passage(self) -> None:
        """Go to the next passage of this size."""
        self.go(self.cursor.move(self.passages, 1))

    def action_previous_passage(self) -> None:
        """Go to the passage before."""
        self.go(self.cursor.move(self.passages, -1))

    def action_next_word(self) -> None:
        """Go to the next word."""
        self.go(self.cursor.move(self.passages, 1, Size.WORD))

    def action_previous_word(self) -> None:
        """Go to the word before."""
        self.go(self.cursor.move(self.passages, -1, Size.WORD))

    def action_size_word(self) -> None:
        """Pick by words."""
        self.go(self.cursor.resize(self.passages, Size.WORD))

    def action_size_sentence(self) -> None:
        """Pick by sentences."""
        self.go(self.cursor.resize(self.passages, Size.SENTENCE))

    def action_size_paragraph(self) -> None:
        """Pick by paragraphs."""
        self.go(self.cursor.resize(self.passages, Size.PARAGRAPH))

    def action_size_character(self) -> None:
        """Pick by characters."""
        self.go(self.cursor.resize(self.passages, Size.CHARACTER))

    def action_size_line(self) -> None:
        """Pick by lines."""
        self.go(self.cursor.resize(self.passages, Size.LINE))

    def action_size_article(self) -> None:
        """Pick the whole article."""
        self.go(self.cursor.resize(self.passages, Size.ARTICLE))

    def _stretch(self, step: int, size: Size) -> None:
        self.adjust(self.cursor.stretch(self.passages, step, size))

    def action_stretch_passage(self) -> None:
        """Move the moving end on by a passage."""
        self._stretch(1, self.cursor.size)

    def action_pull_passage(self) -> None:
        """Move the moving end back by a passage."""
        self._stretch(-1, self.cursor.size)

    def action_stretch_word(self) -> None:
        """Move the moving end on by a word."""
        self._stretch(1, Size.WORD)

    def action_pull_word(self) -> None:
        """Move the moving end back by a word."""
        self._stretch(-1, Size.WORD)

    def action_stretch_character(self) -> None:
        """Move the moving end on by a character."""
        self._stretch(1, Size.CHARACTER)

    def action_pull_character(self) -> None:
        """Move the moving end back by a character."""
        self._stretch(-1, Size.CHARACTER)

    def action_other_end(self) -> None:
        """Let the other end of the pick move."""
        self.adjust(self.cursor.other_end())

    def action_grow(self) -> None:
        """Grow to the passage around."""
        self.adjust(self.cursor.grow(self.passages))

    def action_shrink(self) -> None:
        """Shrink back to where growing began."""
        self.adjust(self.cursor.shrink(self.passages))

    def action_first_passage(self) -> None:
        """Go to the first passage."""
        self.go_to(0)

    def action_last_passage(self) -> None:
        """Go to the last passage."""
        self.go_to(max(0, len(self.text) - 1))

    def action_page_down(self) -> None:
        """One page on; the cursor comes along."""
        self._page(1)

    def action_page_up(self) -> None:
        """One page back; the cursor comes along."""
        self._page(-1)

    def _page(self, direction: int) -> None:
        self.view.scroll_page(direction)
        self.go_to(self.view.top())
