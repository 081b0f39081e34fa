"""The colours of tags: places of a palette, one set for dark and one for light pages.

Both follow Paul Tol's colour-blind safe schemes (SRON/EPS/TN/09-002, 2021): “light”
darkened towards the dark page, “muted” and “bright” for the light one. Past the last
the set begins again; letters and bars tell such tags apart.
"""

from typing import Final

COLOURS: Final = (
    ("blue", "#77aadd", "#4477aa"),
    ("orange", "#ee8866", "#cc3311"),
    ("yellow", "#eedd88", "#998800"),
    ("pink", "#ffaabb", "#ee3377"),
    ("green", "#44bb99", "#117733"),
    ("olive", "#aaaa00", "#6b6b00"),
    ("sky", "#99ddff", "#0077bb"),
    ("lime", "#bbcc33", "#557700"),
    ("violet", "#cc99dd", "#882255"),
    ("grey", "#dddddd", "#555555"),
)
"""For each place its name, and what it is on a dark and on a light page."""


def colour_name(place: int) -> str:
    """What the colour at a place is called."""
    return COLOURS[place % len(COLOURS)][0]


def colour_hex(place: int, *, dark: bool = False) -> str:
    """The colour at a place, as `#rrggbb`."""
    return COLOURS[place % len(COLOURS)][1 if dark else 2]


def colour_named(name: str) -> int | None:
    """The place of a colour by its name, or by `#rrggbb`: then the nearest.

    None when it is neither.
    """
    wanted = name.strip().lower()
    for place, each in enumerate(COLOURS):
        if wanted in each:
            return place
    asked = _parts(wanted)
    if asked is None:
        return None
    return min(
        range(len(COLOURS)),
        key=lambda place: min(
            _distance(asked, _parts(shade) or asked) for shade in COLOURS[place][1:]
        ),
    )


def _parts(text: str) -> tuple[int, ...] | None:
    """Red, green and blue of `#rrggbb` or `#rgb`."""
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6 or set(digits) - set("0123456789abcdef"):
        return None
    return tuple(bytes.fromhex(digits))


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
