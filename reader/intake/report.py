"""What became of the files of an import."""

from dataclasses import dataclass

from reader.sources.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the files of an import, or of a part of it."""

    new: int = 0
    same: int = 0
    """Those whose text was in the library already."""
    back: int = 0
    """Those that had been removed from it."""
    changed: int = 0
    """Those whose file held another text before."""
    unsettled: int = 0
    """Passages of the library in doubt or lost, counted when something changed."""
    refusals: tuple[Refusal, ...] = ()
    whole_pages: tuple[str, ...] = ()
    """The web pages that came in with all their lines: no article was found in them."""
    replaced: tuple[tuple[str, int], ...] = ()
    """What came in with U+FFFD for characters that no text can hold, and how many."""
    no_dates: tuple[tuple[str, str], ...] = ()
    """What came in with a date that nobody can tell, and what stood there for it."""
    stopped: bool = False
    """Whether somebody stopped it; running it again goes on."""

    @property
    def files(self) -> int:
        """How many files it tells of."""
        return self.new + self.same + self.back + self.changed + len(self.refusals)

    def __str__(self) -> str:
        """In words: `3 new, 2 already here`."""
        counts = (
            (self.new, "new"),
            (self.same, "already here"),
            (self.back, "back again"),
            (self.changed, "changed"),
            (len(self.refusals), "not read"),
        )
        return ", ".join(f"{n:,} {what}" for n, what in counts if n) or "nothing new"

    def __add__(self, other: "Report") -> "Report":
        return Report(
            self.new + other.new,
            self.same + other.same,
            self.back + other.back,
            self.changed + other.changed,
            other.unsettled or self.unsettled,
            self.refusals + other.refusals,
            self.whole_pages + other.whole_pages,
            self.replaced + other.replaced,
            self.no_dates + other.no_dates,
            self.stopped or other.stopped,
        )
