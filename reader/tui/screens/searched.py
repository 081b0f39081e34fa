"""What a search has found so far, and how more of it is asked for."""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from rich.console import Group
from textual.content import Content

from reader.model import Annotation, Span
from reader.queries.concordance import CONTEXT, Hit, places
from reader.queries.nodes import NOTHING, Leaf, Query
from reader.queries.search import LANGUAGE
from reader.store import Store
from reader.store.search import PAGE, Count, Found, Sort, articles_said
from reader.text.counted import counted
from reader.tui.colours import Ground, tag_colour
from reader.tui.screens.concordance import Listed, forms
from reader.tui.widgets.concordance import Heading, Line, Lit, More, Row

_ASKED = "Type what to look for in all articles."
_UNFINISHED = "The last word finds what it may become, until a space follows it."
_LOOKING = "Nothing in the newest articles; looking on …"
_NO_MATCH = """Nothing shown has these words.

Try fewer words, or the beginning of one and a star:  sanction*
Words in quotation marks must stand side by side;  OR  takes either."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The query, its order, and the articles that have come."""

    query: Query = NOTHING
    hidden: bool = False
    sort: Sort = Sort.NEWEST
    found: tuple[Found, ...] = ()
    next: int | None = None
    is_dated: bool = True
    """Whether the newest first goes by their dates."""
    annotations: Mapping[int, Sequence[Annotation]] = field(default_factory=dict)
    whole: frozenset[int] = frozenset()
    """The articles of which all passages are listed, not the first few."""
    wanted: int = PAGE
    """So many articles are looked for before the list waits to be walked."""

    def cleared(self) -> "Listing":
        """The same without anything found."""
        return replace(self, found=(), next=None, annotations={})

    @property
    def goes_on(self) -> bool:
        """Whether more is to be looked for at once."""
        return self.next is not None and len(self.found) < self.wanted

    @property
    def further(self) -> "Listing":
        """The same, with another page to be looked for."""
        return replace(self, wanted=len(self.found) + PAGE)

    @property
    def order(self) -> str:
        """What comes first, in words."""
        if self.sort is Sort.RELEVANCE:
            return "the most relevant first"
        return "newest first" if self.is_dated else "last brought in first"

    def said(self, count: Count | None) -> list[str]:
        """How much it is, and in which order.

        Args:
            count: What there is of it in all, if that is known.
        """
        if self.goes_on:
            return [f"{articles_said(len(self.found))} so far, looking on …"]
        if count is not None:
            return [articles_said(count.articles), self.order]
        return ["counting …", self.order] if self.found else []

    def with_hidden(self, hidden: bool) -> "Listing":
        """The same with or without hidden lines."""
        return replace(self, hidden=hidden)

    def sorted_by(self, sort: Sort) -> "Listing":
        """The same in another order."""
        return replace(self, sort=sort)

    def again(self, store: Store) -> "Listing | None":
        """As much as this, as it is now; None where nothing is asked for."""
        if self.query.is_empty:
            return None
        most = max(PAGE, len(self.found))
        return looked_up(store, self, most, is_whole=True)

    def longer(self, store: Store) -> "Listing | None":
        """With more of what is wanted, if only a little; None if there is none."""
        if not self.goes_on:
            return None
        return looked_up(store, self, self.wanted - len(self.found), more=True)

    def expanded(self, store: Store, key: Hashable) -> "Listing":
        """With all passages of the article whose row has this key."""
        more = {i.article.id for i in self.found if ("more", i.article.id) == key}
        found = _expanded(store, self, self.found, more)
        return replace(self, found=found, whole=self.whole | more)

    def listed(self, key: Hashable) -> Listed | None:
        """The article and the passage of a row."""
        for one in self.found:
            if key == ("article", one.article.id):
                return Listed(one.article.id)
            for hit in one.hits:
                if key == (one.article.id, hit.span):
                    return Listed(one.article.id, hit.places, hit.is_hidden)
        return None

    def rows(self, ground: Ground) -> Iterator[Row]:
        """What the list shows."""
        for one in self.found:
            article = one.article
            facts = [article.site, article.published[:10]]
            if one.total > 1:
                # A row is a sentence, in which they may stand several times.
                facts.append(f"found {one.total:,} times")
            said = " · ".join(fact for fact in facts if fact)
            yield Heading(("article", article.id), article.title, said, not one.hits)
            for hit in one.hits:
                yield Line(
                    (article.id, hit.span),
                    hit.before,
                    hit.words,
                    hit.after,
                    self._colour(article.id, hit, ground),
                    hit.is_hidden,
                    "hidden" if hit.is_hidden else "",
                    partial(_lit, hit, self.query.leaves),
                )
            if one.hits and one.left:
                times = counted(one.left, "time")
                yield More(("more", article.id), f"found {times} more: enter")

    def _colour(self, article_id: int, hit: Hit, ground: Ground) -> str:
        """Of a tag on the passage."""
        spans = [span for span, _ in hit.places]
        for annotation in self.annotations.get(article_id, ()):
            if annotation.tag and any(map(annotation.span.overlaps, spans)):
                return tag_colour(annotation.tag.colour, ground)
        return ""


def _lit(hit: Hit, leaves: Sequence[Leaf]) -> Lit:
    """Where words that are looked for stand in what is before a hit, and after it.

    Those of the same sentence are known; those of the sentences beside it have rows of
    their own, or are not listed.
    """
    whole = f"{hit.before}{hit.words}{hit.after}"
    left, right = len(hit.before), len(whole) - len(hit.after)
    found = places(whole, [(Span(0, len(whole)), False)], leaves, hidden=False)
    # A word that is cut where the context ends is another one.
    is_cut = hit.span.start > CONTEXT
    spans = [span for span, _ in found if span.end < len(whole)]
    return (
        [(s.start, s.end) for s in spans if s.end <= left and s.start >= is_cut],
        sorted(
            {(s.start - right, s.end - right) for s in spans if s.start >= right}
            | {each.lit for each in hit.also}
        ),
    )


def looked_up(
    store: Store,
    wanted: Listing,
    limit: int,
    *,
    more: bool = False,
    is_whole: bool = False,
) -> Listing:
    """The first articles, or those after the ones that have come.

    What is found at once; where it is whole, as many as there are up to the limit.
    """
    results = store.search.page(
        wanted.query,
        hidden=wanted.hidden,
        sort=wanted.sort,
        after=wanted.next if more else None,
        limit=limit,
        is_whole=is_whole,
    )
    found = _expanded(store, wanted, results.found, wanted.whole)
    tagged = [one.article.id for one in found if one.article.annotations]
    annotations = {i: store.annotations.of(i) for i in tagged}
    return replace(
        wanted,
        found=(*wanted.found, *found) if more else found,
        next=results.next,
        is_dated=wanted.is_dated if more else results.is_dated,
        annotations={**wanted.annotations, **annotations} if more else annotations,
    )


def _expanded(
    store: Store, wanted: Listing, found: Sequence[Found], ids: Collection[int]
) -> tuple[Found, ...]:
    """The same articles, some of them with all of their passages."""
    query, hidden = wanted.query, wanted.hidden
    return tuple(
        (store.search.inside(one.article.id, query, hidden=hidden) or one)
        if one.article.id in ids
        else one
        for one in found
    )


def nothing(listing: Listing) -> Content | Group:
    """What stands where nothing is listed."""
    if listing.query.is_empty:
        return forms(LANGUAGE, _ASKED, _UNFINISHED)
    return Content(_LOOKING if listing.goes_on else _NO_MATCH)
