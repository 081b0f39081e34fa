from datetime import UTC, datetime
from itertools import count

from reader.model import Anchor, Annotation, Span, Tag
from reader.review.cases import cases

NOW = datetime(2026, 3, 1, tzinfo=UTC)
IDS = count()


def on(coder: str, start: int, end: int, tag: str = "sea") -> Annotation:
    return Annotation(
        str(next(IDS)), 1, 1, Span(start, end), "", "", "", 1, 1, Tag(1, tag), "",
        coder, Anchor.ANCHORED, NOW, NOW,
    )  # fmt: skip


def test_the_greatest_disagreement_comes_first() -> None:
    found = cases(
        [
            on("ana", 0, 10),
            on("ben", 0, 10),
            on("ana", 20, 40),
            on("ben", 20, 30),
            on("ana", 50, 60),
            on("ben", 50, 60, "war"),
            on("ben", 70, 80),
        ],
        ["ana", "ben"],
    )
    assert [case.difference for case in found] == ["missing", "tag", "boundary"]
    assert [case.distance for case in found] == [1, 0.9, 0.5]
    missing = found[0]
    assert (missing.span, missing.sides["ana"]) == (Span(70, 80), [])


def test_what_overlaps_is_one_case() -> None:
    (case,) = cases(
        [on("ana", 0, 10), on("ben", 5, 20), on("ana", 15, 30)], ["ana", "ben"]
    )
    assert (case.span, case.difference) == (Span(0, 30), "boundary")


def test_layers_and_single_coders_have_no_cases() -> None:
    assert cases([on("ana", 0, 10)], ["ana"]) == []
    assert cases([on("ana", 0, 10), on("gold", 0, 9)], ["ana", "gold"]) == []
    assert (
        cases([on("ana", 0, 9), on("ana (again)", 0, 5)], ["ana", "ana (again)"]) == []
    )
