"""Writing a memo or a description; leaving keeps it, for undo can take it back."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from reader.resources import STYLES
from reader.text.safe import safe, safe_line


class MemoDialog(ModalScreen[str]):
    """Dismissed with what was written as it stands; empty means that there is none."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "keep", "Keep", priority=True),
        Binding("ctrl+e", "editor", "Editor", priority=True),
    ]

    def __init__(self, about: str, memo: str, title: str = "Memo") -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._memo = memo

    def compose(self) -> ComposeResult:
        """What it is about, and the text."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self._title)
            dialog.border_subtitle = "escape keeps it · ctrl+e editor"
            yield Static(Content(safe_line(self._about)), id="passage", markup=False)
            yield TextArea(safe(self._memo), soft_wrap=True, show_line_numbers=False)

    def on_mount(self) -> None:
        """Write on at the end."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    def action_keep(self) -> None:
        """Give back what was written."""
        self.dismiss(self.query_one(TextArea).text.strip())

    def action_editor(self) -> None:
        """Write in the user's own editor, in a file that only the user can read."""
        wanted = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
        area = self.query_one(TextArea)
        with tempfile.TemporaryDirectory(prefix="reader-") as folder:
            path = Path(folder) / f"{self._title.lower()}.md"
            path.write_bytes(area.text.encode())
            try:
                with self.app.suspend():
                    subprocess.run([*shlex.split(wanted), str(path)], check=True)
                area.text = safe(path.read_bytes().decode())
            except (OSError, ValueError, subprocess.CalledProcessError) as error:
                self.notify(
                    safe_line(f"{wanted} did not give the text back: {error}"),
                    severity="error",
                    markup=False,
                )
