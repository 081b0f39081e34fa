"""`reader assign`: articles dealt to coders."""

import click

from reader.cli.asked import Asked
from reader.cli.names import TagName
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
@click.option("--tag", type=TagName(), help="Only those with this tag.")
@click.option("--dry-run", is_flag=True, help="Only say who would get how many.")
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.pass_obj
def assign(
    asked: Asked,
    /,
    coders: tuple[str, ...],
    overlap: int,
    seed: int,
    dry_run: bool,
    as_json: bool,
    **narrowed: str | None,
) -> None:
    """Deal the articles to the CODERs, by lot.

    Each gets a blind review session of articles to read, which `r` in the library and
    `reader --coder NAME review resume` go on with.
    """
    from reader.review import Query
    from reader.review.dealing import deal

    names = [printable(name).strip() for name in coders]
    if len(set(names)) < len(names) or not all(names):
        refuse("name each coder once")
    asked_for = {name: value for name, value in narrowed.items() if value}
    query = Query.of({"unit": "articles", **asked_for})
    with asked.opened() as store:
        hands = deal(store.sessions.candidates(query), names, overlap, seed)
        if not any(hands.values()):
            refuse(f"there are no {query}")
        sample = f"dealt to {len(names)}, {overlap}% to all, random {seed}"
        dealt = []
        for coder, hand in hands.items():
            session = None
            if hand and not dry_run:
                with store.coders.seated(coder, blind=False):
                    session = store.sessions.put(query, sample, hand, blind=True).id
            dealt.append({"coder": coder, "articles": len(hand), "session": session})
    if as_json:
        put_json(dealt)
    else:
        rows = [(d["articles"], d["session"] or "", d["coder"]) for d in dealt]
        put_table(rows, ("articles", "session", "coder"))
    shared = set.intersection(*(set(hand) for hand in hands.values()))
    talk(
        f"{len(shared):,} of the articles go to all{'; nothing is dealt yet' * dry_run}"
    )
