"""`reader export`: the annotations as a file, in any format."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli.asked import Asked
from reader.cli.names import ArticleName, TagName, article_named, coder_named
from reader.cli.streams import is_terminal, printable, refuse, stdout_bytes, talk
from reader.exchange.formats import FORMATS, Format, named, of_path
from reader.text.safe import safe
from reader.text.slips import or_rather

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.exchange.outgoing import Choices
    from reader.store import Store
    from reader.store.bulk import Chosen

_STDOUT = Path("-")
_LOOK_EVERY = 0.5
"""Seconds between two looks at whether the library has changed."""
_WRITTEN = [form.name for form in FORMATS if form.writes]
_FORMATS = "\b\nFormats:\n" + "\n".join(
    f"  {form.name:<12}{form.title}" for form in FORMATS if form.writes
)


@click.command(epilog=_FORMATS)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    default=_STDOUT,
    help="Write to this file, whole or not at all, and not to stdout.",
)
@click.option(
    "--format",
    "name",
    type=click.Choice(_WRITTEN),
    help="How to write it; else the file's ending says so, else it is CSV.",
)
@click.option("--force", is_flag=True, help="Replace the file when it is there.")
@click.option("--excel", is_flag=True, help="CSV: begin with the mark Excel needs.")
@click.option(
    "--raw",
    is_flag=True,
    help="CSV: leave cells alone that a spreadsheet would run as formulas; without it"
    " they get a ' in front.",
)
@click.option(
    "--offsets",
    type=click.Choice(["codepoint", "utf16", "utf8"]),
    default="codepoint",
    help="CSV, JSONL, Label Studio: what start and end count.",
)
@click.option(
    "--watch",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write this file now and after every change, until Ctrl-C.",
)
@click.option("--tag", type=TagName(), help="Only this tag and those under it.")
@click.option("--article", type=ArticleName(), help="Only this article.")
@click.option("--coder", metavar="NAME", help="Only this coder's.")
@click.pass_obj
def export(
    asked: Asked,
    /,
    output: Path,
    name: str | None,
    force: bool,
    excel: bool,
    raw: bool,
    offsets: str,
    watch: Path | None,
    **only: str | None,
) -> None:
    """Write the annotations to a file, or as CSV to stdout.

    In a CSV each is a row; start and end count Unicode code points of the article's
    text, from 0, the end not included; quote is what the reader shows of them.

    """
    output = watch or output
    form = _format(name, output)
    choices = _choices(raw, excel, offsets, output)
    with asked.opened() as store:
        chosen = _chosen(store, only)
        if output == _STDOUT:
            to_stdout(store, chosen, form, choices)
            return
        to_file(store, chosen, form, output, choices, force)
        if watch:
            _watch(store, lambda: to_file(store, chosen, form, watch, choices, True))


def _format(name: str | None, output: Path) -> Format:
    if name:
        return named(name)
    if output == _STDOUT or not output.suffix:
        return FORMATS[0]
    found = of_path(output)
    if found is None:
        refuse(
            f"no format is known whose files end in {printable(output.suffix)};"
            f" say which by --format {'|'.join(_WRITTEN)}"
        )
    return found


def _choices(raw: bool, excel: bool, offsets: str, output: Path) -> "Choices":
    from reader.exchange.outgoing import Choices
    from reader.text.units import Unit

    shown = for_stdout() if output == _STDOUT else None
    return Choices(raw=raw, excel=excel, unit=Unit(offsets), shown=shown)


def _chosen(store: "Store", only: dict[str, Any]) -> "Chosen":
    from reader.store.bulk import Chosen

    tag, article, coder = only["tag"], only["article"], only["coder"]
    return Chosen(
        _tag(store, tag) if tag else None,
        [article_named(store, article).id] if article else None,
        coder_named(store, printable(coder)) if coder else None,
    )


def for_stdout() -> "Callable[[str], str] | None":
    """What texts go through on their way to stdout: on a terminal they are inert."""
    return safe if is_terminal() else None


def to_stdout(
    store: "Store", chosen: "Chosen", form: Format, choices: "Choices"
) -> None:
    """Write to stdout; what is no text, only when it is no terminal."""
    from reader.exchange.formats import written
    from reader.handover.leaving import Leaving

    if form.binary and is_terminal():
        refuse(f"{form.name} is no text for a terminal; name a file by -o")
    with stdout_bytes() as out:
        written(form, Leaving(store, chosen), out, choices)


def _watch(store: "Store", write: "Callable[[], None]") -> None:
    """Write again after every change, until Ctrl-C."""
    from time import sleep

    from reader.handover.watching import watch

    def wait() -> bool:
        sleep(_LOOK_EVERY)
        return True

    talk("watching the library; ctrl-c ends it")
    with suppress(KeyboardInterrupt):
        watch(store, write, wait)


def to_file(
    store: "Store",
    chosen: "Chosen",
    form: Format,
    output: Path,
    choices: "Choices",
    force: bool,
) -> None:
    """Write a file, whole or not at all, and say how much went into it."""
    from reader.cli.progress import told
    from reader.exchange.whole_file import AlreadyThereError
    from reader.handover.leaving import Leaving
    from reader.handover.leaving import export as written_to
    from reader.handover.run import StoppedError

    try:
        with told("writing", store.bulk.count(chosen)) as run:
            leaving = Leaving(store, chosen, run=run)
            done = written_to(leaving, form, output, choices, replace=force)
    except AlreadyThereError as error:
        raise AlreadyThereError(f"{error}; --force replaces it") from error
    except StoppedError:
        talk("reader: stopped; nothing was written")
        raise click.exceptions.Exit(1) from None
    for note in done.notes:
        talk(note)
    talk(f"{done} written to {output}")


def _tag(store: "Store", name: str) -> str:
    """The tag's path as it is kept; a level above tags is named like a tag."""
    depth = name.count("/") + 1
    levels = ["/".join(tag.path.split("/")[:depth]) for tag in store.tags.all()]
    meant = [level for level in levels if level.casefold() == name.casefold()]
    if not meant:
        near = or_rather(name, levels) or "; `reader tags` lists them"
        refuse(f"there is no tag {name}{near}")
    return meant[0]
