"""Why a paragraph is not the article: the layers, and how they are combined."""

from collections.abc import Iterator, Mapping

from reader.cleaning import repetition
from reader.cleaning.guards import guarded
from reader.cleaning.judged import Said
from reader.cleaning.learned.judge import Judgement, judge, model_for
from reader.cleaning.learned.weights import Weights
from reader.cleaning.place import by_place, is_prose
from reader.cleaning.reading import Paper
from reader.cleaning.telling import told
from reader.cleaning.verdicts import Strength

RULE_SURE, COPY_SURE, SITE_SURE, PLACE_SURE = 0.97, 0.9, 0.9, 0.8
"""How sure a layer is by itself; about its precision on the labelled lines."""
ALL_LAYERS = frozenset(("rules", "repetition", "model"))
NEVER = 1 << 30
LITTLE_PROSE = 2
"""With fewer paragraphs of prose than this the model is believed only when sure."""


def findings(
    paper: Paper,
    strength: Strength,
    site_lines: Mapping[str, int],
    layers: frozenset[str] = ALL_LAYERS,
    weights: Weights | None = None,
) -> dict[int, Said]:
    """Why each paragraph that is junk is junk, by its place among the paragraphs.

    Args:
        paper: The text.
        strength: How sure it has to be.
        site_lines: See `clean`.
        layers: The layers to be asked; each can be left out, to be measured alone.
        weights: The model to be used instead of the one that is shipped.
    """
    judged = None
    prose = sum(mark.prose for mark in paper.marks)
    if "model" in layers and prose:
        model = weights or model_for(paper)
        judged = judge(paper, model) if model else None
    found: dict[int, Said] = {}
    if "rules" in layers:
        found.update(_ruled(paper, strength, judged))
    copies: Mapping[int, int] = {}
    if "repetition" in layers:
        copies = repetition.copies(paper.texts, [said.tokens for said in paper.said])
        found.update(_copied(paper, found, copies))
    if "rules" in layers and strength is not Strength.CAREFUL:
        for place, reason in by_place(paper.texts, found).items():
            found[place] = Said(True, "byline", reason, PLACE_SURE)
    if judged:
        sure = strength if prose >= LITTLE_PROSE else Strength.CAREFUL
        _judged(paper, sure, judged, found, copies)
    if "repetition" in layers and site_lines:
        # Last, so that what is known of the site can but add to what is hidden.
        found.update(_on_site(paper, site_lines, found))
    return found


def _ruled(
    paper: Paper, strength: Strength, judged: Judgement | None
) -> Iterator[tuple[int, Said]]:
    """What sure rules know, unless all else speaks strongly for the article."""
    least = judged.weights.ruled[strength] if judged else -NEVER
    for place, hit in enumerate(paper.hits):
        if hit and hit.rule.alone and (not judged or judged.scores[place] >= least):
            sure = max(RULE_SURE, judged.confidence(place)) if judged else RULE_SURE
            yield place, Said(True, hit.rule.kind, hit.reason, sure)


def _copied(
    paper: Paper, found: Mapping[int, Said], copies: Mapping[int, int]
) -> Iterator[tuple[int, Said]]:
    """Later copies of a line, of the article or of junk; the first one stays."""
    for place, first in copies.items():
        if place not in found:
            reason = f"copy of line {paper.groups[first][0] + 1}"
            yield place, Said(True, "duplicate", reason, COPY_SURE)


def _on_site(
    paper: Paper, site_lines: Mapping[str, int], found: Mapping[int, Said]
) -> Iterator[tuple[int, Said]]:
    """The lines of the site, but for the first of the text and heads of paragraphs."""
    for place, line in enumerate(paper.texts):
        known = found.get(place)
        articles = repetition.on_site(line, paper.said[place], site_lines)
        if not articles or not place or (known and known.kind != "other"):
            continue
        if known or not any(map(is_prose, paper.texts[place + 1 : place + 2])):
            reason = f"stands on {articles} articles of this site"
            hit = paper.hits[place]
            yield (
                place,
                Said(True, hit.rule.kind if hit else "other", reason, SITE_SURE),
            )


def _judged(
    paper: Paper,
    strength: Strength,
    judged: Judgement,
    found: dict[int, Said],
    copies: Mapping[int, int],
) -> None:
    """Add what the model hides, with the kind of the section it stands in."""
    least = judged.weights.thresholds[strength]
    hidden = [
        place in found or score >= least for place, score in enumerate(judged.scores)
    ]
    for place, is_hidden in enumerate(hidden):
        if is_hidden and place not in found:
            beyond = judged.scores[place] - least
            score = judged.scores[place] if judged.weights.words else 0
            hidden[place] = not guarded(paper, hidden, place, copies, score, beyond)
    asked = [place for place, is_hidden in enumerate(hidden) if is_hidden]
    asked = [place for place in asked if place not in found]
    runs = judged.found["short_run"]
    for place, kind, opening in told(paper, hidden, asked, copies, runs):
        why = "" if paper.hits[place] else judged.reason(paper, place)
        reason = f"{opening}: {why}" if why else opening
        found[place] = Said(True, kind, reason, judged.confidence(place))
