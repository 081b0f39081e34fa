"""`reader backup`, `reader doctor`: copies of the library, and its health."""

from pathlib import Path

import click

from reader.cli.asked import Asked, NoLibraryError
from reader.cli.streams import printable, put, put_table, refuse, talk
from reader.text.counted import counted

_LATEST = "latest"


@click.command()
@click.option("--list", "as_list", is_flag=True, help="List the copies there are.")
@click.option(
    "--restore",
    metavar="FILE",
    help="Make the library what this copy is; `latest` is the newest.",
)
@click.pass_obj
def backup(asked: Asked, as_list: bool, restore: str | None) -> None:
    """Copy the library, and print the copy's name.

    Before an import that brings something, a merge and an update of the file's form a
    copy is made anyway; the newest ten stay. Restoring makes a copy first, so it can
    be taken back.
    """
    if as_list and restore is not None:
        refuse("either list the copies, or restore one")
    if as_list:
        _list(asked.library)
        return
    if restore is not None:
        _restore(asked, _copy(asked.library, printable(restore)))
        return
    with asked.opened() as store:
        made = store.back_up("asked")
    assert made
    put(str(made.path))


def _restore(asked: Asked, wanted: Path) -> None:
    """Go back to a copy, also where the library itself can no more be opened."""
    from reader.store.backups import put_back
    from reader.store.errors import DamagedError

    before: Path | None
    try:
        with asked.opened() as store:
            before = store.restore(wanted).path
    except (DamagedError, NoLibraryError):
        before = put_back(asked.library, wanted)
    if before is None:
        talk(f"restored {wanted}; there was no library")
    else:
        talk(f"restored {wanted}; what was there until now is in")
        put(str(before))


def _list(library: Path) -> None:
    from reader.store.backups import backups

    found = backups(library)
    if not found:
        talk("there are no copies yet")
    put_table(
        [
            (
                f"{each.at.astimezone():%Y-%m-%d %H:%M:%S}",
                each.reason,
                f"{each.size:,}",
                str(each.path),
            )
            for each in found
        ],
        ("made", "before", "bytes", "file"),
    )


def _copy(library: Path, name: str) -> Path:
    from reader.store.backups import backups

    if name != _LATEST:
        return Path(name)
    found = backups(library)
    if not found:
        refuse("there are no copies yet; `reader backup` makes one")
    return found[0].path


@click.command()
@click.option(
    "--repair", is_flag=True, help="Count anew, index anew, make the file private."
)
@click.pass_obj
def doctor(asked: Asked, repair: bool) -> None:
    """Look the library through, and say what is wrong with it.

    Exit status 1 when something is.
    """
    with asked.opened() as store:
        found = store.examine()
        if repair:
            store.back_up("asked")
            store.repair()
            found = store.examine()
        articles, annotations = len(store.articles.all()), store.annotations.count()
    for finding in found:
        hint = " (--repair sets it right)" if finding.can_repair else ""
        put(f"{finding.says}{hint}")
    if found:
        raise click.exceptions.Exit(1)
    tagged = counted(annotations, "annotation")
    put(f"all well: {counted(articles, 'article')}, {tagged}")
