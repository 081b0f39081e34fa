"""A glance at an article: what is known of it, and how it begins, cleaned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from reader.model import Article
from reader.text.safe import safe, safe_line
from reader.tui.widgets.kept import Kept

_NAME, _ROOM = 9, 20
"""Cells of a fact's name, and those that its value has in however narrow a preview."""
_MOST_NAMES = 3
"""Other sources that are named."""
_TIED = "\N{NO-BREAK SPACE}"
"""Keeps a count on the row of what is counted."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What the preview shows."""

    article: Article
    encoding: str
    beginning: str
    """The first paragraphs, without what is hidden."""
    kinds: Mapping[str, int]
    """How many lines of each kind are hidden."""
    tags: Mapping[str, int]
    """How often each tag stands on it."""
    also_from: Sequence[str] = ()
    """The other sources that the same text came from."""


class Preview(Static, Kept):
    """The marked article, in short."""

    DEFAULT_CSS = """
    Preview { display: none; width: 40%; max-width: 64; height: 1fr; padding: 0 2; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "preview--title",
        "preview--label",
        "preview--text",
    }

    glance: reactive[Glance | None] = reactive(None, layout=False)

    def __init__(self) -> None:
        super().__init__(markup=False)

    def render(self) -> Content:
        """The title, the facts, the beginning."""
        glance = self.glance
        if glance is None:
            return Content("")
        label = self.get_visual_style("preview--label")
        parts = [
            Content.styled(
                safe_line(glance.article.title),
                self.get_visual_style("preview--title"),
            ),
            Content(""),
            *(
                Content.assemble(
                    (f"{name:<{_NAME}}", label), self._hung(safe_line(value))
                )
                for name, value in facts(glance)
            ),
            Content(""),
            Content.styled(
                safe(glance.beginning), self.get_visual_style("preview--text")
            ),
        ]
        return Content("\n").join(parts)

    def _hung(self, value: str) -> str:
        """A value whose further rows begin below its first."""
        room = max(_ROOM, self.size.width - _NAME)
        return f"\n{' ' * _NAME}".join(wrap(value, room) or [""])


def facts(glance: Glance) -> list[tuple[str, str]]:
    """What there is to say of an article, as names and values; the unknown left out."""
    article = glance.article
    hidden = ", ".join(f"{n:,}{_TIED}{kind}" for kind, n in _most_first(glance.kinds))
    tags = ", ".join(f"{tag}{_TIED}{n:,}" for tag, n in _most_first(glance.tags))
    rows = [
        ("source", _name(article.source)),
        ("also in", _some(glance.also_from)),
        ("site", article.site),
        ("author", article.author),
        ("date", article.published),
        ("language", article.language),
        ("status", article.status.value),
        ("words", f"{article.words:,}"),
        ("encoding", glance.encoding),
        ("hidden", hidden or "nothing"),
        ("tags", tags or "none yet"),
    ]
    return [(name, value) for name, value in rows if value]


def _some(sources: Sequence[str]) -> str:
    names = ", ".join(map(_name, sources[:_MOST_NAMES]))
    more = len(sources) - _MOST_NAMES
    return f"{names} and {more:,}{_TIED}more" if more > 0 else names


def _name(source: str) -> str:
    return source.rpartition("/")[2]


def _most_first(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: -each[1])
