"""No bytes end a parser but in words; a longer run is `python -m tests.fuzz`."""

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
