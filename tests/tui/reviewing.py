"""What the tests of reviews share: passages to judge, and what came of it."""

from pathlib import Path
from typing import Any

from reader.model import Annotation
from reader.review import Answer, Query, Session, Unit
from reader.review.sample import Sample
from reader.store import Store
from reader.text.passages import Passages, Size
from tests.tui.driving import Driver


def tag(library: Path, coder: str, *tags: str, article: int = 1) -> list[Annotation]:
    """Tag the sentences of an article, one after the other."""
    with Store(library, coder) as store:
        version = store.articles.version(article)
        found = Passages(version.text).forward(0, Size.SENTENCE)
        return [
            store.annotations.tag(version, span, path)
            for span, path in zip(found, tags, strict=False)
        ]


def annotations(library: Path) -> list[Annotation]:
    with Store(library, "ana") as store:
        return [*store.annotations.of(1), *store.annotations.of(2)]


def answers(library: Path, session: int = 1) -> dict[Answer, int]:
    with Store(library, "ana") as store:
        return dict(store.sessions.summary(session).answers)


def shown(driver: Driver, widget: type[Any]) -> str:
    return str(driver.screen.query_one(widget).render())


def begun(library: Path, coder: str = "ana") -> Session:
    with Store(library, coder) as store:
        return store.sessions.start(Query(Unit.PASSAGES), Sample())
