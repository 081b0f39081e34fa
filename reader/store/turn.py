"""What comes next in a review, with all that is shown beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.model import Tag
from reader.review import Item, Session
from reader.review.cases import Case
from reader.review.pace import Pace
from reader.store.reading import Reading


@dataclass(frozen=True, slots=True)
class Turn:
    """An item with its article, unless all is decided."""

    session: Session
    pace: Pace
    item: Item | None = None
    reading: Reading | None = None
    tags: Sequence[Tag] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    cases: Sequence[Case] = ()
    """Of the article, where coders differ, when such are settled."""
