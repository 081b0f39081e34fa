"""The verdict on every line of a text: the layers together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.cleaning import repetition
from reader.cleaning.place import by_place, is_prose
from reader.cleaning.reading import Paper, read
from reader.cleaning.taught import Taught, ruling
from reader.cleaning.verdicts import Cleaned, Line, Strength
from reader.text.lines import lines as line_spans

CLEANER = "1"
"""Changes with whatever changes a verdict; one stored under another is out of date."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Why a paragraph is not the article."""

    kind: str
    reason: str
    confidence: float


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


def findings(
    paper: Paper, strength: Strength, site_lines: Mapping[str, int]
) -> dict[int, Finding]:
    """Why each paragraph that is junk is junk, by its place among the paragraphs."""
    found: dict[int, Finding] = {}
    for place, hit in enumerate(paper.hits):
        if hit and hit.rule.alone:
            found[place] = Finding(hit.rule.kind, hit.reason, 0.97)
    said = [words.tokens for words in paper.said]
    for place, first in repetition.copies(paper.texts, said).items():
        if place not in found:
            reason = f"copy of line {paper.groups[first][0] + 1}"
            found[place] = Finding("duplicate", reason, 0.9)
    if site_lines:
        _of_site(paper.texts, site_lines, found)
    if strength is not Strength.CAREFUL:
        for place, reason in by_place(paper.texts, found).items():
            found[place] = Finding("byline", reason, 0.8)
    return found


def _of_site(
    lines: Sequence[str], site_lines: Mapping[str, int], found: dict[int, Finding]
) -> None:
    """Add the lines that stand all over the site, but for heads over a paragraph."""
    for place, line in enumerate(lines):
        articles = repetition.on_site(line, site_lines)
        heads = place + 1 < len(lines) and is_prose(lines[place + 1])
        if articles and place not in found and place and not heads:
            reason = f"stands on {articles} articles of this site"
            found[place] = Finding("other", reason, 0.9)


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
