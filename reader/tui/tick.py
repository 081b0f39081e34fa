"""The sign of what is ticked, one and the same wherever something can be."""

from typing import Final

TICK: Final = "◆"
"""One cell wide; no status has it, whose dots and check mark stand beside it in
the list."""
