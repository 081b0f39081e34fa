"""What the preview shows of an article."""

from collections import Counter
from collections.abc import Sequence

from reader.store import Reading
from reader.tui.widgets.preview import Glance

_BEGINNING = 3000
"""Code points of an article that the preview shows; more than a window holds."""


def glance(reading: Reading, also_from: Sequence[str] = ()) -> Glance:
    """What the preview shows of an article, and of where else it came from."""
    # Of an article with nothing left, the original is shown.
    shown = _beginning(reading, hidden=False) or (
        f"(All of it is hidden.)\n\n{_beginning(reading, hidden=True)}"
    )
    return Glance(
        reading.article,
        reading.version.encoding,
        # The title stands above it already.
        shown.removeprefix(f"{reading.article.title}\n\n")[:_BEGINNING],
        Counter(line.kind for line in reading.lines.hidden),
        Counter(a.tag.path for a in reading.annotations if a.tag),
        also_from,
    )


def _beginning(reading: Reading, *, hidden: bool) -> str:
    """The first lines that say something, of those that are shown or hidden."""
    text, said, size = reading.version.text, [], 0
    for line in reading.lines.hidden if hidden else reading.lines:
        words = line.span.of(text)
        if line.hidden == hidden and words.strip():
            said.append(words[:_BEGINNING])
            size += len(said[-1])
        if size > _BEGINNING:
            break
    return "\n\n".join(said)
