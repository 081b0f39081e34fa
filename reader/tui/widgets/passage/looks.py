"""The colours and styles in which a row is painted, made from the theme's."""

from dataclasses import dataclass, field
from typing import Final

from rich.style import Style
from textual.color import Color, ColorParseError
from textual.widget import Widget

_TINT: Final = 0.26
"""How much of a mark's colour is in the background under its text."""
_TINT_OF_SEVERAL: Final = 0.44
_TINT_OF_SUGGESTION: Final = 0.13

SHAPES: Final = (
    "heading", "quote", "bullet", "code", "strong", "emphasis", "link", "syntax",
)  # fmt: skip
"""What Markdown makes of its text; last its marks, which stand inside the others."""

PARTS: Final = (
    *SHAPES,
    "picked", "moving", "found", "label", "faded",
    "hidden", "reason", "margin", "marker",
)  # fmt: skip
"""What has a component class of its own: `passage--picked` and so on."""

STYLE_SHEET: Final = """
PassageView {
    background: $background;
    color: $foreground;
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 1;
    scrollbar-background: $background;
    scrollbar-background-hover: $background;
    scrollbar-background-active: $background;
    scrollbar-color: $foreground 20%;
    scrollbar-color-hover: $foreground 35%;
    scrollbar-color-active: $primary;

    & > .passage--heading { text-style: bold; }
    & > .passage--quote { color: $foreground 78%; }
    & > .passage--bullet { text-style: bold; }
    & > .passage--strong { text-style: bold; }
    & > .passage--emphasis { text-style: italic; }
    & > .passage--link { text-style: underline; }
    & > .passage--syntax { color: $foreground 42%; }

    & > .passage--picked { background: $primary 26%; }
    & > .passage--moving { background: $primary; color: auto 95%; }
    & > .passage--found { background: $warning 45%; text-style: bold; }
    & > .passage--label {
        background: $accent; color: auto 95%; text-style: bold;
    }
    & > .passage--faded { color: $foreground 42%; }
    & > .passage--hidden { color: $foreground 50%; }
    & > .passage--reason { color: $foreground 38%; text-style: italic; }
    & > .passage--margin { color: $foreground 60%; }
    & > .passage--marker { color: $primary; }

    &:nocolor {
        & > .passage--link { text-style: none; }
        & > .passage--syntax { text-style: dim; }
        & > .passage--picked { background: $foreground 30%; }
        & > .passage--moving { background: $foreground; text-style: bold; }
        & > .passage--found { text-style: bold italic; }
    }

    &:ansi {
        & > .passage--quote { color: $foreground; }
        & > .passage--link { text-style: none; }
        & > .passage--syntax { text-style: dim; }
        & > .passage--picked { background: $primary; color: ansi_bright_white; }
        & > .passage--moving { background: ansi_bright_white; color: ansi_black; }
        & > .passage--found {
            background: $warning; color: ansi_black; text-style: bold;
        }
        & > .passage--label { color: ansi_black; }
        & > .passage--faded { text-style: dim; }
        & > .passage--hidden { text-style: dim; }
        & > .passage--reason { text-style: dim italic; }
    }

    &:ansi:nocolor {
        & > .passage--picked { text-style: reverse; }
        & > .passage--moving { text-style: reverse bold underline; }
        & > .passage--found { text-style: bold italic; }
        & > .passage--label { text-style: bold reverse; }
    }
}
"""

_CLEAR: Final = Color(0, 0, 0, 0)
_DARK_INK: Final = "ansi_black"
_LIGHT_INK: Final = "ansi_bright_white"
_DEEP: Final = frozenset(("ansi_black", "ansi_red", "ansi_blue", "ansi_magenta"))
"""Colours of the usual 16 on which white is easier to read than black."""


def colour_of(name: str, has_palette: bool) -> Color | None:
    """A mark's colour; None where nobody knows its name.

    Args:
        name: `#rrggbb`, `ansi_red`, or `red`.
        has_palette: Whether a plain name means a colour of the terminal's palette.
    """
    for spelling in (f"ansi_{name}", name) if has_palette else (name, f"ansi_{name}"):
        try:
            return Color.parse(spelling)
        except ColorParseError:
            continue
    return None


