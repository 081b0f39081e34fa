"""Pasted text is words, wherever the terminal cuts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from reader.tui.typed import Typed

START, END = "\x1b[200~", "\x1b[201~"


def read(pieces: list[str]) -> list[Message]:
    """What Textual makes of pieces that come one after the other."""
    typed, parser = Typed(), XTermParser()
    return [
        event for each in pieces for event in parser.feed(typed.inert(each)) if each
    ]


def test_what_follows_an_escape_in_a_paste_is_no_key() -> None:
    (paste,) = read([f"{START}one\x1b[1;2Pd\rq\x1bu\x1b]0;x\x07{END}"])
    assert isinstance(paste, events.Paste)
    assert paste.text == "one␛[1;2Pd\nq␛u␛]0;x␇"


@pytest.mark.parametrize("key", ["\x1b", "j", "\x1b[A", "\x1b[20"])
def test_what_is_typed_is_handed_on_at_once(key: str) -> None:
    assert Typed().inert(key) == key


@given(st.text("a\x1b[201~", max_size=12), st.data())
def test_cuts_do_not_matter(words: str, data: st.DataObject) -> None:
    whole = f"j{START}{words}{END}k"
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=6)))
    pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)]
    one, several = Typed(), Typed()
    assert "".join(map(several.inert, pieces)) == one.inert(whole)
