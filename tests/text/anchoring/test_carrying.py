import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Anchor, Span
from reader.resources import SEEDS
from reader.text.anchoring import Carrier
from reader.text.anchoring.edges import is_edge as is_edge_of_word
from reader.text.graphemes import is_edge
from reader.text.sentences import sentences
from tests.benchmarks.anchoring.__main__ import judge
from tests.benchmarks.anchoring.edits import EDITS, Edit, Edited, everything, rewrite
from tests.benchmarks.anchoring.made import SCRIPTS, article
from tests.text.strategies import texts

TALKS = (
    "Talks in Beijing\n\n"
    "The leaders met for two days. North Korea insists that Washington first lift"
    " the sanctions.\n\n"
    "A spokesman said that the talks had been useful, and that a date for the next"
    " meeting would be named soon.\n\n"
    "Analysts in Seoul were doubtful. Nothing had been signed, one of them said."
)


INSISTS = "North Korea insists that Washington first lift the sanctions."


FORMULAS = (
    "In the year 1903 the river rose over the old bridge, and nobody was left behind.",
    "In the year 1911 the river rose over the market, and the bakers were left behind.",
    "In the year 1924 the river rose over the wall, and two families were left behind.",
    "In the year 1938 the river rose over the railway, and the guards left it behind.",
    "In the year 1954 the river rose over the new hall, and most of it fell behind.",
    "In the year 1967 the river rose over the hospital, and all but one left in time.",
)


def carried(new: str, quote: str = INSISTS, old: str = TALKS) -> tuple[str, Anchor]:
    at = old.index(quote)
    found = Carrier(old, new).carry(Span(at, at + len(quote)))
    return found.span.of(new) if found.span else "", found.anchor


def test_in_the_same_text_a_passage_stays_where_it_is() -> None:
    assert carried(TALKS) == (INSISTS, Anchor.ANCHORED)


def test_a_passage_moves_with_what_was_put_before_it() -> None:
    new = "Updated at noon.\n\n" + TALKS
    assert carried(new) == (INSISTS, Anchor.ANCHORED)


def test_it_is_known_in_other_lines_and_other_quotation_marks() -> None:
    new = TALKS.replace("insists that", "insists\nthat").replace("'", "’")
    found, anchor = carried(new)
    assert anchor is Anchor.ANCHORED
    assert " ".join(found.split()) == INSISTS


def test_a_mended_word_does_not_lose_it() -> None:
    new = TALKS.replace("lift the sanctions", "lifts all sanctions")
    found, anchor = carried(new)
    assert anchor is Anchor.ANCHORED
    assert found == INSISTS.replace("lift the", "lifts all")


def test_a_word_mistyped_at_its_end_is_in_it_whole() -> None:
    quote = "amount of prepared fruit. I had"
    old = f"It would be of help if you had told the {quote} to guess at what I need."
    for new in "fmount", "mount":
        words = quote.replace("amount", new)
        assert carried(old.replace(quote, words), quote, old) == (
            words,
            Anchor.ANCHORED,
        )
    words = quote.replace("had", "hax")
    assert carried(old.replace(quote, words), quote, old)[0] == words


def test_a_line_put_in_beside_a_changed_word_is_no_part_of_it() -> None:
    quote = "A spokesman said that the talks had been useful"
    new = TALKS.replace(quote, "Advertisement\n\n" + quote.replace("A s", "S"))
    assert carried(new, quote)[0] == quote.replace("A s", "S")


def test_a_mistyped_word_is_asked_about_where_it_stands() -> None:
    new = TALKS.replace("had been useful", "had ben useful")
    at = TALKS.index("been")
    found = Carrier(TALKS, new).carry(Span(at, at + 4))
    assert found.anchor is Anchor.REVIEW
    assert found.span
    assert found.span.of(new) == "ben"
    gone = TALKS.replace("had been useful", "had turned useful")
    assert Carrier(TALKS, gone).carry(Span(at, at + 4)).anchor is Anchor.ORPHAN


