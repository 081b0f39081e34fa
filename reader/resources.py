"""Where `styles/` and `seeds/` are: in a wheel, or beside the package in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Find a shipped folder, in an installed wheel or in a checkout.

    `__file__` and not `importlib.resources`: Textual wants real paths anyway, and
    the import would cost every command 20 ms.
    """
    packed = _PACKAGE / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


STYLES, SEEDS = resource("styles"), resource("seeds")
