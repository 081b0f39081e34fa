from hypothesis import given
from hypothesis import strategies as st

from reader.model import Tag
from reader.tui.dialogs.tag_choices import choices, habits

NAMES = ("actor/state/china", "actor/state/usa", "topic/sanctions", "topic/summit")
TAGS = [Tag(number, path, uses=number) for number, path in enumerate(NAMES)]


def offered(typed: str, in_use: dict[int, float] | None = None) -> list[str]:
    """The rows of the picker, a new tag with a plus."""
    rows = choices(typed, TAGS, in_use or {})
    return [row.path if row.tag else f"+{row.path}" for row in rows]


def test_with_nothing_typed_habit_comes_first_then_use() -> None:
    assert offered("", {0: 2.0})[:2] == ["actor/state/china", "topic/summit"]


def test_a_better_fit_comes_before_a_habit_and_habit_among_equal_fits() -> None:
    assert offered("s") == [
        "topic/summit",
        "topic/sanctions",
        "actor/state/usa",
        "actor/state/china",
        "+s",
    ]
    assert offered("su", {2: 9.0})[0] == "topic/summit"


def test_a_whole_name_makes_no_new_tag() -> None:
    assert offered("Topic/Summit") == ["topic/summit"]


def test_a_new_name_stands_before_what_has_its_letters_by_chance() -> None:
    rows = choices("tost", [Tag(1, "the old hostel"), Tag(2, "toast")], {})
    assert [(row.path, row.tag is None) for row in rows] == [
        ("toast", False),
        ("tost", True),
        ("the old hostel", False),
    ]


def test_the_twin_that_is_used_most_is_pointed_out() -> None:
    tags = [Tag(1, "sanctions", uses=14), Tag(2, "policy/sanctions", uses=2)]
    (new,) = [row for row in choices("sanct", tags, {}) if row.tag is None]
    assert new.twin is None
    (new,) = [row for row in choices("sanction", tags, {}) if row.tag is None]
    assert new.twin
    assert new.twin.path == "sanctions"


def test_a_retired_tag_is_offered_to_its_whole_name_only() -> None:
    tags = [Tag(1, "mood", is_retired=True)]
    assert choices("", tags, {}) == []
    assert [row.tag for row in choices("moo", tags, {})] == [None]
    assert [row.path for row in choices("mood", tags, {}) if row.tag] == ["mood"]


def test_habits_weigh_what_is_recent_what_is_often_and_where() -> None:
    word, sentence, rare = 1, 2, 3
    lately = [(rare, 90), *[(word, 6), (sentence, 90)] * 6]

    def first(length: int) -> int:
        weights = habits(lately, length)
        return max(weights, key=weights.__getitem__)

    assert first(8) == word
    assert first(120) == sentence
    assert habits(lately, 120)[rare] > habits([*lately[1:], lately[0]], 120)[rare]


@given(st.text("acehinorstu/ ", max_size=8))
def test_every_tag_is_offered_at_most_once_and_a_new_name_at_most_once(
    typed: str,
) -> None:
    rows = offered(typed)
    assert len(rows) == len(set(rows))
    assert sum(row.startswith("+") for row in rows) <= 1
    assert typed.strip() == "" or rows