@dataclass(frozen=True, slots=True)
class Ink:
    """What is to be seen of a run of text."""

    tags: tuple[str, ...] = ()
    """The colours of the marks on it, the innermost mark's last."""
    is_several: bool = False
    """Whether there is more than one of them."""
    is_suggested: bool = False
    """Whether all of them are suggestions."""
    shapes: tuple[str, ...] = ()
    """Those of `SHAPES` that it is."""
    is_picked: bool = False
    is_moving: bool = False
    is_found: bool = False
    is_label: bool = False
    is_faded: bool = False
    is_hidden: bool = False


@dataclass(slots=True)
class Looks:
    """The styles of a pane under one theme."""

    ground: Color
    ink: Color
    parts: dict[str, tuple[Color, Color, Style]]
    """Background, colour and text style of each part: `picked`, `found`, …"""
    has_palette: bool
    """Whether colours are the terminal's own, which cannot be blended."""
    has_colour: bool
    _made: dict[Ink, Style] = field(default_factory=dict)
    _bars: dict[str, Style] = field(default_factory=dict)

    def text(self, ink: Ink) -> Style:
        """The style of a run of text."""
        style = self._made.get(ink)
        if style is None:
            style = self._made[ink] = self._make(ink)
        return style

    def bar(self, colour: str) -> Style:
        """The style of a mark's bar in the margin."""
        style = self._bars.get(colour)
        if style is None:
            found = colour_of(colour, self.has_palette) or self.ink
            style = self._bars[colour] = Style.from_color(
                found.rich_color, self.ground.rich_color
            )
        return style

    def part(self, name: str) -> Style:
        """The style of a part that is not text: the marker, the margin."""
        ground, ink, style = self.parts[name]
        under = self._over(self.ground, ground)
        return (
            Style.from_color(self._over(under, ink).rich_color, under.rich_color)
            + style
        )

    def _over(self, under: Color, over: Color) -> Color:
        """A colour laid over another; the terminal's own hide what is below."""
        if over.ansi is not None or under.ansi is not None:
            return over if over.a else under
        return under + over

    def _tinted(self, ink: Ink) -> tuple[Color, Color]:
        """The ground and the colour of text with marks on it."""
        colours = [
            colour
            for name in ink.tags
            if (colour := colour_of(name, self.has_palette)) is not None
        ]
        if not colours or ink.is_faded:
            return self.ground, self.ink
        if self.has_palette or self.ground.ansi is not None:
            return self._palette(colours[-1])
        share = _TINT_OF_SEVERAL if ink.is_several else _TINT
        mean = Color(
            *(
                sum(channel) // len(colours)
                for channel in zip(*(c.rgb for c in colours), strict=True)
            )
        )
        return self.ground.blend(
            mean, _TINT_OF_SUGGESTION if ink.is_suggested else share
        ), self.ink

    def _palette(self, colour: Color) -> tuple[Color, Color]:
        is_deep = f"ansi_{colour.css.removeprefix('ansi_')}" in _DEEP
        return colour, Color.parse(_LIGHT_INK if is_deep else _DARK_INK)

    def _make(self, ink: Ink) -> Style:
        ground, colour = self._tinted(ink)
        style = Style()
        if ink.tags and not ink.is_faded:
            needs_line = ink.is_several or not self.has_colour or self.has_palette
            style += Style(underline=(needs_line and not ink.is_suggested) or None)
            style += Style(italic=ink.is_suggested or None)
        for name, is_so in (
            *((shape, shape in ink.shapes) for shape in SHAPES),
            # What is picked is to be read, be it hidden or not.
            ("hidden", ink.is_hidden and not ink.is_picked),
            ("faded", ink.is_faded),
            ("found", ink.is_found),
            ("picked", ink.is_picked),
            ("moving", ink.is_moving),
            ("label", ink.is_label),
        ):
            if is_so:
                over, part_colour, part_style = self.parts[name]
                ground = self._over(ground, over)
                if part_colour.a:
                    colour = part_colour
                style += part_style
        colour = self._over(ground, colour)
        return Style.from_color(colour.rich_color, ground.rich_color) + style


def looks_of(widget: Widget) -> Looks:
    """The looks of a widget that has the component classes, under its theme."""
    parts = {}
    for part in PARTS:
        styles = widget.get_component_styles(f"passage--{part}")
        colour = styles.color if styles.has_rule("color") else _CLEAR
        if styles.auto_color:
            colour = styles.background.get_contrast_text(colour.a)
        parts[part] = (styles.background, colour, styles.text_style)
    return Looks(
        ground=widget.background_colors[1],
        ink=widget.styles.color,
        parts=parts,
        has_palette=widget.app.native_ansi_color,
        has_colour=not widget.app.no_color,
    )
