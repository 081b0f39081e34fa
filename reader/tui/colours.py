"""The colours of tags, one set for dark and one for light screens.

Both follow Paul Tol's colour-blind safe schemes (SRON/EPS/TN/09-002, 2021): “light”
darkened towards the dark page, “muted” and “bright” for the light one. Past the last
the set begins again; letters and bars tell such tags apart.
"""

_ON_DARK = (
    "#77aadd",
    "#ee8866",
    "#eedd88",
    "#ffaabb",
    "#44bb99",
    "#aaaa00",
    "#99ddff",
    "#bbcc33",
    "#cc99dd",
    "#dddddd",
)
_ON_LIGHT = (
    "#4477aa",
    "#cc3311",
    "#998800",
    "#ee3377",
    "#117733",
    "#6b6b00",
    "#0077bb",
    "#557700",
    "#882255",
    "#555555",
)


def tag_colour(place: int, *, dark: bool) -> str:
    """The colour at a place of the palette, as `#rrggbb`."""
    palette = _ON_DARK if dark else _ON_LIGHT
    return palette[place % len(palette)]
