"""The figures against published examples, to the digits that these give."""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

import pytest

from reader.model import Span
from reader.review.agreement import unitized
from reader.review.agreement.bootstrap import Draws, f1_of, middle
from reader.review.agreement.nominal import alpha, kappa, masi_alpha, masi_distances
from reader.review.agreement.overlap import common, exact, f1, overlapping
from reader.review.agreement.unitized import Disagreement, distance, terms


def table(*rows: tuple[int, int]) -> list[list[int]]:
    """The ratings of two coders, from a table of how often which pair was given."""
    pairs = [
        (one, other)
        for one, row in enumerate(rows)
        for other, count in enumerate(row)
        for _ in range(count)
    ]
    return [list(ratings) for ratings in zip(*pairs, strict=True)]


@pytest.mark.parametrize(
    ("rows", "published"),
    [
        (((20, 5), (10, 15)), 0.4000),
        (((45, 15), (25, 15)), 0.1304),
        (((25, 35), (5, 35)), 0.2593),
    ],
)
def test_cohens_kappa(rows: tuple[tuple[int, int], ...], published: float) -> None:
    """Wikipedia, “Cohen's kappa”, the simple example and the two of one agreement."""
    assert kappa(table(*rows)).value == pytest.approx(published, abs=5e-5)


FLEISS = (
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
)


def test_fleiss_kappa() -> None:
    """Wikipedia, “Fleiss' kappa”: ten subjects, fourteen raters, five categories."""
    subjects = [
        [category for category, count in enumerate(row) for _ in range(count)]
        for row in FLEISS
    ]
    raters = list(zip(*subjects, strict=True))
    assert kappa(raters).value == pytest.approx(0.210, abs=5e-4)


def observers(*rows: str) -> list[list[str | None]]:
    return [[None if one == "*" else one for one in row.split()] for row in rows]


@pytest.mark.parametrize(
    ("rows", "published"),
    [
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
        (
            (
                "1 2 3 3 2 1 4 1 2 * * *",
                "1 2 3 3 2 2 4 1 2 5 * 3",
                "* 3 3 3 2 3 4 2 2 5 1 *",
                "1 2 3 3 2 4 4 1 2 5 1 *",
            ),
            0.743,
        ),
        (
            (
                "* * * * * 3 4 1 2 1 1 3 3 * 3",
                "1 * 2 1 3 3 4 3 * * * * * * *",
                "* * 2 1 3 4 4 * 2 1 1 3 3 * 4",
            ),
            0.691,
        ),
    ],
    ids=["Krippendorff 2011, A", "Krippendorff 2011, C", "Wikipedia"],
)
def test_krippendorffs_alpha(rows: tuple[str, ...], published: float) -> None:
    """“Computing Krippendorff's Alpha-Reliability”; Wikipedia's worked example."""
    assert alpha(observers(*rows)).value == pytest.approx(published, abs=5e-4)


def pairs_of_letters(word: str) -> frozenset[str]:
    """The sets that Abydos compares words by: `$w`, `wo`, `or`, `rd`, `d#`."""
    return frozenset(map("".join, pairwise(f"${word}#")))


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        (frozenset("12"), frozenset("1234"), 1 - 1 / 3),
        (pairs_of_letters("cat"), pairs_of_letters("hat"), 1 - 0.1111111111),
        (pairs_of_letters("Niall"), pairs_of_letters("Neil"), 1 - 0.0740740741),
        (pairs_of_letters("ATCG"), pairs_of_letters("TAGC"), 1 - 0.0),
    ],
    ids=["one in the other", "cat, hat", "Niall, Neil", "nothing in common"],
)
def test_the_distance_of_sets(
    one: frozenset[str], other: frozenset[str], published: float
) -> None:
    """The documentation of NLTK's `masi_distance` and of `abydos.distance.MASI`.

    What Abydos gives is likeness, one minus the distance.
    """
    assert masi_distances([one, other])[0][1] == pytest.approx(published, abs=1e-9)


def test_alpha_of_the_sets_of_one_unit() -> None:
    """Stack Overflow 72071635: two sets that differ, of one unit, give 0."""
    assert masi_alpha([[frozenset(("l1",))], [frozenset(("l1", "l2"))]]).value == 0


def sets(*written: str) -> list[frozenset[str]]:
    return [frozenset(each.split()) for each in written]


TWO_LABELERS = (
    sets("", "", "p1", "p1 p2", "p4 p5", "p6"),
    sets("", "p3", "p1 p2", "p2 p3", "p4 p5", "p7"),
)


