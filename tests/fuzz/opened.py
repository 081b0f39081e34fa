"""What becomes of an article between its file and the screen, as rows: the steps.

Each is done by itself, when its turn comes: the verdicts before an article is shown,
what needs the whole text behind the screen.
"""

from collections.abc import Callable

from reader.cleaning import clean
from reader.cleaning.language import language_code
from reader.model import Document, Span
from reader.sources.formats import is_markdown
from reader.text.markdown import styled
from reader.text.near_copies import runs, sketches
from reader.text.passages import Passages, Size
from reader.text.sentence_keys import keyed_sentences
from reader.text.tokens import told
from reader.tui.widgets.passage.records import Hidden
from reader.tui.widgets.passage.rows import Rows
from reader.tui.widgets.passage.shown import Shown

_COLUMNS, _ROWS = 80, 60
_HIDDEN_EVERY = 7
"""One line in so many is hidden in what comes after the cleaner."""


def _hidden(text: str) -> list[Hidden]:
    """Made without a look at the others: what it costs counts for the step."""
    hidden, start = [], 0
    for number, line in enumerate(text.split("\n")):
        if number % _HIDDEN_EVERY == 0:
            hidden.append(Hidden(Span(start, start + len(line)), "a rule"))
        start += len(line) + 1
    return hidden


def _passages(document: Document) -> Passages:
    return Passages(document.text, [line.span for line in _hidden(document.text)])


def _walk(document: Document) -> None:
    """Go to the middle and a page on and back, by every size."""
    passages, middle = _passages(document), len(document.text) // 2
    for size in Size:
        for walk in (passages.forward, passages.backward):
            for _, _ in zip(range(20), walk(middle, size), strict=False):
                pass
        passage = passages.at(middle, size)
        if passage:
            passages.grow(passage)


def _wrap(document: Document) -> None:
    """Lay out the screen at the beginning, in the middle and at the end."""
    rows = Rows(Shown(document.text, _hidden(document.text), False), _COLUMNS)
    for part in (0, len(rows) // 2, len(rows) - 1):
        rows.settle(part, _ROWS, _ROWS)


def _style(document: Document) -> None:
    if is_markdown(document.source):
        styled(document.text)


STEPS: dict[str, Callable[[Document], object]] = {
    "clean": lambda document: clean(document.text),
    "walk": _walk,
    "wrap": _wrap,
    "style": _style,
    "number": lambda document: _passages(document).number(len(document.text)),
    "words": lambda document: told(document.text.split("\n")),
    "language": lambda document: language_code(document.text),
    "sentences": lambda document: list(keyed_sentences(_passages(document))),
    "copies": lambda document: sketches([runs(document.text)]),
}
"""What is done with an article, by a name for it."""


def opened(document: Document) -> None:
    """Do all of them."""
    for step in STEPS.values():
        step(document)
