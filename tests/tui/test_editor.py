"""A memo that is written in an editor of the user's."""

import stat
from pathlib import Path

import pytest
from textual.widgets import TextArea

from reader.store import Store
from tests.tui.driving import Running


async def test_an_editor_gets_the_memo_in_a_file_for_its_owner_alone(
    running: Running, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    editor = tmp_path / "editor"
    editor.write_text(
        f'#!/bin/sh\nstat -c %a "$(dirname "$1")" > {seen}\n'
        'echo "from outside" > "$1"\n'
    )
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(editor))
    async with running() as driver:
        monkeypatch.setattr(
            type(driver.app._driver), "can_suspend", True, raising=False
        )
        await driver.press("enter", "j", "m", "ctrl+e", "escape")
    assert seen.read_text().strip() == "700"
    with Store(library) as store:
        assert [a.memo for a in store.annotations.of(1)] == ["from outside"]


@pytest.mark.parametrize("editor", ["none-such", "ed 'it", "false", " "])
async def test_an_editor_that_is_none_loses_no_memo_and_is_named(
    running: Running, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setenv("VISUAL", editor)
    async with running() as driver:
        monkeypatch.setattr(
            type(driver.app._driver), "can_suspend", True, raising=False
        )
        await driver.press("enter", "j", "m", "h", "i", "ctrl+e")
        (told,) = (note.message for note in driver.app._notifications)
        assert told.startswith(f"{editor} did not give the text back: ")
        assert driver.screen.query_one(TextArea).text == "hi"
