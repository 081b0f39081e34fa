"""The colours of tags on the screen."""

from enum import Enum
from functools import cache
from typing import Any

from rich.style import Style
from textual.app import App
from textual.color import Color

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


class Ground(Enum):
    """What the colours of tags lie on."""

    DARK = "dark"
    LIGHT = "light"
    TERMINAL = "terminal"
    """The 16 colours of a terminal, which alone knows what they are."""


def ground_of(app: App[Any]) -> Ground:
    """What the colours lie on in the theme of the moment."""
    if app.native_ansi_color:
        return Ground.TERMINAL
    return Ground.DARK if app.current_theme.dark else Ground.LIGHT


def tag_colour(place: int, ground: Ground) -> str:
    """The colour at a place of the palette.

    Args:
        place: From 0.
        ground: What it is seen on; on a terminal's own colours it is one of them by
            name, else `#rrggbb`.
    """
    if ground is Ground.TERMINAL:
        return _OF_TERMINAL[place % len(_OF_TERMINAL)]
    return colour_hex(place, dark=ground is Ground.DARK)


@cache
def inked(colour: str) -> Style:
    """Text in a tag's colour; Rich has names of its own for those of a terminal."""
    return Style(color=Color.parse(colour).rich_color if colour else None)
