"""What the tests of the command ask for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reader.cli import main

Command = Callable[..., Result]
"""Runs `reader` with its arguments; `given` is what stands on stdin."""


@pytest.fixture(autouse=True)
def a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings or the library of whoever runs it."""
    for name in ("READER_LIBRARY", "READER_CODER", "READER_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def reader(library: Path) -> Command:
    """The command, on a library file with two articles."""

    def run(*arguments: object, given: bytes | None = None) -> Result:
        options = ["--library", str(library), "--coder", "ana"]
        return CliRunner().invoke(
            main, [*options, *map(str, arguments)], input=given, prog_name="reader"
        )

    return run
