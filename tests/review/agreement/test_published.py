"""The figures against published examples, to the digits that these give."""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

import pytest

from reader.review.agreement.bootstrap import Draws, middle
from reader.review.agreement.nominal import alpha, kappa, masi_alpha, masi_distances


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
