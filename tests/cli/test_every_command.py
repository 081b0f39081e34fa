"""Each command, on a library as it should be and on one as it should not be."""

import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reader.cli import main
from reader.store import Store
from tests.cli.every_command import COMMANDS, ROWS, Does, Given, Row, prepare
from tests.conftest import keep
from tests.disks import disk, written_no_more
from tests.hostile.library import TEXT, fill

_ALL = frozenset(Does) - {Does.NOTHING}
_WRITES = frozenset({Does.CHANGE, Does.COPY, Does.REPLACE})
_ROOM_KB = 20_000


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Given:
    """A library with something for every command, in a folder of its own."""
    path = tmp_path_factory.mktemp("every") / "library.db"
    fill(path, TEXT.replace("\0", "\N{REPLACEMENT CHARACTER}"))
    return prepare(path)


def _run(row: Row, values: Given) -> Result:
    options = ("--library", str(values.library), "--coder", values.coder)
    return CliRunner().invoke(main, [*options, *row.given(values)])


def _all_of(library: Path) -> str:
    with closing(sqlite3.connect(library)) as conn:
        return "\n".join(conn.iterdump())


def _said(result: Result) -> list[str]:
    """The lines for the person; none of them is a fault of the program."""
    assert "Traceback" not in result.output
    assert "a fault of the program" not in result.output
    return [line for line in result.stderr.splitlines() if line.startswith("reader: ")]


@pytest.mark.parametrize(
    "group",
    [(), *((name,) for name in ("rules", "tags", "keywords", "review"))],
    ids=str,
)
def test_no_summary_in_a_help_is_cut_off(group: tuple[str, ...]) -> None:
    said = CliRunner().invoke(main, [*group, "--help"], terminal_width=80).output
    _, *lines = said.splitlines()
    assert any(line.startswith("  ") for line in lines)
    assert [line for line in lines if line.endswith("...")] == []


def test_every_command_is_a_row() -> None:
    assert {row.command for row in ROWS} == COMMANDS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words)
def test_it_does_what_its_row_says(row: Row, prepared: Given, tmp_path: Path) -> None:
    values = prepared.moved(tmp_path / "a")
    before = _all_of(values.library)
    result = _run(row, values)
    if row.words == "review resume 99":  # It has nothing but a screen.
        assert "the screen needs a terminal" in _said(result)[0]
        return
    assert (result.exit_code, _said(result)) == (0, []), result.output
    is_changed = row.does in {Does.CHANGE, Does.REPLACE}
    if is_changed and row.words != "doctor --repair":  # There is nothing to repair.
        assert _all_of(values.library) != before


@contextmanager
def _another_writes(library: Path) -> Generator[None]:
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def _another_has_it_alone(library: Path) -> Generator[None]:
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE article SET memo = memo")
        yield


@contextmanager
def _newer(library: Path) -> Generator[None]:
    with closing(sqlite3.connect(library)) as conn:
        (now,) = conn.execute("PRAGMA user_version").fetchone()
        conn.execute("PRAGMA user_version = 9999")
        yield
        conn.execute(f"PRAGMA user_version = {now}")


def _with(spoilt: Callable[[bytes], bytes]) -> Callable[[Path], "Broken"]:
    @contextmanager
    def spoiling(library: Path) -> Generator[None]:
        whole = library.read_bytes()
        library.write_bytes(spoilt(whole))
        yield
        for beside in library.parent.glob(f"{library.name}-*"):
            beside.unlink()
        library.write_bytes(whole)

    return spoiling


Broken = AbstractContextManager[None]


@dataclass(frozen=True)
class State:
    """A library as it should not be."""

    name: str
    is_so: Callable[[Path], Broken]
    """For the block."""
    refused: frozenset[Does]
    """What cannot be done; all else can."""
    says: str


STATES = (
    State("another program writes", _another_writes,
          frozenset({Does.CHANGE, Does.REPLACE}), "is busy with another program"),
    State("another program has it alone", _another_has_it_alone, _ALL,
          "is busy with another program"),
    State("it is of a newer program", _newer, _ALL, "update the program"),
    State("its middle is gone", _with(lambda whole: whole[:8192] + bytes(
        len(whole) - 8192)), _ALL - {Does.REPLACE}, "is damaged"),
    State("it is cut off", _with(lambda whole: whole[:12_000]),
          _ALL - {Does.REPLACE}, "is damaged"),
    State("it is no database", _with(lambda whole: b"words " * 99),
          _ALL - {Does.REPLACE}, "is not a reader library"),
)  # fmt: skip


@pytest.fixture(scope="module")
def spoilt(prepared: Given, tmp_path_factory: pytest.TempPathFactory) -> Given:
    """The library that the states are those of: none of them lets it be changed."""
    folder = tmp_path_factory.mktemp("spoilt") / "a"
    return prepared.moved(folder)


@pytest.mark.usefixtures("little_patience")
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words)
def test_it_is_refused_in_one_line_or_done(
    row: Row, state: State, spoilt: Given
) -> None:
    with state.is_so(spoilt.library):
        result = _run(row, spoilt)
    _is_refused_or_done(row, result, state.refused, state.says)


def _is_refused_or_done(
    row: Row, result: Result, refused: frozenset[Does], says: str
) -> None:
    said = _said(result)
    if row.does in refused:
        assert (result.exit_code, len(said)) == (1, 1), result.output
        assert result.stderr.count("\n") == 1
        assert says in said[0]
    elif row.does is not Does.NOTHING:
        left = [line for line in said if "has not been compared" not in line]
        assert (result.exit_code, left) == (0, []), result.output


@pytest.mark.usefixtures("little_patience")
@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("search first", "not cleaned yet: what will be hidden is found"),
        ("copies", "has not been compared"),
    ],
)
def test_what_is_new_is_left_out_and_that_is_said_while_another_writes(
    words: str, left: str, prepared: Given, tmp_path: Path
) -> None:
    values = prepared.moved(tmp_path / "a")
    with Store(values.library, "zoe") as store:
        keep(store, "Something newer\n\nNobody has looked at it.")
    with _another_writes(values.library):
        result = _run(Row(words, Does.READ), values)
    assert result.exit_code == 0
    assert any(left in line for line in _said(result)), result.output


@pytest.fixture(scope="module")
def fixed(prepared: Given, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    """The library where nothing can be written."""
    folder = tmp_path_factory.mktemp("fixed") / "a"
    values = prepared.moved(folder)
    with written_no_more(folder):
        yield values


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words)
def test_where_nothing_can_be_written_it_is_read(row: Row, fixed: Given) -> None:
    _is_only_read(row, _run(row, fixed))


def _is_only_read(row: Row, result: Result) -> None:
    """It says how the library is open, and if it should be written that it cannot."""
    said = _said(result)
    if row.does is Does.NOTHING:
        return
    assert "it is open to be read only" in said[0]
    refused = row.does in _WRITES
    assert (result.exit_code, len(said)) == (int(refused), 1 + refused), result.output
    why = ("cannot be", "no room", "is full")
    assert not refused or any(words in said[1] for words in why)


@pytest.fixture(scope="module")
def full(prepared: Given, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    """The library on a disk without room."""
    where = tmp_path_factory.mktemp("full")
    with disk(where, _ROOM_KB):
        values = prepared.moved(where / "a")
        filling = (where / "filling").open("wb", buffering=0)
        with filling, suppress(OSError):
            while filling.write(bytes(4096)):
                pass
        yield values


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words)
def test_without_room_on_its_disk_it_is_read(row: Row, full: Given) -> None:
    _is_only_read(row, _run(row, full))
