"""A report as one HTML file: quotations by tag, and the matrix as a picture."""

from html import escape
from typing import Final, TextIO

from reader.exchange.matrix import Matrix, matrix
from reader.exchange.outgoing import Choices, Outgoing, Written
from reader.exchange.quotations import (
    Quotation,
    Section,
    count_of,
    extent,
    sections,
)
from reader.model import Article
from reader.palette import colour_hex
from reader.text.safe import safe

_MOST_ROWS: Final = 60
_MOST_COLUMNS: Final = 40
"""Of the matrix; a picture of more tells nothing. The CSV has them all."""
_CELL: Final = 22
_LABEL: Final = 260
_HEAD: Final = 150
_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto;
  padding: 0 1rem; }
h1, h2, nav, cite, .memo, table, svg { font-family: system-ui, sans-serif; }
h2 { margin-top: 2.5rem; border-bottom: 2px solid var(--tag, #888); }
h2 small, cite, .context { color: #777; font-weight: normal; }
nav ol { columns: 2; padding-left: 1.2rem; font-size: .9rem; }
blockquote { margin: 1.2rem 0; padding-left: 1rem;
  border-left: 4px solid var(--tag, #888); break-inside: avoid; }
blockquote p { margin: 0 0 .3rem; white-space: pre-line; }
cite { display: block; font-size: .85rem; font-style: normal; }
.memo { font-size: .9rem; white-space: pre-line; margin: .3rem 0 0; }
.memo::before { content: "Memo: "; color: #777; }
svg { max-width: 100%; height: auto; } svg text { fill: currentColor; }
@media print { body { max-width: none; margin: 0; font-size: 11pt; }
  h2 { break-after: avoid; } a { color: inherit; text-decoration: none; } }
"""


def write(outgoing: Outgoing, out: TextIO, choices: Choices) -> Written:
    """Write a report that needs no other file and no network, and runs no script."""
    found = list(sections(outgoing))
    made = matrix(outgoing)
    used = [
        article
        for article in made.articles
        if any((article.id, tag) in made.counts for tag in made.tags)
    ]
    name = _text(outgoing.name)
    out.write(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width">'
        f"<title>{name}</title><style>{_STYLE}</style></head><body>\n<h1>{name}</h1>\n"
        f"<p>{extent(found)}</p>\n"
    )
    _contents(out, found)
    if used:
        _picture(out, made, used)
    for number, section in enumerate(found):
        _section(out, section, number)
    out.write("</body></html>\n")
    return Written(count_of(found))


def _contents(out: TextIO, found: list[Section]) -> None:
    out.write("<nav><ol>\n")
    for number, section in enumerate(found):
        size = f"{len(section.quotations):,}"
        out.write(
            f'<li><a href="#t{number}">{_text(section.title)}</a> ({size})</li>\n'
        )
    out.write("</ol></nav>\n")


def _section(out: TextIO, section: Section, number: int) -> None:
    tag = section.tag
    style = f' style="--tag: {colour_hex(tag.colour)}"' if tag else ""
    out.write(f'<section{style}><h2 id="t{number}">{_text(section.title)}')
    out.write(f" <small>{len(section.quotations):,}</small></h2>\n")
    if tag and tag.description:
        out.write(f"<p>{_text(tag.description)}</p>\n")
    for quotation in section.quotations:
        _quotation(out, quotation)
    out.write("</section>\n")


def _quotation(out: TextIO, quotation: Quotation) -> None:
    annotation = quotation.annotation
    out.write(
        f'<blockquote><p><span class="context">{_text(quotation.before)}</span>'
        f"{_text(quotation.words)}"
        f'<span class="context">{_text(quotation.after)}</span></p>\n'
        f"<cite>{_text(quotation.origin)} · {_text(annotation.coder)}</cite>"
    )
    if quotation.memo:
        out.write(f'<p class="memo">{_text(quotation.memo)}</p>')
    out.write("</blockquote>\n")


def _picture(out: TextIO, made: Matrix, used: list[Article]) -> None:
    """The matrix as squares, the darker the more often; those with most come first."""
    total = {a.id: sum(made.counts[a.id, tag] for tag in made.tags) for a in used}
    rows = sorted(used, key=lambda a: -total[a.id])[:_MOST_ROWS]
    tags = made.tags[:_MOST_COLUMNS]
    most = max(made.counts.values())
    width, height = _LABEL + _CELL * len(tags), _HEAD + _CELL * len(rows)
    out.write(
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' font-size="12" role="img" aria-label="How often each tag stands on each'
        ' article">\n'
    )
    for column, tag in enumerate(tags):
        x = _LABEL + _CELL * column + _CELL * 2 // 3
        out.write(
            f'<text transform="translate({x} {_HEAD - 6}) rotate(-60)">'
            f"{_text(_short(tag, 24))}</text>\n"
        )
    for row, article in enumerate(rows):
        y = _HEAD + _CELL * row
        name = _text(_short(article.title or article.source, 40))
        out.write(f'<text x="0" y="{y + 15}">{name}</text>\n')
        for column, tag in enumerate(tags):
            if count := made.counts[article.id, tag]:
                _square(out, _LABEL + _CELL * column, y, count, count / most)
    out.write("</svg>\n")
    if len(used) > len(rows) or len(made.tags) > len(tags):
        out.write(
            f"<p>The {len(rows)} articles with most annotations, and the first"
            f" {len(tags)} tags; the CSV of the matrix has all.</p>\n"
        )


def _square(out: TextIO, x: int, y: int, count: int, share: float) -> None:
    side = _CELL - 2
    out.write(
        f'<rect x="{x}" y="{y}" width="{side}" height="{side}" fill="#4477aa"'
        f' fill-opacity="{0.15 + 0.6 * share:.2f}"/>'
        f'<text x="{x + 10}" y="{y + 15}" text-anchor="middle">{count}</text>\n'
    )


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _text(text: str) -> str:
    """Any text as HTML that is nothing but text."""
    return escape(safe(text))
