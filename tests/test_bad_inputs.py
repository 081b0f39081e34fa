"""Every bad input of the table is one clear line, or is taken as it is."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from textual.widgets import Input

from reader.cli import main
from reader.model import Span
from reader.store import Store
from reader.text.safe import safe
from reader.tui.app import ReaderApp
from tests.bad_inputs import BAD, ELSEWHERE, HELD, Bad
from tests.tui.driving import Driver


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("READER_LIBRARY", "READER_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("READER_CODER", "ana")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


def test_all_44_are_in_the_table_or_in_a_test_of_their_own() -> None:
    assert {bad.number for bad in BAD} | set(ELSEWHERE) == set(range(1, 45))
    root = Path(__file__).parents[1]
    for where in ELSEWHERE.values():
        path, _, name = where.partition("::")
        assert f"def {name}(" in (root / path).read_text(encoding="utf-8")


@pytest.mark.usefixtures("little_patience")
@pytest.mark.parametrize("bad", BAD, ids=lambda b: f"{b.number} {b.what}")
def test_a_bad_input_is_one_clear_line(
    bad: Bad, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if bad.number == 42:
        settings = tmp_path / "xdg_config_home" / "reader" / "config.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text("coder: !!python/object:os.system\n")
        monkeypatch.delenv("READER_CODER")
    *before, last = bad.make(tmp_path)
    try:
        for command in before:
            _run(library, *command)
        result = _run(library, *last)
    finally:
        while HELD:
            HELD.pop().close()
    said = (result.stdout_bytes + result.stderr_bytes).decode()
    assert result.exit_code == bad.status, said[:2000]
    # On a terminal it would be shown so; other tests see that it is.
    assert re.search(bad.says, said if "--raw" in last else safe(said)), said[:2000]
    assert "Traceback" not in said
    assert "a fault of the program" not in said
    if bad.status:
        assert re.search("^reader: ", result.stderr, re.MULTILINE)
        assert len(result.stderr.strip().splitlines()) <= 3
    with Store(library, "ana") as store:
        assert store.examine() == []


def _run(library: Path, *arguments: str) -> Result:
    asked = [part for part in arguments if part != "--safe"]
    options = [] if asked[:1] == ["--library"] else ["--library", str(library)]
    return CliRunner().invoke(main, [*options, *asked])


def test_the_order_of_steps_is_not_that_of_the_clock(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def then() -> datetime:
        return datetime(1999, 1, 1, tzinfo=UTC)

    with Store(library, "ana") as store:
        version = store.articles.version(1)
        store.annotations.tag(version, Span(0, 7), "first")
        monkeypatch.setattr("reader.store.annotations.now", then)
        monkeypatch.setattr("reader.store.history.now", then)
        store.annotations.tag(version, Span(0, 7), "second")
        store.annotations.tag(version, Span(0, 7), "third")
        undone = [store.undo() for _ in range(3)]
        labels = [step.label.split()[1] for step in undone if step]
        assert labels == ["third", "second", "first"]


async def test_a_megabyte_pasted_into_a_search_is_cut_off(library: Path) -> None:
    async with Driver.of(ReaderApp(library, "ana"), (120, 40)) as reader:
        await reader.press("slash")
        await reader.paste("harbour " * 125_000)
        assert len(reader.screen.query_one(Input).value) <= 1000
        await reader.press("enter")
        assert reader.app.is_running
