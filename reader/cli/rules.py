"""`reader rules`: what the cleaner was taught, from the shell."""

from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked, asked_alone
from reader.cli.streams import printable, put, put_json, put_table, talk

if TYPE_CHECKING:
    from reader.cleaning import Taught

_MATCHES = ("exact", "digits-ignored", "pattern")


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.pass_context
def rules(ctx: click.Context, as_json: bool) -> None:
    """List, test, add and remove your own cleaning rules."""
    if asked := asked_alone(ctx):
        _list(asked, as_json)


def _list(asked: Asked, as_json: bool) -> None:
    with asked.opened_or_empty() as store:
        kept = [
            {
                "id": rule.id,
                "does": "hide" if rule.taught.hide else "keep",
                "match": rule.taught.match.value,
                "text": rule.taught.text,
                "site": rule.taught.site,
                "coder": rule.coder,
            }
            for rule in store.rules.all()
        ]
    if as_json:
        put_json(kept)
        return
    put_table([tuple(rule.values()) for rule in kept], tuple(kept[0]) if kept else ())
    if not kept:
        talk("the cleaner was taught nothing yet; `reader rules add TEXT` teaches it")


@rules.command()
@click.argument("text")
@click.option("--keep", is_flag=True, help="Keep such lines, instead of hiding them.")
@click.option(
    "--match",
    type=click.Choice(_MATCHES),
    help="How lines are compared. [default: pattern with a *, else exact]",
)
@click.option("--site", default="", metavar="NAME", help="On this site alone.")
@click.option("--test", is_flag=True, help="Only say what it would change.")
@click.pass_obj
def add(
    asked: Asked, text: str, keep: bool, match: str | None, site: str, test: bool
) -> None:
    """Hide, or keep, the lines that match TEXT from now on.

    In a pattern * stands for anything, all else for itself. Articles are cleaned
    again when they are next opened; `reader undo` takes the rule back.
    """
    taught = _taught(text, match, site, hide=not keep)
    with asked.opened(make=not test) as store:
        effect = store.rules.effect(taught)
        if not test:
            store.rules.add(taught)
    for example in effect.examples:
        put(printable(example) + "\n")
    talk(f"{'would change' if test else 'changes'} {effect.count}")


def _taught(text: str, match: str | None, site: str, *, hide: bool) -> "Taught":
    from reader.cleaning import Match, Taught

    way = match or ("pattern" if "*" in text else "exact")
    return Taught(Match(way), text.strip(), hide, site)


@rules.command()
@click.argument("rule", type=int)
@click.pass_obj
def remove(asked: Asked, rule: int) -> None:
    """Forget the rule with this id."""
    with asked.opened() as store:
        store.rules.remove(rule)
    talk(f"rule {rule} is forgotten; `reader undo` brings it back")
