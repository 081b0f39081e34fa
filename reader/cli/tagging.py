"""`reader tag`, `reader untag`."""

import click

from reader.cli.asked import Asked
from reader.cli.names import ArticleName, TagName, annotation_named, article_named
from reader.cli.picking import passage_named
from reader.cli.streams import printable, put, refuse, talk


@click.command()
@click.argument("article", type=ArticleName(), required=False)
@click.argument("tag", type=TagName(), required=False)
@click.option("--quote", metavar="TEXT", help="The passage, in its own words.")
@click.option(
    "--span",
    metavar="START END",
    nargs=2,
    type=int,
    help="The passage, by its first character (from 0) and the one after its last.",
)
@click.option("--memo", default="", metavar="TEXT", help="A note to go with it.")
@click.option("--every", metavar="WORDS", help="Every place where the words stand.")
@click.option("--regex", metavar="PATTERN", help="Every place that a pattern matches.")
@click.option("--match-case", is_flag=True, help="Capitals count (every, regex).")
@click.option("--part-words", is_flag=True, help="Inside longer words too (every).")
@click.option("--hidden", is_flag=True, help="In hidden lines too (every, regex).")
@click.option("--dry-run", is_flag=True, help="Only list the places (every, regex).")
@click.pass_obj
def tag(
    asked: Asked,
    article: str | None,
    tag: str | None,
    quote: str | None,
    span: tuple[int, int] | None,
    memo: str,
    every: str | None,
    regex: str | None,
    match_case: bool,
    part_words: bool,
    hidden: bool,
    dry_run: bool,
) -> None:
    """Put a tag on a passage, and print the annotation's id.

    ARTICLE is an id, or a piece of a title or source that only one article has.
    TAG is made when it is new; a/b is the tag b under a. The passage is named by
    --quote or by --span; a quote that stands in several places is refused, and the
    places are listed.

    With --every or --regex all places are tagged, as one step, and their number is
    printed; without ARTICLE, in all articles.
    """
    ways = [way for way in (quote, span, every, regex) if way is not None]
    if len(ways) != 1:
        refuse(
            "name the passage by --quote TEXT or by --span START END, or all places"
            " by --every WORDS or by --regex PATTERN"
        )
    if every is not None or regex is not None:
        from reader.cli.everywhere import sought_by, tag_every

        if tag is None:
            article, tag = None, article
        if tag is None:
            refuse("name the tag")
        sought = sought_by(every, regex, part_words=part_words, match_case=match_case)
        tag_every(asked, article, tag, sought, hidden=hidden, dry_run=dry_run)
        return
    if article is None or tag is None:
        refuse("name the article and the tag")
    _tag_one(asked, article, tag, quote, span, memo)


def _tag_one(
    asked: Asked,
    article: str,
    tag: str,
    quote: str | None,
    span: tuple[int, int] | None,
    memo: str,
) -> None:
    with asked.opened() as store:
        found = article_named(store, article)
        version, picked = passage_named(store, found, quote, span)
        made = store.annotations.tag(version, picked, tag, printable(memo))
    talk(
        f"tagged {picked.start} to {picked.end} of article {found.id}"
        f" (paragraph {made.paragraph}, sentence {made.sentence})"
    )
    put(made.id)


@click.command()
@click.argument("annotation", metavar="ID")
@click.pass_obj
def untag(asked: Asked, annotation: str) -> None:
    """Take an annotation off its passage.

    ID is what `reader tag` printed, or the beginning of it. `reader undo` brings the
    annotation back.
    """
    with asked.opened() as store:
        found = annotation_named(store, printable(annotation))
        store.annotations.remove(found.id)
    name = found.tag.path if found.tag else "the memo"
    talk(f"took {name} off “{' '.join(found.quote.split())[:60]}”")
