"""`reader import`: files and folders into the library."""

import signal
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked
from reader.cli.streams import printable, stdin, talk

if TYPE_CHECKING:
    from reader.intake import Report
    from reader.sources.pile import Pile
    from reader.store import Store


@click.command("import")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.pass_obj
def import_(asked: Asked, paths: tuple[str, ...]) -> None:
    """Bring articles into the library.

    A PATH is a file, a folder, or - for standard input. A file that is named is
    read as text whatever it is called, up to 64 MiB. In a folder, and the folders
    in it, files are read whose names end in .txt, .text, .md or .markdown or have
    no ending; names that begin with a dot are passed over, links to folders too.
    What is in the library already is left as it is; a file that held another text
    before becomes a new version, and annotations go along. Ctrl-C stops; what is in by
    then stays in.

    Exit status 1 when a file could not be read; all others are in.
    """
    from reader.sources.pile import pile

    found = pile(paths)
    with asked.opened(make=True) as store:
        report = take_in(store, found, paths)
    if report.refusals or report.stopped or not found.files:
        raise click.exceptions.Exit(1)


def take_in(store: "Store", pile: "Pile", paths: Sequence[str]) -> "Report":
    """Import a pile, showing how far it is, and say what became of it."""
    from reader.intake import Report, take
    from reader.sources.documents import documents

    total = len(pile.files)
    done = 0
    with (
        _stoppable() as should_stop,
        click.progressbar(
            length=total,
            label="Importing",
            file=sys.stderr,
            hidden=not sys.stderr.isatty(),
        ) as bar,
    ):

        def progress(report: Report) -> None:
            nonlocal done
            bar.update(report.files - done)
            done = report.files

        report = take(
            store,
            documents(pile.files, stdin()),
            progress,
            should_stop,
            label=_label(paths),
        )
    _tell(report, pile)
    return report


@contextmanager
def _stoppable() -> Generator[Callable[[], bool]]:
    """Let Ctrl-C ask for a stop; a second one stops at once."""
    asked = False

    def ask(*_: object) -> None:
        nonlocal asked
        asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)


def _label(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"import {printable(paths[0])}{more}"


def _tell(report: "Report", pile: "Pile") -> None:
    from reader.sources.formats import SUFFIXES

    for refusal in report.refusals:
        talk(f"reader: {refusal}")
    if pile.passed_over:
        talk(
            f"{_files(pile.passed_over)} in folders passed over: only names that end"
            f" in {' '.join(SUFFIXES)}, or have no ending, are read there"
        )
    if not pile.files:
        talk("reader: there is no article in this place")
        return
    talk(f"{_files(report.files)}: {report}")
    if report.unsettled:
        talk(
            "passages in doubt, or not found again:"
            f" {report.unsettled:,}; `reader settle` lists them"
        )
    if report.stopped:
        left = len(pile.files) - report.files
        talk(f"stopped with {_files(left)} left; run it again to go on")


def _files(count: int) -> str:
    return f"{count:,} file" if count == 1 else f"{count:,} files"
