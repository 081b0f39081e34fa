"""The verdict on every line of a text: the layers together."""

from collections.abc import Mapping, Sequence
from functools import partial

from reader.cleaning.findings import Finding, findings
from reader.cleaning.reading import read
from reader.cleaning.taught import Taught, ruling
from reader.cleaning.verdicts import Cleaned, Line, Strength
from reader.model import Span
from reader.text.lines import lines as line_spans

CLEANER = "5"
"""Changes with whatever changes a verdict; one stored under another is out of date."""


def clean(
    text: str,
    *,
    strength: Strength = Strength.NORMAL,
    taught: Sequence[Taught] = (),
    site_lines: Mapping[str, int] | None = None,
) -> Cleaned:
    r"""Tell the lines of an article from the junk of the page around it.

    Args:
        text: The article, as it came.
        strength: How sure it has to be before a line is hidden.
        taught: The analyst's own rules for this site, which stand above all else.
        site_lines: For each `line_key`, on how many articles of this site a
            line with that key stands.

    Returns:
        One verdict for each piece of `text.split("\n")`. In doubt, content.
    """
    lines = text.split("\n")
    paper = read(lines)
    found = findings(paper, strength, site_lines or {})
    why: list[Finding | None] = [None] * len(lines)
    for index, finding in found.items():
        for place in paper.groups[index]:
            why[place] = finding
    spans = line_spans(text)
    if taught:
        verdicts = map(partial(_ruled, taught), spans, lines, why)
    else:
        verdicts = map(_verdict, spans, why)
    return Cleaned(tuple(verdicts))


def _verdict(span: Span, finding: Finding | None) -> Line:
    if finding is None:
        return Line(span, False)
    return Line(span, True, *finding)


def _ruled(
    taught: Sequence[Taught], span: Span, text: str, finding: Finding | None
) -> Line:
    """What the analyst's rules say of a line, or else the layers."""
    rule = ruling(text, taught)
    if rule is None:
        return _verdict(span, finding)
    if rule.hide:
        return Line(span, True, rule.kind, rule.reason, 1.0)
    return Line(span, False, "", rule.reason, 0.0)
