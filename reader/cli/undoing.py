"""`reader undo`, `reader redo`, `reader log`."""

from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked
from reader.cli.names import ArticleName, article_named, coder_named
from reader.cli.streams import printable, put, put_json, table_lines, talk
from reader.text.counted import counted
from reader.text.excerpt import quoted
from reader.text.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Changed, Step


@click.command()
@click.option(
    "--to",
    metavar="STEP",
    type=click.IntRange(min=1),
    help="Back to this step of `reader log`, or up to it again; it stays done.",
)
@click.pass_obj
def undo(asked: Asked, to: int | None) -> None:
    """Take back your last change, and say which it was.

    With --to, all of yours that came after a step, whoever made that one; or, when it
    was taken back itself, all up to it are done again.
    """
    if to is not None:
        _go_to(asked, to)
        return
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
    "--limit",
    "--number",
    type=click.IntRange(1, 1_000_000),
    default=100,
    show_default=True,
    help="How many.",
)
@click.option("--by", metavar="CODER", help="Only the changes of this coder.")
@click.option("--article", type=ArticleName(), help="Only changes in this article.")
@click.option("--changes", is_flag=True, help="What each changed: before and after.")
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.pass_obj
def log(
    asked: Asked,
    limit: int,
    by: str | None,
    article: str | None,
    changes: bool,
    as_json: bool,
) -> None:
    """List the last changes of everybody, the newest first."""
    with asked.opened_or_empty() as store:
        article_id = article_named(store, article).id if article else None
        coder = coder_named(store, printable(by)) if by else None
        steps = store.steps.all(limit, coder=coder, article_id=article_id)
        told = {
            step.id: store.steps.changes(step.id)[0] if changes else ()
            for step in steps
        }
    if as_json:
        put_json([_entry(step, told[step.id] if changes else None) for step in steps])
        return
    lines = _table(steps)
    if changes:
        lines = [
            part
            for line, step in zip(lines, steps, strict=True)
            for part in (line, *(f"    {_in_words(each)}" for each in told[step.id]))
        ]
    if lines:
        put("\n".join(lines))
    else:
        talk("nothing has been changed yet")


def _table(steps: "Sequence[Step]") -> list[str]:
    return table_lines(
        [
            (
                step.id,
                f"{step.at.astimezone():%Y-%m-%d %H:%M}",
                step.coder,
                "gone" if step.is_gone else "undone" if step.undone else "",
                step.label,
            )
            for step in steps
        ]
    )


def _entry(step: "Step", changes: "Sequence[Changed] | None") -> dict[str, object]:
    """A step as JSON; with its changes, when they were asked for."""
    entry: dict[str, object] = {
        "id": step.id,
        "at": step.at.isoformat(),
        "coder": step.coder,
        "label": step.label,
        "article_id": step.article_id,
        "offset": step.offset,
        "undone": step.undone,
        "gone": step.is_gone,
    }
    if changes is not None:
        entry["changes"] = [
            {
                "kind": each.kind,
                "name": each.name,
                "before": {name: old for name, old, _ in each.fields if old},
                "after": {name: new for name, _, new in each.fields if new},
            }
            for each in changes
        ]
    return entry


def _in_words(change: "Changed") -> str:
    verb = "made" if change.is_new else "removed" if change.is_removed else "changed"
    fields = [
        f"{name}: {old} → {new}" if old and new else f"{name}: {old or new}"
        for name, old, new in change.fields
    ]
    named = f" {quoted(change.name, 60)}" if change.name else ""
    return safe_line(f"{verb} {change.kind}{named}  {', '.join(fields)}".rstrip())


def _go_to(asked: Asked, step_id: int) -> None:
    with asked.opened() as store:
        walked = store.steps.go_to(step_id)
    if not walked.undone + walked.redone:
        talk("nothing of yours was done after it")
        return
    done = "undone" if walked.undone else "done again"
    count = walked.undone or walked.redone
    talk(f"{done}: {counted(count, 'step')}, to: {walked.step.label}")


def _tell(done: str, nothing: str, label: str) -> None:
    if label:
        talk(f"{done}: {label}")
        return
    talk(f"reader: {nothing}")
    raise click.exceptions.Exit(1)
