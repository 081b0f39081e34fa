"""What is asked in a review: the tag, who put it there, what it means."""

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from reader.model import Anchor, Annotation
from reader.review import Answer, Decision, Fix, Item
from reader.text.safe import safe_line
from reader.tui.colours import Ground, tag_colour
from reader.tui.markdown import rendered

_ANSWERED = {
    Answer.ACCEPT: "accepted",
    Answer.REJECT: "rejected",
    Answer.FIX: "fixed",
    Answer.SKIP: "skipped",
}
_PLACES = {
    Anchor.ANCHORED: "",
    Anchor.REVIEW: "Is this the right place?  The article changed.",
    Anchor.ORPHAN: "Not found in the changed article.  e, pick its place, enter.",
}


def _is_flag_alone(decision: Decision) -> bool:
    """Whether nothing is said but a flag, which is kept with the answer to skip."""
    return decision.flagged and decision.answer is Answer.SKIP


class ItemCard(Static):
    """Two lines above the text."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "item-card--facts",
        "item-card--state",
        "item-card--meaning",
    }
    DEFAULT_CSS = """
    ItemCard { height: 2; padding: 0 1; background: $surface; }
    ItemCard > .item-card--facts { color: $foreground 65%; }
    ItemCard > .item-card--state { color: $accent; text-style: bold; }
    ItemCard > .item-card--meaning { color: $foreground 65%; text-style: italic; }
    """

    item: reactive[Item | None] = reactive(None, layout=False)
    fixing: reactive[Fix | None] = reactive(None, layout=False)
    """What the annotation would be, while it is being fixed."""
    ground: reactive[Ground] = reactive(Ground.DARK, layout=False)

    def __init__(self, *, blind: bool = False) -> None:
        """Show what is asked; to one who is blind not whose it is."""
        super().__init__(markup=False)
        self._blind = blind

    def render(self) -> Content:
        """The tag with its facts, and its meaning or what to press."""
        annotation = self.item.annotation if self.item else None
        if self.item is None or annotation is None:
            return Content("")
        width = self.size.width
        first = Content.assemble(*self._tag(annotation), "  ", *self._facts(annotation))
        return Content("\n").join(
            (
                first.truncate(width, ellipsis=True),
                self._second(annotation).truncate(width, ellipsis=True),
            )
        )

    def _tag(self, annotation: Annotation) -> tuple[tuple[str, str] | str, ...]:
        tag = annotation.tag
        if self.fixing is not None and self.fixing.tag != (tag.path if tag else ""):
            return (("■ ", "$accent"), (safe_line(self.fixing.tag), "bold"))
        if tag is None:
            return ("✎ ", ("memo", "bold"))
        colour = tag_colour(tag.colour, self.ground)
        return (("■ ", colour), (safe_line(tag.path), "bold"))

    def _facts(self, annotation: Annotation) -> tuple[Content, ...]:
        item = self.item
        assert item is not None
        decision = item.decision
        state = []
        if self.fixing is not None:
            state.append("fixing")
        elif decision is not None and not _is_flag_alone(decision):
            state.append(_ANSWERED[decision.answer])
        if item.is_removed:
            state.append("and removed")
        if decision is not None and decision.flagged:
            state.append("⚑ flagged")
        memo = self.fixing.memo if self.fixing else annotation.memo
        facts = [annotation.coder, f"{annotation.created_at:%Y-%m-%d}"]
        if self._blind:
            facts, memo = [], self.fixing.memo if self.fixing else ""
        if item.suggested:
            facts = [f"suggested: {item.suggested}"]
        facts += [f"✎ {memo}"] if memo else []
        return (
            Content.styled(
                "".join(f"{word}  " for word in state),
                self.get_visual_style("item-card--state"),
            ),
            Content.styled(
                safe_line(" · ".join(facts)), self.get_visual_style("item-card--facts")
            ),
        )

    def _second(self, annotation: Annotation) -> Content:
        style = self.get_visual_style("item-card--meaning")
        if self.fixing is not None:
            keys = "t tag · J K H L o ends · m memo · enter keeps · escape gives up"
            return Content.styled(keys, style)
        if place := _PLACES[annotation.anchor]:
            quote = f"  “{annotation.quote}”"
            return Content.styled(safe_line(f"{place}{quote}"), style)
        meaning = annotation.tag.description if annotation.tag else ""
        words = " ".join(rendered(meaning).plain.split())
        return Content.styled(safe_line(words), style)
