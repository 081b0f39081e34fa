"""The reading pane and what it is given to show."""

from reader.tui.widgets.passage.records import Hidden, Mark
from reader.tui.widgets.passage.scrolling import MEASURE
from reader.tui.widgets.passage.view import PassageView

__all__ = ["MEASURE", "Hidden", "Mark", "PassageView"]
