"""`reader export`: the annotations as CSV."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked
from reader.cli.names import ArticleName, TagName, article_named
from reader.cli.streams import printable, refuse, shown, stdout, talk

if TYPE_CHECKING:
    from reader.store import Store

_STDOUT = Path("-")


@click.command()
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    default=_STDOUT,
    help="Write to this file, whole or not at all, and not to stdout.",
)
@click.option("--force", is_flag=True, help="Replace the file when it is there.")
@click.option("--excel", is_flag=True, help="Begin with the mark that Excel needs.")
@click.option(
    "--raw",
    is_flag=True,
    help="Leave cells alone that a spreadsheet would run as formulas; without it"
    " they get a ' in front.",
)
@click.option("--tag", type=TagName(), help="Only this tag and those under it.")
@click.option("--article", type=ArticleName(), help="Only this article.")
@click.option("--coder", metavar="NAME", help="Only this coder's.")
@click.pass_obj
def export(
    asked: Asked,
    output: Path,
    force: bool,
    excel: bool,
    raw: bool,
    tag: str | None,
    article: str | None,
    coder: str | None,
) -> None:
    """Write the annotations as CSV, one row each.

    start and end count Unicode code points of the article's text, from 0, the end
    not included; quote is what the reader shows of them.
    """
    from reader.exchange.csv import write_csv
    from reader.exchange.whole_file import AlreadyThereError, whole_file
    from reader.intake import exported

    with asked.opened() as store:
        rows = exported(
            store,
            tag=_tag(store, tag) if tag else None,
            article_id=article_named(store, article).id if article else None,
            coder=_coder(store, printable(coder)) if coder else None,
        )
        if output == _STDOUT:
            with stdout() as out:
                write_csv(rows, out, raw=raw, excel=excel, shown=shown)
            return
        try:
            with whole_file(output, replace=force) as out:
                count = write_csv(rows, out, raw=raw, excel=excel)
        except AlreadyThereError as error:
            raise AlreadyThereError(f"{error}; --force replaces it") from error
    talk(f"{count:,} annotation{'' if count == 1 else 's'} written to {output}")


def _tag(store: "Store", name: str) -> str:
    """The tag's path as it is kept; a level above tags is named like a tag."""
    depth = name.count("/") + 1
    levels = ["/".join(tag.path.split("/")[:depth]) for tag in store.tags.all()]
    meant = [level for level in levels if level.casefold() == name.casefold()]
    if not meant:
        refuse(f"there is no tag {name}; `reader tags` lists them")
    return meant[0]


def _coder(store: "Store", name: str) -> str:
    names = store.coders.names()
    if name not in names:
        known = ", ".join(names) or "nobody"
        refuse(f"nobody called {name} has worked here; known: {known}")
    return name
