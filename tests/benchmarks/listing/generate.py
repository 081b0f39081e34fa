"""A library of made articles, as large as one likes: rows put straight into tables."""

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reader.store import Store
from tests.benchmarks.poured import pouring

_WORDS = [
    "north",
    "korea",
    "china",
    "market",
    "harbour",
    "storm",
    "bread",
    "price",
    "minister",
    "talks",
    "sanctions",
    "nuclear",
    "visit",
    "leader",
    "trade",
    "road",
    "summit",
    "border",
    "envoy",
    "army",
    "river",
    "court",
    "strike",
    "energy",
    "grain",
    "port",
    "rail",
    "vote",
    "budget",
    "tariff",
    "drone",
    "cable",
    "archive",
    "witness",
]
_SITES = 300
_TAGS = ("actor", "actor/state", "actor/state/china", "event", "event/visit", "rare")
_CODERS = ("ana", "ben", "eva")
_AT = "2026-01-01T00:00:00+00:00"
_SAID = "Nobody spoke of the storm. Then it rained, and the boats came back."


def generate(path: Path, count: int) -> None:
    """Make a library of so many articles, a fifth of them annotated.

    What the database would do row by row is done once at the end, as the figures are
    of the list and not of how it came to be.
    """
    with Store(path, "ana") as store, pouring(store) as conn:
        for table, width, rows in _tables(count, random.Random(5)):
            marks = ", ".join("?" * width)
            conn.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        # An article whose cleaning is out of date would be cleaned as it is listed.
        conn.execute(
            "INSERT INTO site_article (article_id, version_id, site)"
            " SELECT id, version_id, site FROM article"
        )
        conn.execute(
            "INSERT INTO site_size"
            " SELECT site, count(*) FROM site_article GROUP BY site"
        )
        task = store.verdicts.tasks()
        conn.executemany(
            "INSERT INTO cleaning (version_id, cleaner, verdicts)"
            " SELECT version_id, ?, '[]' FROM article WHERE site = ?",
            ((task("", site, "").stamp, site) for site in map(_site, range(_SITES))),
        )
        conn.execute(
            "UPDATE article SET annotations = annotations + 1"
            " WHERE id IN (SELECT article_id FROM annotation)"
        )


def _tables(
    count: int, draw: random.Random
) -> Iterable[tuple[str, int, Iterator[tuple[object, ...]]]]:
    numbers: Callable[[], range] = lambda: range(1, count + 1)  # noqa: E731
    yield (
        "article (id, version_id, title, title_key, source, site, author, published,"
        " language, status, words, lines, hidden_lines, is_cleaned, added_at,"
        " import_step)",
        16,
        (_article(number, draw) for number in numbers()),
    )
    yield (
        "version (id, article_id, text, sha256, encoding, newline, original, added_at)",
        8,
        (
            (n, n, f"{_title(n)}\n\n{_SAID}\n", f"{n:064x}", "utf-8", "lf", b"", _AT)
            for n in numbers()
        ),
    )
    yield "coder (name)", 1, ((name,) for name in _CODERS[1:])
    yield (
        "tag (id, path, path_key, colour)",
        4,
        ((n, path, path, n) for n, path in enumerate(_TAGS, 1)),
    )
    yield (
        'annotation (id, article_id, version_id, start, "end", quote, prefix, suffix,'
        " paragraph, sentence, tag_id, coder_id, created_at, updated_at)",
        14,
        (_annotation(number, draw) for number in numbers() if number % 5 == 0),
    )
    yield (
        "attribute (article_id, name, name_key, value)",
        4,
        (
            (n, "Region", "region", "east" if n % 4 else "west")
            for n in numbers()
            if n % 10 == 0
        ),
    )


def _site(number: int) -> str:
    return f"site{number}.example"


def _title(number: int) -> str:
    draw = random.Random(number)
    return f"{' '.join(draw.choices(_WORDS, k=7)).capitalize()} {number}"


def _article(number: int, draw: random.Random) -> tuple[object, ...]:
    title = _title(number)
    lines = draw.randint(5, 60)
    day = (
        f"20{draw.randint(0, 25):02}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    )
    return (
        number,
        number,
        title,
        title.casefold(),
        f"articles/{number // 1000:04}/{number}.txt",
        _site(draw.randrange(_SITES)),
        "",
        day if number % 20 else "",
        draw.choice(("en", "en", "en", "de", "zh", "")),
        draw.choice(("unread", "unread", "unread", "reading", "done")),
        draw.randint(50, 3000),
        lines,
        draw.randint(0, lines // 2),
        1,
        _AT,
        1,
    )


def _annotation(number: int, draw: random.Random) -> tuple[object, ...]:
    # The last tag stands on one article of a hundred thousand.
    tag = len(_TAGS) if number % 100_000 == 0 else draw.randint(1, len(_TAGS) - 1)
    return (
        f"{number:032x}", number, number, 0, 5, "Quote", "", "", 1, 1,
        tag, draw.randint(1, len(_CODERS)), _AT, _AT,
    )  # fmt: skip
