"""The figures of passages against published examples, to the digits that these give."""

import pytest

from reader.model import Span
from reader.review.agreement import unitized
from reader.review.agreement.bootstrap import f1_of
from reader.review.agreement.overlap import common, exact, f1, overlapping
from reader.review.agreement.unitized import Disagreement, distance, terms


def units(*placed: tuple[int, int]) -> list[Span]:
    return [Span(begin, begin + length) for begin, length in placed]


KRIPPENDORFF_2004 = (
    {
        "c": units((225, 70), (370, 30)),
        "k": units((180, 60), (300, 50)),
    },
    {
        "c": units((220, 80), (355, 20), (400, 20)),
        "k": units((180, 60), (300, 50)),
    },
)
CONTINUUM = Span(150, 450)


def disagreement(coders: list[list[Span]], continuum: Span) -> Disagreement:
    return unitized.disagreement([terms(coders, continuum)])


def alpha_u(*found: Disagreement) -> float:
    value = unitized.alpha(found)
    assert value is not None
    return value


def test_alpha_u_of_krippendorffs_example() -> None:
    """Content Analysis, 2nd edition (2004), p. 254."""
    first, second = KRIPPENDORFF_2004
    c, k = (disagreement([first[tag], second[tag]], CONTINUUM) for tag in "ck")
    assert c == pytest.approx((0.0144, 0.0532), abs=5e-5)
    assert k == pytest.approx((0.0000, 0.0490), abs=5e-5)
    assert alpha_u(c) == pytest.approx(0.7286, abs=5e-5)
    assert alpha_u(k) == 1


def test_overall_alpha_u_is_published_from_rounded_terms() -> None:
    """The same page has .8591 for both categories together."""
    first, second = KRIPPENDORFF_2004
    found = [disagreement([first[tag], second[tag]], CONTINUUM) for tag in "ck"]
    rounded = [(round(o, 4), round(e, 4)) for o, e in found]
    assert rounded == [(0.0144, 0.0532), (0.0000, 0.0490)]
    assert alpha_u(*rounded) == pytest.approx(0.8591, abs=5e-5)
    # 2 (50 + 850 + 400) / (2 * 300 ** 2) is .014444, and not .0144.
    assert found[0][0] == pytest.approx(1300 / 300**2, abs=1e-12)
    assert alpha_u(*found) == pytest.approx(0.8587, abs=5e-5)


def test_alpha_u_of_dkpros_example() -> None:
    """DKPro Statistics, test of `KrippendorffAlphaUnitizingAgreement`."""
    coders = [units((1, 8)), units((2, 1), (4, 1), (6, 1))]
    found = disagreement(coders, Span(0, 10))
    assert found == pytest.approx((0.9100, 0.5351), abs=1e-4)
    assert alpha_u(found) == pytest.approx(-0.7003, abs=5e-4)


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        ((225, 70, True), (220, 80, True), 50),
        ((370, 30, True), (355, 20, True), 850),
        ((400, 50, False), (400, 20, True), 400),
    ],
)
def test_the_distance_of_units(
    one: tuple[int, int, bool], other: tuple[int, int, bool], published: int
) -> None:
    """The same example, pair by pair."""
    assert distance(one, other) == distance(other, one) == published


def spans(count: int, first: int) -> list[Span]:
    return [Span(10 * n, 10 * n + 5) for n in range(first, first + count)]


def test_f1_of_spans() -> None:
    """The output of `conlleval` that the task of CoNLL-2000 shows for an example.

    459 phrases, 539 found and 371 of them correct: precision 68.83, recall 80.83, F1
    74.35.
    """
    tally = exact(spans(459, 0), spans(539, 459 - 371))
    assert tally == (371, 459, 539)
    assert f1([tally]) == pytest.approx(0.7435, abs=5e-5)
    assert f1_of([[tally]]) == f1([tally])


@pytest.mark.parametrize(
    ("one", "other", "recognition", "segmentation"),
    [
        # Of 9 points one finds 7, and a second span of 2 points has 1 of them.
        ([Span(0, 9)], [Span(0, 7), Span(8, 10)], 0.6667, 0.7778),
        # 1 of 3 points is found.
        ([Span(0, 3)], [Span(2, 3)], 0.0, 0.0),
        # 4 points are found, and 2 more.
        ([Span(0, 4)], [Span(0, 6)], 1.0, 0.6667),
        # All 4 are.
        ([Span(0, 4)], [Span(0, 4)], 1.0, 1.0),
    ],
    ids=["class 0", "class 1", "class 6", "class 7"],
)
def test_f1_of_spans_that_share_half(
    one: list[Span], other: list[Span], recognition: float, segmentation: float
) -> None:
    """TorchMetrics' documentation of `panoptic_quality`: RQ and SQ of four classes.

    RQ, the recognition quality of Kirillov et al. 2019 (“Panoptic Segmentation”), is
    the F1 of segments that match by an intersection over union above one half, and SQ
    the mean of that share over the matches. The segments are those of a picture of 20
    points; here those of each class lie along a line, with the same points in common.
    """
    found = f1([overlapping(one, other)]) or 0.0
    assert found == pytest.approx(recognition, abs=5e-5)
    shares = [share for a in one for b in other if (share := common(a, b)) > 0.5]
    mean = sum(shares) / len(shares) if shares else 0.0
    assert mean == pytest.approx(segmentation, abs=5e-5)


def test_the_mean_f1_of_spans_that_share_half() -> None:
    """The same example: RQ is .6667 over its classes."""
    classes = (
        ([Span(0, 9)], [Span(0, 7), Span(8, 10)]),
        ([Span(0, 3)], [Span(2, 3)]),
        ([Span(0, 4)], [Span(0, 6)]),
        ([Span(0, 4)], [Span(0, 4)]),
    )
    values = [f1([overlapping(*each)]) or 0.0 for each in classes]
    assert sum(values) / len(values) == pytest.approx(0.6667, abs=5e-5)


def test_f1_is_positive_specific_agreement() -> None:
    """Hripcsak and Rothschild 2005: F1 is 2a / (2a + b + c), whoever is the key."""
    both, first, second = 371, 459 - 371, 539 - 371
    found = f1([(both, both + first, both + second)])
    assert found == pytest.approx(2 * both / (2 * both + first + second))
    assert found == f1([(both, both + second, both + first)])
