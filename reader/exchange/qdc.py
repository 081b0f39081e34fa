"""REFI-QDA codebooks (.qdc): what the tags are and mean, for other QDA programs."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree

from reader.exchange.incoming import Incoming, Remark
from reader.exchange.outgoing import Choices, Outgoing, Written
from reader.exchange.refi import ORIGIN, child, children, codes, write_codes
from reader.exchange.whole_file import NotWrittenError

_NAMESPACE = "urn:QDA-XML:codebook:1.0"


def write(outgoing: Outgoing, out: BinaryIO, choices: Choices) -> Written:
    """Write the codebook.

    Raises:
        NotWrittenError: When there are no tags; the standard asks for one.
    """
    tags = outgoing.tags()
    if not tags:
        raise NotWrittenError("there are no tags yet, and a codebook needs one")
    with etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("CodeBook", {"origin": ORIGIN}, nsmap={None: _NAMESPACE}):
            write_codes(xml, tags)
    return Written(len(tags), what="tag")


def read(root: Any) -> Iterator[Incoming]:
    """Read the root element of a codebook."""
    _, entries = codes(root)
    yield from entries
    sets = len(list(children(child(root, "Sets"), "Set")))
    if sets:
        yield Remark(f"not read: {sets} sets of codes")
