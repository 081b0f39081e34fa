"""What a review is made of: a query, the session that goes through it, the answers."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from reader.model import Annotation, Span


class Unit(StrEnum):
    """What a session goes through, one by one."""

    ARTICLES = "articles"
    PASSAGES = "passages"
    SUGGESTIONS = "suggestions"
    """Passages that nobody has tagged yet."""


class Answer(StrEnum):
    """What was decided about an item."""

    ACCEPT = "accept"
    """It is right as it stands; of an article, that it is read."""
    REJECT = "reject"
    FIX = "fix"
    """It is right now: its tag, its ends or its memo were changed."""
    SKIP = "skip"
    """Not decided; it comes again once the others are through."""


@dataclass(frozen=True, slots=True)
class Query:
    """Which articles, or which passages; what is left empty does not narrow it."""

    unit: Unit
    tag: str = ""
    """A path; of passages it brings its descendants along."""
    coder: str = ""
    """Who tagged the passages; of articles, who has finished them."""
    status: str = ""
    site: str = ""
    words: str = ""
    """What the title or the source of the article has in it."""
    folder: str = ""
    """The folder that the article came from, whole and with a slash at its end."""
    unsure: bool = False
    """Only passages that are orphans, or whose place is to be looked at."""
    disputed: bool = False
    """Only passages that another coder of the article did not tag just so."""
    weeks: int = 0
    """Only passages that were tagged so many weeks ago, or earlier."""
    cases: bool = False
    """Not passages one by one, but the places on which coders differ."""
    unfinished_by: str = ""
    """Only articles that this coder has not finished."""
    undealt: bool = False
    """Only articles that have not been dealt to anybody."""
    among: tuple[str, ...] = ()
    """Only the passages that the agreement of these coders is made of: theirs, in the
    articles that all of them have finished; if disputed, those not all have."""
    articles: tuple[int, ...] = ()
    """Only these, or what stands on them: they were ticked one by one."""
    filter: Mapping[str, str] = field(default_factory=dict)
    """What the list of articles was filtered by, field by field."""

    def fields(self) -> dict[str, Any]:
        """What is set, as JSON may have it."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> Self:
        """The query that was written down so."""
        lists = {name: tuple(fields.get(name, ())) for name in ("among", "articles")}
        return cls(**{**fields, "unit": Unit(fields["unit"]), **lists})

    def __str__(self) -> str:
        """The query in words."""
        if self.cases:
            return "places to settle between coders"
        parts = [
            "unsure" if self.unsure else "disputed" if self.disputed else "",
            self.status,
            "ticked" if self.articles and self.unit is Unit.ARTICLES else "",
            self.unit.value,
            "in ticked articles"
            if self.articles and self.unit is not Unit.ARTICLES
            else "",
            f"{'with' if self.unit is Unit.ARTICLES else 'of'} {self.tag}"
            if self.tag
            else "",
            _by(self),
            f"between {' and '.join(self.among)}" if self.among else "",
            f"on {self.site}" if self.site else "",
            f"in “{self.words}”" if self.words else "",
            f"from {self.folder}" if self.folder else "",
            ", ".join(f"{name} {said}" for name, said in self.filter.items()),
            f"from {self.weeks} weeks ago" if self.weeks else "",
            "not dealt yet" if self.undealt else "",
        ]
        return " ".join(part for part in parts if part)


def _by(query: Query) -> str:
    if not query.coder:
        return ""
    did = "by" if query.unit is Unit.PASSAGES else "finished by"
    return f"{did} {query.coder}"


@dataclass(frozen=True, slots=True)
class Session:
    """One review: enough to go on with it, to repeat it and to cite it."""

    id: int
    uuid: str
    query: Query
    sample: str
    """How many and in which order, as it was typed: `20 random 7`."""
    coder: str
    blind: bool
    """Whether only the coder's own annotations are shown."""
    started_at: datetime
    place: int
    """The item looked at last, from 0."""
    total: int
    decided: int
    """Accepted, rejected or fixed."""

    @property
    def left(self) -> int:
        """The items that are not decided, those skipped among them."""
        return self.total - self.decided

    @property
    def name(self) -> str:
        """What it goes through, in words."""
        how = f", {self.sample}" if self.sample != "all" else ""
        what = str(self.query)
        everything = "all " if what == self.query.unit.value and not how else ""
        return f"{everything}{what}{how}{', blind' if self.blind else ''}"


@dataclass(frozen=True, slots=True)
class Decision:
    """One answer in a session."""

    id: str
    place: int
    answer: Answer
    tag: str
    """The path of the passage's tag when it was answered."""
    flagged: bool
    """Whether the codebook should be looked at because of it."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide."""

    place: int
    """From 0."""
    target: str
    """The id of the article or of the annotation."""
    article_id: int
    annotation: Annotation | None
    """The passage; as it was, when rejecting has removed it; as accepting would put it,
    when it is suggested. None for an article."""
    is_removed: bool
    """Whether the annotation was removed by rejecting it."""
    decision: Decision | None
    suggested: str = ""
    """Why it is suggested, in words; empty for what somebody has tagged."""


@dataclass(frozen=True, slots=True)
class Fix:
    """What an annotation is to be."""

    span: Span
    tag: str
    """A path, or empty for a bare memo."""
    memo: str
    version_id: int | None = None
    """The text that the span is of; without it, the one that the annotation is on."""
