"""The lines of a site: counted at import, and right after every undo."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning import Strength, Taught, line_key
from reader.cleaning.taught import Match
from reader.store import Store
from reader.store.site_lines import SiteLines
from tests.conftest import document

JUNK = "Sign up below and never miss a story from us"
SITE = "news.example"


def article(number: int) -> str:
    words = f"Event {'abcdefghijklmnopqrstuvwxyz'[number]}"
    return (
        f"{words} begins\n\nIt was on Monday that {words} began, they say.\n\n{JUNK}\n"
    )


def keep(store: Store, *texts: str, site: str = SITE) -> list[int]:
    step = store.imports.open("import")
    kept = store.imports.keep(
        step,
        [replace(document(text), site=site) for text in texts],
    )
    store.imports.close(step)
    return [article_id for article_id, _ in kept]


def hidden(store: Store, article_id: int) -> list[str]:
    reading = store.reading(article_id)
    assert reading
    return [line.span.of(reading.version.text) for line in reading.lines if line.hidden]


def counted(store: Store) -> dict[str, int]:
    lines = SiteLines(store._conn)
    lines.extent(SITE)
    text = "\n".join(article(number) for number in range(9))
    return lines.on(SITE, text)


def test_a_line_on_many_articles_of_a_site_is_hidden_when_they_are_opened() -> None:
    with Store(None, "ana") as store:
        first, *_ = keep(store, article(0))
        assert hidden(store, first) == []
        keep(store, *(article(n) for n in range(1, 8)))
        assert hidden(store, first) == [JUNK]
        reading = store.reading(first)
        assert reading
        (line,) = (line for line in reading.lines if line.hidden)
        assert "8 articles" in line.rule
        assert reading.article.hidden_lines == 1


def test_articles_of_unknown_sites_have_nothing_in_common() -> None:
    with Store(None, "ana") as store:
        first, *_ = keep(store, *(article(n) for n in range(8)), site="")
        assert hidden(store, first) == []


def test_another_site_is_another_site() -> None:
    with Store(None, "ana") as store:
        keep(store, *(article(n) for n in range(8)))
        (other,) = keep(store, article(8), site="other.example")
        assert hidden(store, other) == []


@settings(max_examples=40)
@given(st.lists(st.sampled_from("ikrundo"), max_size=12))
def test_counts_are_those_of_the_articles_that_are_there(doings: list[str]) -> None:
    with Store(None, "ana") as store:
        number = 0
        for doing in doings:
            ids = list(store.articles.ids())
            if doing in "ik" and number < 8:
                keep(store, article(number))
                number += 1
            elif doing == "r" and ids:
                store.articles.remove(ids[:2])
            elif doing == "u":
                store.undo()
            elif doing == "d":
                store.redo()
            elif doing == "n":
                counted(store)
        texts = [
            store.articles.version(each.version_id).text
            for each in store.articles.all()
        ]
        wanted: Counter[str] = Counter()
        for text in texts:
            wanted.update({line_key(line) for line in text.split("\n")} - {""})
        assert counted(store) == dict(wanted)


def test_the_librarys_strength_is_a_step_and_an_articles_own_stands_above() -> None:
    with Store(None, "ana") as store:
        one, two = keep(store, article(0), article(1))
        store.verdicts.set_strength(two, Strength.CAREFUL)
        store.verdicts.set_library_strength(Strength.STRICT)
        assert store.verdicts.strength(one) is Strength.STRICT
        assert store.verdicts.strength(two) is Strength.CAREFUL
        step = store.undo()
        assert step
        assert step.label == "clean the library strict"
        assert store.verdicts.library_strength == "normal"
        store.redo()
        store.verdicts.set_library_strength(Strength.CAREFUL)
        store.undo()
        assert store.verdicts.library_strength == "strict"


def test_what_is_out_of_date_is_known_and_counted_again() -> None:
    with Store(None, "ana") as store:
        ids = keep(store, article(0), article(1), site="")
        assert store.verdicts.outdated(ids) == ids
        for article_id in ids:
            store.recount(article_id)
        assert store.verdicts.outdated(ids) == []
        store.rules.add(Taught(Match.EXACT, JUNK, hide=True))
        assert store.verdicts.outdated(ids) == ids
        counts = [
            article and article.hidden_lines for article in map(store.recount, ids)
        ]
        assert counts == [1, 1]
        assert store.verdicts.outdated(ids) == []
        store.undo()
        assert store.verdicts.outdated(ids) == ids
