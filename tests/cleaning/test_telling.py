"""Which kind a hidden line is, by what was learned from lines read by hand."""

import json
import lzma

import pytest

from reader.cleaning import KINDS, Strength, clean
from reader.cleaning.findings import findings
from reader.cleaning.learned import kinds
from reader.cleaning.learned.kinds import MIDDLE, Kinds
from reader.cleaning.learned.signs import SHOWN
from reader.cleaning.reading import read
from reader.cleaning.repetition import copies
from reader.cleaning.telling import surroundings, told
from tests.benchmarks.cleaning.handread import DATA, FRESH, hand_read
from tests.cleaning.labelled import labelled

TEXTS = list(labelled())
BODY = (
    "The ferry that links the two halves of the old port stopped running on Tuesday "
    "after its owner said the engines could no longer be insured."
)
FLOOR = 0.82
"""The least share of hidden lines of pages whose likeliest kind is named."""


def test_the_weights_are_whole_and_of_known_kinds() -> None:
    stored = json.loads(lzma.decompress(kinds.FILE.read_bytes()))
    assert set(stored["kinds"]) <= {kind.name for kind in KINDS}
    for row in stored["weights"].values():
        assert len(row) == len(stored["kinds"])
        assert all(type(one) is int and -MIDDLE <= one < MIDDLE for one in row)
    assert kinds.FILE.stat().st_size < 100_000


def test_what_is_dumped_is_what_was_loaded() -> None:
    held = kinds.load()
    shuffled = Kinds(held.names, dict(reversed(list(held.weights.items()))))
    assert kinds.dump(shuffled) == kinds.dump(held)
    assert lzma.decompress(kinds.dump(held)) == lzma.decompress(kinds.FILE.read_bytes())


def test_the_weights_of_all_kinds_are_added_up_side_by_side() -> None:
    model = Kinds(["ads", "nav"], {"no prose": [-3, 2], "size 0": [4, -2]})
    paper = read([BODY, "Wharf"])
    seen, _ = surroundings(paper, [False, True], {}, [1, 1])
    assert model.tell(seen, 1) == "ads"
    assert model.signs(seen, 1, "ads") == ["size 0"]
    assert model.signs(seen, 1, "nav") == ["no prose"]


def test_equal_views_have_equal_signs() -> None:
    known: dict[object, list[str]] = {}
    for text in TEXTS:
        paper = read(text.lines)
        hidden = findings(paper, Strength.STRICT, {}).hidden
        again = copies(paper.texts, [said.tokens for said in paper.said])
        seen, _ = surroundings(paper, hidden, again, [3] * len(hidden))
        for place, name in enumerate(seen.names):
            if name != SHOWN:
                signs = sorted(seen.around(place))
                assert known.setdefault(seen.view(place), signs) == signs


def test_a_sure_rule_and_a_long_menu_keep_their_names() -> None:
    paper = read([BODY, "Leave a Reply", "Wharf"])
    hidden = [False, True, True]
    answers = list(told(paper, hidden, [1, 2], {}, [1, 1, 99]))
    assert [(place, kind) for place, kind, _ in answers] == [
        (1, "comments"),
        (2, "nav"),
    ]


def test_a_copy_is_a_duplicate_of_the_article_and_of_junk_alike() -> None:
    junk = "What Makes The Waves of The Harbour So High"
    page = [BODY, TEXTS[0].lines[3], "You may also like", junk, "Read more", junk]
    lines = clean("\n".join(page), strength=Strength.STRICT).lines
    assert lines[3].kind == "related"
    assert (lines[5].kind, lines[5].rule) == ("duplicate", "copy of line 4")
    text = "\n".join([BODY, "Share on Facebook", BODY])
    assert clean(text).lines[2].kind == "duplicate"


def test_a_copy_that_a_sure_rule_knows_keeps_its_kind() -> None:
    sure = "Subscribe to our newsletter for more news"
    lines = clean("\n".join([BODY, sure, TEXTS[0].lines[3], sure])).lines
    assert lines[1].kind == lines[3].kind == "newsletter"
    assert lines[1].rule == lines[3].rule


@pytest.mark.skipif(not DATA.exists(), reason=f"the labelled set is absent: {DATA}")
def test_the_likeliest_kind_is_named_on_pages_never_learned_from() -> None:
    lines, right, counted = hand_read(FRESH), 0, 0
    with lzma.open(DATA, "rt", encoding="utf-8") as rows:
        pages = [json.loads(row) for row in rows]
    for page in pages:
        if page["id"] in lines:
            text = "\n".join(one["text"].replace("\n", " ") for one in page["lines"])
            verdicts = clean(text).lines
            for one in lines[page["id"]]:
                counted += verdicts[one.line].hidden
                right += verdicts[one.line].kind == one.kinds[0]
    assert right >= FLOOR * counted > 0
