import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exchange.codebook import CodebookError, entries, write
from reader.exchange.incoming import NO_COLOUR
from reader.exchange.outgoing import Choices
from reader.handover.leaving import Leaving
from reader.model import Tag
from reader.store import Store

NAMES = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="/"), min_size=1
)
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"))).map(str.strip)


def tags(text: str) -> list[Tag]:
    return [entry.tag for entry in entries(text)]


def paths(text: str) -> list[str]:
    return [tag.path for tag in tags(text)]


@given(
    st.lists(
        st.builds(
            Tag,
            st.just(0),
            st.lists(NAMES, min_size=1, max_size=3).map("/".join),
            TEXTS,
            st.integers(0, 9),
            st.sampled_from(["", "1", "=", "'", ","]),
            st.just(0),
            TEXTS,
            st.booleans(),
        ),
        max_size=5,
    )
)
def test_what_is_written_comes_back(codebook: list[Tag]) -> None:
    class Given(Leaving):
        def tags(self) -> Sequence[Tag]:
            return codebook

    out = io.StringIO(newline="")
    with Store(None, "ana") as store:
        write(Given(store), out, Choices(excel=True))
    assert tags(out.getvalue()) == codebook


def test_what_taguette_writes() -> None:
    (tag,) = tags('tag,description,number of highlights\r\nfear,"what, whom",3\r\n')
    assert (tag.path, tag.description, tag.colour) == ("fear", "what, whom", NO_COLOUR)


@pytest.mark.parametrize("between", [" > ", ">", "\\"])
def test_what_maxqda_writes(between: str) -> None:
    (tag,) = tags(f"Code;Memo\r\nActor{between}and/or{between}China;who speaks\r\n")
    assert tag.path == "Actor/and\u2215or/China"
    assert (tag.description, tag.memo) == ("who speaks", "")


def test_a_parent_and_a_name_make_a_path() -> None:
    assert paths("name,parent\nchina,actor/state\nmood,\n") == [
        "actor/state/china",
        "mood",
    ]


def test_a_plain_list_is_a_tree_by_its_indents() -> None:
    text = "actor\n  - china\n  - usa\n\n* topic\n\tsummit, or talks\nmood\r\n"
    assert paths(text) == [
        "actor", "actor/china", "actor/usa", "topic", "topic/summit, or talks", "mood",
    ]  # fmt: skip


def test_every_row_that_is_wrong_is_named() -> None:
    with pytest.raises(CodebookError) as error:
        entries('tag,colour,key\na,mud,\n"b\nc",red,xy\n,,1\nd,#abc,x\n')
    assert str(error.value) == (
        "row 2: mud is no colour; write a name or #rrggbb;"
        " row 3: red is no colour; write a name or #rrggbb; row 4: names no tag"
    )
    with pytest.raises(CodebookError, match="line 2: is no CSV"):
        entries('tag,colour\n"a,b\n')


def test_an_empty_file_has_no_tags() -> None:
    assert entries("") == entries("\n\n") == entries("tag,description\n") == []


def test_more_tags_than_a_codebook_has_are_refused() -> None:
    with pytest.raises(CodebookError, match="more than 50,000 tags"):
        entries("".join(f"a{number}\n" for number in range(50_001)))


def test_levels_of_long_names_do_not_fill_the_memory() -> None:
    names = "".join(f"{' ' * level}{'a' * 2_000}\n" for level in range(300))
    assert sum(len(tag.path) for tag in tags(names)) < len(names)
