from hypothesis import given
from hypothesis import strategies as st

from reader.text.units import Counting, Unit
from tests.text.strategies import texts

CODECS = {Unit.UTF16: ("utf-16-le", 2), Unit.UTF8: ("utf-8", 1)}


@given(texts, st.sampled_from(list(CODECS)), st.data())
def test_an_offset_counts_the_units_before_it(
    text: str, unit: Unit, data: st.DataObject
) -> None:
    codec, size = CODECS[unit]
    counting = Counting(text, unit)
    offset = data.draw(st.integers(0, len(text)))
    counted = counting.of(offset)
    assert counted == len(text[:offset].encode(codec, "surrogatepass")) // size
    assert counting.code_point(counted) == offset


def test_inside_a_code_point_there_is_no_offset() -> None:
    assert Counting("a😀b", Unit.UTF16).code_point(2) is None
    assert Counting("aüb", Unit.UTF8).code_point(2) is None
    assert Counting("ab", Unit.UTF8).code_point(3) is None
    assert Counting("ab", Unit.CODEPOINT).code_point(-1) is None
