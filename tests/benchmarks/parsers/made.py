"""Bytes by the megabyte: a piece of a grammar again and again."""

from collections.abc import Iterator

SIZE = 1_000_000
"""Bytes of each input, but for what little its beginning and its end add."""

Case = tuple[str, bytes]
"""What it is called, and the bytes."""


def filled(piece: bytes, size: int = SIZE) -> bytes:
    """A piece as often as it takes."""
    return piece * max(1, size // len(piece))


def named(piece: bytes) -> str:
    said = repr(piece)[2:-1]
    return said if len(said) <= 24 else f"{said[:20]}… × {len(piece)}"


Row = tuple[bytes, bytes, bytes]
"""What stands before, what is repeated, what stands behind."""


def repeated(*rows: Row) -> Iterator[Case]:
    for head, piece, tail in rows:
        name = " ".join(named(part) for part in (head, piece) if part) + " …"
        yield name + (f" {named(tail)}" if tail else ""), head + filled(piece) + tail


def each(*each_of: bytes) -> Iterator[Case]:
    return repeated(*((b"", piece, b"") for piece in each_of))


PROSE = b"The harbour was quiet on Monday, and nobody spoke of the storm. "
