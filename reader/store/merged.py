"""What a merge of two libraries brought, and how theirs are known here."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Merged:
    """What a merge brought, or would bring."""

    new: Counter[str] = field(default_factory=Counter)
    """How many of what: articles, article facts, attributes, tags, annotations,
    finished marks, decided lines, cleaning rules, keywords, sessions, decisions, saved
    filters."""
    same: int = 0
    """Annotations that were here already."""
    conflicts: list[str] = field(default_factory=list)
    """What both have and tell differently, one line each; what is here stayed."""


@dataclass(slots=True)
class Matched:
    """What of the other library is what of this one; by their ids there."""

    versions: dict[int, int] = field(default_factory=dict)
    """Those with the same text."""
    articles: dict[int, int] = field(default_factory=dict)
    tags: dict[int, str] = field(default_factory=dict)
    """Their paths."""
    annotations: dict[str, str] = field(default_factory=dict)
    """Those that stand here under another id."""
    coders: Mapping[int, str] = field(default_factory=dict)
    """Their names."""
