"""One row of the pane as a strip: bars, marker, text, and the reason at the right."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise, takewhile

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from reader.model import Span
from reader.text.markdown import Styled
from reader.text.safe import safe, safe_line
from reader.text.spaces import next_visible
from reader.tui.widgets.passage.cells import clusters, is_narrow
from reader.tui.widgets.passage.looks import Ink
from reader.tui.widgets.passage.margin import margin, marker
from reader.tui.widgets.passage.records import Mark
from reader.tui.widgets.passage.rows import Row
from reader.tui.widgets.passage.scene import Placed, Scene

_Run = tuple[int, int, Ink]
"""A piece of the text, from and to, that looks the same all through."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a row looks like when nothing on it is picked."""

    placed: Placed
    margin: tuple[Segment, ...]
    runs: tuple[_Run, ...]


def ground(scene: Scene, placed: Placed) -> Ground:
    """The bars of a row, and its text in runs of one look."""
    row = placed.row
    here = scene.bars.on(row.start, row.end)
    bars = tuple(margin(scene, placed, here))
    if row.is_air:
        return Ground(placed, bars, ())
    bounds = [(mark.span.start, mark.span.end, mark) for mark, _ in here]
    found = _within(scene.found, row)
    styled = _styled(scene.styled, row)
    edges = {row.start, row.end, *styled}
    for start, end, _ in bounds:
        edges.update((start, end))
    for span in (*found, scene.bright) if scene.bright else found:
        edges.update((span.start, span.end))
    runs = [
        (start, end, _ink(scene, placed, bounds, found, styled, start))
        for start, end in pairwise(sorted(edges))
        if row.start <= start < row.end
    ]
    return Ground(placed, bars, tuple(runs))


def _within(spans: tuple[Span, ...], row: Row) -> list[Span]:
    """Those of ordered, disjoint spans that a row shows a part of."""
    first = bisect_right(spans, row.start, key=lambda span: span.end)
    return list(
        takewhile(lambda span: span.start < row.end, islice(spans, first, None))
    )


def _styled(styled: tuple[Styled, ...], row: Row) -> dict[int, tuple[str, ...]]:
    """What the text of a row is from each place on where that changes."""
    shapes: dict[int, tuple[str, ...]] = {row.start: ()}
    first = bisect_right(styled, row.start, key=lambda each: each.span.end)
    for span, looks in islice(styled, first, None):
        if span.start >= row.end:
            break
        shapes[max(span.start, row.start)] = looks
        if span.end < row.end:
            shapes[span.end] = ()
    return shapes


def _ink(
    scene: Scene,
    placed: Placed,
    marks: list[tuple[int, int, Mark]],
    found: list[Span],
    styled: dict[int, tuple[str, ...]],
    at: int,
) -> Ink:
    """What is to be seen of the text from `at` to where anything changes."""
    here = [mark for start, end, mark in marks if start <= at < end]
    is_found = any(at in span for span in found)
    # What was looked for is not to be dimmed with all that was not.
    is_dimmed = not is_found and _is_dimmed(scene, at)
    return Ink(
        tags=tuple(dict.fromkeys([mark.colour for mark in here])),
        is_several=len(here) > 1,
        is_suggested=bool(here) and all(mark.dotted for mark in here),
        shapes=styled[max(start for start in styled if start <= at)],
        is_found=is_found,
        is_faded=bool(scene.labels) or is_dimmed,
        is_hidden=placed.reason is not None,
    )


def _is_dimmed(scene: Scene, at: int) -> bool:
    return scene.bright is not None and at not in scene.bright


