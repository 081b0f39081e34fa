"""The next item of a long review: `python -m tests.benchmarks.reviewing`.

A session of 100,000 passages, decided in half, with items skipped on the way. What
counts is the processor time of an answer and the next item with its article, held
against its limit; the exit status is 1 when it is over it.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from reader.model import Span
from reader.review import Answer, Query, Unit
from reader.review.sample import Sample
from reader.store import Store
from reader.store.identity import now, uuid7
from tests.conftest import keep

_LIMIT_MS = 16
_ITEMS = 100_000
_ARTICLES = 200
_TIMED = 200


def filled(path: Path) -> None:
    """A library of that many annotations, and a session over all, half decided."""
    with Store(path, "ana") as store:
        words = " ".join(f"Boat {n} came in." for n in range(_ITEMS // _ARTICLES))
        keep(store, *(f"Article {number}\n\n{words}" for number in range(_ARTICLES)))
        with store.bulk.step("fill") as change:
            tag = store.tags.ensure(change, "boat")
        conn, at = store._conn, now()
        conn.execute("BEGIN")
        for article_id in store.articles.ids():
            article = store.articles.one(article_id)
            assert article is not None
            version = store.articles.version(article.version_id)
            for number in range(_ITEMS // _ARTICLES):
                start = version.text.index(f"Boat {number} ")
                span = Span(start, start + 6)
                conn.execute(
                    'INSERT INTO annotation (id, article_id, version_id, start, "end",'
                    " quote, prefix, suffix, paragraph, sentence, tag_id, coder_id,"
                    " created_at, updated_at)"
                    " VALUES (?, ?, ?, ?, ?, ?, '', '', 1, 1, ?, ?, ?, ?)",
                    (
                        uuid7(at), article_id, version.id, span.start, span.end,
                        span.of(version.text), tag.id, store.coders.current,
                        at.isoformat(), at.isoformat(),
                    ),
                )  # fmt: skip
        session = store.sessions.start(Query(Unit.PASSAGES), Sample(seed=7))
        for place in range(_ITEMS // 2):
            answer = "skip" if place % 10 == 0 else "accept"
            conn.execute(
                "INSERT INTO decision (id, session_id, place, answer, tag, words, at)"
                " VALUES (?, ?, ?, ?, 'boat', '', ?)",
                (uuid7(at), session.id, place, answer, at.isoformat()),
            )
        conn.execute("COMMIT")


def answered(store: Store, place: int) -> float:
    """Milliseconds on the processor to answer an item and have the next."""
    session = store.sessions.one(1)
    item = store.decisions.item(session, place)
    assert item is not None
    begun = time.process_time()
    turn = store.turn(
        session,
        lambda store: store.sessions.next_open(session.id, place),
        lambda store: store.decisions.decide(session, item, Answer.ACCEPT),
    )
    assert turn.reading is not None
    return (time.process_time() - begun) * 1e3


def main() -> int:
    """Fill a library, answer, and print the times."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        filled(path)
        with Store(path, "ana") as store:
            first = _ITEMS // 2
            took = [answered(store, first + number) for number in range(_TIMED)]
    worst = quantiles(took, n=20)[-1]
    print(
        f"{_ITEMS:,} items, {_ITEMS // 2:,} decided: next item {median(took):.1f} ms,"
    )
    print(f"19 of 20 within {worst:.1f} ms of processor time; limit {_LIMIT_MS} ms")
    return int(worst > _LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
