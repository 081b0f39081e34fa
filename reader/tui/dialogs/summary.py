"""What came of a review, and what to do next."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.resources import STYLES
from reader.review import Answer, Unit
from reader.review.summary import Summary
from reader.text.safe import safe_line

_PASSAGES = {
    Answer.ACCEPT: "accepted",
    Answer.REJECT: "rejected",
    Answer.FIX: "fixed",
    Answer.SKIP: "skipped",
}
_ARTICLES = {**_PASSAGES, Answer.ACCEPT: "done", Answer.REJECT: "not relevant"}
_MOST = 8


class SummaryDialog(ModalScreen[None]):
    """One page that Enter closes."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Close"),
    ]

    def __init__(self, summary: Summary) -> None:
        super().__init__()
        self._summary = summary

    def compose(self) -> ComposeResult:
        """The figures, the flagged items, the next steps."""
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = Content(safe_line(self._summary.session.name))
            dialog.border_subtitle = "enter closes"
            page = Content("\n").join(summed_up(self._summary))
            yield Static(page, markup=False)


def summed_up(summary: Summary) -> Iterator[Content]:
    """A summary as lines."""
    session = summary.session
    is_passages = session.query.unit is not Unit.ARTICLES
    names = _PASSAGES if is_passages else _ARTICLES
    gone = f", {summary.gone:,} gone from the library" if summary.gone else ""
    done = f"{session.decided:,} of {session.total:,} decided {summary.took}".rstrip()
    yield Content.styled(done + gone, "bold")
    yield Content(_counts(summary.answers, names))
    if summary.by_tag:
        yield Content("")
        width = min(32, max(map(len, summary.by_tag)))
        for tag, counts in list(summary.by_tag.items())[:_MOST]:
            name = Content(safe_line(tag)).truncate(width, ellipsis=True, pad=True)
            yield Content.assemble(name, "  ", (_counts(counts, names), "dim"))
        yield from _more(len(summary.by_tag), "tags")
    if summary.flagged:
        yield Content("")
        yield Content.styled("Flagged for the codebook", "bold")
        for one in summary.flagged[:_MOST]:
            tag = f"{one.tag}  " if one.tag else ""
            words = Content(safe_line(f"⚑ {tag}“{one.words}”"))
            yield words.truncate(66, ellipsis=True)
        yield from _more(len(summary.flagged), "flagged")
    yield Content("")
    for step in summary.next_steps():
        yield Content.assemble(("→ ", "$accent"), step)


def _counts(answers: Mapping[Answer, int], names: Mapping[Answer, str]) -> str:
    said = [f"{answers[a]:,} {name}" for a, name in names.items() if answers.get(a)]
    return ", ".join(said) or "nothing answered yet"


def _more(count: int, what: str) -> Iterator[Content]:
    if count > _MOST:
        yield Content.styled(f"and {count - _MOST:,} more {what}", "dim")
