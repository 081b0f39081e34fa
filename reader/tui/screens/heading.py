"""The line above an article: its title, and what is known of it."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from reader.store import Reading
from reader.text.counted import counted
from reader.text.safe import safe_line

_GAP: Final = "   "
_FIRST: Final = 2
"""So many facts are there to be read, even where a long title has to be cut."""


def heading(reading: Reading, width: int) -> Content:
    """The title, then the facts that matter while reading, the most useful first.

    Args:
        reading: What is read.
        width: The cells that there are. The title gives way to the first facts, but
            keeps half of them: it stands over the text again.
    """
    article = reading.article
    tags = ", ".join(
        annotation.tag.path
        for annotation in reading.annotations
        if annotation.tag and annotation.covers_article
    )
    told = [
        f"tagged {tags}" if tags else "",
        _hidden(reading),
        f"{reading.orphans} lost by a change (M)" if reading.orphans else "",
        f"{article.copies:,} copies" if article.copies else "",
        article.status.value,
        counted(article.words, "word"),
        article.published,
        "" if reading.version.encoding == "utf-8" else reading.version.encoding,
        article.origin,
    ]
    facts = [safe_line(fact) for fact in told if fact]
    room = width - cell_len(f"{_GAP}{_joined(facts[:_FIRST])}")
    title = Content.styled(safe_line(article.title), "bold")
    title = title.truncate(max(room, width // 2), ellipsis=True)
    room = width - title.cell_length - len(_GAP)
    return Content.assemble(title, _GAP, (_joined(_whole(facts, room)), "dim"))


def _joined(facts: Sequence[str]) -> str:
    return "  ·  ".join(facts)


def _whole(facts: Sequence[str], room: int) -> Sequence[str]:
    """As many of the facts as stand whole in so many cells; the first at any rate."""
    fits = (n for n in range(len(facts), 1, -1) if cell_len(_joined(facts[:n])) <= room)
    return facts[: next(fits, 1)]


def _hidden(reading: Reading) -> str:
    if reading.is_all_hidden:
        return "nothing is left: this is the original, all of it hidden"
    hidden = reading.article.hidden_lines
    return f"{hidden} hidden" if hidden else "nothing hidden"