def strip(scene: Scene, ground: Ground) -> Strip:
    """The row as Textual paints it, exactly as wide as the pane."""
    row, columns, looks = ground.placed.row, scene.columns, scene.looks
    segments = [*ground.margin, *marker(scene, row)]
    used = 0
    for segment in _text(scene, row, list(_picked_runs(scene, ground.runs))):
        segments.append(segment)
        used += cell_len(segment.text)
    reason = ground.placed.reason
    if reason is not None and _ends_line(scene.text, row):
        room = columns.text + columns.right - used
        segments = _with_reason(scene, segments, reason, room)
        used = columns.total - columns.left
    rest = scene.width - columns.left - used
    segments.append(Segment(" " * rest, looks.text(Ink())))
    # Fewer segments are fewer bytes for the terminal, and less work to send them.
    joined = Segment.simplify(segment for segment in segments if segment.text)
    if rest >= 0:
        return Strip(joined, scene.width)
    return Strip(joined).adjust_cell_length(scene.width, looks.text(Ink()))


def _picked_runs(scene: Scene, runs: tuple[_Run, ...]) -> Iterator[_Run]:
    """The runs, cut where the picked passage and its moving end begin and end."""
    picked, moving = scene.picked, scene.moving
    for start, end, ink in runs:
        if picked.end <= start or picked.start >= end:
            yield start, end, ink
            continue
        cuts = {start, end, picked.start, picked.end, moving.start, moving.end}
        inside = sorted(at for at in cuts if start <= at <= end)
        for first, last in pairwise(inside):
            if first not in picked:
                yield first, last, ink
                continue
            yield (
                first,
                last,
                replace(
                    ink,
                    is_picked=True,
                    is_moving=first in moving,
                    is_faded=bool(scene.labels),
                ),
            )


def _text(scene: Scene, row: Row, runs: list[_Run]) -> Iterator[Segment]:
    """The text of a row in runs of one style."""
    labels = {at: letter for at, letter in scene.labels if row.start <= at < row.end}
    if is_narrow(scene.text[row.start : row.end]) and not labels:
        for start, end, ink in runs:
            yield Segment(scene.text[start:end], scene.looks.text(ink))
    elif runs:
        yield from Segment.simplify(_clustered(scene, row, runs, labels))


def _clustered(
    scene: Scene, row: Row, runs: list[_Run], labels: dict[int, str]
) -> Iterator[Segment]:
    """The same, cluster by cluster, where a cluster is not one code point and cell."""
    covered = 0
    each = iter(runs)
    _, run_end, ink = next(each)
    for cluster in clusters(scene.text[row.start : row.end], scene.is_plain):
        at = row.start + cluster.start
        while at >= run_end:
            _, run_end, ink = next(each)
        label = next(
            (labels[o] for o in range(at, row.start + cluster.end) if o in labels), ""
        )
        if label and not covered:
            shown = safe(label)
            yield Segment(shown, scene.looks.text(Ink(is_label=True)))
            covered = cell_len(shown)
        cells = cluster.cells
        if covered:
            hidden = min(covered, cells)
            covered -= hidden
            if cells > hidden:
                yield Segment(" " * (cells - hidden), scene.looks.text(ink))
        elif cluster.shown:
            yield Segment(cluster.shown, scene.looks.text(ink))


def _ends_line(text: str, row: Row) -> bool:
    """Whether nothing but white space follows the row on its line."""
    after = next_visible(text, row.end)
    return after is None or "\n" in text[row.end : after]


def _with_reason(
    scene: Scene, segments: list[Segment], reason: str, room: int
) -> list[Segment]:
    """A row with the reason at its right end.

    Args:
        scene: What is painted.
        segments: The row as far as it has text.
        reason: From outside.
        room: Cells right of the text.
    """
    columns, looks = scene.columns, scene.looks
    room = max(1, room - 2)
    words = safe_line(reason)
    if cell_len(words) > room:
        words = set_cell_size(words, room - 1) + "…"
    until = columns.total - cell_len(words) - 1
    kept = Strip(segments).adjust_cell_length(until - 1, looks.text(Ink()))
    return [
        *kept,
        Segment(" ", looks.text(Ink())),
        Segment(words, looks.part("reason")),
        Segment(" ", looks.text(Ink())),
    ]
