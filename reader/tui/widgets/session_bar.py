"""How far a review has come: its name, a bar, the figures; always in sight."""

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from reader.review import Session
from reader.text.safe import safe_line

_WIDTH = 20
_NARROW = 8
_EIGHTHS = " ▏▎▍▌▋▊▉"


class SessionBar(Static):
    """One line; in a narrow window the name is cut, and the pace left out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"session-bar--bar", "session-bar--rest"}
    DEFAULT_CSS = """
    SessionBar { height: 1; padding: 0 1; background: $panel; }
    SessionBar > .session-bar--bar { color: $accent; background: $foreground 15%; }
    SessionBar > .session-bar--rest { color: $foreground 65%; }
    """

    session_name: reactive[str] = reactive("", layout=False)
    decided: reactive[int] = reactive(0, layout=False)
    total: reactive[int] = reactive(0, layout=False)
    pace: reactive[str] = reactive("", layout=False)

    def __init__(self) -> None:
        super().__init__(markup=False)

    def show(self, session: Session) -> None:
        """Show how far a session has come."""
        self.session_name = session.name
        self.decided, self.total = session.decided, session.total

    def render(self) -> Content:
        """The name to the left, the bar and the figures to the right."""
        is_wide = self.size.width >= 80
        width = _WIDTH if is_wide else _NARROW
        figures = f" {self.decided:,} of {self.total:,}"
        if self.pace and self.size.width >= 50:
            figures += f" · {self.pace if is_wide else self.pace.split(' · ')[-1]}"
        room = max(0, self.size.width - width - len(figures) - 2)
        name = Content.styled(safe_line(self.session_name), "bold")
        return Content.assemble(
            name.truncate(room, ellipsis=True, pad=True),
            "  ",
            (self._bar(width), self.get_visual_style("session-bar--bar")),
            (figures, self.get_visual_style("session-bar--rest")),
        )

    def _bar(self, width: int) -> str:
        """The part that is done, in eighths of a cell."""
        eighths = round(8 * width * self.decided / self.total) if self.total else 0
        full, part = divmod(eighths, 8)
        return ("█" * full + (_EIGHTHS[part] if part else "")).ljust(width)
