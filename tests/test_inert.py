"""Text from outside is shown and never obeyed: the bytes that reach a terminal."""

import ast
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.exchange.formats import FORMATS
from reader.tui import screens
from tests.cli.every_command import ROWS, Does, Given, Row, flags_of, prepare
from tests.hostile.files import Files, make_files
from tests.hostile.library import make
from tests.hostile.payloads import PAYLOAD, SIGNS, obeyed
from tests.hostile.tour import TOUR, Stop, Tourist, places
from tests.terminal import on_terminal

_TUI = Path(screens.__file__).parents[1]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library whose every text is hostile."""
    path = tmp_path_factory.mktemp("hostile") / "evil.db"
    make(path)
    return path


def test_the_tour_goes_to_every_screen_and_dialog() -> None:
    assert places() - {stop.place for stop in TOUR} == set()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Hostile files."""
    return make_files(tmp_path_factory.mktemp("files"))


@pytest.fixture(scope="module")
def tourist(library: Path, files: Files) -> Iterator[Tourist]:
    with Tourist(library, files) as tourist:
        yield tourist


@pytest.mark.parametrize("stop", TOUR, ids=lambda stop: f"{stop.place} {stop.keys}")
def test_no_place_hands_an_escape_from_outside_to_the_terminal(
    tourist: Tourist, stop: Stop
) -> None:
    written, reached, raw = tourist.visit(stop)
    assert reached[-1] == stop.place, reached
    assert obeyed(written) == []
    assert raw == []
    # As it was typed, with the signs of the markup.
    assert not stop.shows or any(sign in written for sign in SIGNS)


def test_the_whole_tour_asks_for_no_address(tourist: Tourist) -> None:
    assert tourist.where()["asked"] == []


_ARGUMENT = PAYLOAD.replace("\0", "")
_NAME = _ARGUMENT.replace("/", "-")
COMMANDS = (
    ("list",),
    ("list", "--json"),
    ("show", "1"),
    ("show", "1", "--raw"),
    ("show", "2"),
    ("show", _ARGUMENT),
    ("search", "first"),
    ("search", "first", "--kwic"),
    ("search", _ARGUMENT),
    ("find", "paragraph"),
    ("find", _ARGUMENT),
    ("stats", "tags"),
    ("set", "1", f"a={_ARGUMENT}"),
    ("rules",),
    ("tag", "1", _ARGUMENT, "--span", "0", "7"),
    ("tags",),
    ("tags", "show", "one"),
    ("settle",),
    ("review",),
    ("agreement",),
    ("keywords",),
    ("keyness", "one"),
    ("log",),
    ("export", "-o", "-"),
    ("export", "--format", "markdown", "-o", "-"),
    ("export", "--format", "jsonl", "-o", "-"),
    ("import", _NAME),
    ("import-annotations", _NAME),
    ("merge", _NAME),
    ("backup", "--list"),
    ("doctor",),
    ("undo",),
    ("redo",),
    ("where",),
    (_ARGUMENT,),
    ("import", "{files.folder}"),
    ("import", "{files.articles}"),
    ("import-annotations", "{files.annotations}"),
    ("tags", "import", "{files.codebook}"),
    ("tags", "import", "{files.codebook}", "--theirs"),
    ("merge", "{files.library}"),
    ("list", "--order", "title"),
    ("list", "--order", _ARGUMENT),
    ("list", f"--{_ARGUMENT}"),
    ("list", "--tag", _ARGUMENT),
    ("--coder", _ARGUMENT, "tag", "1", "by", "--span", "0", "7"),
    ("--library", f"/none/{_NAME}", "doctor"),
    ("export", "-o", f"/none/{_NAME}"),
    ("log", "--changes"),
)
"""What each command is given, and what it lists."""


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda a: a[0][:12])
def test_no_command_hands_an_escape_from_outside_to_a_terminal(
    library: Path, files: Files, arguments: tuple[str, ...]
) -> None:
    given = [
        each.format(files=files) if each.startswith("{files") else each
        for each in arguments
    ]
    written = on_terminal("--library", str(library), *given, NO_COLOR="1")
    assert written
    _is_inert(written, arguments[0])


