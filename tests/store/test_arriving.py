"""Documents that come in together."""

from reader.model import Kept
from reader.sources import plain
from reader.store import Store
from reader.store.texts import unpacked
from tests.conftest import HARBOUR, MARKET
from tests.store.test_learning import bring, found


def test_the_bytes_of_a_file_come_back_whether_its_text_is_them_or_not() -> None:
    text = "Été\r\n\r\nà Nîmes.\r\n"
    for data in (text.encode(), text.encode("utf-8-sig"), text.encode("cp1252")):
        with Store(None, "ana") as store:
            step = store.imports.open("import")
            store.imports.keep(step, [plain.read("nimes.txt", data)])
            ((text, original),) = store._conn.execute(
                "SELECT text, original FROM version"
            )
            assert unpacked(original, text) == data


def test_the_same_text_twice_in_a_batch_is_one_article() -> None:
    with Store(None, "ana") as store:
        kept = bring(store, HARBOUR, MARKET, HARBOUR)
        assert kept == [(1, Kept.NEW), (2, Kept.NEW), (1, Kept.SAME)]


def test_two_texts_of_one_place_in_a_batch_are_two_versions() -> None:
    with Store(None, "ana") as store:
        kept = bring(store, HARBOUR, MARKET, location="/news/today.txt")
        assert kept == [(1, Kept.NEW), (1, Kept.CHANGED)]
        (article,) = store.articles.all()
        assert article.title == "Prices rise at the market"
        store.search.index.all()
        assert (found(store, "bread"), found(store, "storm")) == ([1], [])
        store.undo()
        assert store.articles.all() == []
