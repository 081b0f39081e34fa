"""How many of the candidates, and in which order; the same again from the same seed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from typing import Self

_WORDS = re.compile(
    r"(?P<all>all)?(?P<number>\d{1,9})?\s*(?P<percent>%|percent\b)?"
    r"\s*(?P<random>random\b)?(?:\s*(?:seed\s*)?(?P<seed>\d{1,9}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sample:
    """Some of the candidates, or all of them."""

    count: int | None = None
    percent: int | None = None
    """Instead of a count."""
    seed: int | None = None
    """None keeps the order of the candidates."""

    @classmethod
    def read(cls, typed: str, seed: int) -> Self:
        """Understand `all`, `20`, `10%`, `20 random`, `random`, `20 random 7`.

        Args:
            typed: What a person wrote.
            seed: The seed when it is to be random and none is named.

        Raises:
            ValueError: When it is none of these, in words for the user.
        """
        match = _WORDS.fullmatch(typed.strip())
        part = match.groupdict() if match else {}
        asks_too_much = part.get("all") and part.get("number")
        has_stray_seed = part.get("seed") and not part.get("random")
        has_stray_percent = part.get("percent") and not part.get("number")
        if match is None or asks_too_much or has_stray_seed or has_stray_percent:
            raise ValueError(f"“{typed}” is none of: all, 20, 10%, 20 random, random 7")
        number = int(part["number"]) if part["number"] else None
        is_share = bool(part["percent"])
        if number == 0 or (is_share and number and number > 100):
            raise ValueError("ask for at least one, and for at most 100%")
        named = int(part["seed"]) if part["seed"] else seed
        return cls(
            count=None if is_share else number,
            percent=number if is_share else None,
            seed=named if part["random"] else None,
        )

    def of(self, candidates: Sequence[str]) -> Sequence[str]:
        """Deal the candidates.

        Each gets a number that is made of the seed and its own id, so the order
        depends neither on the machine nor on the version of Python, and a candidate
        more or less leaves that of the others as it was.
        """
        chosen = candidates
        if self.seed is not None:
            chosen = sorted(candidates, key=self._lot)
        if self.percent is not None:
            return chosen[: ceil(len(candidates) * self.percent / 100)]
        return chosen if self.count is None else chosen[: self.count]

    def _lot(self, candidate: str) -> bytes:
        return sha256(f"{self.seed}:{candidate}".encode()).digest()

    def __str__(self) -> str:
        """As it can be typed again."""
        many = f"{self.percent}%" if self.percent is not None else self.count or "all"
        if self.seed is None:
            return str(many)
        return f"{'' if many == 'all' else f'{many} '}random {self.seed}"
