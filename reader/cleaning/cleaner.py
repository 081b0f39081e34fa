"""The verdict on every line of a text: the layers together."""

from collections.abc import Mapping, Sequence

from reader.cleaning.findings import Finding, findings
from reader.cleaning.reading import read
from reader.cleaning.taught import Taught, ruling
from reader.cleaning.verdicts import Cleaned, Line, Strength
from reader.text.lines import lines as line_spans

CLEANER = "2"
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
    spans = line_spans(text)
    lines = text.split("\n")
    paper = read(lines)
    found = findings(paper, strength, site_lines or {})
    verdicts = [Line(span, hidden=False) for span in spans]
    for index, group in enumerate(paper.groups):
        for place in group:
            verdicts[place] = _verdict(
                verdicts[place], lines[place], found.get(index), taught
            )
    return Cleaned(tuple(verdicts))


def _verdict(
    line: Line, text: str, finding: Finding | None, taught: Sequence[Taught]
) -> Line:
    if taught and (rule := ruling(text, taught)):
        if rule.hide:
            return Line(line.span, True, rule.kind, rule.reason, 1.0)
        return Line(line.span, False, "", rule.reason, 0.0)
    if finding is None:
        return line
    return Line(line.span, True, finding.kind, finding.reason, finding.confidence)
