"""Data on stdout, talk on stderr, both inert on a terminal; and stdin as bytes."""

import json
import os
import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import islice
from shutil import get_terminal_size
from textwrap import fill
from typing import BinaryIO, NoReturn, TextIO

import click

from reader.text.counted import counted
from reader.text.safe import safe, safe_line

_AT_ONCE = 1_000
"""Lines that are written together."""
_NEWLINE = "\n"
_GAP = "  "
_MOST = 4
"""Code points that a cell may be made of, about; no more of a line are looked at."""
_LEAST = 30
"""Cells of a terminal that is too narrow for words to be kept whole."""
_WORTH = 12
"""Cells from which what is left of a column is worth being shown."""
_NAMED = 5
"""Things that are named one by one; a pile may hold thousands like them."""


def is_terminal() -> bool:
    """Whether stdout is read by a person at a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def shown(text: str) -> str:
    """The text as stdout may have it: exact in a file or pipe, inert on a terminal."""
    return safe(text) if is_terminal() else text


@contextmanager
def _told_of() -> Generator[None]:
    """Say of what stdout does not take that it was to go there.

    Whoever read it and left, as `head` does, has seen enough: nothing more is written,
    and the command ends as it would have.
    """
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        error.filename = error.filename or "standard output"
        raise


@contextmanager
def stdout() -> Generator[TextIO]:
    """Stdout as a UTF-8 stream that leaves line ends alone.

    Python's own would take the encoding of the terminal, and click's would take
    what looks like a colour out of the data.
    """
    if sys.stdout is None:
        raise BrokenPipeError
    sys.stdout.flush()
    stream = TextIOWrapper(
        sys.stdout.buffer,
        encoding="utf-8",
        errors="surrogateescape",
        newline="",
    )
    with _told_of():
        try:
            yield stream
        finally:
            stream.flush()
            stream.detach()


@contextmanager
def stdout_bytes() -> Generator[BinaryIO]:
    """Stdout as a stream of bytes."""
    if sys.stdout is None:
        raise BrokenPipeError
    sys.stdout.flush()
    with _told_of():
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()


def stdin() -> BinaryIO | None:
    """Stdin as bytes, unless the program was started without one."""
    return sys.stdin.buffer if sys.stdin else None


def put(text: str, *, exact: bool = False) -> None:
    """Write data to stdout, as lines.

    Args:
        text: The data.
        exact: Whether a missing last line end stays missing; never on a terminal.
    """
    with stdout() as out:
        out.write(shown(text))
        if text and not text.endswith("\n") and not (exact and not is_terminal()):
            out.write("\n")


def put_json(value: object) -> None:
    """Write data as JSON."""
    put(json.dumps(value, ensure_ascii=False, indent=2))


def put_json_array(values: Iterable[object]) -> None:
    """Write data as one JSON array, value by value, however many they are."""
    with stdout() as out:
        between = "[\n"
        for value in values:
            text = json.dumps(value, ensure_ascii=False, indent=2)
            out.write(shown(f"{between}  {text.replace(_NEWLINE, _NEWLINE + '  ')}"))
            between = ",\n"
        out.write("[]\n" if between == "[\n" else "\n]\n")


def put_table(rows: Iterable[Sequence[object]], heads: Sequence[str] = ()) -> int:
    """Write lines of columns; numbers stand to the right, the last column is free.

    However many there are, each is written as it comes; the first thousand say how
    wide the columns are.

    Args:
        rows: One line each.
        heads: What stands over the columns, when there are rows.

    Returns:
        How many rows there were.
    """
    count = 0
    widths: list[int] = []
    waiting = iter(rows)
    with stdout() as out:
        while some := list(islice(waiting, _AT_ONCE)):
            count += len(some)
            cells = _cells([heads, *some] if heads and not widths else some)
            widths = widths or _widths(cells)
            numbers = [isinstance(value, int) for value in some[0]]
            for line in cells:
                out.write(shown(_fitting(_line(line, widths, numbers), widths) + "\n"))
    return count


def table_lines(
    rows: Sequence[Sequence[object]], heads: Sequence[str] = ()
) -> list[str]:
    """The same lines, for who has more to put between them."""
    if not rows:
        return []
    cells = _cells([heads, *rows] if heads else rows)
    widths = _widths(cells)
    numbers = [isinstance(value, int) for value in rows[0]]
    return [_line(line, widths, numbers) for line in cells]


def _cells(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    return [[safe_line(str(cell)) for cell in row] for row in rows]


def _widths(cells: Sequence[Sequence[str]]) -> list[int]:
    """The terminal's cells of each column; nothing stands behind the last."""
    *columns, last = zip(*cells, strict=True)
    return [*(max(map(_size, column)) for column in columns), max(map(len, last))]


def _size(cell: str) -> int:
    """Its cells on a terminal: a Chinese letter has two, an accent by itself none."""
    if cell.isascii():
        return len(cell)
    from wcwidth import wcswidth

    return max(0, wcswidth(cell))


def _line(cells: Sequence[str], widths: Sequence[int], numbers: Sequence[bool]) -> str:
    padded = [
        _padded(cell, width, at_right=is_number)
        for cell, width, is_number in zip(cells, widths, numbers, strict=True)
    ]
    return _GAP.join(padded).rstrip()


def _padded(cell: str, width: int, *, at_right: bool) -> str:
    gap = " " * (width - _size(cell))
    return gap + cell if at_right else cell + gap


def _fitting(line: str, widths: Sequence[int]) -> str:
    """On a terminal the line cut where it ends, if only its last column is too long.

    Other columns are not cut off: rather broken by the terminal than gone.
    """
    if not is_terminal():
        return line
    from wcwidth import wcswidth

    room = get_terminal_size().columns
    before = sum(widths[:-1]) + len(_GAP) * (len(widths) - 1)
    if wcswidth(line) <= room or room - before < _WORTH:
        return line
    line = line[: _MOST * room]
    while wcswidth(line) >= room:
        line = line[:-1]
    return line.rstrip() + "…"


def talk(message: object) -> None:
    """Say something to the person on stderr, one line; on a terminal no word is cut."""
    line = safe_line(str(message))
    if sys.stderr is not None and sys.stderr.isatty():
        indent = " " * (len(line) - len(line.lstrip()) + len(_GAP))
        line = fill(
            line,
            max(_LEAST, get_terminal_size().columns),
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    click.echo(line, err=True)


def talk_first(noun: str, lines: Sequence[str]) -> None:
    """Say the same of several things, and of how many more it is true."""
    for line in lines[:_NAMED]:
        talk(line)
    if (more := len(lines) - _NAMED) > 0:
        talk(f"so it is with {counted(more, f'more {noun}')}")


def refuse(message: str, lines: Sequence[str] = ()) -> NoReturn:
    """End the command because it was asked wrongly, with what could be asked."""
    talk(f"reader: {message}")
    for line in lines:
        talk(f"  {line}")
    raise click.exceptions.Exit(2)


def not_both(**given: object) -> None:
    """End the command where of options that exclude one another several are given."""
    if sum(map(bool, given.values())) > 1:
        refuse(f"{' or '.join(f'--{name}' for name in given)}, not both")


def printable(text: str) -> str:
    """An argument as text that can be kept.

    The system hands over bytes; those that are no UTF-8 become U+FFFD.
    """
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
