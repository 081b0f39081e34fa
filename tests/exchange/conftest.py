"""Libraries with nasty articles, and files of their annotations."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NamedTuple

import pytest
from hypothesis import strategies as st

from reader.exchange.formats import named, written
from reader.exchange.outgoing import Choices
from reader.handover.coming import Report, take
from reader.handover.leaving import Leaving
from reader.model import Span
from reader.store import Store
from reader.store.bulk import Chosen
from tests.conftest import HARBOUR, MARKET, keep

NASTY = (
    "=1+1 is no sum 😀\r\n\r\n'=quoted' said «the pilot», \"twice\".\r\n\r\n"
    "Leave a Reply\r\n\r\n+49 30 @home -5 per cent\tof cafe\u0301s",
    "שלום עולם: \U0001f469\u200d\U0001f467 stood there.\n\nShare this story\n\n"
    "＝full width ＠too, \x1b[2J and \ufffd.\n\n"
    "A line\u2028separator, a\x85next line, \ufeffa mark.\n\n𝔘nder the bridge.",
    "one two one two\n\none two",
)

TEXTS = (HARBOUR, MARKET, *NASTY)

memos = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.sampled_from("'=+-@\t\r\n＝＋－＠,;\"a😀\0\ufeff")),
)
paths = st.lists(
    st.text(st.sampled_from("aäßñ'=+-@,\"&<>#. 😀中"), min_size=1, max_size=5).filter(
        lambda part: part == part.strip()
    ),
    min_size=1,
    max_size=3,
).map("/".join)
coders = st.sampled_from(["ana", "ben", '=chloé, "d"', "مريم"])


class Made(NamedTuple):
    """An annotation that is to be made."""

    text: int
    start: int
    size: int
    tag: str
    memo: str
    coder: str


annotations = st.lists(
    st.builds(
        Made,
        st.integers(0, len(TEXTS) - 1),
        st.integers(0, 200),
        st.integers(1, 90),
        st.one_of(st.just(""), paths),
        memos,
        coders,
    ),
    max_size=6,
)


def annotate(store: Store, made: Made) -> None:
    """Put it on, unless it is blank there."""
    version = store.articles.version(made.text + 1)
    end = min(made.start + made.size, len(version.text))
    if not version.text[made.start : end].strip():
        return
    span = Span(made.start, end)
    store.coders._id = store.coders.named(made.coder)
    if made.tag:
        store.annotations.tag(version, span, made.tag, made.memo)
    elif made.memo:
        store.annotations.note(version, span, made.memo)


def exported(
    store: Store, form: str = "csv", chosen: Chosen | None = None, **choices: Any
) -> bytes:
    """What an export in this format writes."""
    out = BytesIO()
    written(named(form), Leaving(store, chosen), out, Choices(**choices))
    return out.getvalue()


def taken(store: Store, data: bytes, raw: bool = False, **options: Any) -> Report:
    """What becomes of such a file."""
    return take(store, BytesIO(data), "import", choices=Choices(raw=raw), **options)


def clear(store: Store) -> None:
    """Take everything off again; what a step changed is none of these tests' matter."""
    store._conn.execute("DELETE FROM annotation")
    store._conn.execute("DELETE FROM tag")


@contextmanager
def twins() -> Iterator[tuple[Store, Store]]:
    """Two libraries with the same nasty articles and nothing on them."""
    with Store(None, "ana") as one, Store(None, "zoe") as other:
        for store in (one, other):
            keep(store, *TEXTS)
        yield one, other


@pytest.fixture
def nasty() -> Iterator[Store]:
    """A library with them."""
    with Store(None, "ana") as store:
        keep(store, *TEXTS)
        yield store
