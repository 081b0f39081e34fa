from pathlib import Path

import pytest

from reader.config import Config, ConfigError, load


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_nothing_is_set(file: Path) -> None:
    assert load(file) == Config()


def test_every_setting_is_read(file: Path) -> None:
    file.write_text(
        'coder = " ana "\nlibrary = "/data/x.db"\ntheme = "nord"\n'
        '[keys]\nnext-passage = "n,down"\n'
    )
    config = load(file)
    assert config.coder == "ana"
    assert config.library == Path("/data/x.db")
    assert config.theme == "nord"
    assert config.keys == {"next-passage": "n,down"}


def test_a_relative_library_lies_beside_the_settings(file: Path) -> None:
    file.write_text('library = "x.db"')
    assert load(file).library == file.parent / "x.db"


def test_a_tilde_is_the_home(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ana")
    file.write_text('library = "~/x.db"')
    assert load(file).library == Path("/home/ana/x.db")


def test_a_byte_order_mark_does_no_harm(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbfcoder = "ana"')
    assert load(file).coder == "ana"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("coder = 3", "coder"),
        ('coder = "  "', "coder"),
        ("library = true", "library"),
        ('library = "~no-such-user-here/x.db"', "library"),
        ('keys = "j"', "keys"),
        ("[keys]\ntag = 1", "keys.tag"),
        ('colour = "red"', "colour"),
        ("coder = \n", "line 1"),
        ("x = " + "[" * 900, ""),
        ("x = " + "9" * 900, "x"),
        ("x = [\n" + "9,\n" * 40_000 + "]", "64 KiB"),
        ("coder = 'a'\na" + ".a" * 5000 + " = 1", "line 2"),
    ],
)
def test_what_cannot_be_used_is_one_line_with_file_and_place(
    file: Path, text: str, place: str
) -> None:
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(file)
    message = str(caught.value)
    assert message.startswith(str(file))
    assert place in message
    assert "\n" not in message


def test_what_is_no_utf_8_is_named(file: Path) -> None:
    file.write_bytes(b'coder = "\xff"')
    with pytest.raises(ConfigError, match="no TOML"):
        load(file)


def test_a_folder_of_that_name_is_named(file: Path) -> None:
    file.mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        load(file)
