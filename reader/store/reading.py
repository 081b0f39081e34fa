"""All that there is to show of one article."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.model import Annotation, Article, Version

if TYPE_CHECKING:
    from reader.cleaning import Judged


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a screen needs to show one article."""

    article: Article
    version: Version
    lines: "Judged"
    annotations: Sequence[Annotation] = field(repr=False)
    place: int
    """The code point where reading stopped."""
    orphans: int = 0
    """How many annotations stand on an older text and were not found in this one."""
    has_all: bool = True
    """Whether the annotations are here, and not still to be asked for."""

    @property
    def is_all_hidden(self) -> bool:
        """Whether nothing is left to read: every line that says anything is hidden."""
        if not self.lines.hidden:
            return False
        text = self.version.text
        said = (line for line in self.lines if line.span.of(text).strip())
        first = next(said, None)
        if first is None or not first.hidden:
            return False
        return all(line.hidden for line in said)
