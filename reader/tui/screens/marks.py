"""What the pane is given to show, made from what the store says."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from reader.cleaning import Line
from reader.model import Annotation, Span
from reader.store import Reading
from reader.text.hiding import shown
from reader.tui.colours import Ground, tag_colour
from reader.tui.widgets.passage import Hidden, Mark


def hidden_lines(reading: Reading) -> tuple[Hidden, ...]:
    """The hidden lines of an article, each with its reason."""
    return tuple(Hidden(line.span, _reason(line)) for line in reading.lines.hidden)


def _reason(line: Line) -> str:
    """Why a line is hidden; the kind is said once."""
    is_said = line.rule.startswith(line.kind)
    return line.rule if is_said else f"{line.kind}: {line.rule}"


def marks(annotations: Iterable[Annotation], ground: Ground) -> tuple[Mark, ...]:
    """The annotations on passages; one on the whole article would colour it all.

    For the colours see `tag_colour`.
    """
    return tuple(_mark(a, ground) for a in annotations if not a.covers_article)


def _mark(annotation: Annotation, ground: Ground) -> Mark:
    tag = annotation.tag
    if tag is None:
        return Mark(annotation.id, annotation.span, "#888888", "m")
    colour = tag_colour(tag.colour, ground)
    return Mark(annotation.id, annotation.span, colour, tag.name[0])


def quoted_as_shown(
    reading: Reading, skips: Container[str], hidden: Sequence[Span]
) -> list[Annotation]:
    """The annotations, those with hidden lines inside quoted without these."""
    text = reading.version.text
    return [
        replace(a, quote=shown(text, hidden, a.span)) if a.id in skips else a
        for a in reading.annotations
    ]
