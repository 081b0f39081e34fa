"""What the preview shows of an article."""

from collections import Counter

from reader.store import Reading
from reader.tui.widgets.preview import Glance

_BEGINNING = 3000
"""Code points of an article that the preview shows; more than a window holds."""


def glance(reading: Reading) -> Glance:
    """What the preview shows of an article."""
    text = reading.version.text
    shown = [line.span.of(text) for line in reading.lines if not line.hidden]
    return Glance(
        reading.article,
        reading.version.encoding,
        "\n\n".join(line for line in shown if line.strip())[:_BEGINNING],
        Counter(line.kind for line in reading.lines if line.hidden),
        Counter(a.tag.path for a in reading.annotations if a.tag),
    )
