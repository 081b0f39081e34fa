"""The user's settings: a TOML file as one frozen record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

_LARGEST: Final = 64 * 1024
"""Bytes; all settings that there are, with every key, make no tenth of it."""
_LONGEST_LINE: Final = 1_000
"""Characters. The parser's time grows with the square of the dots in a line."""


class ConfigError(Exception):
    """A settings file cannot be used; the message names the file and the place."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the user has set; what is left out is empty."""

    coder: str = ""
    """Who tags."""
    library: Path | None = None
    theme: str = ""
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """A command's id, and the keys that shall call it."""


def load(path: Path) -> Config:
    """Read the settings; without a file there are none.

    Raises:
        ConfigError: When the file cannot be read, is no TOML, or sets what is
            no setting.
    """
    try:
        with path.open("rb") as file:
            written = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror}") from error
    settings = _parsed(path, written)
    read = {name: _read(path, name, settings[name]) for name in settings}
    return Config(**read)


def _parsed(path: Path, written: bytes) -> dict[str, Any]:
    if len(written) > _LARGEST:
        raise ConfigError(f"{path} is too large: at most {_LARGEST // 1024} KiB")
    for number, line in enumerate(written.split(b"\n"), 1):
        if len(line) > _LONGEST_LINE:
            raise ConfigError(
                f"{path}: line {number} has more than {_LONGEST_LINE:,} characters"
            )
    # Most users have no settings, and then need not wait for this.
    import tomllib

    try:
        return tomllib.loads(written.decode("utf-8-sig"))
    except ValueError as error:  # TOMLDecodeError, UnicodeDecodeError among them.
        raise ConfigError(f"{path} is no TOML: {error}") from error
    except RecursionError as error:
        raise ConfigError(f"{path} is nested too deep") from error


def _read(path: Path, name: str, value: object) -> Any:
    if name not in _READERS:
        known = ", ".join(_READERS)
        raise ConfigError(f"{path}: “{name}” is no setting; there are {known}")
    try:
        return _READERS[name](value, path)
    except ValueError as error:
        raise ConfigError(f"{path}: “{name}” must be {error}") from error


def _text(value: object, _: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text in quotation marks")
    return value.strip()


def _path(value: object, file: Path) -> Path:
    """A path is meant from the folder of the settings file; `~` is the home."""
    try:
        return file.parent / Path(_text(value, file)).expanduser()
    except RuntimeError as error:
        raise ValueError("a path; nobody's home is known by that name") from error


def _keys(value: object, file: Path) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise ValueError('a table, as in [keys] then next-passage = "n"')
    for command, keys in value.items():
        if not isinstance(keys, str) or not keys.strip():
            raise ConfigError(
                f"{file}: “keys.{command}” must be the name of a key in quotation marks"
            )
    return MappingProxyType(value)


_READERS: Mapping[str, Callable[[object, Path], Any]] = {
    "coder": _text,
    "library": _path,
    "theme": _text,
    "keys": _keys,
}
