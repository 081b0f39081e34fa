import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.word_count import word_count

_BLANKS = [chr(n) for n in range(sys.maxunicode + 1) if chr(n).isspace()]


@pytest.mark.parametrize("blank", _BLANKS, ids=map(ascii, _BLANKS))
def test_every_blank_of_unicode_parts_words(blank: str) -> None:
    for text in (f"a{blank}b", f"{blank}é{blank}{blank}ü{blank}", blank):
        assert word_count(text.encode()) == len(text.split())


@given(
    st.text(
        st.one_of(
            st.sampled_from(_BLANKS),
            # What begins in UTF-8 as blanks do, and letters of each length.
            st.sampled_from("a.\x86\xa1\u1681\u200b\u2027\u2030\u2060\u3001é한😀"),
            st.characters(exclude_categories=["Cs"]),
        )
    )
)
def test_words_are_what_blanks_part(text: str) -> None:
    assert word_count(text.encode()) == len(text.split())
