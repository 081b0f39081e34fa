"""What every test may ask for."""

import shutil
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from reader.model import Document
from reader.store import Store, connection

# How long a machine takes says nothing about what it finds.
settings.register_profile("reader", deadline=None)
settings.load_profile("reader")

_NAMED_BY = 40
"""Characters of a long value that a test's name is made of."""


def pytest_make_parametrize_id(val: object) -> str | None:
    """Call a test the same in every run and worker, and shortly.

    The bytes of an archive have the time in them that it was made at.
    """
    if isinstance(val, bytes) and len(val) > _NAMED_BY:
        return "bytes"
    if isinstance(val, str) and len(val) > _NAMED_BY:
        return f"{val[:_NAMED_BY]}…"
    return None


HARBOUR = """Harbour falls quiet

The harbour was quiet on Monday. Nobody spoke of the storm.

Share this story

Then it rained, and the boats came back. "We saw nothing," said the pilot.

Leave a Reply
"""

MARKET = """Prices rise at the market

Bread cost more on Tuesday than it did on Monday. Sellers blamed the road.
"""


def document(text: str, source: str = "harbour.txt") -> Document:
    """A plain text as the sources would hand it on."""
    title = next((line for line in text.split("\n") if line.strip()), "")
    return Document(source, text, text.encode(), "utf-8", "lf", title)


def keep(store: Store, *texts: str) -> list[int]:
    """Bring texts in as one import, clean them, and give the ids of their articles."""
    step = store.imports.open("import")
    kept = store.imports.keep(
        step, [document(text, f"text-{n}.txt") for n, text in enumerate(texts)]
    )
    store.imports.close(step)
    for article_id, _ in kept:
        store.recount(article_id)
    return [article_id for article_id, _ in kept]


@pytest.fixture(scope="session")
def made_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library file with the same two, to be copied: to make one takes 100 times that.

    Nobody opens it.
    """
    path = tmp_path_factory.mktemp("made") / "library.db"
    with Store(path, "ana") as store:
        keep(store, HARBOUR, MARKET)
    return path


@pytest.fixture
def library(made_library: Path, tmp_path: Path) -> Path:
    """A library file of the test's own with the same two."""
    return Path(shutil.copy(made_library, tmp_path))


@pytest.fixture
def store(library: Path) -> Iterator[Store]:
    """The same library open; its articles are 1 and 2. It waits for no disk."""
    with Store(library, "ana") as store:
        store._conn.execute("PRAGMA synchronous = OFF")
        yield store


@pytest.fixture
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that waits for others who write no longer than a test may take."""
    monkeypatch.setattr(connection, "_PATIENCE_MS", 20)


@contextmanager
def another_program_writes(library: Path) -> Generator[None]:
    """Have another program hold a library for the block."""
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
