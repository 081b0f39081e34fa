"""What the preview shows of an article."""

from collections import Counter

from reader.store import Reading
from reader.tui.widgets.preview import Glance

_BEGINNING = 3000
"""Code points of an article that the preview shows; more than a window holds."""


def glance(reading: Reading) -> Glance:
    """What the preview shows of an article."""
    text = reading.version.text
    said = [line for line in reading.lines if line.span.of(text).strip()]
    # Of an article with nothing left, the original is shown.
    shown = [line.span.of(text) for line in said if not line.hidden] or [
        "(All of it is hidden.)",
        *(line.span.of(text) for line in said),
    ]
    return Glance(
        reading.article,
        reading.version.encoding,
        "\n\n".join(shown)[:_BEGINNING],
        Counter(line.kind for line in reading.lines if line.hidden),
        Counter(a.tag.path for a in reading.annotations if a.tag),
    )
