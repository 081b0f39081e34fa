"""`reader search`: the words of all articles, from the shell."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked
from reader.cli.streams import not_both, printable, put, put_json, talk
from reader.text.counted import counted

if TYPE_CHECKING:
    from reader.queries.concordance import Hit
    from reader.store import Store
    from reader.store.search import Count, Found, Results

_SORTS = ("newest", "relevance")
_MANY = 1_000
"""Articles to be indexed first, which is worth saying."""
_LEFT, _RIGHT = 44, 60
"""Characters before and after the words, where they stand in one column."""


# Of what begins with a dash only whole words are options: -china leaves out a word.
@click.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]}
)
@click.argument("query", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of articles.")
@click.option("--kwic", is_flag=True, help="One line a place, its words in a column.")
@click.option("--hidden", is_flag=True, help="Search the hidden lines too.")
@click.option(
    "--sort", type=click.Choice(_SORTS), default=_SORTS[0], help="What comes first."
)
@click.option(
    "--limit",
    type=click.IntRange(1, 1_000_000),
    default=50,
    show_default=True,
    help="So many articles at most.",
)
@click.pass_obj
def search(
    asked: Asked,
    query: Sequence[str],
    as_json: bool,
    kwic: bool,
    hidden: bool,
    sort: str,
    limit: int,
) -> None:
    """Find passages in all articles.

    QUERY is words, "phrases", -not, OR, begin*, near:5, tag:, site:, title:, author:,
    before:, after:, status:. Quote it for the shell: 'kim "north korea" -trump'.
    """
    from reader.queries.search import parse
    from reader.store.search import Sort

    not_both(kwic=kwic, json=as_json)
    words = parse(" ".join(printable(part) for part in query))
    for note in words.notes:
        talk(note)
    if words.is_empty or query == ("-h",):
        talk("nothing was asked for; `reader search --help` tells what can be")
        if as_json:
            put_json([])
        return
    with asked.opened_or_empty() as store:
        catch_up(store)
        results = store.search.page(
            words, hidden=hidden, sort=Sort(sort), limit=limit, all_hits=True
        )
        count = store.search.count(words, hidden=hidden)
        for each in store.search.unknown(words):
            talk(each)
    if as_json:
        put_json([_fields(one) for one in results.found])
    else:
        put("\n".join(_lines(results.found, kwic=kwic)))
        if not results.is_dated and sort == _SORTS[0]:
            talk("these are too many to go by their dates: last brought in first")
        talk(_summary(results, count))


def catch_up(store: "Store") -> None:
    """Index what is not indexed; a long wait is shown, and Ctrl-C ends it."""
    from reader.store.errors import BusyError

    waiting = store.search.index.waiting()
    if waiting and not store.search.index.can_learn:
        talk(f"reader: {_not_learned(store, waiting)}")
    elif waiting > _MANY:
        from reader.cli.importing import learn_in, usual_jobs

        learn_in(store, usual_jobs())
    else:
        try:
            store.answer(lambda store: store.search.index.all())
        except BusyError as error:
            talk(f"reader: {error}; {_not_learned(store, waiting)}")


def _not_learned(store: "Store", waiting: int) -> str:
    """What a search does not find of so many that wait, or finds in vain."""
    if missing := store.search.index.not_found():
        return f"{counted(missing, 'article')} not in the index: not looked through"
    unclean = counted(waiting, "article")
    return f"{unclean} not cleaned yet: what will be hidden is found too"


def _lines(found: "Sequence[Found]", *, kwic: bool) -> Iterator[str]:
    for one in found:
        article = one.article
        if kwic:
            for hit in one.hits:
                for place in hit.each():
                    yield f"{article.id}:{place.span.start}  {_aligned(place)}"
        else:
            facts = (article.site, article.published[:10])
            said = "".join(f"  {fact}" for fact in facts if fact)
            yield f"{article.id}  {' '.join(article.title.split())}{said}"
            for hit in one.hits:
                yield f"    {_aligned(hit).strip()}"


def _aligned(hit: "Hit") -> str:
    """The words in brackets, and what else of the sentence was found."""
    after, done = "", 0
    for start, end in (each.lit for each in hit.also if each.lit[1] <= _RIGHT):
        start = max(done, start)
        after += f"{hit.after[done:start]}[{hit.after[start:end]}]"
        done = end
    after += hit.after[done:_RIGHT]
    return f"{hit.before[-_LEFT:]:>{_LEFT}}[{hit.words}]{after}"


def _summary(results: "Results", count: "Count") -> str:
    from reader.store.search import articles_said

    said = articles_said(count.articles)
    if results.next is not None:
        said += f", {len(results.found):,} listed (--limit)"
    if count.in_hidden:
        said += f"; {articles_said(count.in_hidden)} in hidden lines (--hidden)"
    return said


def _fields(one: "Found") -> dict[str, object]:
    article = one.article
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "site": article.site,
        "published": article.published,
        "status": article.status.value,
        "total": one.total,
        "hits": [
            {
                "start": hit.span.start,
                "end": hit.span.end,
                "words": hit.words,
                "before": hit.before,
                "after": hit.after,
                "hidden": hit.is_hidden,
            }
            for sentence in one.hits
            for hit in sentence.each()
        ],
    }
