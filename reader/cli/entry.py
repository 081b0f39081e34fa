"""The `reader` command itself, and the list of what stands under it."""

from pathlib import Path

import click

from reader import __version__
from reader.cli.asked import Asked
from reader.cli.group import ReaderGroup
from reader.cli.streams import printable

SECTIONS = {
    "Articles": {
        "import": "importing:import_",
        "list": "articles:list_",
        "show": "showing:show",
        "search": "searching:search",
        "copies": "copies:copies",
        "set": "articles:set_",
    },
    "Cleaning": {
        "clean": "cleaning:clean",
        "rules": "rules:rules",
    },
    "Tags and annotations": {
        "tag": "tagging:tag",
        "untag": "tagging:untag",
        "find": "finding:find",
        "tags": "tags:tags",
        "keywords": "keywords:keywords",
        "keyness": "keyness:keyness",
        "stats": "stats:stats",
        "settle": "settling:settle",
    },
    "Reviews and coders": {
        "review": "reviewing:review",
        "assign": "assigning:assign",
        "merge": "merging:merge",
        "agreement": "agreeing:agreement",
    },
    "Export and import": {
        "export": "exporting:export",
        "import-annotations": "annotations:import_annotations",
    },
    "History and library": {
        "undo": "undoing:undo",
        "redo": "undoing:redo",
        "log": "undoing:log",
        "backup": "keeping:backup",
        "doctor": "keeping:doctor",
        "where": "about:where",
    },
    "The program": {
        "keys": "about:keys",
        "completion": "about:completion",
    },
}
"""The commands as the help lists them, each with where it is.

A start imports only the one that was asked for.
"""


@click.group(
    cls=ReaderGroup,
    invoke_without_command=True,
    subcommand_metavar="[PATH]... | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--library",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="READER_LIBRARY",
    show_envvar=True,
    help="The library file, when it is not the usual one (`reader where`).",
)
@click.option(
    "--coder",
    metavar="NAME",
    envvar="READER_CODER",
    show_envvar=True,
    help="Who tags, when it is not the one of the settings or of the login.",
)
@click.version_option(__version__, message="reader %(version)s")
@click.pass_context
def main(ctx: click.Context, library: Path | None, coder: str | None) -> None:
    """Read articles, tag passages, export them.

    With a PATH, or several, what is new in these files and folders is brought into
    the library; then, as without a PATH, the library opens on the screen. The
    commands do the same work without a screen. Options that stand here go before
    the command.
    """
    ctx.obj = Asked(library, printable(coder).strip() if coder else None)
    if ctx.invoked_subcommand is None:
        ctx.invoke(main.opening())


main.sections = SECTIONS
main.opener = "opening:open_library"
