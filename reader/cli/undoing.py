"""`reader undo`, `reader redo`, `reader log`."""

import click

from reader.cli.asked import Asked
from reader.cli.streams import put_json, put_table, talk


@click.command()
@click.pass_obj
def undo(asked: Asked) -> None:
    """Take back your last change, and say which it was."""
    with asked.opened() as store:
        step = store.undo()
    _tell("undone", "nothing to undo", step.label if step else "")


@click.command()
@click.pass_obj
def redo(asked: Asked) -> None:
    """Do again what you took back last, and say what it was."""
    with asked.opened() as store:
        step = store.redo()
    _tell("done again", "nothing to redo", step.label if step else "")


@click.command()
@click.option(
    "-n",
    "--number",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    help="How many.",
)
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.pass_obj
def log(asked: Asked, number: int, as_json: bool) -> None:
    """List the last changes of everybody, the newest first."""
    with asked.opened_or_empty() as store:
        steps = store.history.steps(number)
    if as_json:
        put_json(
            [
                {
                    "id": step.id,
                    "at": step.at.isoformat(),
                    "coder": step.coder,
                    "label": step.label,
                    "article_id": step.article_id,
                    "offset": step.offset,
                    "undone": step.undone,
                }
                for step in steps
            ]
        )
        return
    put_table(
        [
            (
                f"{step.at.astimezone():%Y-%m-%d %H:%M}",
                step.coder,
                "undone" if step.undone else "",
                step.label,
            )
            for step in steps
        ]
    )
    if not steps:
        talk("nothing has been changed yet")


def _tell(done: str, nothing: str, label: str) -> None:
    if label:
        talk(f"{done}: {label}")
        return
    talk(f"reader: {nothing}")
    raise click.exceptions.Exit(1)
