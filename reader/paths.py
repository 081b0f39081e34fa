"""Where the library and the settings would be; computes only, makes nothing."""

from pathlib import Path

_NAME = "reader"


def library() -> Path:
    """The library that is opened when no other is named."""
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False) / "library.db"


def config_file() -> Path:
    """The settings file; it need not be there."""
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False) / "config.toml"
