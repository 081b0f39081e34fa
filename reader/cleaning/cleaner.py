"""The verdict on every line of a text: the layers together."""

from collections.abc import Iterator, Mapping, Sequence

from reader.cleaning.findings import findings
from reader.cleaning.judged import Cleaned, Judged, Said
from reader.cleaning.reading import read
from reader.cleaning.taught import Taught, ruling
from reader.cleaning.verdicts import Strength

CLEANER = "8"
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
    said = {
        number: finding
        for place, finding in findings(paper, strength, site_lines or {}).items()
        for number in paper.groups[place]
    }
    if taught:
        said.update(_ruled(lines, taught))
    return Cleaned(Judged(text, said))


def _ruled(
    lines: Sequence[str], taught: Sequence[Taught]
) -> Iterator[tuple[int, Said]]:
    """What the analyst's rules say of lines, by their numbers."""
    for number, line in enumerate(lines):
        if rule := ruling(line, taught):
            if rule.hide:
                yield number, Said(True, rule.kind, rule.reason, 1.0)
            else:
                yield number, Said(False, rule=rule.reason)
