"""What can be reviewed in a library: the queries that a person would think of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.review.layers import GOLD, again, is_layer
from reader.review.records import Query, Unit
from reader.text.counted import counted

WEEKS = 4
"""So old must one's own passages be to be judged as if they were another's."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A query with the words that offer it."""

    words: str
    query: Query
    blind: bool = False
    layer: str = ""
    """The coder in whose name it is done, when that is no person."""


def offers(
    me: str,
    tags: Sequence[str],
    coders: Sequence[str],
    words: str = "",
    filters: Mapping[str, Mapping[str, str]] | None = None,
    ticked: Sequence[int] = (),
) -> list[Offer]:
    """The queries on offer, the most usual first; articles after passages.

    Args:
        me: The coder who works now.
        tags: The paths of the tags in use.
        coders: All who ever tagged.
        words: When there are some, what titles or sources shall have.
        filters: What articles can be listed by, under names.
        ticked: The articles that are ticked in the list.
    """
    these = counted(len(ticked), "ticked article")
    only = [
        Offer(name, Query(unit, words=words, articles=tuple(ticked)))
        for name, unit in (
            (f"all passages of {these}", Unit.PASSAGES),
            (f"suggested in {these}", Unit.SUGGESTIONS),
            (these, Unit.ARTICLES),
        )
        if ticked
    ]
    listed = [
        Offer(name, Query(Unit.ARTICLES, words=words, filter=said))
        for name, said in (filters or {}).items()
    ]
    passages, articles = (
        _passages(me, tags, coders, words),
        _articles(me, coders, words),
    )
    return [*only, *passages, *listed, *articles]


def _passages(
    me: str, tags: Sequence[str], coders: Sequence[str], words: str
) -> list[Offer]:
    def query(**fields: object) -> Query:
        return Query.of({"unit": Unit.PASSAGES, "words": words, **fields})

    several = coders if len(coders) > 1 else ()
    return [
        Offer("all passages", query()),
        Offer("whose place is unsure, after their article changed", query(unsure=True)),
        Offer("on which coders disagree", query(disputed=True)),
        Offer(
            "places to settle between coders",
            Query(Unit.PASSAGES, cases=True),
            layer=GOLD,
        ),
        Offer(
            f"my own, from {WEEKS} weeks ago or earlier", query(coder=me, weeks=WEEKS)
        ),
        Offer(
            "suggested, by keywords and by what I tagged before",
            Query(Unit.SUGGESTIONS, words=words),
        ),
        *(Offer(f"tagged by {name}", query(coder=name)) for name in several),
        *(Offer(f"tagged {path}", query(tag=path)) for path in tags),
    ]


def _articles(me: str, coders: Sequence[str], words: str) -> list[Offer]:
    def query(**fields: object) -> Query:
        return Query.of({"unit": Unit.ARTICLES, "words": words, **fields})

    return [
        Offer("unread articles", query(status="unread")),
        Offer("articles begun and not done", query(status="reading")),
        Offer("all that I have not finished", query(unfinished_by=me)),
        *(
            Offer(
                f"second coding, blind, of what {name} has finished",
                query(coder=name, unfinished_by=me),
                blind=True,
            )
            for name in coders
            if name != me and not is_layer(name)
        ),
        Offer(
            f"all once more, blind, finished {WEEKS} weeks ago: agreement with oneself",
            query(coder=me, unfinished_by=again(me), weeks=WEEKS),
            blind=True,
            layer=again(me),
        ),
    ]
