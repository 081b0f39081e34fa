"""What is known of an article, as lines of text: names and values, then the memo."""

from collections.abc import Mapping
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from reader.desk import Desk
from reader.resources import STYLES
from reader.store import Store, StoreError
from reader.store.attributes import About
from reader.store.versions import Numbered
from reader.text.safe import safe, safe_line
from reader.tui.page_address import page_address

_HOW = "name: value, one a line; any name will do. An empty line, then the memo."
_WHOLE_PAGE = "All lines of the web page are kept: no article was found in it."
_MEMO = "memo"


class AboutDialog(ModalScreen[bool]):
    """Dismissed with whether anything was changed."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "keep(True)", "Keep", priority=True),
        Binding("ctrl+s", "keep(False)", "Keep", priority=True),
    ]

    def __init__(self, desk: Desk, article_id: int) -> None:
        super().__init__()
        self._desk = desk
        self._article_id = article_id
        self._before: Mapping[str, str] = {}
        self._refused = ""
        """What could not be kept; escape drops it, when it is still the same."""

    def compose(self) -> ComposeResult:
        """How it is written, the text, and what is wrong with it."""
        with Vertical(classes="dialog -wide") as dialog:
            dialog.border_title = "About this article"
            dialog.border_subtitle = "escape keeps it; then u takes it back"
            yield Static(_HOW, id="passage", markup=False)
            yield TextArea("", soft_wrap=True, show_line_numbers=False)
            yield Static("", id="says", markup=False)

    def on_mount(self) -> None:
        """Ask what is known."""
        self.query_one(TextArea).focus()
        self._read()

    @work
    async def _read(self) -> None:
        try:
            about, address, versions = await self._desk.ask(self._known)
        except StoreError as error:
            self._say(str(error))
            return
        told = [_HOW]
        if about.is_whole_page:
            told.append(_WHOLE_PAGE)
        if len(versions) > 1:
            number = next(each.number for each in versions if each.is_current)
            told.append(
                f"Its text is version {number} of {len(versions)}; while reading,"
                " B shows what changed."
            )
        if address:
            told.append(f"The page says that its address is {safe_line(address)}")
        self.query_one("#passage", Static).update(Content("\n".join(told)))
        area = self.query_one(TextArea)
        area.text = safe(written(about))
        last = area.text.partition("\n\n")[0].count("\n")
        area.move_cursor((last, len(area.document.get_line(last))))
        self._before = read(area.text)

    def _known(self, store: Store) -> tuple[About, str, list[Numbered]]:
        about = store.attributes.about(self._article_id)
        article = store.articles.one(self._article_id)
        address = page_address(store, article) if article else ""
        return about, address, store.versions.of(self._article_id)

    def _say(self, words: str) -> None:
        self.query_one("#says", Static).update(Content(safe_line(words)))

    @work(exclusive=True)
    async def action_keep(self, may_drop: bool) -> None:
        """Keep what was written; say what cannot be, and drop it when told again."""
        text = self.query_one(TextArea).text
        if may_drop and text == self._refused:
            self.dismiss(False)
            return
        try:
            now = read(text)
            changes = _changes(self._before, now)
            if changes:
                await self._desk.ask(
                    lambda store: store.attributes.put(self._article_id, changes)
                )
        except (StoreError, ValueError) as error:
            self._refused = text
            self._say(f"{error}.  ctrl+s tries again; escape again changes nothing.")
        else:
            self.dismiss(bool(changes))


def written(about: About) -> str:
    """What is known of an article as `read` reads it."""
    known = {**about.facts, **about.attributes}
    memo = known.pop(_MEMO)
    lines = [f"{name}: {' '.join(value.split())}" for name, value in known.items()]
    return "\n".join([*lines, "", memo])


def read(text: str) -> dict[str, str]:
    """Names and values out of the lines, the memo among them.

    Raises:
        ValueError: When a line is no name with a value, or a name comes twice.
    """
    head, _, memo = f"\n{text}".partition("\n\n")
    found: dict[str, str] = {}
    for line in filter(str.strip, head.split("\n")):
        name, colon, value = line.partition(":")
        name = " ".join(name.split())
        if not colon or not name:
            raise ValueError(f"“{line.strip()}” is no “name: value”")
        if name.casefold() in (other.casefold() for other in found):
            raise ValueError(f"“{name}” is there twice")
        found[name] = value.strip()
    return {**found, _MEMO: memo.strip()}


def _changes(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """What is to be put: new values, and empty ones for names that are gone."""
    names = {name.casefold() for name in now}
    gone = [name for name in before if name.casefold() not in names]
    values = {name.casefold(): value for name, value in before.items()}
    changed = {
        name: value
        for name, value in now.items()
        if values.get(name.casefold(), "") != value
    }
    return {**changed, **dict.fromkeys(gone, "")}
