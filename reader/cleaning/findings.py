"""Why a paragraph is not the article: the layers, and how they are combined."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, count

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


@dataclass(frozen=True, slots=True)
class Findings:
    """Which paragraphs are junk; why each one is, is told when it is asked for.

    To hide a line takes half the time of hiding it and naming it, and of most
    articles that are brought in nobody ever looks at the hidden lines.
    """

    paper: Paper
    known: Mapping[int, Said]
    """By its place each that a rule, a copy or its place gave away."""
    hidden: Sequence[bool]
    """For each paragraph whether it is known, or hidden by the model."""
    on_site: Mapping[int, int]
    """By its place each that only the site gave away, and on how many articles."""
    copies: Mapping[int, int]
    judged: Judgement | None
    site_lines: Mapping[str, int]

    @property
    def places(self) -> list[int]:
        """The places of those that are junk among the paragraphs, in order."""
        return [
            place
            for place, is_hidden in enumerate(self.hidden)
            if is_hidden or place in self.on_site
        ]

    def told(self) -> dict[int, Said]:
        """Why each of them is junk, by its place."""
        found = dict(self.known)
        if self.judged:
            found.update(self._judged(self.judged))
        # Last, so that what is known of the site can but add to what is hidden.
        on_site = dict(self.on_site)
        for place, said in found.items():
            if said.kind == "other" and (articles := self._articles(place)):
                on_site[place] = articles
        for place, articles in on_site.items():
            hit = self.paper.hits[place]
            reason = f"stands on {articles} articles of this site"
            kind = hit.rule.kind if hit else "other"
            found[place] = Said(True, kind, reason, SITE_SURE)
        return found

    def _judged(self, judged: Judgement) -> Iterator[tuple[int, Said]]:
        """What the model hides, with the kind of the section it stands in."""
        asked = [
            place
            for place, is_hidden in enumerate(self.hidden)
            if is_hidden and place not in self.known
        ]
        runs = judged.found["short_run"]
        for place, kind, opening in told(
            self.paper, self.hidden, asked, self.copies, runs
        ):
            why = "" if self.paper.hits[place] else judged.reason(self.paper, place)
            reason = f"{opening}: {why}" if why else opening
            yield place, Said(True, kind, reason, judged.confidence(place))

    def _articles(self, place: int) -> int:
        return _articles(self.paper, place, self.site_lines)


def findings(
    paper: Paper,
    strength: Strength,
    site_lines: Mapping[str, int],
    layers: frozenset[str] = ALL_LAYERS,
    weights: Weights | None = None,
) -> Findings:
    """Which paragraphs are junk, and what there is to tell why.

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
    known: dict[int, Said] = {}
    if "rules" in layers:
        known.update(_ruled(paper, strength, judged))
    copies: Mapping[int, int] = {}
    if "repetition" in layers:
        copies = repetition.copies(paper.texts, [said.tokens for said in paper.said])
        known.update(_copied(paper, known, copies))
    if "rules" in layers and strength is not Strength.CAREFUL:
        for place, reason in by_place(paper.texts, known).items():
            known[place] = Said(True, "byline", reason, PLACE_SURE)
    hidden = [place in known for place in range(len(paper.texts))]
    if judged:
        sure = strength if prose >= LITTLE_PROSE else Strength.CAREFUL
        hidden = _hidden(paper, sure, judged, known, copies)
    on_site: Mapping[int, int] = {}
    if "repetition" in layers and site_lines:
        on_site = dict(_on_site(paper, site_lines, hidden))
    else:
        site_lines = {}
    return Findings(paper, known, hidden, on_site, copies, judged, site_lines)


def _ruled(
    paper: Paper, strength: Strength, judged: Judgement | None
) -> Iterator[tuple[int, Said]]:
    """What sure rules know, unless all else speaks strongly for the article."""
    least = judged.weights.ruled[strength] if judged else -NEVER
    same: dict[Said, Said] = {}
    for place, hit in enumerate(paper.hits):
        if hit and hit.rule.alone and (not judged or judged.scores[place] >= least):
            sure = max(RULE_SURE, judged.confidence(place)) if judged else RULE_SURE
            said = Said(True, hit.rule.kind, hit.reason, sure)
            yield place, same.setdefault(said, said)


def _copied(
    paper: Paper, found: Mapping[int, Said], copies: Mapping[int, int]
) -> Iterator[tuple[int, Said]]:
    """Later copies of a line, of the article or of junk; the first one stays."""
    for place, first in copies.items():
        if place not in found:
            reason = f"copy of line {paper.groups[first][0] + 1}"
            yield place, Said(True, "duplicate", reason, COPY_SURE)


def _on_site(
    paper: Paper, site_lines: Mapping[str, int], hidden: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    """The other lines of the site, but for the first one and heads of paragraphs."""
    for place, is_hidden in enumerate(hidden):
        if is_hidden or any(map(is_prose, paper.texts[place + 1 : place + 2])):
            continue
        if articles := _articles(paper, place, site_lines):
            yield place, articles


def _articles(paper: Paper, place: int, site_lines: Mapping[str, int]) -> int:
    """On how many articles of the site a paragraph stands; the first one on none."""
    line, said = paper.texts[place], paper.said[place]
    return repetition.on_site(line, said, site_lines) if place and site_lines else 0


def _hidden(
    paper: Paper,
    strength: Strength,
    judged: Judgement,
    known: Mapping[int, Said],
    copies: Mapping[int, int],
) -> list[bool]:
    """For each paragraph whether it is known, or the model hides it."""
    least = judged.weights.thresholds[strength]
    hidden = [score >= least for score in judged.scores]
    by_score = [place for place in compress(count(), hidden) if place not in known]
    for place in known:
        hidden[place] = True
    for place in by_score:
        score = judged.scores[place]
        sure, beyond = score if judged.weights.words else 0, score - least
        hidden[place] = not guarded(paper, hidden, place, copies, sure, beyond)
    return hidden
