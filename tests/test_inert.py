"""Text from outside is shown and never obeyed: the bytes that reach a terminal."""

import sys
from pathlib import Path

import pytest

from reader.model import Document, Span
from reader.store import Store
from tests.benchmarks.pane.terminal import Terminal

HOSTILE = (
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1b]0;PWNED\x1b\\",
    "\x1b]8;;http://evil.example/\x1b\\",
    "\x1bP+q544e\x1b\\",
    "\x1b[31mRED",
    "\x9b31m",
    "\x9d0;PWNED\x9c",
    "\u202eevil",
    "\U000e0041",
    "\x00\x0e\x08",
)
TAG = "[/] [bold] [@click=app.quit]x[/]"
MARKUP = f"{TAG} [link=http://evil.example]"
FORBIDDEN = (
    b"\x1b]52",
    b"\x1b]0;",
    b"\x1b]8;",
    b"\x1bP",
    b"\x1b[31mRED",
    "\x9b".encode(),
    "\x9d".encode(),
    "\u202e".encode(),
    "\U000e0041".encode(),
    b"\x00",
    b"\x0e",
    b"\x08",
)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A library whose every text is hostile."""
    path = tmp_path / "evil.db"
    payload = "".join(HOSTILE) + MARKUP
    text = f"Title {payload}\n\nA first sentence {payload} here.\n\nLeave a Reply\n"
    document = Document(
        f"evil{payload}.txt", text, text.encode(), "utf-8", "lf", text.split("\n")[0]
    )
    with Store(path, f"ana{payload}") as store:
        step = store.imports.open(payload)
        store.imports.keep(step, [document])
        version = store.articles.version(1)
        start = text.index("A first")
        store.annotations.tag(version, Span(start, start + 16), TAG, payload)
        store.annotations.note(version, Span(start, start + 7), payload)
    return path


def test_no_screen_hands_an_escape_from_outside_to_the_terminal(hostile: Path) -> None:
    command = [sys.executable, "-m", "reader", "--library", str(hostile)]
    written = b""
    with Terminal(command) as terminal:
        terminal.wait_for("1 article")
        for keys in (b"\r", b"j", b"z", b"\t", b"?", b"q", b"t", b"\x1b", b"m"):
            terminal.send(keys)
            written += terminal.settle()
        for keys in (b"\x1b", b"d", b"u", b"\x12", b"u", b"I", b"\x1b", b"f"):
            terminal.send(keys)
            written += terminal.settle()
        terminal.send(b"\x1b[200~pasted \x1b]0;PWNED\x07 text\x1b[201~")
        written += terminal.settle()
        assert terminal.is_running()
    assert b"evil.example" in written
    assert b"[@click=app.quit]x[/]" in written
    for sign in FORBIDDEN:
        assert sign not in written, sign
