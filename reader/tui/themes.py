"""The program's own colours: paper for the day, slate for the night."""

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="reader-dark",
    primary="#7aa2c8",
    secondary="#9d8ec7",
    accent="#e0b060",
    foreground="#d6d3cc",
    background="#16181c",
    surface="#1b1e23",
    panel="#22262d",
    success="#7fb685",
    warning="#e0b060",
    error="#e07a6a",
    dark=True,
)
LIGHT = Theme(
    name="reader-light",
    primary="#2f6690",
    secondary="#6a4c93",
    accent="#b0620f",
    foreground="#26241f",
    background="#fbf9f4",
    surface="#f4f1ea",
    panel="#eae6dc",
    success="#2f7d4f",
    warning="#a86400",
    error="#b3361f",
    dark=False,
)
THEMES = (DARK, LIGHT)
FEW = BUILTIN_THEMES["ansi-dark"]
"""For a terminal of 16 colours: its own."""
