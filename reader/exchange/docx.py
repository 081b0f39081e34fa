"""A report as a Word file: quotations by tag; python-docx makes it, if it is there."""

from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from reader.exchange.outgoing import Choices, Outgoing, Written
from reader.exchange.quotations import (
    Quotation,
    Section,
    count_of,
    extent,
    sections,
)
from reader.exchange.refi import ORIGIN, xml_text
from reader.exchange.whole_file import NotWrittenError
from reader.palette import colour_hex
from reader.text.safe import safe

if TYPE_CHECKING:
    from docx.document import Document

_FAINT: Final = "777777"
_HEADS: Final = ("tag", "annotations", "articles")


def write(outgoing: Outgoing, out: BinaryIO, choices: Choices) -> Written:
    """Write a report with headings, styles and a table that Word knows as its own.

    Raises:
        NotWrittenError: When python-docx is not installed.
    """
    try:
        from docx import Document
    except ImportError:
        raise NotWrittenError(
            "a Word file needs python-docx, which is not installed here:"
            " pip install python-docx"
        ) from None
    found = list(sections(outgoing))
    document = Document()
    document.core_properties.title = _text(outgoing.name)
    document.core_properties.author = ORIGIN
    document.add_heading(_text(outgoing.name), 0)
    document.add_paragraph(extent(found))
    if found:
        _overview(document, found)
    for section in found:
        _section(document, section)
    # On a full disk its zip file would be closed once more when it is forgotten, and
    # fail on the terminal.
    whole = BytesIO()
    document.save(whole)
    out.write(whole.getbuffer())
    return Written(count_of(found))


def _overview(document: "Document", found: list[Section]) -> None:
    """How often each tag stands, and on how many articles."""
    table = document.add_table(1, len(_HEADS), "Light List")
    for cell, head in zip(table.rows[0].cells, _HEADS, strict=True):
        cell.text = head
    for section in found:
        counts = (len(section.quotations), len(section.articles))
        values = (_text(section.title), *(f"{count:,}" for count in counts))
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value


def _section(document: "Document", section: Section) -> None:
    tag = section.tag
    heading = document.add_heading(_text(section.title), 1)
    if tag:
        _colour(heading.runs[0], colour_hex(tag.colour).removeprefix("#"))
    if tag and tag.description:
        document.add_paragraph(_text(tag.description))
    for quotation in section.quotations:
        _quotation(document, quotation)


def _quotation(document: "Document", quotation: Quotation) -> None:
    quote = document.add_paragraph(style="Quote")
    quote.paragraph_format.keep_with_next = True
    if quotation.before:
        _colour(quote.add_run(_text(quotation.before)), _FAINT)
    quote.add_run(_text(quotation.words))
    if quotation.after:
        _colour(quote.add_run(_text(quotation.after)), _FAINT)
    origin = f"— {quotation.origin} ({quotation.annotation.coder})"
    document.add_paragraph(_text(origin))
    if quotation.memo:
        document.add_paragraph().add_run(_text(f"Memo: {quotation.memo}")).italic = True


def _colour(run: Any, rgb: str) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(rgb.upper())


def _text(text: str) -> str:
    """Any text as XML can hold it; a line feed in it is a line break in Word."""
    return xml_text(safe(text))
