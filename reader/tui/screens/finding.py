"""Finding words in the article that is open."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from textual import on
from textual.reactive import var

from reader.model import Span
from reader.queries.concordance import places
from reader.queries.nodes import Leaf
from reader.text.finding import Hits, How, find
from reader.tui.alarm import limited
from reader.tui.screens.annotating import AnnotatingPlace
from reader.tui.widgets.prompt import Prompt

FINDING = tuple(f"Find {how}" for how in How)
"""What the prompt is labelled with, by the way of finding."""

_LIMIT_S = 0.5
"""Seconds that a pattern may take before it is given up."""


class FindingPlace(AnnotatingPlace):
    """Owns the matches of what was looked for."""

    found: var[tuple[Span, ...]] = var(())
    """The matches that are shown."""

    sought: Sequence[Leaf] = ()
    """What a search looked for: it is marked in each article that is opened."""

    _hits = Hits()
    """All matches, those in hidden lines among them."""

    def cut(self) -> None:
        """Show the matches of other lines too when other lines are shown."""
        super().cut()
        self._take(self._hits)

    def mark_sought(self) -> None:
        """Mark what a search looked for, so that its places are walked like matches."""
        if self.sought and self.reading is not None:
            lines = [(line.span, line.hidden) for line in self.reading.lines]
            found = places(self.text, lines, self.sought, hidden=True)
            self._take(Hits(tuple(span for span, _ in found if span)))

    def forget_matches(self) -> None:
        """Mark nothing any more."""
        self._take(Hits())

    def _take(self, hits: Hits) -> None:
        self._hits = hits
        hidden = self.passages.hidden
        ends = [span.end for span in hidden]

        def is_shown(span: Span) -> bool:
            place = bisect_left(ends, span.end)
            return place == len(hidden) or not hidden[place].covers(span)

        self.found = tuple(span for span in hits.spans if is_shown(span))

    def action_find(self) -> None:
        """Type words to find in this article; tab finds whole words, or a pattern."""
        self.query_one(Prompt).open()

    @on(Prompt.Changed)
    def _find_typed(self, event: Prompt.Changed) -> None:
        with limited(_LIMIT_S):
            hits = find(self.text, event.text, list(How)[event.mode])
        self._take(hits)
        self.query_one(Prompt).says(self._told() if event.text.strip() else "")
        if self.found:
            self.view.show(self._first_match())

    def _first_match(self) -> Span:
        """The first match at or after the cursor, else the first of all."""
        ahead = bisect_left(self.found, self.picked.start, key=lambda s: s.start)
        return self.found[ahead % len(self.found)]

    def _told(self) -> str:
        """How many there are; those in hidden lines are offered."""
        out_of_sight = len(self._hits.spans) - len(self.found)
        return "  ·  ".join(
            part
            for part in (
                self._hits.trouble,
                f"{len(self.found):,} found",
                f"{out_of_sight:,} in hidden lines: z shows them"
                if out_of_sight
                else "",
            )
            if part
        )

    @on(Prompt.Closed)
    def _find_closed(self, event: Prompt.Closed) -> None:
        self.view.focus()
        if not event.accepted:
            self.forget_matches()
            self.view.show(self.picked)
        elif self.found:
            self._to_match(self._first_match())
        elif event.text.strip():
            self.say(self._told())

    def action_next_match(self) -> None:
        """Go to the next match."""
        if self._has_matches():
            after = bisect_right(self.found, self.picked.start, key=lambda s: s.start)
            self._to_match(self.found[after % len(self.found)])

    def action_previous_match(self) -> None:
        """Go to the match before."""
        if self._has_matches():
            before = bisect_left(self.found, self.picked.start, key=lambda s: s.start)
            self._to_match(self.found[before - 1])

    def _has_matches(self) -> bool:
        if not self.found:
            looked = self._told() if self._hits.spans else ""
            self.say(looked or "Nothing to find yet; f looks for words.")
        return bool(self.found)

    def _to_match(self, span: Span) -> None:
        self.go(self.cursor.pick(self.passages, span))
        self.say(f"{self.found.index(span) + 1:,} of {self._told()}")