def test_settings_are_as_inert(library: Path, files: Files) -> None:
    written = on_terminal(
        "--library", str(library), "list", XDG_CONFIG_HOME=str(files.settings)
    )
    assert b"config.toml" in written
    _is_inert(written, "list")


_FLAGS = {"--json", "--csv", "--changes", "--kwic", "--tree", "--explain", "--raw"}
_FLAGS |= {"--sentences", "--hidden", "--dry-run", "--test", "--untagged"}
FLAGGED = [
    Row(f"{row.words} {flag}", row.does)
    for row in ROWS
    for flag in sorted(_FLAGS & flags_of(row.command))
    if flag not in row.words
] + [
    Row(f"export --format {form.name} -o -", Does.READ)
    for form in FORMATS
    if not form.binary
]
"""The same commands saying it otherwise."""


_BARS = ("import", "import-annotations", "copies")
"""What shows a bar, and hides the cursor for it."""


def _is_inert(written: bytes, command: str) -> None:
    assert obeyed(written, by_program=command in _BARS) == []
    assert b"Traceback" not in written
    assert b"a fault of the program" not in written


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Given:
    """The same library, with tags that can be named: no argument holds a NUL."""
    path = tmp_path_factory.mktemp("named") / "evil.db"
    make(path)
    with closing(sqlite3.connect(path)) as conn, conn:
        # SQLite's own `replace` takes a NUL for nothing to look for.
        conn.create_function("named", 1, lambda path: path.replace("\0", ""))
        conn.execute("UPDATE tag SET path = named(path)")
        conn.execute("UPDATE tag SET path_key = lower(path)")
    return prepare(path)


@pytest.mark.parametrize("row", [*ROWS, *FLAGGED], ids=lambda row: row.words)
def test_every_command_shows_what_a_library_holds_as_it_is(
    row: Row, hostile: Given, tmp_path: Path
) -> None:
    values = hostile.moved(tmp_path / "a")
    options = ("--library", str(values.library), "--coder", values.coder)
    written = on_terminal(*options, *row.given(values), TERM="dumb", NO_COLOR="1")
    _is_inert(written, row.command)


def test_the_report_for_a_browser_holds_nothing_to_be_obeyed(
    library: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    asked = ("export", "--format", "html", "-o", str(report))
    on_terminal("--library", str(library), *asked, NO_COLOR="1")
    written = report.read_bytes()
    assert b"[@click=app.quit]x[/]" in written
    assert obeyed(written, by_program=False) == []
    assert b"<script" not in written


_READ_MARKUP = {"Static", "Label", "Button", "OptionList", "notify"}
"""What reads a string as markup unless it is told not to."""
_TITLES = {"border_title", "border_subtitle", "tooltip"}


def _called(node: ast.AST) -> str:
    name = node.func if isinstance(node, ast.Call) else node
    return getattr(name, "id", getattr(name, "attr", ""))


def _is_ours(node: ast.expr) -> bool:
    """Whether a text is a constant of the program, or content that is no markup."""
    return isinstance(node, ast.Constant) or _called(node) == "Content"


def _raw_strings(module: ast.Module) -> Iterator[int]:
    """The lines where a widget is handed text that it would read as markup."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _called(node) in _READ_MARKUP:
            options = {each.arg: each.value for each in node.keywords}
            markup = options.get("markup")
            if not (isinstance(markup, ast.Constant) and markup.value is False):
                yield node.lineno
        if isinstance(node, ast.Assign) and not _is_ours(node.value):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in _TITLES:
                    yield node.lineno


@pytest.mark.parametrize("path", sorted(_TUI.rglob("*.py")), ids=lambda p: p.stem)
def test_no_widget_is_handed_a_raw_string(path: Path) -> None:
    module = ast.parse(path.read_text(encoding="utf-8"))
    assert list(_raw_strings(module)) == []


def test_a_raw_string_would_be_found() -> None:
    raw = (
        'Static(title)\nself.notify(words)\nbox.border_title = f"{tag}"\n'
        "box.tooltip = tag\n"
    )
    assert sorted(_raw_strings(ast.parse(raw))) == [1, 2, 3, 4]
