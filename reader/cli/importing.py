"""`reader import`: files and folders into the library."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked
from reader.cli.failures import ASKED_WRONGLY, DID_NOT_WORK
from reader.cli.progress import stoppable
from reader.cli.replaced import replaced
from reader.cli.streams import printable, stdin, talk, talk_first
from reader.text.counted import counted
from reader.text.excerpt import quoted

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from reader.intake.report import Report
    from reader.sources.fields import Fields
    from reader.sources.pile import Pile
    from reader.store import Store

_MOST_JOBS = 4
_WORTH_JOBS = 1_000
"""Articles from which other processes are worth their start."""
_LEARNING = "Cleaning and indexing"
_COMPARING = "Comparing"
_BAR = 20
"""Cells of a bar, which leave room for what stands beside it in 80."""


def usual_jobs() -> int:
    """How many processes read, clean and index, unless it is said."""
    return min(os.cpu_count() or 1, _MOST_JOBS)


def _fields(command: Callable[..., None]) -> Callable[..., None]:
    """An option for each thing that a row of CSV or JSONL says of its article."""
    for name in ("site", "published", "author", "title", "text"):
        what = {"published": "date of publication"}.get(name, name)
        command = click.option(
            f"--{name}-field",
            metavar="NAME",
            default="",
            help=f"The column or key of the {what}, in CSV and JSONL files.",
        )(command)
    return command


@click.command("import")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@_fields
@click.option("--later", is_flag=True, help="Bring them in only; clean them later.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=usual_jobs,
    show_default=f"one a core, at most {_MOST_JOBS}",
    help="Processes that read, clean and index.",
)
@click.pass_obj
def import_(
    asked: Asked, /, paths: tuple[str, ...], later: bool, jobs: int, **names: str
) -> None:
    """Bring articles into the library.

    A PATH is a file, a folder, or - for standard input. A named file is read by its
    ending: web pages, Markdown, e-mail (.eml); CSV and JSONL, in which each row is an
    article; web archives (.warc, .warc.gz), in which each page is one; zip with such
    files in it; all else as plain text. Standard input is plain text, too, or a web
    page if it begins as one. Up to 64 MiB for an article. In a folder, and the folders
    in it, text, Markdown, web pages and e-mail are read; names that begin with a dot
    are passed over, links to folders too. What is in the library already is left as it
    is; a file that held another text before becomes a new version, and annotations go
    along. Ctrl-C stops; what is in by then stays in, and can be read and searched.

    Then the articles are cleaned, indexed without what is hidden, and compared with
    all others: which are copies, and what stands in several. Ctrl-C leaves the rest of
    that for later, as --later does with all of it: an article whose turn has not come
    is cleaned when it is opened, and the others while the program is open.

    Exit status 1 when a file could not be read, 2 when a PATH is not there; all
    others are in.
    """
    from reader.sources.fields import Fields
    from reader.sources.pile import pile

    found = pile(paths)
    fields = Fields(
        **{name.removesuffix("_field"): said for name, said in names.items()}
    )
    with asked.opened(make=True) as store:
        report = take_in(store, found, paths, fields, jobs)
        if later or report.stopped:
            _tell_waiting(store.search.index.waiting())
        elif learn_in(store, jobs):
            compare_in(store)
    if not all(path == "-" or os.path.lexists(path) for path in paths):
        raise click.exceptions.Exit(ASKED_WRONGLY)
    if report.refusals or report.stopped or not found.files:
        raise click.exceptions.Exit(DID_NOT_WORK)


def take_in(
    store: "Store",
    pile: "Pile",
    paths: Sequence[str],
    fields: "Fields | None" = None,
    jobs: int = 1,
) -> "Report":
    """Import a pile, showing how far it is, and say what became of it."""
    from reader.intake.report import Report
    from reader.intake.taking import reading, take
    from reader.sources.fields import Fields

    done, start = 0, monotonic()
    # Of a library of some gigabytes that takes half a minute.
    begin = "Importing, a copy first" if store.listing.count() else "Importing"
    with (
        stoppable() as should_stop,
        _bar(begin, len(pile.files)) as bar,
        reading(pile.files, stdin(), fields or Fields(), jobs) as documents,
    ):

        def progress(report: Report) -> None:
            nonlocal done
            rate = report.files / (monotonic() - start)
            bar.label = f"Importing, {rate:,.0f} a second"
            if not pile.is_counted:
                bar.length = None
                bar.label = f"Importing {report.files:,}, {rate:,.0f} a second"
            bar.update(report.files - done)
            done = report.files

        report = take(store, documents, progress, should_stop, _label(paths))
        if not report.stopped:
            bar.finish()
            bar.render_progress()
    _tell(report, pile)
    return report


def learn_in(store: "Store", jobs: int) -> bool:
    """Clean and index what waits for it, showing how far it is; whether it all was."""
    from reader.intake.learning import learn

    total = store.search.index.waiting()
    if total > _WORTH_JOBS:
        waiting = counted(total, "article")
        talk(f"{waiting} to clean; ctrl-c leaves them for later")
    jobs = jobs if total > _WORTH_JOBS else 1
    left = _shown(_LEARNING, total, partial(learn, store, jobs)) if total else 0
    _tell_waiting(left)
    return not left


def compare_in(store: "Store") -> None:
    """Compare what waits for it, showing how far it is."""
    from reader.intake.learning import compare

    if total := store.copies.index.waiting():
        left = _shown(_COMPARING, total, partial(compare, store))
        if left:
            talk(f"{counted(left, 'article')} still to be compared; that goes on later")


def _shown(
    doing: str,
    total: int,
    work: Callable[[Callable[[int], None], Callable[[], bool]], int],
) -> int:
    """Do what tells how many are left, and can be stopped; give how many are."""
    left, start = total, monotonic()
    with stoppable() as should_stop, _bar(doing, total) as bar:

        def progress(now: int) -> None:
            nonlocal left
            rate = (total - now) / (monotonic() - start)
            bar.label = f"{doing}, {rate:,.0f} a second"
            bar.update(left - now)
            left = now

        return work(progress, should_stop)


def _bar(doing: str, total: int) -> "ProgressBar[int]":
    """A bar on stderr, when that is a terminal."""
    return click.progressbar(
        length=total,
        label=doing,
        width=_BAR,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    )


def _tell_waiting(left: int) -> None:
    if left:
        waiting = counted(left, "article")
        talk(f"{waiting} still to be cleaned; that goes on later")


def _label(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"import {printable(paths[0])}{more}"


def _tell(report: "Report", pile: "Pile") -> None:
    for refusal in report.refusals:
        talk(f"reader: {refusal}")
    if pile.left_out:
        talk(pile.left_out)
    if not pile.files:
        talk("reader: there is no article in this place")
        return
    # Each row of a table is one, and so is each page of a web archive.
    are_files = pile.is_counted or report.files == len(pile.files)
    noun = "file" if are_files else "article"
    talk(f"{counted(report.files, noun)}: {report}")
    talk_first(
        "web page",
        [
            f"{printable(page)}: no article was found in it; all its lines are kept"
            for page in report.whole_pages
        ],
    )
    talk_first("article", [replaced(*each) for each in report.replaced])
    talk_first(
        "article",
        [
            f"{printable(source)}: {quoted(said)} is no date that can be told;"
            " write it as 2019-12-31"
            for source, said in report.no_dates
        ],
    )
    if report.unsettled:
        talk(
            "passages in doubt, or not found again:"
            f" {report.unsettled:,}; `reader settle` lists them"
        )
    if report.stopped:
        left = len(pile.files) - report.files if pile.is_counted else 0
        rest = f" with {counted(left, 'file')} left" if left > 0 else ""
        talk(f"stopped{rest}; run it again to go on")
