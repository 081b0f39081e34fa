"""`reader review`: sessions listed, begun, gone on with and summed up."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked, asked_alone
from reader.cli.names import Folder, TagName, filter_named
from reader.cli.streams import put, put_json, put_table, refuse, talk

if TYPE_CHECKING:
    from reader.review import Query
    from reader.review.sample import Sample


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.pass_context
def review(ctx: click.Context, as_json: bool) -> None:
    """List, begin, resume and sum up review sessions."""
    if asked := asked_alone(ctx):
        _list(asked, as_json)


def _list(asked: Asked, as_json: bool) -> None:
    with asked.opened_or_empty() as store:
        sessions = store.sessions.all()
        if as_json:
            put_json([store.sessions.summary(s.id).fields() for s in sessions])
            return
    put_table(
        [(s.id, s.left, s.total, s.coder, s.name) for s in sessions],
        ("id", "left", "of", "coder", "review"),
    )
    if not sessions:
        talk("there are no reviews yet; `reader review start passages` begins one")


@review.command()
@click.argument("unit", type=click.Choice(("passages", "articles", "suggestions")))
@click.option("--tag", type=TagName(), help="Of this tag; with it.")
@click.option(
    "--coder",
    metavar="NAME",
    help="Tagged by this coder; of articles, those finished by this coder.",
)
@click.option("--status", type=click.Choice(("unread", "reading", "done")))
@click.option("--site", metavar="NAME", help="On this site.")
@click.option("--words", metavar="TEXT", help="With this in title or source.")
@click.option("--folder", type=Folder(), help="From this folder, or one in it.")
@click.option("--saved", metavar="NAME", help="As the filter saved under this name.")
@click.option("--unsure", is_flag=True, help="Passages whose place is unsure or lost.")
@click.option("--disputed", is_flag=True, help="Passages on which coders disagree.")
@click.option(
    "--weeks",
    default=0,
    type=click.IntRange(0, 5_000),
    help="Tagged so long ago, or longer.",
)
@click.option("--unfinished", is_flag=True, help="Articles that you have not finished.")
@click.option(
    "--sample",
    default="all",
    show_default=True,
    metavar="HOW",
    help="20, 10%, 20 random, 20 random 7 (the seed)…",
)
@click.option("--blind", is_flag=True, help="Show no annotation but your own.")
@click.option("--json", "as_json", is_flag=True, help="Only begin it; print it.")
@click.pass_obj
def start(
    asked: Asked,
    /,
    unit: str,
    sample: str,
    blind: bool,
    saved: str | None,
    as_json: bool,
    **narrowed: object,
) -> None:
    """Begin a review of passages, suggestions or articles.

    Passages and suggestions are judged, articles read.

    It opens on the screen. What is asked for, the order and the seed are kept with
    it, so that it can be repeated and cited.
    """
    from reader.cli.opening import need_a_screen, show

    if not as_json:
        need_a_screen(asked)
    query, dealt = _query(asked, unit, narrowed), _sample(sample)
    with asked.opened() as store:
        if saved:
            query = replace(query, filter=filter_named(store, saved).said)
        session = store.sessions.start(query, dealt, blind=blind)
        fields = store.sessions.summary(session.id).fields()
    if as_json:
        put_json(fields)
    else:
        raise click.exceptions.Exit(show(asked, session.id))


def _query(asked: Asked, unit: str, narrowed: dict[str, object]) -> "Query":
    from reader.review import Query

    unfinished = narrowed.pop("unfinished")
    foreign = () if unit == "passages" else ("weeks", "unsure", "disputed")
    if wrong := [name for name in foreign if narrowed[name]]:
        refuse(f"--{wrong[0]} is for passages")
    if narrowed["coder"] and unit == "suggestions":
        refuse("--coder is for passages and articles; suggestions are nobody's yet")
    if unfinished and unit != "articles":
        refuse("--unfinished is for articles")
    mine = asked.coder if unfinished else ""
    asked_for = {name: value for name, value in narrowed.items() if value}
    return Query.of({"unit": unit, "unfinished_by": mine, **asked_for})


def _sample(typed: str) -> "Sample":
    from datetime import UTC, datetime

    from reader.review.sample import Sample

    try:
        return Sample.read(typed, datetime.now(UTC).microsecond // 100 + 1)
    except ValueError as error:
        refuse(f"--sample: {error}")


@review.command()
@click.argument("session", type=int, required=False)
@click.pass_obj
def resume(asked: Asked, session: int | None) -> None:
    """Go on with a session at the item where it stopped.

    Without SESSION, with the newest.
    """
    from reader.cli.opening import need_a_screen, show
    from reader.review.layers import is_own

    need_a_screen(asked)
    with asked.opened() as store:
        if session is None:
            mine = store.sessions.unfinished()
            if not mine:
                refuse("no review of yours is unfinished; `reader review` lists all")
            session = mine[0].id
        elif not is_own(coder := store.sessions.one(session).coder, asked.coder):
            refuse(f"session {session} is {coder}'s; --coder says who you are")
    raise click.exceptions.Exit(show(asked, session))


@review.command()
@click.argument("session", type=int)
@click.option("--json", "as_json", is_flag=True, help="As a JSON object.")
@click.pass_obj
def summary(asked: Asked, session: int, as_json: bool) -> None:
    """Print what came of a session.

    The answers, by tag too, the flagged items, and the time.
    """
    from reader.review import Answer

    with asked.opened() as store:
        summed = store.sessions.summary(session)
    if as_json:
        put_json(summed.fields())
        return
    counted = [("all", summed.answers), *summed.by_tag.items()]
    put_table(
        [(tag, *(counts.get(each, 0) for each in Answer)) for tag, counts in counted],
        ("tag", *(each.value for each in Answer)),
    )
    for one in summed.flagged:
        put(f"flagged: {one.tag} “{one.words}”")
    about = summed.session
    done = f"{about.decided:,} of {about.total:,} decided {summed.took}".rstrip()
    gone = f", {summed.gone:,} gone from the library" if summed.gone else ""
    talk(f"{about.name}: {done}{gone}")
    for step in summed.next_steps():
        talk(step)
