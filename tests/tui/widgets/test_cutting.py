from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text.safe import safe_line
from reader.tui.widgets.cutting import head, short_path, tail

LINES = st.text(
    st.one_of(st.sampled_from("ab é北カ😀한\u0301"), st.characters()), max_size=30
).map(safe_line)


@given(LINES, st.integers(0, 40))
def test_whatever_the_line_it_fills_its_cells(line: str, width: int) -> None:
    assert cell_len(head(line, width)) == width
    assert cell_len(tail(line, width)) == width
    assert cell_len(head(line, width, pad=False)) <= width


def test_the_words_next_to_the_passage_stay() -> None:
    assert head("before the rest", 8) == "before …"
    assert tail("what stands before", 8) == "… before"
    assert tail("short", 8) == "   short"


def test_of_a_path_its_upper_levels_give_way_to_its_own_name() -> None:
    path = "actor/state/north korea"
    assert short_path(path, 23) == path
    assert short_path(path, 22) == "…/state/north korea"
    assert short_path(path, 14) == short_path(path, 3) == "…/north korea"
    assert short_path("北京/北京", 8) == "…/北京"
    assert short_path("weather", 3) == "weather"
