"""Which kind a hidden line is, by weights that were learned from lines read by hand."""

import json
import lzma
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from reader.cleaning.learned.signs import Surroundings, own
from reader.cleaning.reading import REMEMBERED, SHORT

FILE = Path(__file__).with_name("kinds.json.xz")
"""A JSON object, compressed: the kinds, and for each sign a weight for each kind."""
LANE, MIDDLE = 20, 1 << 9
"""The weights of a sign lie side by side in one number, in lanes of so many bits, and
`MIDDLE` is nought; so one sum weighs all kinds. A lane holds 1,024 signs."""
_FULL = (1 << LANE) - 1


class Kinds:
    """A softmax regression: the kind whose weights add up to most is the line's."""

    def __init__(
        self, names: Sequence[str], weights: Mapping[str, Sequence[int]]
    ) -> None:
        """Take what was learned.

        Args:
            names: The kinds.
            weights: For each sign the weight for each kind, in fortieths of a
                log-odds, between `-MIDDLE` and `MIDDLE`.
        """
        self.names = names
        self.weights = weights
        self._packed = {sign: _packed(row) for sign, row in weights.items()}
        self._totals = {sign: sum(row) for sign, row in weights.items()}
        self._short: dict[tuple[str, str], int] = {}
        self._views: dict[Hashable, int] = {}

    def tell(self, seen: Surroundings, place: int) -> str:
        """The kind of one hidden paragraph."""
        total = self._own(seen, place) + self._around(seen, place)
        scores = [total >> LANE * lane & _FULL for lane in range(len(self.names))]
        return self.names[scores.index(max(scores))]

    def signs(self, seen: Surroundings, place: int, kind: str) -> list[str]:
        """The signs that speak for a kind more than for others, the loudest first."""
        size, lane = len(self.names), self.names.index(kind)
        worth = {}
        for sign in (*own(seen.paper, place), *seen.around(place)):
            total = self._totals.get(sign)
            if total is not None:
                worth[sign] = self.weights[sign][lane] * size - total
        loud = [sign for sign, more in worth.items() if more > 0]
        return sorted(loud, key=lambda sign: (-worth[sign], sign))

    def _own(self, seen: Surroundings, place: int) -> int:
        """What a line says by itself; short ones are remembered: menus come again."""
        text, language = seen.paper.texts[place], seen.paper.language
        key = text, language.name if language else ""
        known = self._short.get(key)
        if known is None:
            known = self._sum(own(seen.paper, place))
            if len(text) <= SHORT:
                if len(self._short) >= REMEMBERED:
                    self._short.clear()
                self._short[key] = known
        return known

    def _around(self, seen: Surroundings, place: int) -> int:
        """What the neighbours and the place say; within a menu all see the same."""
        view = seen.view(place)
        known = self._views.get(view)
        if known is None:
            if len(self._views) >= REMEMBERED:
                self._views.clear()
            known = self._views[view] = self._sum(seen.around(place))
        return known

    def _sum(self, signs: Iterable[str]) -> int:
        return sum(filter(None, map(self._packed.get, signs)))


def _packed(row: Sequence[int]) -> int:
    return sum((weight + MIDDLE) << LANE * lane for lane, weight in enumerate(row))


def dump(kinds: Kinds) -> bytes:
    """The file's bytes, the same for the same weights."""
    plain = {"kinds": list(kinds.names), "weights": dict(kinds.weights)}
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)


@cache
def load() -> Kinds:
    """The weights that are shipped, read once, when first asked for."""
    stored = json.loads(lzma.decompress(FILE.read_bytes()))
    return Kinds(stored["kinds"], stored["weights"])
