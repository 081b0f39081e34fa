"""`reader assign`: articles dealt to coders."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import click

from reader.cli.asked import Asked
from reader.cli.names import Folder, TagName
from reader.cli.streams import printable, put_json, put_table, refuse, talk


@click.command()
@click.argument("coders", nargs=-1, required=True, metavar="CODER...")
@click.option(
    "--overlap",
    type=click.IntRange(0, 100),
    default=20,
    show_default=True,
    metavar="PERCENT",
    help="So many of the articles go to every coder.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Of the lot.")
@click.option("--status", type=click.Choice(("unread", "reading", "done")))
@click.option("--site", metavar="NAME", help="Only those on this site.")
@click.option("--words", metavar="TEXT", help="Only with this in title or source.")
@click.option("--folder", type=Folder(), help="Only those from this folder.")
@click.option("--tag", type=TagName(), help="Only those with this tag.")
@click.option("--again", is_flag=True, help="Those that were dealt before, too.")
@click.option("--dry-run", is_flag=True, help="Only say who would get how many.")
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.pass_obj
def assign(
    asked: Asked,
    /,
    coders: tuple[str, ...],
    overlap: int,
    seed: int,
    again: bool,
    dry_run: bool,
    as_json: bool,
    **narrowed: str | None,
) -> None:
    """Deal the articles to the CODERs, by lot.

    Those that were dealt before stay. Each coder gets a blind review session of
    articles to read, which `r` in the library and `reader --coder NAME review resume`
    go on with. `reader undo` takes it all back.
    """
    from reader.review import Query
    from reader.review.dealing import DEALT, deal

    names = _named(coders)
    asked_for = {name: value for name, value in narrowed.items() if value}
    query = Query.of({"unit": "articles", **asked_for})
    with asked.opened() as store:
        found = store.sessions.candidates(query)
        undealt = replace(query, undealt=True)
        left = found if again else store.sessions.candidates(undealt)
        if not found:
            refuse(f"there are no {query}")
        if not left:
            refuse(f"all {len(found):,} {query} are dealt; --again deals them anew")
        hands = deal(left, names, overlap, seed)
        sample = DEALT.format(coders=len(names), overlap=overlap, seed=seed)
        given = {} if dry_run else store.dealing.give(query, sample, hands)
    _tell(hands, given, as_json=as_json)
    shared = set.intersection(*(set(hand) for hand in hands.values()))
    unreal = "; nothing is dealt yet" if dry_run else ""
    talk(f"{len(shared):,} of the articles go to all{unreal}")
    if kept := len(found) - len(left):
        talk(f"{kept:,} dealt before are left out; --again deals them too")


def _named(coders: Sequence[str]) -> list[str]:
    names = [printable(name).strip() for name in coders]
    if len(set(names)) < len(names) or not all(names):
        refuse("name each coder once")
    return names


def _tell(
    hands: Mapping[str, Sequence[str]], given: Mapping[str, int], *, as_json: bool
) -> None:
    """Say who gets how many, and the session that they lie in."""
    dealt = [
        {"coder": coder, "articles": len(hand), "session": given.get(coder)}
        for coder, hand in hands.items()
    ]
    if as_json:
        put_json(dealt)
    else:
        rows = [(d["articles"], d["session"] or "", d["coder"]) for d in dealt]
        put_table(rows, ("articles", "session", "coder"))
