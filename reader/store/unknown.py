"""What a query names, and nothing in the library is called."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from reader.queries.nodes import About, Node, abouts
from reader.queries.together import is_under

_ON_SITE = """
    SELECT 1 WHERE EXISTS (SELECT 1 FROM site_size WHERE instr(lower(site), :name) > 0)
    OR EXISTS (SELECT 1 FROM site_changed WHERE instr(lower(site), :name) > 0)
"""


def unknown(conn: sqlite3.Connection, root: Node) -> list[str]:
    """A sentence for each tag and site of a query that there is not, for the person.

    A tag of a query is known when it stands anywhere in a tag's path. What is asked of
    titles and authors may be any words, as of the text.
    """
    each = (_SAID[about.field](conn, about.value) for about in _names(root))
    return list(dict.fromkeys(filter(None, each)))


def _names(root: Node) -> Iterator[About]:
    return (about for about in abouts(root) if about.field in _SAID)


def _tag(conn: sqlite3.Connection, path: str) -> str:
    keys = (key for (key,) in conn.execute("SELECT path_key FROM tag"))
    is_known = path == "*" or any(is_under(key, path) for key in keys)
    return "" if is_known else f"no tag is called “{path}”"


def _site(conn: sqlite3.Connection, name: str) -> str:
    is_known = conn.execute(_ON_SITE, {"name": name}).fetchone()
    return "" if is_known else f"no site has “{name}” in its name"


_SAID: Final[Mapping[str, Callable[[sqlite3.Connection, str], str]]] = {
    "tag": _tag,
    "site": _site,
}
"""What there is to say of each kind of name; nothing where it is known."""
