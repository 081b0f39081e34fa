"""`reader`, `reader PATH…`: import what is new, and open the library on the screen."""

import gc
import os
import sys
from pathlib import Path

import click

from reader.cli.asked import Asked
from reader.cli.importing import take_in, usual_jobs
from reader.cli.streams import printable, refuse
from reader.paths import config_file
from reader.tui.keys import clashes


@click.command("open")
@click.argument("paths", nargs=-1, type=click.Path())
@click.pass_context
def open_library(ctx: click.Context, paths: tuple[str, ...] = ()) -> None:
    """Import what is new in the paths, then open the library."""
    asked = ctx.find_object(Asked)
    assert asked
    _check(ctx, paths)
    need_a_screen(asked)
    if paths:
        from reader.sources.pile import pile

        with asked.opened(make=True) as store:
            take_in(store, pile(paths), paths, jobs=usual_jobs())
    raise click.exceptions.Exit(show(asked))


def show(asked: Asked, session: int | None = None) -> int:
    """Run the program on the screen, in a review if one is named; give its status."""
    # Starting makes a hundred thousand objects and drops few: to look through them
    # again and again for garbage costs a sixth of the start. The program itself turns
    # the collector on again, once its first screen is painted.
    gc.disable()
    from reader.tui.app import ReaderApp, run

    app = ReaderApp(
        asked.library,
        asked.coder,
        keymap=asked.config.keys,
        theme=asked.config.theme,
        session=session,
    )
    return run(app)


def _check(ctx: click.Context, paths: tuple[str, ...]) -> None:
    """Refuse paths that lead nowhere, before anything is brought in."""
    for path in paths:
        if path == "-" or Path(path).exists() or Path(path).is_symlink():
            continue
        if os.sep in path or "." in path or path != paths[0]:
            refuse(f"there is no file {printable(path)}")
        root = ctx.find_root().command
        assert isinstance(root, click.Group)
        commands = root.list_commands(ctx)
        from difflib import get_close_matches

        near = get_close_matches(path, commands, n=1)
        refuse(
            f"there is no file and no command {printable(path)};"
            + (
                f" did you mean `reader {near[0]}`?"
                if near
                else " `reader --help` lists the commands"
            )
        )


def need_a_screen(asked: Asked) -> None:
    """Refuse where there is no terminal, or the user's keys are in each other's way."""
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    is_dumb = os.environ.get("TERM", "dumb") == "dumb"
    if is_dumb or not is_terminal:
        what = (
            "TERM names none that can place a cursor" if is_terminal else "this is none"
        )
        refuse(
            f"the screen needs a terminal, and {what}; the commands work"
            " without (`reader --help`)"
        )
    if wrong := clashes(asked.config.keys):
        refuse(f"{config_file()}, [keys]: {'; '.join(wrong)}")
