import json
from pathlib import Path

import pytest

from reader import __version__
from reader.tui.keys import COMMANDS
from tests.cli.conftest import Command


def test_every_key_is_listed(reader: Command) -> None:
    listed = json.loads(reader("keys", "--json").stdout)
    assert {place: [each["id"] for each in rows] for place, rows in listed.items()} == {
        place: [command.id for command in rows] for place, rows in COMMANDS.items()
    }
    text = reader("keys").stdout
    for rows in COMMANDS.values():
        for command in rows:
            assert command.help in text


def test_keys_are_listed_as_a_user_has_chosen_them(
    reader: Command, tmp_path: Path
) -> None:
    config = tmp_path / "config" / "reader" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[keys]\nnext-passage = "n,down"\n')
    rows = json.loads(reader("keys", "--json").stdout)["Reading"]
    assert {each["id"]: each["keys"] for each in rows}["next-passage"] == ["n", "down"]


def test_where_says_where_things_would_be_and_makes_none(
    reader: Command, library: Path, tmp_path: Path
) -> None:
    library.unlink()
    found = json.loads(reader("where", "--json").stdout)
    assert found["library"] == str(library)
    assert found["config"].endswith("config.toml")
    assert not library.exists()
    assert not Path(found["config"]).exists()
    assert str(library) in reader("where").stdout


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_completion_of_a_shell_is_printed(reader: Command, shell: str) -> None:
    result = reader("completion", shell)
    assert f"_READER_COMPLETE={shell}_complete" in result.stdout
    assert f"reader completion {shell} >" in result.stderr


def test_the_version_is_printed(reader: Command) -> None:
    assert reader("--version").stdout == f"reader {__version__}\n"
