import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.review.sample import Sample

IDS = [str(number) for number in range(200)]


@pytest.mark.parametrize(
    ("typed", "sample"),
    [
        ("", Sample()),
        ("all", Sample()),
        ("20", Sample(count=20)),
        ("10%", Sample(percent=10)),
        ("10 percent random", Sample(percent=10, seed=5)),
        ("random", Sample(seed=5)),
        ("20 random", Sample(count=20, seed=5)),
        ("20 random 7", Sample(count=20, seed=7)),
        (" 20 RANDOM seed 7 ", Sample(count=20, seed=7)),
    ],
)
def test_what_a_person_types_is_understood(typed: str, sample: Sample) -> None:
    assert Sample.read(typed, seed=5) == sample


@pytest.mark.parametrize("typed", ["0", "0%", "101%", "x", "20 7", "-3", "%", "all 20"])
def test_what_is_no_sample_is_refused_in_words(typed: str) -> None:
    with pytest.raises(ValueError, match=r"all, 20|at least one"):
        Sample.read(typed, seed=5)


samples = st.builds(
    Sample,
    count=st.none() | st.integers(1, 300),
    seed=st.none() | st.integers(0, 10**8),
) | st.builds(Sample, percent=st.integers(1, 100), seed=st.integers(0, 10**8))


@given(samples)
def test_a_sample_says_how_it_is_typed_again(sample: Sample) -> None:
    assert Sample.read(str(sample), seed=-1) == sample


@given(samples, st.permutations(IDS[:40]))
def test_a_random_order_does_not_depend_on_the_order_of_the_candidates(
    sample: Sample, shuffled: list[str]
) -> None:
    if sample.seed is not None:
        assert sample.of(shuffled) == sample.of(IDS[:40])


@given(st.integers(0, 10**6), st.sampled_from(IDS))
def test_one_candidate_more_leaves_the_order_of_the_others(
    seed: int, late: str
) -> None:
    without = [one for one in IDS if one != late]
    order = Sample(seed=seed).of(IDS)
    assert [one for one in order if one != late] == Sample(seed=seed).of(without)


def test_a_seed_gives_the_same_sample_for_ever() -> None:
    assert Sample(count=5, seed=7).of(IDS) == ["161", "126", "77", "4", "101"]
    assert Sample(percent=3, seed=7).of(IDS[:10]) == Sample(count=1, seed=7).of(
        IDS[:10]
    )
