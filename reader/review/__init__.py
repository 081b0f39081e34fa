"""Reviews: what is gone through, in which order, how fast, and what came of it."""

from reader.review.records import (
    Answer,
    Decision,
    Fix,
    Item,
    Query,
    Session,
    Unit,
)

__all__ = ["Answer", "Decision", "Fix", "Item", "Query", "Session", "Unit"]
