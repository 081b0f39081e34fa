"""Annotations out of the library, in any format."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import merge
from itertools import chain, groupby, islice
from pathlib import Path
from typing import TypeVar

from reader.exchange.formats import Format, written
from reader.exchange.outgoing import Choices, Known, Leaf, Page, Shown, Written
from reader.exchange.whole_file import whole_file
from reader.handover.run import Run
from reader.model import Annotation, Article, PlainAnnotation, Span, Tag
from reader.store import Store
from reader.store.bulk import Chosen

Each = TypeVar("Each")

_AT_ONCE = 100
"""Annotations between two looks at whether somebody asked for a stop."""


class Leaving:
    """What an export is made from: a part of a library, fetched as it is asked for."""

    def __init__(
        self,
        store: Store,
        chosen: Chosen | None = None,
        most: int | None = None,
        run: Run | None = None,
    ) -> None:
        """Take what is meant of a library.

        Args:
            store: The library.
            chosen: Which annotations; all, when nothing is said.
            most: No more annotations or articles than this, for a look at a format.
            run: Is told how many annotations have been given out, and may stop it.
        """
        self._store = store
        self._chosen = chosen or Chosen()
        self._most = most
        self._run = run or Run()
        self.name = store.path.stem if store.path else "reader"

    def tags(self) -> Sequence[Tag]:
        """The codebook, by path."""
        return self._store.tags.all()

    def spread(self) -> Mapping[int, int]:
        """On how many articles each tag stands, by the tag's id."""
        return self._store.tags.articles()

    def coders(self) -> dict[int, str]:
        """The names of the coders that the plain values number."""
        return self._store.bulk.coders()

    def articles(self) -> Iterator[Article]:
        """Every article that the export is about, with annotations or without."""
        only = self._chosen.articles
        ids = self._store.articles.ids() if only is None else only
        for article_id in ids[: self._most]:
            article = self._store.articles.one(article_id)
            if article and article.hidden_lines is None:
                article = self._store.recount(article_id)
            if article:
                yield article

    def known(self, article_id: int) -> Known:
        """What stands beside an article."""
        about = self._store.attributes.about(article_id)
        return Known(about.facts["memo"], about.attributes, about.is_whole_page)

    def rows(self) -> Iterator[PlainAnnotation]:
        """The annotations as plain values, article by article, in text order."""
        return self._counted(islice(self._store.bulk.rows(self._chosen), self._most))

    def _counted(self, each: Iterator[Each]) -> Iterator[Each]:
        """The same ones; how many there were is said some at a time."""
        return chain.from_iterable(self._some(each))

    def _some(self, each: Iterator[Each]) -> Iterator[list[Each]]:
        count = 0
        while some := list(islice(each, _AT_ONCE)):
            yield some
            count += len(some)
            self._run.reached(count)

    def leaves(self, *, bare: bool = False) -> Iterator[Leaf]:
        """The same, page by page; with `bare`, articles without annotations too."""
        if bare and self._chosen.tag is None and self._chosen.coder is None:
            return merge(self._bare(), self._leaves(), key=_article_id)
        return self._leaves()

    def _bare(self) -> Iterator[Leaf]:
        for article in self.articles():
            if not article.annotations:
                yield Leaf(self._page(article.version_id))

    def _leaves(self) -> Iterator[Leaf]:
        chosen = self._chosen
        found = self._store.annotations.each(chosen.tag, chosen.articles, chosen.coder)
        some = self._counted(islice(found, self._most))
        for version_id, annotations in groupby(some, _version_id):
            yield Leaf(self._page(version_id), tuple(annotations))

    def heading(self, version_id: int) -> tuple[int, str, str, str, str]:
        """A version's article (id, title, source, date), and its text's SHA-256."""
        return self._store.bulk.heading(version_id)

    def shown(self, version_id: int) -> Shown:
        """The text that a plain row stands on."""
        return Shown(*self._hidden(version_id))

    @cached_property
    def _hidden(self) -> Callable[[int], tuple[str, Sequence[Span]]]:
        return self._store.verdicts.hiding()

    def _page(self, version_id: int) -> Page:
        version = self._store.articles.version(version_id)
        article = self._store.articles.one(version.article_id)
        assert article, "an annotation is given out only with its article"
        return Page(article, version, self.shown(version_id))


def _article_id(leaf: Leaf) -> int:
    return leaf.page.article.id


def _version_id(annotation: Annotation) -> int:
    return annotation.version_id


def export(
    leaving: Leaving,
    form: Format,
    path: Path,
    choices: Choices | None = None,
    *,
    replace: bool = False,
) -> Written:
    """Write to a file, whole or not at all.

    Raises:
        NotWrittenError: When it cannot be written there.
    """
    with whole_file(path, replace=replace) as out:
        return written(form, leaving, out, choices or Choices())
