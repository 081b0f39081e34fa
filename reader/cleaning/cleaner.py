"""The verdict on every line of a text: the layers together."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from reader.cleaning.findings import Findings, findings
from reader.cleaning.judged import Cleaned, Judged, Said, Untold
from reader.cleaning.reading import read
from reader.cleaning.taught import Taught, ruling
from reader.cleaning.verdicts import Strength

CLEANER = "10"
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
    numbers = [number for place in found.places for number in paper.groups[place]]
    if ruled := dict(_ruled(lines, taught)):
        hidden = {number for number, rule in ruled.items() if rule.hidden}
        numbers = sorted(hidden.union(n for n in numbers if n not in ruled))
    tell = partial(_told, found, ruled)
    return Cleaned(Judged(text, Untold(numbers, tell)))


def _told(found: Findings, ruled: dict[int, Said]) -> dict[int, Said]:
    """What is said of lines by their numbers; the analyst's rules above all."""
    groups = found.paper.groups
    said = {
        number: finding
        for place, finding in found.told().items()
        for number in groups[place]
    }
    return said | ruled


def _ruled(
    lines: Sequence[str], taught: Sequence[Taught]
) -> Iterator[tuple[int, Said]]:
    """What the analyst's rules say of lines, by their numbers."""
    if not taught:
        return
    for number, line in enumerate(lines):
        if rule := ruling(line, taught):
            if rule.hide:
                yield number, Said(True, rule.kind, rule.reason, 1.0)
            else:
                yield number, Said(False, rule=rule.reason)
