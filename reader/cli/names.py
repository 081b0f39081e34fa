"""Articles and tags as arguments: what a person types, what a shell completes."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from reader.cli.asked import Asked
from reader.cli.streams import printable, refuse
from reader.text.excerpt import excerpt
from reader.text.safe import safe_line

if TYPE_CHECKING:
    from reader.model import Annotation, Article
    from reader.store import Filter, Store
    from reader.store.versions import Numbered

_LISTED = 10
"""So many candidates are listed when a name fits several."""
_OFFERED = 100
"""A shell is offered no more than this; nobody reads on."""
_LOOKED_AT = 1_000
"""Articles whose names may go on as what was typed."""
_MEANING = 80
"""Characters of what is said of each."""


def _offered(
    ctx: click.Context, offers: Callable[["Store"], Iterable[CompletionItem]]
) -> list[CompletionItem]:
    """What a shell is offered; nothing without a library, or when it fails."""
    options = ctx.find_root().params
    asked = Asked(options.get("library"), options.get("coder"))
    try:
        with asked.opened() as store:
            return list(offers(store))[:_OFFERED]
    except Exception:  # A complaint would land in the middle of what is typed.
        return []


class _Name(click.types.StringParamType):
    """An argument that the shell completes from the library."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        """Take the argument as text; what it names is looked up by the command."""
        text = printable(str(value)).strip()
        if not text:
            self.fail("it is empty", param, ctx)
        return text

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """What begins so."""
        return _offered(ctx, lambda store: self.offers(store, incomplete))

    def offers(self, store: "Store", incomplete: str) -> Iterable[CompletionItem]:
        """What the library has that begins so."""
        raise NotImplementedError


class ArticleName(_Name):
    """An article's id, or a piece of its title or source."""

    name = "article"

    def offers(self, store: "Store", incomplete: str) -> Iterable[CompletionItem]:
        """The ids, each with its title; once words are typed, the names of files.

        The id of the one article whose title or source has the words is offered too;
        of several a shell would type what their ids have in common.
        """
        if not incomplete:
            yield from map(_numbered, store.articles.lately(_OFFERED))
            return
        if incomplete.isdecimal():
            yield from map(_numbered, store.articles.numbered(incomplete, _OFFERED))
        found = store.articles.find(incomplete, _LOOKED_AT)
        files = [(PurePath(each.source).name, each.title) for each in found]
        begun = [(file, title) for file, title in files if file.startswith(incomplete)]
        for file, title in begun:
            yield _offer(file, title)
        if len(found) == 1 and not begun and not incomplete.isdecimal():
            yield _numbered(found[0])


def _numbered(article: "Article") -> CompletionItem:
    return _offer(str(article.id), article.title)


def _offer(value: str, meaning: str) -> CompletionItem:
    """Something to complete to, on one line and without a control character."""
    return CompletionItem(safe_line(value), help=safe_line(excerpt(meaning, _MEANING)))


class VersionNumber(click.types.IntParamType):
    """The number of a version of the article that is named before it."""

    name = "number"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Those that begin so, each with when it came."""
        # click has not sorted the arguments when an option is still without its value.
        article = ctx.params.get("article") or next(iter(ctx.args), "")

        def offers(store: "Store") -> Iterable[CompletionItem]:
            found = store.articles.find(article, 2) if article else []
            for each in store.versions.of(found[0].id) if len(found) == 1 else ():
                if str(each.number).startswith(incomplete):
                    yield _offer(str(each.number), came(each))

        return _offered(ctx, offers)


def came(version: "Numbered") -> str:
    """When a version came, and whether it is what is read."""
    now = ", the one that is read" if version.is_current else ""
    return f"came {version.added_at.astimezone():%Y-%m-%d %H:%M}{now}"


class Folder(click.Path):
    """A folder that articles came from; it need not be there any more."""

    name = "folder"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        """Name it whole, as the places of articles are named, with a slash."""
        said = os.fsdecode(super().convert(value, param, ctx))
        place = printable(str(Path(Path.cwd(), said)))
        return f"{place.rstrip('/')}/"


class TagName(_Name):
    """A tag's path."""

    name = "tag"

    def offers(self, store: "Store", incomplete: str) -> Iterable[CompletionItem]:
        """The tags that begin so, whatever their case."""
        for tag in store.tags.all():
            if tag.path.casefold().startswith(incomplete.casefold()):
                yield _offer(tag.path, tag.description)


def article_named(store: "Store", name: str) -> "Article":
    """The one article that is meant; ends the command when there is none, or several.

    An article whose title, source or file has exactly this name is meant before
    others that merely contain it.
    """
    found = store.articles.find(name)
    if not found:
        refuse(f"no article has the id, or in its title or source, {name}")
    exact = [article for article in found if name in _names(article)]
    meant = exact if len(exact) == 1 else found
    if len(meant) > 1:
        refuse(
            f"{name} fits {len(found):,} articles; say which by its id",
            few([f"{one.id}  {one.title} ({one.source})" for one in found]),
        )
    return meant[0]


def coder_named(store: "Store", name: str) -> str:
    """A coder who has worked here; ends the command when there is none of the name."""
    known = store.coders.names()
    if name not in known:
        refuse(f"nobody called {name} has worked here", few(list(known)))
    return name


def there(path: str) -> str:
    """A file that is to be read, or `-`; ends the command when it is not there."""
    if path != "-" and not os.path.lexists(path):
        refuse(f"{printable(path)} is not there")
    return path


def filter_named(store: "Store", name: str) -> "Filter":
    """The filter that is saved under a name; ends the command when there is none."""
    known = store.filters.all()
    if name not in known:
        refuse(f"no filter is saved as {name}", list(known))
    return known[name]


def annotation_named(store: "Store", name: str) -> "Annotation":
    """The one annotation whose id begins so; ends the command when it is not one."""
    found = store.annotations.starting(name.lower())
    if not found:
        refuse(f"no annotation has an id that begins with {name}")
    if len(found) > 1:
        refuse(
            f"{len(found):,} annotations have ids that begin with {name}",
            few([annotation.id for annotation in found]),
        )
    return found[0]


def _names(article: "Article") -> tuple[str, ...]:
    file = PurePath(article.source)
    return str(article.id), article.title, article.source, file.name, file.stem


def few(lines: list[str]) -> list[str]:
    """The first of the candidates, and how many more there are."""
    more = [f"and {len(lines) - _LISTED:,} more"] if len(lines) > _LISTED else []
    return lines[:_LISTED] + more
