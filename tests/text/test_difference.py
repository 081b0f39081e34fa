from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.difference import Kind, Part, changed_words, difference
from reader.text.passages import Passages

OLD = """Kim visits Beijing

The leader of the north went to Beijing on Monday. He met Xi there.

The train was green.

Nobody said why he came.

The end of it was quiet and long."""
NEW = """Kim visits Beijing

By a writer

Nobody said why he came.

The leader of the South went to Beijing by train on Monday.

He met Xi there. The end of it was quiet and long."""


def told(old: str, new: str) -> list[tuple[Kind, str, str]]:
    return [
        (
            row.kind,
            "".join(part.left for part in row.parts),
            "".join(part.right for part in row.parts),
        )
        for row in difference(Passages(old), Passages(new))
    ]


def test_each_sentence_is_the_same_changed_gone_new_or_moved() -> None:
    assert [row[0] for row in told(OLD, NEW)] == [
        Kind.SAME,
        Kind.NEW,
        Kind.MOVED_TO,
        Kind.CHANGED,
        Kind.SAME,
        Kind.GONE,
        Kind.MOVED_FROM,
        Kind.SAME,
    ]


def test_a_changed_sentence_says_which_words() -> None:
    (row,) = (
        row
        for row in difference(Passages(OLD), Passages(NEW))
        if row.kind is Kind.CHANGED
    )
    assert [part for part in row.parts if not (part.left and part.right)] == [
        Part("north ", ""),
        Part("", "South "),
        Part("", "by train "),
    ]
    assert "".join(part.marked for part in row.parts) == (
        "The leader of the [-north-] {+South+} went to Beijing {+by train+} on Monday."
    )


def test_a_sentence_that_says_the_same_may_be_punctuated_otherwise() -> None:
    assert (
        told("He said: “No.” Then he went home", "HE SAID “NO!” Then he went home.")[0][
            0
        ]
        is Kind.SAME
    )


def test_paragraphs_that_are_broken_otherwise_are_no_change() -> None:
    one = "First it rained all day. Then the sun came out.\n\nPeople were glad of it."
    other = one.replace("\n\n", " ").replace(". T", ".\n\nT")
    assert {row[0] for row in told(one, other)} == {Kind.SAME}


def test_hidden_lines_are_no_part_of_it() -> None:
    text = f"{OLD}\n\nLeave a Reply"
    hidden = Span(len(OLD) + 2, len(text))
    rows = difference(Passages(text, [hidden]), Passages(OLD))
    assert {row.kind for row in rows} == {Kind.SAME}


SENTENCES = st.lists(
    st.sampled_from(["It rained in Rome.", "She went to Bonn.", "No one was there."]),
    max_size=8,
).map("\n\n".join)


@given(SENTENCES, SENTENCES)
def test_nothing_of_either_text_is_lost(old: str, new: str) -> None:
    rows = told(old, new)
    assert [left for _, left, _ in rows if left] == old.split("\n\n") * bool(old)
    right = [right for _, _, right in rows if right]
    assert right == new.split("\n\n") * bool(new)
    moved = [kind for kind, _, _ in rows]
    assert moved.count(Kind.MOVED_FROM) == moved.count(Kind.MOVED_TO)


def test_two_texts_with_nothing_in_common_are_gone_and_new() -> None:
    long = "\n\n".join(
        f"Sentence {n} is about a thing called {n * n}." for n in range(9)
    )
    kinds = [row[0] for row in told(long, "Wholly other words stand here today.")]
    assert kinds.count(Kind.GONE) == 9
    assert kinds.count(Kind.NEW) == 1


def test_where_words_are_not_parted_letters_are_set_against_letters() -> None:
    parts = changed_words("衍生版不必有回馈。", "衍生版必须有回馈。")
    assert [(part.left, part.right) for part in parts] == [
        ("衍生版", "衍生版"), ("不", ""), ("必", "必"), ("", "须"),
        ("有回馈。", "有回馈。"),
    ]  # fmt: skip
