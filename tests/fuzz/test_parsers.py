"""No bytes end a parser but in words; a longer run is `python -m tests.fuzz`."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.parsers import PARSERS, Parser, reads

FOUND = (
    ("QDPX", b'<Project xmlns="urn:QDA-XML:project:1.0">\x80<Project>'),
    ("brat", b"\x80"),
    ("brat", b"T1\tA " + b"9" * 5_000),
)
"""What a run has found, by the name of the parser."""


@pytest.mark.parametrize("parser", PARSERS, ids=lambda each: each.name)
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_bytes_are_read_or_refused_in_words(
    parser: Parser, data: st.DataObject
) -> None:
    piece = st.sampled_from(parser.pieces) | st.binary(max_size=6)
    reads(parser, b"".join(data.draw(st.lists(piece, max_size=24))))


@pytest.mark.parametrize(("name", "data"), FOUND)
def test_what_was_found_is_mended(name: str, data: bytes) -> None:
    (parser,) = (each for each in PARSERS if each.name == name)
    reads(parser, data)


_QDE = (
    b'<Project xmlns="urn:QDA-XML:project:1.0"><Sources><TextSource guid="a" name="a"'
    b' plainTextPath="internal://a.txt"/></Sources></Project>'
)
_ZIPPED = (
    ("zip", {"a.txt": b"Some words. " * 9, "b.txt": b"Others of it. " * 9}),
    ("annotations", {"project.qde": _QDE, "a.txt": b"Some words. " * 20}),
    ("annotations", {"a.txt": b"Some words. " * 9, "a.ann": b"T1\tA 0 4\tSome\n" * 9}),
    ("annotations", {"a.json": b'{"%FEATURE_STRUCTURES":[{"sofaString":"a"}]}'}),
)
"""Zip files: the parser that reads them, and what is in them."""


@pytest.mark.parametrize(
    "packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
@pytest.mark.parametrize(("name", "parts"), _ZIPPED)
def test_a_zip_file_with_any_byte_wrong_is_read_or_refused_in_words(
    name: str, parts: dict[str, bytes], packing: int
) -> None:
    (parser,) = (each for each in PARSERS if each.name == name)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", packing) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    right = whole.getvalue()
    for place in range(len(right)):
        for wrong in (right[place] ^ 0x55, 0xFF):
            reads(parser, right[:place] + bytes([wrong]) + right[place + 1 :])
