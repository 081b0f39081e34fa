"""`reader copies`: near copies of articles, and sentences that stand in several."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked
from reader.cli.names import ArticleName, article_named
from reader.cli.streams import not_both, put, put_json, put_table, refuse, talk
from reader.text.counted import counted

if TYPE_CHECKING:
    from reader.model import Article
    from reader.store import Store
    from reader.text.difference import Row

_SENTENCE = 80
"""Characters of a sentence in the table."""


@click.command()
@click.argument("article", type=ArticleName(), required=False)
@click.option(
    "--against", type=ArticleName(), metavar="OTHER", help="Compare the two instead."
)
@click.option(
    "--sentences",
    is_flag=True,
    help="List its sentences that stand word for word in other articles instead.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def copies(
    asked: Asked,
    article: str | None,
    against: str | None,
    sentences: bool,
    as_json: bool,
) -> None:
    """List near copies of articles, the oldest first.

    Of two near copies at least half of the runs of five words in either stand in
    both (Jaccard index); hidden lines do not count. With ARTICLE, only its family. A
    difference marks sentences with -, + and ~ (< and > where they moved), and inside
    of a changed one [-gone-] and {+new+} words, as wdiff does.
    """
    if article is None and (against or sentences):
        refuse("name the ARTICLE that --against or --sentences is about")
    not_both(against=against, sentences=sentences)
    with asked.opened_or_empty() as store:
        _compare_all(store)
        if article is None:
            _put_families(store, as_json=as_json)
            return
        meant = article_named(store, article)
        if against:
            other = article_named(store, against)
            _put_difference(store, [meant.id, other.id], as_json=as_json)
        elif sentences:
            _put_sentences(store, meant, as_json=as_json)
        else:
            _put_family(store, meant, as_json=as_json)


def _compare_all(store: "Store") -> None:
    """Clean what is not cleaned, and compare it; a long wait is shown."""
    from reader.cli.importing import compare_in
    from reader.cli.searching import catch_up
    from reader.store.errors import BusyError

    catch_up(store)
    try:
        store.answer(compare_in)
    except BusyError as error:
        talk(f"reader: {error}; what is new has not been compared")


def _put_families(store: "Store", *, as_json: bool) -> None:
    families = store.copies.families()
    if as_json:
        put_json([[_fields(each) for each in family] for family in families])
        return
    count = 0

    def rows() -> Iterator[Sequence[object]]:
        nonlocal count
        for family in families:
            count += 1
            for each in family:
                yield count, each.id, _date(each), each.site, each.title

    total = put_table(rows(), ("family", "id", "date", "site", "title"))
    families_said = counted(count, "family", "families")
    talk(f"{families_said} with {counted(total, 'article')}")


def _put_family(store: "Store", article: "Article", *, as_json: bool) -> None:
    family = store.copies.family(article.id)
    if as_json:
        put_json(
            [
                {**_fields(each.article), "similarity": round(each.likeness, 4)}
                for each in family
            ]
        )
        return
    rows = [
        (
            each.article.id,
            _date(each.article),
            f"{each.likeness:.0%}",
            each.article.site,
            each.article.title,
        )
        for each in family
    ]
    put_table(rows, ("id", "date", "same", "site", "title"))
    if not family:
        talk(f"article {article.id} has no near copies")


def _put_sentences(store: "Store", article: "Article", *, as_json: bool) -> None:
    from reader.text.excerpt import excerpt

    reading = store.reading(article.id)
    assert reading, "it was found just now"
    hidden = [line.span for line in reading.lines if line.hidden]
    found = store.copies.shared(reading.version, hidden)
    said = {each: each.span.of(reading.version.text) for each in found}
    if as_json:
        put_json(
            [
                {
                    "start": each.span.start,
                    "end": each.span.end,
                    "sentence": said[each],
                    "other_articles": each.articles,
                    "places": [
                        {
                            "article": place.article_id,
                            "start": place.span.start,
                            "end": place.span.end,
                        }
                        for place in store.copies.places([each.key])
                        if place.article_id != article.id
                    ],
                }
                for each in found
            ]
        )
        return
    rows = [
        (each.span.start, each.articles, excerpt(said[each], _SENTENCE))
        for each in found
    ]
    put_table(rows, ("start", "others", "sentence"))
    talk(f"{counted(len(found), 'sentence')} of article {article.id} in others too")


def _put_difference(store: "Store", ids: list[int], *, as_json: bool) -> None:
    from reader.text.difference import difference

    rows = difference(*(side.passages for side in store.copies.sides(ids)))
    if as_json:
        put_json(
            [
                {
                    "kind": str(row.kind),
                    "left": "".join(part.left for part in row.parts) or None,
                    "right": "".join(part.right for part in row.parts) or None,
                }
                for row in rows
            ]
        )
        return
    put("\n".join(f"{row.kind.sign} {_marked(row)}" for row in rows))


def _marked(row: "Row") -> str:
    """A sentence with its changed words between marks."""
    if len(row.parts) == 1:
        return "".join(part.right or part.left for part in row.parts)
    return "".join(part.marked for part in row.parts)


def _date(article: "Article") -> str:
    return article.published[:10] or "-"


def _fields(article: "Article") -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "site": article.site,
        "published": article.published,
    }
