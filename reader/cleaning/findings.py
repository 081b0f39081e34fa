"""Why a paragraph is not the article: the layers, and how they are combined."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.cleaning import repetition
from reader.cleaning.learned.judge import Judgement, judge, model_for
from reader.cleaning.learned.weights import Weights
from reader.cleaning.place import by_place, is_prose
from reader.cleaning.reading import Paper
from reader.cleaning.sections import kind_of, sections
from reader.cleaning.verdicts import Strength

RULE_SURE, COPY_SURE, SITE_SURE, PLACE_SURE = 0.97, 0.9, 0.9, 0.8
"""How sure a layer is by itself; about its precision on the labelled lines."""
NEVER = 1 << 30
LEAST_PROSE = 3
"""Paragraphs of prose that a text must have for the model to be asked."""
_SOURCE = re.compile(r"\s*(sources?|quellen?|fuentes?|источник)\s*:", re.IGNORECASE)
"""Where the article says it got its facts from, which an analyst needs."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Why a paragraph is not the article."""

    kind: str
    reason: str
    confidence: float


def findings(
    paper: Paper,
    strength: Strength,
    site_lines: Mapping[str, int],
    layers: frozenset[str] = frozenset(("rules", "repetition", "model")),
    weights: Weights | None = None,
) -> dict[int, Finding]:
    """Why each paragraph that is junk is junk, by its place among the paragraphs.

    Args:
        paper: The text.
        strength: How sure it has to be.
        site_lines: See `clean`.
        layers: The layers to be asked; each can be left out, to be measured alone.
        weights: The model to be used instead of the one that is shipped.
    """
    judged = None
    if "model" in layers and _has_prose(paper):
        model = weights or model_for(paper)
        judged = judge(paper, model) if model else None
    found: dict[int, Finding] = {}
    if "rules" in layers:
        found.update(_ruled(paper, strength, judged))
    if "repetition" in layers:
        found.update(_repeated(paper, site_lines, found))
    if "rules" in layers and strength is not Strength.CAREFUL:
        for place, reason in by_place(paper.texts, found).items():
            found[place] = Finding("byline", reason, PLACE_SURE)
    if judged:
        _judged(paper, strength, judged, found)
    return found


def _has_prose(paper: Paper) -> bool:
    """Whether there is an article at all, from which the rest can be told."""
    return sum(map(is_prose, paper.texts)) >= LEAST_PROSE


def _ruled(
    paper: Paper, strength: Strength, judged: Judgement | None
) -> Iterator[tuple[int, Finding]]:
    """What sure rules know, unless all else speaks strongly for the article."""
    least = judged.weights.ruled[strength] if judged else -NEVER
    for place, hit in enumerate(paper.hits):
        if hit and hit.rule.alone and (not judged or judged.scores[place] >= least):
            sure = max(RULE_SURE, judged.confidence(place)) if judged else RULE_SURE
            yield place, Finding(hit.rule.kind, hit.reason, sure)


def _repeated(
    paper: Paper, site_lines: Mapping[str, int], found: Mapping[int, Finding]
) -> Iterator[tuple[int, Finding]]:
    """Later copies, and the lines of the site but for its first and its heads."""
    said = [words.tokens for words in paper.said]
    for place, first in repetition.copies(paper.texts, said).items():
        if place not in found:
            reason = f"copy of line {paper.groups[first][0] + 1}"
            yield place, Finding("duplicate", reason, COPY_SURE)
    for place, line in enumerate(paper.texts if site_lines else ()):
        articles = repetition.on_site(line, site_lines)
        following = paper.texts[place + 1 : place + 2]
        if (
            articles
            and place
            and place not in found
            and not any(map(is_prose, following))
        ):
            reason = f"stands on {articles} articles of this site"
            hit = paper.hits[place]
            yield place, Finding(hit.rule.kind if hit else "other", reason, SITE_SURE)


def _judged(
    paper: Paper, strength: Strength, judged: Judgement, found: dict[int, Finding]
) -> None:
    """Add what the model hides, with the kind of the section it stands in."""
    least = judged.weights.thresholds[strength]
    said = [words.tokens for words in paper.said]
    # Of two copies the first stays, though being said twice speaks for junk.
    firsts = set(repetition.copies(paper.texts, said).values())
    hidden = [
        place in found
        or (score >= least and place not in firsts and not _stays(paper, place))
        for place, score in enumerate(judged.scores)
    ]
    above = sections(paper.texts, paper.hits, hidden)
    for place, head in enumerate(above):
        if hidden[place] and place not in found:
            kind, opening = kind_of(paper.texts[place], paper.hits[place], head)
            why = judged.reason(paper, place)
            reason = f"{opening}: {why}" if why and not paper.hits[place] else opening
            found[place] = Finding(kind, reason, judged.confidence(place))


def _stays(paper: Paper, place: int) -> bool:
    """Whether it is of the article whatever the model says: a heading, a source."""
    return _is_heading(paper, place) or bool(_SOURCE.match(paper.texts[place]))


def _is_heading(paper: Paper, place: int) -> bool:
    """Whether a short line without a cue stands alone over a paragraph of prose.

    The labels that the model learned from do not count titles and sub-heads, so it
    takes them for menu entries; what stands beside them tells the two apart.
    """
    if paper.hits[place] or not any(map(is_prose, paper.texts[place + 1 : place + 2])):
        return False
    return not place or is_prose(paper.texts[place - 1])
