"""A figure of agreement: its value and interval, or why there is none."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Measure:
    """A coefficient, of which 1 is agreement and 0 what chance would give."""

    value: float | None
    why: str = ""
    """Why it is not defined, in words; empty when it is."""
    low: float | None = None
    """The 95 % interval; None when there is no more than one article."""
    high: float | None = None

    @classmethod
    def undefined(cls, why: str) -> Self:
        """No value, for this reason."""
        return cls(None, why)

    def within(self, interval: tuple[float, float] | None) -> "Measure":
        """The same with its interval."""
        if interval is None or self.value is None:
            return self
        return Measure(self.value, "", *interval)

    @property
    def bare(self) -> str:
        """The value without its interval."""
        return "n/a" if self.value is None else short(self.value)

    def __str__(self) -> str:
        """As a table has it: `.73 [.61, .84]`, or `n/a`."""
        if self.value is None:
            return "n/a"
        if self.low is None or self.high is None:
            return short(self.value)
        return f"{short(self.value)} [{short(self.low)}, {short(self.high)}]"

    def fields(self) -> dict[str, float | str | None]:
        """As JSON may have it."""
        if self.value is None:
            return {"value": None, "why": self.why}
        return {"value": self.value, "low": self.low, "high": self.high}


def short(value: float) -> str:
    """Two decimals and no zero before them: `.73`, `-.20`, `1.00`."""
    rounded = f"{value:.2f}"
    if rounded in ("-0.00", "0.00"):
        return ".00"
    return rounded.replace("0.", ".", 1) if abs(value) < 0.995 else rounded
