"""`reader import-annotations`: what others tagged, and what left here before."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from reader.cli.asked import Asked
from reader.cli.progress import told
from reader.cli.replaced import replaced
from reader.cli.streams import printable, refuse, stdin, talk, talk_first
from reader.handover.run import StoppedError

if TYPE_CHECKING:
    from reader.handover.coming import Report
    from reader.store import Store

_LISTED = 20


@click.command("import-annotations")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Take nothing when anything is wrong.")
@click.option("--test", is_flag=True, help="Only say what would come of it.")
@click.option("--raw", is_flag=True, help="The CSV was written with --raw.")
@click.pass_obj
def import_annotations(
    asked: Asked, file: Path, strict: bool, test: bool, raw: bool
) -> None:
    """Bring annotations in from a file.

    - is standard input. A command of its own, because a CSV or a JSONL given to `reader
    import` is somebody's articles.

    What the file is, is told by what is in it: a CSV, JSONL, JSON-LD or REFI-QDA
    project of this program or another, or what Taguette, Hypothesis, Label Studio,
    doccano, Prodigy, QualCoder, INCEpTION or Potato write. An annotation without
    offsets is found by its quote; one that stands in several places is listed and left
    out. What is here already is left as it is. One `reader undo` takes all of it back.

    Exit status 1 when something did not go in; all the rest is in.
    """
    with asked.opened(make=not test) as store, _opened(file) as data:
        report, kept_out = _taken(store, data, file, strict, test, raw)
    _tell(report, kept_out)
    if report.unread:
        raise click.exceptions.Exit(1)


def _taken(
    store: "Store", data: BinaryIO, file: Path, strict: bool, test: bool, raw: bool
) -> "tuple[Report, str]":
    """What became of the file, and in words why nothing was taken, if so."""
    from reader.exchange.formats import FormatError
    from reader.exchange.outgoing import Choices
    from reader.handover.coming import NothingTakenError, take

    name = printable(str(file))
    label = f"import annotations from {Path(name).name}"
    how: dict[str, Any] = {"choices": Choices(raw=raw), "strict": strict, "test": test}
    try:
        with told("bringing in annotations") as run:
            return take(store, data, label, run=run, **how), ""
    except FormatError as error:
        talk(f"reader: {name} cannot be read: {error}")
        raise click.exceptions.Exit(1) from None
    except StoppedError:
        talk("reader: stopped; nothing was taken")
        raise click.exceptions.Exit(1) from None
    except NothingTakenError as error:
        why = "a test" if test else "--strict, and not all of it is right"
        return error.report, f"; nothing was taken: {why}"


def _tell(report: "Report", more: str) -> None:
    for remark in report.remarks:
        talk(remark)
    for unread in report.unread[:_LISTED]:
        talk(f"reader: {unread}")
    if len(report.unread) > _LISTED:
        talk(f"reader: and {len(report.unread) - _LISTED:,} more")
    talk_first("place", [replaced(*each) for each in report.replaced])
    talk(f"{report}{more}")


def _opened(file: Path) -> BinaryIO:
    """The file, open; standard input as a whole, for formats that are sought in."""
    if file == Path("-"):
        given = stdin()
        return BytesIO(given.read() if given else b"")
    try:
        if not file.is_file():
            what = "is no plain file" if file.exists() else "is not there"
            refuse(f"{printable(str(file))} {what}")
        return file.open("rb")
    except OSError as error:
        refuse(f"{printable(str(file))} cannot be read: {error.strerror}")
