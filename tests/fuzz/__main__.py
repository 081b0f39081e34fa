"""`python -m tests.fuzz PARSER SECONDS`: feed a parser what atheris makes up.

Only where atheris is installed; CI does without. The input that ends the run is left
beside as `crash-…`, to become a row of `FOUND`.
"""

import sys
import tempfile
from pathlib import Path

_SLOWEST_S = 10
_LARGEST = 1 << 16


def main(name: str, seconds: str) -> None:
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed; `pip install atheris`")
    with atheris.instrument_imports(include=["reader"]):
        from tests.fuzz.parsers import PARSERS, reads
    (parser,) = (each for each in PARSERS if each.name == name)
    with tempfile.TemporaryDirectory() as folder:
        for number, piece in enumerate((*parser.pieces, b"".join(parser.pieces))):
            (Path(folder) / str(number)).write_bytes(piece)
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
