"""`reader keywords`: what suggests tags, from the shell."""

from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked, asked_alone
from reader.cli.names import ArticleName, TagName, article_named
from reader.cli.streams import printable, put_json, put_table, talk

if TYPE_CHECKING:
    from reader.text.suggestions import Keyword


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.pass_context
def keywords(ctx: click.Context, as_json: bool) -> None:
    """List, add and remove the words that suggest tags.

    A suggestion is shown while reading and tags nothing until it is accepted.
    """
    if asked := asked_alone(ctx):
        with asked.opened_or_empty() as store:
            found = store.keywords.all()
        if as_json:
            put_json([_fields(each) for each in found])
            return
        put_table(
            [
                (k.id, k.tag.path, k.sought.words, "pattern" * k.sought.is_regex)
                for k in found
            ],
            ("id", "tag", "words", ""),
        )
        if not found:
            talk("nothing suggests a tag yet; `reader keywords add TAG WORDS`")


def _fields(keyword: "Keyword") -> dict[str, object]:
    sought = keyword.sought
    return {
        "id": keyword.id,
        "tag": keyword.tag.path,
        "words": sought.words,
        "regex": sought.is_regex,
        "whole_words": sought.whole_words,
        "match_case": sought.match_case,
        "coder": keyword.coder,
    }


@keywords.command()
@click.argument("tag", type=TagName())
@click.argument("words")
@click.option("--regex", is_flag=True, help="WORDS are a regular expression.")
@click.option("--part-words", is_flag=True, help="Inside longer words too.")
@click.option("--match-case", is_flag=True, help="Capitals count.")
@click.pass_obj
def add(
    asked: Asked, tag: str, words: str, regex: bool, part_words: bool, match_case: bool
) -> None:
    """Suggest TAG wherever WORDS stand; the tag is made when it is new."""
    from reader.text.sought import Sought

    sought = Sought(printable(words).strip(), regex, not part_words, match_case)
    with asked.opened() as store:
        store.keywords.add(tag, sought)
    where = f"wherever “{sought.words}” stands"
    talk(f"{tag} is suggested {where}; `reader undo` takes it back")


@keywords.command()
@click.argument("keyword", metavar="ID", type=int)
@click.pass_obj
def remove(asked: Asked, keyword: int) -> None:
    """Suggest by the keyword with this id no more."""
    with asked.opened() as store:
        store.keywords.remove(keyword)
    talk(f"keyword {keyword} is removed; `reader undo` brings it back")


@keywords.command()
@click.argument("article", type=ArticleName())
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.pass_obj
def suggest(asked: Asked, article: str, as_json: bool) -> None:
    """List what is suggested in ARTICLE.

    With where it is, which tag, why, and the words.
    """
    with asked.opened() as store:
        found = article_named(store, article)
        version = store.articles.version(found.version_id)
        offered = store.suggestions.of(version, store.verdicts.of(version))
    rows = [
        {
            "start": each.span.start,
            "end": each.span.end,
            "tag": each.tag.path,
            "reason": each.reason,
            "words": each.span.of(version.text),
        }
        for each in offered.suggestions
    ]
    if as_json:
        put_json(rows)
    else:
        put_table([tuple(row.values()) for row in rows])
    if offered.trouble:
        talk(f"not all is suggested: {offered.trouble}")
    elif not rows:
        talk("nothing is suggested there")
