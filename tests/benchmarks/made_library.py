"""A made library, the same for the same numbers.

Words come by Zipf's law from 60,000, so that a few are in every article and most in
few; each article has some hidden lines. Annotations and tags are put in as rows.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, repeat

from reader.cleaning import Cleaned, Judged, Said
from reader.model import Document
from reader.store import Store
from reader.store.connection import writing
from reader.store.identity import now, uuid7
from reader.store.judging import judgement

_WORDS = 60_000
_DRAWN = 1 << 20
LINES, _LINE_WORDS = 12, 42
"""Of an article of about 3 KB."""
_HIDDEN = dict.fromkeys((3, 11), Said(True, "other"))
_BATCH = 500
SITES = tuple(f"site{number}.example" for number in range(40))
"""Where the articles come from, in turn."""


def _urn() -> list[str]:
    """Each word as often as it is to be drawn: to draw by weights takes six times."""
    shares = [1 / (rank + 2.7) for rank in range(_WORDS)]
    each = _DRAWN / sum(shares)
    words = (
        repeat(f"w{rank}", max(1, round(share * each)))
        for rank, share in enumerate(shares)
    )
    return list(chain.from_iterable(words))


def documents(count: int, parts: int = LINES) -> Iterator[tuple[Document, Cleaned]]:
    """Articles of so many lines; `w7` is a frequent word, `w50000` a rare one."""
    chance = random.Random(7)
    urn = _urn()
    hidden = {line: said for line, said in _HIDDEN.items() if line < parts}
    for number in range(count):
        said = chance.choices(urn, k=parts * _LINE_WORDS)
        text = "\n".join(
            " ".join(said[n * _LINE_WORDS : (n + 1) * _LINE_WORDS]) + "."
            for n in range(parts)
        )
        title = f"Article {number} on {said[0]}"
        day = f"20{number % 20:02}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        yield (
            Document(
                f"made/{number}.txt",
                text,
                b"",
                "utf-8",
                "lf",
                title,
                site=SITES[number % len(SITES)],
                published=day,
            ),
            Cleaned(Judged(text, hidden)),
        )


def keep_judged(
    store: Store, step_id: int, judged: Sequence[tuple[Document, Cleaned]]
) -> list[int]:
    """Bring in documents whose verdicts are made too, and give their articles' ids."""
    kept = store.imports.keep(step_id, [document for document, _ in judged])
    ids = [article_id for article_id, _ in kept]
    stamp = store.verdicts.tasks()("", "", "").stamp
    with writing(store._conn):
        for article, (document, cleaned) in zip(
            store.articles.some(ids), judged, strict=True
        ):
            said = judgement(document.text, stamp, cleaned.lines)
            store.verdicts.put(article.version_id, said)
    return ids


def fill(store: Store, articles: int, *, index: bool) -> None:
    """Bring made articles in, batch by batch, as an import does."""
    step = store.imports.open("made")
    batch = []
    for number, document in enumerate(documents(articles), start=1):
        batch.append(document)
        if len(batch) == _BATCH or number == articles:
            keep_judged(store, step, batch)
            if index:
                store.search.index.all()
            batch = []
    while store.search.index.tidy():
        pass
    store.imports.close(step)


def annotate(store: Store, annotations: int, tags: int) -> None:
    """Put tags on made passages, the low numbers much more often than the high."""
    chance, at = random.Random(11), now()
    conn, coder = store._conn, store.coders.current
    conn.execute("BEGIN IMMEDIATE")
    conn.executemany(
        "INSERT INTO tag (path, path_key, colour) VALUES (?, ?, ?)",
        ((f"g{n % 50}/t{n}", f"g{n % 50}/t{n}", n) for n in range(tags)),
    )
    ids = [row[0] for row in conn.execute("SELECT id FROM tag ORDER BY id")]
    weights = list(accumulate(1 / (rank + 5) for rank in range(tags)))
    chosen = chance.choices(ids, cum_weights=weights, k=annotations)
    last = conn.execute("SELECT max(id) FROM article").fetchone()[0]

    def rows() -> Iterator[tuple[object, ...]]:
        for tag_id in chosen:
            article_id = chance.randint(1, last)
            line = chance.choice([0, 1, 2, 4, 5, 6, 7, 8, 9, 10])
            start = line * 200
            yield (
                *(uuid7(at), article_id, article_id, start, start + 80, "q" * 80),
                *("before " * 8, " after" * 8, line + 1, line + 1, tag_id, coder),
                *(at.isoformat(), at.isoformat()),
            )

    conn.executemany(
        'INSERT INTO annotation (id, article_id, version_id, start, "end", quote,'
        " prefix, suffix, paragraph, sentence, tag_id, coder_id, created_at,"
        " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows(),
    )
    conn.execute("COMMIT")
