"""Tags counted against months, sites, articles and one another, as a heat map."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from reader.model import Step
from reader.queries.tagged import Unit
from reader.resources import STYLES
from reader.store.matrices import Kind, Matrix
from reader.text.safe import safe_line
from reader.tui.bindings import bindings
from reader.tui.keys import MATRIX
from reader.tui.screens.place import Place
from reader.tui.widgets.heat_map import HeatMap, Numbers

_EMPTY = """Nothing to count yet.

While reading,  t  tags a passage; what is tagged is counted here
by month, by site, by article, and with the other tags."""
_DEEPEST = 9


class MatrixScreen(Place):
    """Owns what is counted, and the numbers; the map shows them."""

    NAME = "Matrix"
    CSS_PATH = STYLES / "matrix.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(MATRIX)

    kind: var[Kind] = var(Kind.MONTHS)
    unit: var[Unit] = var(Unit.PARAGRAPH)
    level: var[int] = var(0)
    matrix: var[Matrix | None] = var(None)

    def compose(self) -> ComposeResult:
        """What is counted, the map, the marked cell in words."""
        yield Static("Matrix", id="title", markup=False)
        yield HeatMap()
        yield Static(_EMPTY, id="empty", markup=False)
        yield Static("", id="says", markup=False)
        yield self.key_bar()

    def on_mount(self) -> None:
        """Count."""
        self.map.focus()
        self.count()

    @property
    def map(self) -> HeatMap:
        """The numbers."""
        return self.query_one(HeatMap)

    @work(group="count", exclusive=True)
    async def count(self) -> None:
        """Count anew."""
        kind, unit, level = self.kind, self.unit, self.level
        self._entitle(f"counting tags by {kind} …")
        matrix = await self.look_up(
            lambda store: store.matrices.of(kind, unit=unit, level=level)
        )
        if matrix is None:
            self._entitle()
            return
        self.matrix = matrix
        heads = matrix.columns
        if kind is Kind.TAGS:
            heads = tuple(path.rpartition("/")[2] for path in heads)
        self.map.numbers = Numbers(
            matrix.rows, matrix.columns, matrix.cells, matrix.totals, heads
        )
        self.map.display = bool(matrix.rows)
        self.is_bare = not matrix.rows
        self.query_one("#empty").display = not matrix.rows
        self._show_says()

    def _entitle(self, *parts: str) -> None:
        self.query_one("#title", Static).update(
            Content.assemble(("Matrix", "bold"), "   ", "  ·  ".join(parts))
        )

    @on(HeatMap.Moved)
    def _show_says(self) -> None:
        """What is counted, and the marked cell in words."""
        matrix = self.matrix
        if matrix is None or not matrix.rows:
            self._entitle()
            return
        parts = [f"tags by {matrix.kind}", f"cells count {matrix.counts}"]
        if self.level:
            parts.append(f"to level {self.level}")
        self._entitle(*parts)
        row, column = self.map.row, self.map.column
        said = (
            f"{matrix.rows[row]}  ×  {matrix.columns[column]}:"
            f"  {matrix.cell(row, column):,} of {matrix.totals[row]:,}"
        )
        self.query_one("#says", Static).update(Content(safe_line(said)))

    def action_next_row(self) -> None:
        """One tag on."""
        self.map.row += 1

    def action_previous_row(self) -> None:
        """One tag back."""
        self.map.row -= 1

    def action_next_column(self) -> None:
        """One column on."""
        self.map.column += 1

    def action_previous_column(self) -> None:
        """One column back."""
        self.map.column -= 1

    def action_rows_down(self) -> None:
        """One page on."""
        self.map.row += self.map.page

    def action_rows_up(self) -> None:
        """One page back."""
        self.map.row -= self.map.page

    def action_first_row(self) -> None:
        """Go to the first tag."""
        self.map.row = 0

    def action_last_row(self) -> None:
        """Go to the last tag."""
        self.map.row = len(self.map.numbers.rows) - 1

    def action_other_columns(self) -> None:
        """Count against the next thing: months, sites, articles, tags."""
        kinds = (Kind.MONTHS, Kind.SITES, Kind.ARTICLES, Kind.TAGS)
        self.kind = kinds[(kinds.index(self.kind) + 1) % len(kinds)]
        self.count()

    def action_other_unit(self) -> None:
        """For tags by tags: the next unit in which both must stand."""
        units = tuple(Unit)
        if self.kind is Kind.TAGS:
            self.unit = units[(units.index(self.unit) + 1) % len(units)]
            self.count()
        else:
            self.say("The unit matters where tags are counted with tags: o goes there.")

    def action_deeper(self) -> None:
        """Count one more part of the tags' paths."""
        self.level = 0 if self.level >= _DEEPEST or not self.level else self.level + 1
        self.count()

    def action_shallower(self) -> None:
        """Take the tags up into those above them."""
        deepest = max((p.count("/") for p in self.map.numbers.rows), default=0) + 1
        self.level = max(1, (self.level or deepest) - 1)
        self.count()

    def action_open_cell(self) -> None:
        """List the passages behind the marked cell."""
        from reader.tui.screens.tagged import PassagesScreen

        matrix = self.matrix
        if matrix is None or not matrix.rows:
            return
        row, column = self.map.row, self.map.column
        query = f'"{matrix.rows[row]}"'
        other = matrix.columns[column]
        if matrix.kind is Kind.TAGS and other != matrix.rows[row]:
            query = f'{query} AND "{other}" in:{self.unit}'

        async def back(_: int | None) -> None:
            self.count()

        self.app.push_screen(PassagesScreen(self.desk, query), back)

    async def came_back(self, step: Step) -> None:
        """Count what is there now."""
        self.count()

    async def look_again(self) -> None:
        """What was done elsewhere may have changed the numbers."""
        await self.over(self.count())