def test_alpha_of_sets() -> None:
    """M1KUAPP/Turn (2026), docs/research/0035-turn-eval-harness.md: 93/269, .345725.

    One unit of each kind, of which the note gives the distances 0, 1, 2/3, 8/9, 0 and
    1; the observed disagreement is their mean, 16/27, the expected one 269/297. Two
    who say nothing agree there too.
    """
    distances = [
        masi_distances(pair)[0][1] if pair[0] != pair[1] else 0.0
        for pair in zip(*TWO_LABELERS, strict=True)
    ]
    assert distances == pytest.approx([0, 1, 2 / 3, 8 / 9, 0, 1])
    assert sum(distances) / len(distances) == pytest.approx(16 / 27)
    found = masi_alpha(TWO_LABELERS).value
    assert found == pytest.approx(1 - (16 / 27) / (269 / 297))
    assert found == pytest.approx(0.34572490706319703, abs=1e-15)


DKPRO = (
    sets("", "A", "A", "A", "A B", "A B", "A B C", "C", "C"),
    sets("", "", "A", "B", "A", "A C", "A B C", "A C", "A C"),
)


def test_alpha_of_sets_by_hand() -> None:
    """The nine units of DKPro Statistics' `SetAnnotationsTest`, step by step.

    Its own value, .252, is of another distance than Passonneau's: the weight is
    multiplied with the distance there, and not with the likeness.
    """
    # In the units: 0 and 1 for nothing beside nothing and beside A; A, A 0; A, B 1;
    # one in the other 1 - 2/3 * 1/2 = 2/3, three times; AB, AC 1 - 1/3 * 1/3 = 8/9.
    observed = (0 + 1 + 0 + 1 + 3 * 2 / 3 + 8 / 9 + 0) / 9
    # Of the 18 sets, 3 are nothing, 5 A, 1 B, 2 C, 2 AB, 3 AC, 2 ABC. Pairs of two
    # kinds, each with its number and its distance:
    pairs = (
        (3 * 15, 1),  # nothing and anything else
        (5 * 1 + 5 * 2 + 1 * 2, 1),  # A, B, C
        (5 * 2 + 1 * 2 + 5 * 3 + 2 * 3, 2 / 3),  # one tag in two: A or B, A or C
        (2 * 2 + 1 * 3, 1),  # C beside AB, B beside AC
        ((5 + 1 + 2) * 2, 1 - 2 / 3 * 1 / 3),  # one tag in three
        (2 * 3, 1 - 1 / 3 * 1 / 3),  # AB, AC
        ((2 + 3) * 2, 1 - 2 / 3 * 2 / 3),  # two tags in three
    )
    expected = 2 * sum(count * apart for count, apart in pairs) / (18 * 17)
    assert masi_alpha(DKPRO).value == pytest.approx(1 - observed / expected)
    assert round(1 - observed / expected, 4) == 0.2731


def test_alpha_of_sets_of_one_tag_each_is_that_of_the_tags() -> None:
    rows = ("1 2 3 3 2 1 4 1 2", "1 2 3 3 2 2 4 1 2")
    ratings = observers(*rows)
    sets = [[frozenset((one or "",)) for one in row] for row in ratings]
    assert masi_alpha(sets).value == pytest.approx(alpha(ratings).value)


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


SCHOOLS = (
    (576, 3.39), (635, 3.30), (558, 2.81), (578, 3.03), (666, 3.44),
    (580, 3.07), (555, 3.00), (661, 3.43), (651, 3.36), (605, 3.13),
    (653, 3.12), (575, 2.74), (545, 2.76), (572, 2.88), (594, 2.96),
)  # fmt: skip


def correlation(parts: Sequence[tuple[float, float]]) -> float:
    count = len(parts)
    one, other = sum(a for a, _ in parts) / count, sum(b for _, b in parts) / count
    shared = sum((a - one) * (b - other) for a, b in parts)
    ones, others = (a - one for a, _ in parts), (b - other for _, b in parts)
    return shared / sqrt(sum(a * a for a in ones) * sum(b * b for b in others))


def test_the_percentile_interval() -> None:
    """Wasserman 2004, “All of Statistics”, example 8.6: (.46, .96).

    It is of the correlation, .776, of the law schools of Efron and Tibshirani 1993,
    and of another thousand draws than ours. Over ten seeds our lower end was between
    .418 and .470, the upper one between .954 and .965.
    """
    assert correlation(SCHOOLS) == pytest.approx(0.776, abs=5e-4)
    interval = middle(Draws(len(SCHOOLS), seed=1).of(SCHOOLS, correlation))
    assert interval == pytest.approx((0.46, 0.96), abs=0.03)
