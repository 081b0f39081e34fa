from pathlib import Path

import pytest

from reader.model import Span
from reader.store import Store


@pytest.fixture
def tagged(library: Path) -> Path:
    with Store(library, "ana") as store:
        store.annotations.tag(store.articles.version(1), Span(0, 7), "place")
    return library


def test_a_library_in_order_has_no_findings(tagged: Path) -> None:
    with Store(tagged, "ana") as store:
        assert store.examine() == []


@pytest.mark.parametrize(
    ("harm", "says", "can_repair"),
    [
        ("UPDATE annotation SET quote = 'else'", "quote", False),
        ("UPDATE article SET annotations = 7 WHERE id = 1", "number of annot", True),
        ("UPDATE tag SET uses = 9", "number of uses", True),
        ("UPDATE annotation SET article_id = 2", "of another article", False),
    ],
)
def test_what_is_wrong_is_found_and_what_follows_is_set_right(
    tagged: Path, harm: str, says: str, can_repair: bool
) -> None:
    with Store(tagged, "ana") as store:
        store._conn.execute("PRAGMA foreign_keys = OFF")
        store._conn.execute(harm)
        found = {each.says: each.can_repair for each in store.examine()}
        assert [can for words, can in found.items() if says in words] == [can_repair]
        store.repair()
        left = [each.says for each in store.examine() if says in each.says]
        assert bool(left) is not can_repair


def test_a_file_that_others_can_read_is_made_private(tagged: Path) -> None:
    tagged.chmod(0o644)
    with Store(tagged, "ana") as store:
        assert any("others" in each.says for each in store.examine())
        store.repair()
        assert store.examine() == []
