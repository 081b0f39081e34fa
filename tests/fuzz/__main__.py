"""`python -m tests.fuzz PARSER SECONDS`: feed a parser what atheris makes up.

Only where atheris is installed; CI does without. The input that ends the run is left
beside as `crash-…`, to become a row of `FOUND`.
"""

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

_SLOWEST_S = 10
_LARGEST = 1 << 16
_ROOMS = ("reader.sources", "reader.exchange", "reader.queries", "reader.text")


def main(name: str, seconds: str) -> None:
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed; `pip install atheris`")
    with atheris.instrument_imports(include=["reader"]):
        from tests.fuzz.parsers import PARSERS, reads

        # What is imported at the first use is to be followed, too.
        for room in _ROOMS:
            package = import_module(room)
            for module in walk_packages(package.__path__, f"{room}."):
                import_module(module.name)
    (parser,) = (each for each in PARSERS if each.name == name)
    seeds = (*parser.pieces, b"".join(parser.pieces))
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds):
            (Path(folder) / str(number)).write_bytes(seed)
        limits = (
            f"-max_total_time={seconds}",
            f"-timeout={_SLOWEST_S}",
            f"-max_len={_LARGEST}",
            "-print_final_stats=1",
        )
        atheris.Setup([sys.argv[0], *limits, folder], lambda data: reads(parser, data))
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:3])
