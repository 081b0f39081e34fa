"""All that there is to show of one article."""

from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
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
        """Whether nothing is left to read."""
        return self.lines.is_all_hidden

    def having(self, saved: Iterable[Annotation], gone: str = "") -> "Reading":
        """The same with annotations of this text that have just been saved.

        Args:
            saved: What was made or changed.
            gone: The id of what was taken off, if anything was.
        """
        new = {each.id: each for each in saved if each.version_id == self.version.id}
        every = [e for e in self.annotations if e.id not in new and e.id != gone]
        count = self.article.annotations + len(every) + len(new) - len(self.annotations)
        for each in new.values():
            insort(every, each, key=_order)
        article = replace(self.article, annotations=count)
        return replace(self, article=article, annotations=every)


def _order(annotation: Annotation) -> tuple[int, int, str]:
    """As the store gives the annotations of an article."""
    return annotation.span.start, -annotation.span.end, annotation.id
