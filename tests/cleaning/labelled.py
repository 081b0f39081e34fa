"""The repository's own labelled texts: sixty short ones, in seven languages."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"
LANGUAGES = ("en", "de", "fr", "es", "ru", "ko", "zh")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the kind of each line; content and blank lines have none."""

    name: str
    lines: tuple[str, ...]
    kinds: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def language(self) -> str:
        return self.name.partition("-")[0]


def labelled() -> Iterator[Labelled]:
    """Every text.

    A text begins with `= name`. A line that begins with `+ ` is the article's,
    one that begins with `-kind ` is junk of that kind.
    """
    for language in LANGUAGES:
        whole = (FIXTURES / f"{language}.txt").read_bytes().decode()
        for part in whole.removeprefix("= ").rstrip("\n").split("\n= "):
            name, *rows = part.rstrip("\n").split("\n")
            cut = [_row(row) for row in rows]
            lines = tuple(line for line, _ in cut)
            yield Labelled(name, lines, tuple(kind for _, kind in cut))


def _row(row: str) -> tuple[str, str]:
    mark, _, line = row.partition(" ")
    return line, mark.removeprefix("-") if mark.startswith("-") else ""
