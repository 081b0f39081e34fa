"""What stands on either side of a passage that a changed article left in doubt."""

from datetime import UTC, datetime

import pytest
from textual.content import Content

from reader.model import Anchor, Annotation, Span
from reader.store.settling import Unsettled
from reader.tui.screens.sides import both_sides

WAS = "Some analysts say that China, a key ally, could use the visit in the talks."
NOW = "Some in Seoul say that China, a key ally, may use the visit in the talks."
_THEN = datetime(2026, 1, 1, tzinfo=UTC)
AROUND = (
    "A year ago there was progress.",
    "The country has not yet said a word about it.",
    "Kim is expected to stay at the guest house in the west of the capital, where the"
    " meetings are held, and to leave on Thursday, the agency says in its report.",
    "He came by train, as his father did, and was seen at the border in the night, two"
    " newspapers say, of which one shows the train in a photograph of a reader.",
)


def unsettled(before: str, after: str, *places: str) -> Unsettled:
    annotation = Annotation(
        "1", 1, 1, Span(0, 1), WAS, "", "", 1, 1, None, "", "ana", Anchor.REVIEW,
        _THEN, _THEN,
    )  # fmt: skip
    at = before.index(WAS)
    found = tuple(Span(after.index(p), after.index(p) + len(p)) for p in places)
    was = Span(at, at + len(WAS))
    return Unsettled(annotation, "Talks", was, before, found, after, len(after) // 2)


def styled(content: Content, style: str) -> list[str]:
    """The stretches that have a style."""
    return [
        content.plain[span.start : span.end]
        for span in content.spans
        if style in str(span.style)
    ]


def test_the_words_that_only_one_of_the_texts_has_are_underlined() -> None:
    was, now = both_sides(unsettled(WAS, NOW, NOW), 0)
    assert styled(was, "underline") == ["analysts", "could"]
    assert styled(now, "underline") == ["in Seoul", "may"]
    assert "".join(styled(was, "reverse")) == WAS
    assert "".join(styled(now, "reverse")) == NOW


def test_of_the_very_words_none_is_underlined() -> None:
    was, now = both_sides(unsettled(WAS, f"New.\n\n{WAS}", WAS), 0)
    assert not styled(was, "underline")
    assert not styled(now, "underline")


def test_what_stands_around_begins_and_ends_with_whole_words() -> None:
    before = " ".join((*AROUND[::-1], WAS, *AROUND))
    was, _ = both_sides(unsettled(before, before, WAS), 0)
    left, right = styled(was, "dim")
    words = before.split()
    for part in (left.strip("…"), right.strip("…")):
        assert part.strip()
        assert set(part.split()) <= set(words)
    assert left.startswith("…")
    assert right.endswith("…")
    assert left.endswith(AROUND[0] + " ")


def test_lines_that_were_broken_to_fit_a_margin_run_on() -> None:
    broken = "\n\n".join(
        (
            "A year ago there was progress in the talks with the United States of\n"
            "the north, with summits in spring and in summer, as it was then said\n"
            "by those who had been there, and by others who had heard it of them.",
            "Kim is expected to stay at the guest house in the west of the capital\n"
            "where the meetings are held, and to leave on Thursday, as the agency\n"
            "says that knows of it.",
        )
    )
    said = "the west of the capital\nwhere the meetings are held"
    _, now = both_sides(unsettled(WAS, broken, said), 0)
    assert "".join(styled(now, "reverse")) == said.replace("\n", " ")
    assert "States of the north" in now.plain
    assert "heard it of them.\n\nKim is" in now.plain


def test_where_nothing_is_like_it_the_place_stands_empty() -> None:
    was, now = both_sides(unsettled(WAS, " ".join(AROUND)), 0)
    assert styled(was, "reverse") == [WAS]
    assert styled(now, "reverse") == [" … "]
    assert now.plain.startswith("nothing like it now")


@pytest.mark.parametrize("length", [900, 30_000])
def test_of_a_long_passage_the_ends_are_shown(length: int) -> None:
    long = f"{WAS} " + "and so on " * (length // 10) + "to the end."
    one = unsettled(f"{WAS} {long}", long, long)
    was, now = both_sides(one, 0)
    assert len(now) < 1200
    assert now.plain.rstrip().endswith("to the end.")
    assert was.plain.count(WAS)


@pytest.mark.parametrize("room", [(36, 14), (16, 6), (100, 30)])
def test_the_passage_is_seen_however_low_the_window_is(room: tuple[int, int]) -> None:
    before = "\n\n".join((*AROUND, *AROUND, WAS, *AROUND))
    was, now = both_sides(unsettled(before, before, WAS), 0, room)
    for side in (was, now):
        above = side.plain.partition(WAS)[0].split("\n")[2:]
        rows = sum(max(1, -(-len(line) // room[0])) for line in above)
        assert rows <= 2 + (room[1] - 2) // 3
