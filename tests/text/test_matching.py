import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.matching import Fit, fitting


@pytest.mark.parametrize(
    ("typed", "path", "fit"),
    [
        ("china", "China", Fit.EXACT),
        ("cafe\u0301", "Café", Fit.EXACT),
        ("chi", "actor/state/china", Fit.NAME),
        ("sta", "actor/state/china", Fit.PART),
        ("actor/st", "actor/state/china", Fit.PART),
        ("talk", "trade talks", Fit.WORD),
        ("hin", "actor/china", Fit.INSIDE),
        ("stch", "actor/state/china", Fit.SHORT),
        ("tt", "trade talks", Fit.SHORT),
        ("chn", "actor/china", Fit.SHORT),
        ("govt", "actor/government", Fit.SHORT),
        ("summit", "supplier commitments", Fit.SCATTERED),
        ("summit", "actor/china", Fit.NONE),
        (".*", "anything", Fit.NONE),
        ("a.c", "abc", Fit.NONE),
        ("aaaaaaaaaaaaaaaaaaaab", "a" * 90, Fit.NONE),
        ("aaaaaaaaaaaaaaaaaaaab", "a" * 90 + "/b", Fit.SHORT),
    ],
)
def test_how_a_path_fits(typed: str, path: str, fit: Fit) -> None:
    assert fitting(typed)(path) is fit


@given(st.text(max_size=8), st.text(min_size=1, max_size=20))
def test_every_name_fits_itself_and_what_begins_it(end: str, name: str) -> None:
    if name.strip():
        assert fitting(name)(name.strip()) is Fit.EXACT
        assert fitting(name)(name.strip() + end) < Fit.SHORT
