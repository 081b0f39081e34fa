from reader.model import Span, Status
from reader.store import Store


def test_only_what_all_have_finished_is_compared(store: Store) -> None:
    version = store.articles.version(1)
    for coder in ("ana", "ben"):
        with store.coders.seated(coder, blind=False):
            store.annotations.tag(version, Span(22, 29), "sea")
            store.articles.set_status(1, Status.DONE)
    store.articles.set_status(2, Status.DONE)
    assert store.codings.finished_by() == {"ana": 2, "ben": 1}
    (coding,) = store.codings.of(["ana", "ben"])
    assert coding.article_id == 1
    assert coding.spans("ben", "sea") == [Span(22, 29)]
    hidden = version.text.index("Share this story")
    assert coding.sentences
    assert not any(hidden in sentence for sentence in coding.sentences)
    assert len(store.codings.of(["ana"])) == 2


def test_orphans_memos_and_unfinished_articles_do_not_count(store: Store) -> None:
    version = store.articles.version(1)
    one = store.annotations.tag(version, Span(22, 29), "sea")
    store.annotations.note(version, Span(30, 33), "hm")
    store._conn.execute(
        "UPDATE annotation SET anchor = 'orphan' WHERE id = ?", (one.id,)
    )
    store.articles.set_status(1, Status.DONE)
    (coding,) = store.codings.of(["ana"])
    assert coding.marks == {"ana": []}
    store.articles.set_status(1, Status.READING)
    assert store.codings.of(["ana"]) == []
