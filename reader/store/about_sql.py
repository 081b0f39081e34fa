"""What a query says of an article itself, as SQL: for its row, and for an index."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from reader.queries.nodes import About

Value = str | int
Sql = tuple[str, tuple[Value, ...]]
"""A piece of SQL, and the values for its marks."""


_OF_TAG: Final = "tag_id IN (SELECT id FROM tag WHERE instr('/' || path_key || '/', ?))"
_TAGGED: Final = """
    SELECT DISTINCT article_id FROM annotation INDEXED BY annotation_by_tag WHERE
"""
_ANNOTATED: Final = """
    SELECT DISTINCT article_id FROM annotation INDEXED BY annotation_by_article WHERE
"""
_HAS_TAG: Final = """
    SELECT 1 FROM annotation INDEXED BY annotation_by_article
    WHERE article_id = article.id AND
"""
_ON_SITE: Final = """
    SELECT id FROM article INDEXED BY article_by_site
    WHERE removed = 0 AND site IN (
        SELECT site FROM site_size WHERE instr(lower(site), ?) > 0
        UNION SELECT site FROM site_changed WHERE instr(lower(site), ?) > 0)
"""
"""Sites whose articles are not counted yet are among those that have changed."""
_HERE: Final = "SELECT id FROM article INDEXED BY article_by_{0} WHERE removed = 0"


def condition(part: About, only: int | None) -> Sql:
    """It as a condition on a row of `article`.

    Args:
        part: What is said.
        only: The coder whose tags alone may be seen; None where all may.
    """
    if part.field == "tag":
        which, values = _which_tags(part.value, only)
        return f"EXISTS ({_HAS_TAG} {which})", values
    where, values = _ON_ROW[part.field](part.value)
    return f"({where})", values


def known(parts: Iterable[object]) -> list[list[About]]:
    """What an index answers by itself, each with all that the same index is asked.

    The two ends of a time are one: either alone may have very many.
    """
    by_index: dict[str, list[About]] = {}
    for part in parts:
        if isinstance(part, About) and part.field in _KNOWN:
            index = "date" if part.field in _DATES else f"{part.field}:{part.value}"
            by_index.setdefault(index, []).append(part)
    return list(by_index.values())


def articles(parts: Sequence[About], only: int | None) -> Sql:
    """Selects the ids of all articles of which some `known` parts are true.

    Articles that were removed may be among them.
    """
    field, value = parts[0].field, parts[0].value
    if field == "tag":
        which, values = _which_tags(value, only)
        return f"{_ANNOTATED if value == '*' else _TAGGED} {which}", values
    if field == "site":
        return _ON_SITE, (value, value)
    each = [_ON_ROW[part.field](part.value) for part in parts]
    index = "published" if field in _DATES else field
    where = " AND ".join([_HERE.format(index), *(where for where, _ in each)])
    return where, tuple(value for _, values in each for value in values)


def _which_tags(path: str, only: int | None) -> Sql:
    """What is asked of an annotation; of a coder who works blind, of the own ones."""
    which: Sql = ("tag_id > 0", ()) if path == "*" else (_OF_TAG, (f"/{path}/",))
    if only is None:
        return which
    return f"{which[0]} AND coder_id = ?", (*which[1], only)


_ON_ROW: Final[Mapping[str, Callable[[str], Sql]]] = {
    "site": lambda value: ("instr(lower(article.site), ?) > 0", (value,)),
    "title": lambda value: ("instr(article.title_key, ?) > 0", (value,)),
    "author": lambda value: ("instr(lower(article.author), ?) > 0", (value,)),
    "status": lambda value: ("article.status = ?", (value,)),
    "before": lambda value: (
        "article.published > '' AND article.published < ?",
        (value,),
    ),
    "after": lambda value: ("article.published >= ?", (value,)),
}
_DATES: Final = frozenset(("before", "after"))
_KNOWN: Final = frozenset(("tag", "site", "status", *_DATES))