def test_where_a_third_of_the_words_became_others_a_person_is_asked() -> None:
    old = "The first global geologic map of Titan. (It was made by the institute.)"
    new = old.replace("map of Titan", "rationing of GTX")
    assert carried(new, "geologic map", old)[1] is Anchor.REVIEW


def test_a_short_word_is_known_by_what_leads_to_it_though_a_line_came_behind() -> None:
    old = "The keyboard is new, and so is the screen.\n\nBar and\n\nRequired to do so."
    new = old.replace("Required to do so.", "Photo: our own")
    at = old.index("and\n")
    found = Carrier(old, new).carry(Span(at, at + 3))
    assert (found.span, found.anchor) == (Span(at, at + 3), Anchor.ANCHORED)


def test_by_what_follows_it_is_not_for_another_full_stop_may_stand_there() -> None:
    gone = "Nothing had been signed, one of them said when the train had left."
    old = TALKS.replace("\n\nA spokesman", f"\n\n{gone}\n\nA spokesman")
    at = old.index(gone) + len(gone) - 1
    new = TALKS.replace("the sanctions.", "what it had agreed upon.")
    found = Carrier(old, new).carry(Span(at, at + 1))
    assert found.anchor is not Anchor.ANCHORED


def test_the_whole_text_stays_the_whole() -> None:
    shuffled = "\n\n".join(reversed(TALKS.split("\n\n")))
    for new in (f"Updated.\n\n{TALKS}\n", TALKS.split("\n\n")[2], shuffled):
        found = Carrier(TALKS, new).carry(Span(0, len(TALKS)))
        assert (found.span, found.anchor) == (Span(0, len(new)), Anchor.ANCHORED)


def test_it_is_asked_about_when_the_text_became_another() -> None:
    new = "Bread costs more than it did a year ago, and the bakers of the town say why."
    found = Carrier(TALKS, new).carry(Span(0, len(TALKS)))
    assert (found.span, found.anchor) == (Span(0, len(new)), Anchor.REVIEW)
    assert Carrier(TALKS, " \n").carry(Span(0, len(TALKS))).anchor is Anchor.ORPHAN


@given(st.permutations(FORMULAS))
def test_in_whatever_order_sentences_of_one_form_are_carried(order: list[str]) -> None:
    old, new = " ".join(FORMULAS), " ".join(order)
    carrier = Carrier(old, new)
    for sentence in FORMULAS:
        at = old.index(sentence)
        found = carrier.carry(Span(at, at + len(sentence)))
        place = new.index(sentence)
        assert found.anchor is Anchor.ANCHORED
        assert found.span == Span(place, place + len(sentence))


def test_what_was_deleted_is_an_orphan_though_its_words_stand_elsewhere() -> None:
    old = TALKS + "\n\nThe sanctions were named again at the end of the day."
    new = old.replace(INSISTS, "")
    assert carried(new, "the sanctions", old) == ("", Anchor.ORPHAN)


def test_the_gap_of_a_lost_passage_is_behind_what_stood_before_it() -> None:
    new = "Updated at noon.\n\n" + TALKS.replace(INSISTS, "")
    at = TALKS.index(INSISTS)
    gap = Carrier(TALKS, new).gap(Span(at, at + len(INSISTS)))
    assert new[:gap].rstrip().endswith("The leaders met for two days.")
    assert new[gap:].lstrip().startswith("A spokesman")
    assert Carrier("a b", "c").gap(Span(2, 3)) == 0


def test_every_place_that_may_be_it_is_offered() -> None:
    paragraph = TALKS.split("\n\n")[2]
    new = TALKS + "\n\n" + paragraph
    at = TALKS.index(paragraph)
    places = Carrier(TALKS, new).places(Span(at, at + len(paragraph)))
    starts = {place.span.start for place in places if place.span}
    assert starts == {new.index(paragraph), new.rindex(paragraph)}


