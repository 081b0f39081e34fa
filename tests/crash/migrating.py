"""A program that brings an old library up to date, to be killed while it does."""

import sys
from pathlib import Path

import sqlite_utils  # noqa: F401  What takes time is to be the migration, not this.

from reader.store import Store
from reader.store.schema import migrations  # noqa: F401


def main(path: Path) -> None:
    sys.stdout.write("begins\n")
    sys.stdout.flush()
    Store(path, "ana").close()
    sys.stdout.write("done\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
