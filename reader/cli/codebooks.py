"""`reader tags import`, `reader tags export`: codebooks in and out."""

from pathlib import Path

import click

from reader.cli.asked import Asked
from reader.cli.exporting import for_stdout, to_file, to_stdout
from reader.cli.names import there
from reader.cli.replaced import replaced
from reader.cli.streams import talk
from reader.text.counted import counted


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--theirs", is_flag=True, help="Where they differ, the file is right.")
@click.pass_obj
def import_codebook(asked: Asked, file: Path, theirs: bool) -> None:
    r"""Take the tags of a codebook in, as one step.

    FILE is a CSV with a column tag, name, path or Code (its levels parted by > or \),
    such as `reader tags export`, Taguette and MAXQDA write, or a list of one tag a
    line, indented under another. A tag of the same name is the same tag; what differs
    is named, and stays as it is here.
    """
    from reader.exchange.codebook import CodebookError, entries
    from reader.sources.decoding import decode
    from reader.sources.refusal import UnreadableError
    from reader.store import StoreError

    try:
        decoded = decode(Path(there(str(file))).read_bytes())
        found = entries(decoded.text)
    except (CodebookError, UnreadableError) as error:
        raise click.ClickException(f"{file}: {error}") from error
    if not found:
        raise click.ClickException(f"{file}: there are no tags in it")
    with asked.opened(make=True) as store:
        label = f"import codebook {file.name}"
        try:
            each = [(entry.place, entry.tag) for entry in found]
            taken = store.codebook.take(label, each, theirs=theirs)
        except StoreError as error:
            raise click.ClickException(f"{file}: {error}") from error
    if decoded.replaced:
        talk(replaced(str(file), decoded.replaced))
    for conflict in taken.conflicts:
        talk(f"{conflict} (--theirs takes the file's)")
    talk(
        f"{counted(taken.new, 'new tag')}, {taken.filled:,} changed,"
        f" {taken.same:,} already here; `reader undo` takes it back"
    )


@click.command("export")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file."
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.option("--excel", is_flag=True, help="Begin with the mark that Excel wants.")
@click.pass_obj
def export_codebook(
    asked: Asked, output: Path | None, force: bool, excel: bool
) -> None:
    """Write the codebook as CSV.

    One row per tag, to the --output or to stdout.

    `reader tags import` reads it, and so do Taguette and spreadsheets. It is what
    `reader export --format codebook` writes.
    """
    from reader.exchange.formats import named
    from reader.exchange.outgoing import Choices
    from reader.store.bulk import Chosen

    form = named("codebook")
    with asked.opened_or_empty() as store:
        if output is None:
            choices = Choices(excel=excel, shown=for_stdout())
            to_stdout(store, Chosen(), form, choices)
        else:
            to_file(store, Chosen(), form, output, Choices(excel=excel), force)
