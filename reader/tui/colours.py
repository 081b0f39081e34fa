"""The colours of tags on the screen."""

from reader.palette import colour_hex

_OF_TERMINAL = (
    "ansi_green",
    "ansi_magenta",
    "ansi_yellow",
    "ansi_cyan",
    "ansi_red",
    "ansi_bright_blue",
    "ansi_bright_green",
    "ansi_bright_magenta",
    "ansi_bright_yellow",
    "ansi_bright_red",
)
"""Where a terminal has 16 colours, nearly all of the others would come out the same."""


def tag_colour(place: int, *, dark: bool, by_name: bool = False) -> str:
    """The colour at a place of the palette.

    Args:
        place: From 0.
        dark: Whether it is to be seen on a dark page.
        by_name: Whether to name one of the terminal's own, instead of `#rrggbb`.
    """
    if by_name:
        return _OF_TERMINAL[place % len(_OF_TERMINAL)]
    return colour_hex(place, dark=dark)
