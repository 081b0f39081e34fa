"""`reader keyness`: the words that are typical of a tag."""

import click

from reader.cli.asked import Asked
from reader.cli.names import TagName
from reader.cli.streams import put_json, put_table, talk
from reader.text.counted import counted


@click.command()
@click.argument("tag", type=TagName())
@click.option(
    "-n",
    "--limit",
    type=click.IntRange(1, 1_000_000),
    default=50,
    show_default=True,
    help="How many.",
)
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.pass_obj
def keyness(asked: Asked, tag: str, limit: int, as_json: bool) -> None:
    """List the words typical of TAG.

    With their log-likelihood and their counts inside and outside. Its passages, with
    those of the tags under it, are compared with the rest of the text, hidden lines
    left out; a word must stand there twice, and more often than chance would have it (p
    < .05).
    """
    with asked.opened() as store:
        found = store.typical.of(tag)
    words = found.words[:limit]
    if as_json:
        put_json(
            [
                {
                    "word": each.word,
                    "inside": each.inside,
                    "outside": each.outside,
                    "expected": round(each.expected, 3),
                    "log_likelihood": round(each.likelihood, 3),
                    "level": each.level,
                }
                for each in words
            ]
        )
    else:
        put_table(
            [
                (f"{e.likelihood:8.1f}", e.inside, e.outside, e.level, e.word)
                for e in words
            ],
            ("      LL", "inside", "outside", "chance", "word"),
        )
    others = counted(found.outside, "other")
    talk(
        f"{counted(found.inside, 'word')} in {counted(found.passages, 'passage')},"
        f" against {others} of {counted(found.articles, 'article')}"
    )
