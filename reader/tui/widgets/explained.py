"""What can be pressed or typed, each with its meaning: beside it, or below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text


@dataclass(frozen=True, slots=True)
class Explained:
    """Rows in columns, the last of which is the meaning.

    A meaning that is too long for a row goes on in its own column. Where that would
    be too narrow for the longest of its words it stands below what it explains.
    """

    rows: Sequence[Sequence[Text]]
    widths: Sequence[int]
    """The cells of each column before the meaning."""
    gap: int

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        """The rows in as many cells as there are."""
        words = (word for *_, meaning in self.rows for word in meaning.plain.split())
        longest = max(map(cell_len, words), default=0)
        needed = sum(width + self.gap for width in self.widths) + longest
        if options.max_width >= needed + self.gap:
            yield self._beside()
        else:
            for *named, meaning in self.rows:
                yield Text(" " * self.gap).join(named)
                yield Padding(meaning, (0, 0, 0, 2))

    def _beside(self) -> Table:
        table = Table.grid(padding=(0, self.gap, 0, 0))
        for width in self.widths:
            table.add_column(min_width=width, no_wrap=True)
        table.add_column()
        for row in self.rows:
            table.add_row(*row)
        return table
