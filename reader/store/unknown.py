"""What a query or a filter names, and nothing in the library is called."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from unicodedata import normalize

from reader.queries.nodes import About, Node, abouts
from reader.queries.together import is_under
from reader.store.filtering import UNTAGGED, Filter
from reader.store.tags import path_key
from reader.text.slips import offered, or_rather

_ON_SITE = """
    SELECT 1 WHERE EXISTS (SELECT 1 FROM site_size WHERE instr(lower(site), :name) > 0)
    OR EXISTS (SELECT 1 FROM site_changed WHERE instr(lower(site), :name) > 0)
"""
_LIKE_SITE = "SELECT site FROM site_size WHERE instr(lower(site), ?) > 0 LIMIT 3"
_LISTED: Final[Mapping[str, str]] = {
    field: f"SELECT 1 FROM article INDEXED BY article_by_{field}"
    f" WHERE removed = 0 AND {field} IN (?, ?)"
    for field in ("site", "language")
}
"""Whether any article has this, as it is typed or in small letters."""


def unknown(conn: sqlite3.Connection, root: Node) -> list[str]:
    """A sentence for each tag and site of a query that there is not, for the person.

    A tag of a query is known when it stands anywhere in a tag's path. What is asked of
    titles and authors may be any words, as of the text.
    """
    each = (_SAID[about.field](conn, about.value) for about in _names(root))
    return list(dict.fromkeys(filter(None, each)))


def unknown_in(conn: sqlite3.Connection, asked: Filter) -> list[str]:
    """The same for a filter, which names each thing as it is called."""
    said = []
    if asked.tag and asked.tag != UNTAGGED:
        said.append(_tag(conn, path_key(asked.tag), from_top=True))
    if asked.site:
        said.append(_whole_site(conn, asked.site))
    if asked.coder:
        said.append(_coder(conn, asked.coder))
    if asked.language:
        said.append(_language(conn, asked.language))
    if asked.attribute:
        said.append(_attribute(conn, asked.attribute.partition("=")[0].strip()))
    return list(filter(None, said))


def _names(root: Node) -> Iterator[About]:
    return (about for about in abouts(root) if about.field in _SAID)


def _tag(conn: sqlite3.Connection, path: str, *, from_top: bool = False) -> str:
    paths = dict(conn.execute("SELECT path_key, path FROM tag"))
    if path == "*" or any(
        f"{key}/".startswith(f"{path}/") if from_top else is_under(key, path)
        for key in paths
    ):
        return ""
    return f"no tag is called “{path}”{or_rather(path, paths.values())}"


def _coder(conn: sqlite3.Connection, name: str) -> str:
    names = [row[0] for row in conn.execute("SELECT name FROM coder ORDER BY name")]
    if name in names:
        return ""
    return f"no coder here is called “{name}”{or_rather(name, names)}"


def _whole_site(conn: sqlite3.Connection, name: str) -> str:
    if conn.execute(_LISTED["site"], (name, name.lower())).fetchone():
        return ""
    like = [row[0] for row in conn.execute(_LIKE_SITE, (name.lower(),))]
    return f"no site is called “{name}”{offered(like)}"


def _language(conn: sqlite3.Connection, code: str) -> str:
    is_known = conn.execute(_LISTED["language"], (code, code)).fetchone()
    return "" if is_known else f"no article is in “{code}”; write a code: en, de, fr"


def _attribute(conn: sqlite3.Connection, name: str) -> str:
    key = normalize("NFC", name).casefold()
    if conn.execute("SELECT 1 FROM attribute WHERE name_key = ?", (key,)).fetchone():
        return ""
    rows = conn.execute("SELECT min(name) FROM attribute GROUP BY name_key")
    names = [row[0] for row in rows]
    return f"no article has “{name}” as an attribute{or_rather(name, names)}"


def _site(conn: sqlite3.Connection, name: str) -> str:
    is_known = conn.execute(_ON_SITE, {"name": name}).fetchone()
    return "" if is_known else f"no site has “{name}” in its name"


_SAID: Final[Mapping[str, Callable[[sqlite3.Connection, str], str]]] = {
    "tag": _tag,
    "site": _site,
}
"""What there is to say of each kind of name; nothing where it is known."""
