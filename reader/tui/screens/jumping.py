"""Letters over the text: to be at any passage in view, or to pick any words of one."""

from collections.abc import Sequence

from textual import work
from textual.reactive import var

from reader.model import Span
from reader.text.passages import Size
from reader.tui.screens.passages import PassagePlace

LETTERS = "fjdkslaghrueiwoqptyvmcnxbzFJDKSLAGHRUEIWOQPTYVMCNXBZ1234567890"
"""Jump letters, those under the fingers first."""

_TO_THE_END = "\r"
"""Enter."""


class JumpingPlace(PassagePlace):
    """Owns the letters that stand over the text while one of them is waited for."""

    labels: var[tuple[tuple[int, str], ...]] = var(())

    def _label(self, spans: Sequence[Span]) -> dict[str, Span]:
        """Put a letter on each passage, as far as there are letters."""
        lettered = dict(zip(LETTERS, spans, strict=False))
        self.labels = tuple((span.start, letter) for letter, span in lettered.items())
        return lettered

    @work(group="dialog")
    async def action_jump(self) -> None:
        """Put a letter on each passage in view, and go where the next key says."""
        from reader.tui.dialogs.jump import JumpDialog

        inside = self.passages.within(self.view.view_span(), self.cursor.size)
        passages = self._label(list(inside))
        letter = await self.app.push_screen_wait(JumpDialog())
        self.labels = ()
        if letter in passages:
            self.go_to(passages[letter].start)

    @work(group="dialog")
    async def action_pick_words(self) -> None:
        """Put a letter on each word of the picked passage; two keys pick from, to.

        Enter for the second picks to the end of the passage.
        """
        from reader.tui.dialogs.jump import JumpDialog

        whole = self.cursor
        lettered = self._label(self._words(whole.span))

        def heard(keys: str) -> bool:
            """Show where it begins; a key that is no letter gives it up."""
            first = lettered.get(keys)
            if first is not None:
                self.adjust(whole.pick(self.passages, first))
            return first is not None

        keys = await self.app.push_screen_wait(JumpDialog(heard))
        self.labels = ()
        ends = [lettered[key] for key in keys if key in lettered]
        if keys[1:] == _TO_THE_END:
            ends.append(Span(whole.span.end, whole.span.end))
        match ends:
            case [one, other]:
                start, end = min(one.start, other.start), max(one.end, other.end)
                self.adjust(whole.pick(self.passages, Span(start, end)))
            case _:
                self.adjust(whole)

    def _words(self, span: Span) -> list[Span]:
        """The words of a passage, without its punctuation."""
        inside = self.passages.within(span, Size.WORD)
        return [word for word in inside if any(map(str.isalnum, word.of(self.text)))]
