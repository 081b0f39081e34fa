"""The colours of tags on the screen."""

from reader.palette import colour_hex


def tag_colour(place: int, *, dark: bool) -> str:
    """The colour at a place of the palette, as `#rrggbb`."""
    return colour_hex(place, dark=dark)
