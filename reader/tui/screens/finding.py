"""Finding words in the article that is open."""

import re
from collections.abc import Sequence

from textual import on
from textual.reactive import var

from reader.model import Span
from reader.tui.screens.annotating import AnnotatingPlace
from reader.tui.widgets.prompt import Prompt

_MOST_MATCHES = 5000
"""More are not marked: nobody walks through them, and the pane shall stay quick."""


class FindingPlace(AnnotatingPlace):
    """Owns the matches of what was looked for."""

    found: var[tuple[Span, ...]] = var(())

    def action_find(self) -> None:
        """Type words to find in this article."""
        self.query_one(Prompt).open()

    @on(Prompt.Changed)
    def _find_typed(self, event: Prompt.Changed) -> None:
        self.found = matches(self.text, event.text, self.passages.hidden)
        self.query_one(Prompt).says(
            f"{len(self.found):,} found" if event.text.strip() else ""
        )
        ahead = [span for span in self.found if span.start >= self.picked.start]
        if ahead or self.found:
            self.view.show((ahead or self.found)[0])

    @on(Prompt.Closed)
    def _find_closed(self, event: Prompt.Closed) -> None:
        self.view.focus()
        if not event.accepted:
            self.found = ()
        elif self.found:
            ahead = [span for span in self.found if span.start >= self.picked.start]
            self.go(self.cursor.pick(self.passages, (ahead or self.found)[0]))

    def action_next_match(self) -> None:
        """Go to the next match."""
        self._to_match([s for s in self.found if s.start > self.picked.start], 0)

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self._to_match([s for s in self.found if s.start < self.picked.start], -1)

    def _to_match(self, ahead: Sequence[Span], place: int) -> None:
        if not self.found:
            self.say("Nothing to find yet; f looks for words.")
        else:
            around = ahead or self.found
            self.go(self.cursor.pick(self.passages, around[place]))


def matches(text: str, words: str, hidden: Sequence[Span]) -> tuple[Span, ...]:
    """Where the words stand, whatever their case, with any space between them."""
    parts = [re.escape(word) for word in words.split()]
    if not parts:
        return ()
    found: list[Span] = []
    for match in re.finditer(r"\s+".join(parts), text, re.IGNORECASE):
        span = Span(*match.span())
        if not any(h.covers(span) for h in hidden):
            found.append(span)
        if len(found) == _MOST_MATCHES:
            break
    return tuple(found)
