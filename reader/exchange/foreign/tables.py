"""Tables of quotations: Taguette, Hypothesis, QualCoder, INCEpTION, Potato."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reader.exchange.incoming import Incoming, Mark, Named, Remark, Unread, whole
from reader.text.units import Unit


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of a program's table says what; empty when none does."""

    program: str
    article: str
    tag: str
    quote: str
    memo: str = ""
    coder: str = ""
    created_at: str = ""
    start: str = ""
    end: str = ""
    unit: Unit | None = None
    address: str = ""
    many: bool = False
    """Whether the tags of a passage stand in one cell, with commas between."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read."""
        return tuple(
            filter(
                None,
                (
                    self.article,
                    self.tag,
                    self.quote,
                    self.memo,
                    self.coder,
                    self.created_at,
                    self.start,
                    self.end,
                    self.address,
                ),
            )
        )


LAYOUTS: Final = (
    Layout("Taguette", article="document", tag="tag", quote="content"),
    Layout(
        "Hypothesis",
        article="Page",
        address="URL",
        tag="Tags",
        quote="Quote/description",
        memo="Comment",
        coder="Author",
        created_at="Created at",
        many=True,
    ),
    Layout(
        "Hypothesis",
        article="Page",
        address="URL",
        tag="Tags",
        quote="Quote",
        memo="Comment",
        coder="Author",
        created_at="Created at",
        many=True,
    ),
    Layout(
        "QualCoder",
        article="File",
        tag="Codename",
        quote="Coded",
        memo="Coded_Memo",
        coder="Coder",
    ),
    Layout(
        "INCEpTION",
        article="doc",
        tag="label",
        quote="text",
        coder="user",
        start="begin",
        end="end",
        unit=Unit.UTF16,
    ),
    Layout(
        "Potato",
        article="source_doc",
        tag="code",
        quote="text",
        coder="coder",
        start="start",
        end="end",
        unit=Unit.CODEPOINT,
    ),
)


def layout_of(names: Sequence[str]) -> Layout | None:
    """The program that gives a table these columns."""
    there = set(names)
    return next((one for one in LAYOUTS if there.issuperset(one.columns)), None)


def read(lines: Iterator[str], delimiter: str, layout: Layout) -> Iterator[Incoming]:
    """Read such a table; a mark for each tag of each row."""
    reader = csv.reader(lines, delimiter=delimiter)
    names = next(reader, [])
    yield Remark(f"a table of {layout.program}'s")
    try:
        for number, cells in enumerate(reader, 2):
            place = f"row {number}"
            if len(cells) == len(names):
                yield from _marks(place, dict(zip(names, cells, strict=True)), layout)
            elif any(cells):
                said = f"has {len(cells)} cells, and there are {len(names)} columns"
                yield Unread(place, said)
    except csv.Error as error:
        yield Unread(f"line {reader.line_num}", f"is no CSV from here on: {error}")


def _marks(place: str, row: Mapping[str, str], layout: Layout) -> Iterator[Mark]:
    tag = row[layout.tag].strip()
    tags = [part.strip() for part in tag.split(",")] if layout.many else [tag]
    for each in tags:
        yield Mark(
            place=place,
            on=Named(title=row[layout.article], source=row.get(layout.address, "")),
            tag=each,
            memo=row.get(layout.memo, ""),
            quote=row[layout.quote],
            start=whole(row.get(layout.start, "")),
            end=whole(row.get(layout.end, "")),
            unit=layout.unit,
            coder=row.get(layout.coder, ""),
            created_at=row.get(layout.created_at, ""),
        )
