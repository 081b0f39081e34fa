from pathlib import Path

from wcwidth import wcswidth

from tests.cli.conftest import Command
from tests.terminal import on_terminal

EVIL = b"A title\n\nText \x1b]52;c;eA==\x07 and \xc2\x9b31m of \xe2\x80\xae it.\n"


def test_nothing_from_outside_is_obeyed_by_a_terminal(
    reader: Command, library: Path
) -> None:
    reader("import", "-", given=EVIL)
    evil = "\x1b]0;x\x07"
    reader("tag", "3", "a", "--span", 0, 7, "--memo", evil)
    for command in (["show", "3"], ["show", "3", "--raw"], ["export"], ["list"]):
        written = on_terminal("--library", str(library), *command)
        assert b"A title" in written
        for sign in (b"\x1b", b"\x07", b"\xc2\x9b", "\u202e".encode()):
            assert sign not in written


def test_a_file_name_is_as_inert_as_a_text(tmp_path: Path, library: Path) -> None:
    name = str(tmp_path / "a\x1b[2J.txt")
    written = on_terminal("--library", str(library), "import", name)
    # How long the folder's name is decides between which words the line is parted.
    assert b"is not there" in b" ".join(written.split())
    assert b"\x1b[2J" not in written


def test_a_bar_shows_how_far_an_import_is(tmp_path: Path, library: Path) -> None:
    (tmp_path / "a.txt").write_text("Some text.")
    written = on_terminal("--library", str(library), "import", str(tmp_path / "a.txt"))
    assert b"100%" in written
    assert b"1 file: 1 new" in written


def test_a_long_title_ends_where_the_terminal_does_and_is_whole_in_a_pipe(
    reader: Command, library: Path
) -> None:
    title = "A harbour \N{CJK UNIFIED IDEOGRAPH-6E2F} " * 6
    reader("import", "-", given=f"{title}\n\nText.\n".encode())
    *_, line = on_terminal("--library", str(library), "list").decode().splitlines()
    assert line.endswith("…")
    assert wcswidth(line) in (79, 80)
    assert reader("list").stdout.rstrip().endswith(title.strip())


def test_what_is_said_on_a_narrow_terminal_is_parted_between_words(
    library: Path,
) -> None:
    arguments = "--library", str(library), "show", "nowhere-to-be-found"
    lines = on_terminal(*arguments, COLUMNS="44").decode().splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 44
    assert " ".join(" ".join(lines).split()) == (
        "reader: no article has the id, or in its title or source, nowhere-to-be-found"
    )


def test_a_terminal_that_cannot_place_a_cursor_is_told_from_none() -> None:
    said = " ".join(on_terminal(TERM="dumb").decode().split())
    assert "TERM names none that can place a cursor" in said
    assert "`reader --help`" in said


def test_columns_stand_below_one_another_whatever_the_script(
    reader: Command, library: Path
) -> None:
    for tag in ("place", "\u5317\u4eac", "cafe\u0301"):
        reader("tags", "add", tag, "--description", "MEANS")
    lines = reader("tags").stdout.splitlines()[1:]
    assert len({wcswidth(line.partition("MEANS")[0]) for line in lines}) == 1