def test_a_script_of_many_letters_is_carried_like_any() -> None:
    old = "".join(chr(0x4E00 + n) for n in range(900))
    new = "新的开头。" + old
    found = Carrier(old, new).carry(Span(300, 340))
    assert found.anchor is Anchor.ANCHORED
    assert found.span
    assert found.span.of(new) == old[300:340]


@pytest.mark.parametrize("quote", ["了吗", "他们达到目的了吗？"])
def test_chinese_is_carried_though_its_lines_were_broken_anew(quote: str) -> None:
    old = "这些程序利用本地漏洞获取管理员特权。他们达到目的了吗？本例中，似乎没有。"
    new = "更新。\n" + old.replace("了吗", "了\n吗")
    at = old.index(quote)
    found = Carrier(old, new).carry(Span(at, at + len(quote)))
    assert found.anchor is Anchor.ANCHORED
    assert found.span
    assert found.span.of(new) == quote.replace("了吗", "了\n吗")


def test_where_search_and_comparison_meet_the_place_is_what_is_more_like_it() -> None:
    quote = (
        "这样的方法有效，但仍应该尽可能地避免，因为不能保证手动安装的软件包完全像对应的"
        "软件包那样工作，并且依赖它的其它软件包会不能正常地工作。"
    )
    words = quote.replace(
        "这样的方法有效，但仍应该尽可能地避免，因为不能保证",
        "此方法可行，但应尽量避免，不能确保",
    )
    before = (
        "假软件包的目的是欺骗系统，让它相信一些软件包已经安装。这满足对软件包的依赖。"
    )
    after = "另一方面，元包主要作为一组依赖而存在，从而安装元包将真正带进其它软件包。"
    old, new = f"{before}{quote}\n\n{after}", f"{before}{words}\n\n广告\n\n更新。"
    assert carried(new, quote, old)[0] == words


@pytest.mark.parametrize("seed", range(3))
def test_no_place_of_a_sentence_cuts_a_word(seed: int) -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        edited = Edited(text)
        for edit in (rewrite, everything):
            edit(edited, random.Random(seed))
        carrier = Carrier(text, edited.text)
        for sentence in sentences(text, Span(0, len(text))):
            if found := carrier.carry(sentence).span:
                assert is_edge_of_word(edited.text, found.start)
                assert is_edge_of_word(edited.text, found.end)


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_no_script_has_its_passages_moved_to_a_wrong_place(
    edit: Edit, name: str
) -> None:
    told = judge(edit, [article(SCRIPTS[name], 3000)], 60, 1)
    assert told["wrong"] == told["false"] == 0
    assert told["ok"] > 20


@given(texts, texts, st.data())
def test_whatever_the_texts_the_answer_is_a_passage_of_the_new_or_none(
    old: str, new: str, data: st.DataObject
) -> None:
    ends = st.integers(0, len(old))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    found = Carrier(old, new).carry(Span(start, end))
    if found.span is None:
        assert found.anchor is Anchor.ORPHAN
    elif old != new:
        assert found.span.of(new).strip()
        assert found.span.end <= len(new)
        assert is_edge(new, found.span.start)
        assert is_edge(new, found.span.end)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_no_edit_moves_a_sentence_to_a_wrong_place(edit: Edit) -> None:
    text = sorted(SEEDS.glob("*.txt"))[1].read_text(encoding="utf-8")
    edited = Edited(text)
    edit(edited, random.Random(edit.__name__))
    carrier, traced = Carrier(text, edited.text), edited.traced()
    sure = 0
    for sentence in sentences(text, Span(0, len(text))):
        found = carrier.carry(sentence)
        if found.anchor is Anchor.ANCHORED and found.span:
            truth = traced.now(sentence)
            assert truth
            assert truth.overlaps(found.span)
            sure += 1
    assert sure
