import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from reader.cli import main
from reader.resources import SEEDS
from reader.store import Store
from tests.cli.conftest import Command

NAMES = main.list_commands(click.Context(main))


@pytest.mark.parametrize("name", NAMES)
def test_every_command_says_what_it_does(reader: Command, name: str) -> None:
    result = reader(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: reader {name}")
    says = result.stdout.split("\n")[2].strip()
    assert says.endswith(".")
    assert f"  {name} " in reader("--help").stdout
    assert f" {says}\n" in reader("--help").stdout, "in one row, and not cut off"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["exprt"], "there is no file and no command exprt; did you mean"),
        (["qqq"], "there is no file and no command qqq; `reader --help`"),
        (["none.txt"], "there is no file none.txt"),
        (["./exprt"], "there is no file ./exprt"),
        (["--nonsense"], "No such option '--nonsense' (`reader --help`"),
        (["show"], "Missing argument 'ARTICLE' (`reader show --help`"),
        (["show", " "], "Invalid value for 'ARTICLE'"),
        (["list", "--order", "colour"], "Invalid value for '--order'"),
        ([], "the screen needs a terminal"),
        ([str(SEEDS)], "the screen needs a terminal"),
    ],
)
def test_what_is_asked_wrongly_is_one_line_and_exit_2(
    reader: Command, arguments: list[str], message: str
) -> None:
    result = reader(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"reader: {message}")
    assert result.stderr.count("\n") == 1


def test_paths_that_lead_nowhere_are_refused_before_anything_is_in(
    reader: Command, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Some text.")
    result = reader(tmp_path / "a.txt", tmp_path / "none.txt")
    assert result.exit_code == 2
    assert len(json.loads(reader("list", "--json").stdout)) == 2


def test_a_command_goes_before_a_file_of_its_name(
    reader: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list").write_text("Some text.")
    assert reader("list").stdout.startswith("id")
    assert "needs a terminal" in reader("./list").stderr


def test_the_library_is_named_by_option_variable_or_settings(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def where(*options: str) -> str:
        result = CliRunner().invoke(main, [*options, "where", "--json"])
        found: dict[str, str] = json.loads(result.stdout)
        return found["library"]

    assert where() == str(tmp_path / "data" / "reader" / "library.db")
    settings = tmp_path / "config" / "reader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('library = "/set.db"')
    assert where() == "/set.db"
    monkeypatch.setenv("READER_LIBRARY", "/variable.db")
    assert where() == "/variable.db"
    assert where("--library", "/option.db") == "/option.db"


def test_the_coder_is_named_by_option_or_settings(
    library: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "config" / "reader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('coder = "cleo"')
    for options in ([], ["--coder", "ben"]):
        arguments = ["--library", str(library), *options]
        CliRunner().invoke(main, [*arguments, "tag", "1", "x", "--span", "0", "7"])
    steps = json.loads(
        CliRunner().invoke(main, ["--library", str(library), "log", "--json"]).stdout
    )
    assert [step["coder"] for step in steps] == ["ben", "cleo", "ana"]


def test_settings_that_cannot_be_used_are_one_line(tmp_path: Path) -> None:
    settings = tmp_path / "config" / "reader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("colour = 1")
    result = CliRunner().invoke(main, ["list"])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"reader: {settings}: “colour” is no setting")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [["list"], ["tags"], ["log"]])
def test_what_only_lists_finds_nothing_where_no_library_is(
    reader: Command, library: Path, command: list[str]
) -> None:
    library.unlink()
    result = reader(*command, "--json")
    assert (result.exit_code, result.stdout) == (0, "[]\n")
    result = reader(*command)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr
    assert not library.exists()


@pytest.mark.parametrize(
    "command",
    [["show", "1"], ["tag", "1", "a", "--span", "0", "1"], ["undo"], ["export"]],
)
def test_what_needs_a_library_says_how_to_make_one(
    reader: Command, library: Path, command: list[str]
) -> None:
    library.unlink()
    result = reader(*command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"reader: there is no library at {library} yet;"
        " `reader import PATH…` makes it\n"
    )
    assert not library.exists()


def test_a_file_that_is_no_library_is_left_as_it_is(
    reader: Command, library: Path
) -> None:
    library.write_bytes(b"Dear diary, " * 100)
    result = reader("list")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"reader: {library} is not a reader library")
    assert library.read_bytes() == b"Dear diary, " * 100


def test_a_fault_of_the_program_is_one_line(
    reader: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.cli.articles.put_table", None)
    result = reader("list")
    assert result.exit_code == 1
    assert result.stderr.startswith("reader: a fault of the program: TypeError: ")
    assert result.stderr.count("\n") == 1


def complete(library: Path, *words: str, shell: str = "bash") -> list[str]:
    """What a shell is offered for the last word, a line each as the shell takes it."""
    line = ["reader", "--library", str(library), *words]
    environment = {
        **os.environ,
        "_READER_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": " ".join(line),
        "COMP_CWORD": str(len(line) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "reader"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    if shell == "zsh":
        return done.stdout.splitlines()
    return [line.partition(",")[2] for line in done.stdout.split()]


def test_a_shell_completes_commands_articles_and_tags(
    reader: Command, library: Path
) -> None:
    reader("tag", "1", "Mood/fear", "--span", 0, 7)
    assert complete(library, "exp") == ["export"]
    assert complete(library, "./") == ["./"]
    assert complete(library, "show", "text-1") == ["text-1.txt"]
    assert complete(library, "show", "harb") == ["1"]
    assert complete(library, "show", "s") == []
    assert complete(library, "export", "--tag", "mo") == ["Mood/fear"]


def test_a_shell_is_offered_articles_by_number_with_title_the_last_read_first(
    library: Path,
) -> None:
    harbour = ["plain", "1", "Harbour falls quiet"]
    market = ["plain", "2", "Prices rise at the market"]
    command = ("tag", "")
    assert complete(library, *command, shell="zsh") == [*market, *harbour]
    with Store(library, "ana") as store:
        store.articles.set_place(1, 9)
    assert complete(library, *command, shell="zsh") == [*harbour, *market]
    assert complete(library, "show", "2", shell="zsh") == market


def test_what_a_shell_is_told_of_an_article_is_one_line_and_inert(
    library: Path,
) -> None:
    with Store(library, "ana") as store:
        store.attributes.put(1, {"title": "A\x1b[2J title\nof two lines"})
    line, number, title = complete(library, "show", "1", shell="zsh")
    assert (line, number) == ("plain", "1")
    assert "\x1b" not in title
    assert title.endswith("title of two lines")


def test_a_shell_without_a_library_is_offered_nothing(tmp_path: Path) -> None:
    assert complete(tmp_path / "none.db", "show", "1") == []
    assert not (tmp_path / "none.db").exists()


def test_a_pattern_that_python_warns_of_is_taken_without_a_word(library: Path) -> None:
    asked = ["tag", "quiet", "--regex", "[[H]arbour", "--dry-run"]
    done = subprocess.run(
        [sys.executable, "-m", "reader", "--library", str(library), *asked],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout
    assert done.stderr.count("\n") == 1, "how many places, and no warning"


@pytest.mark.parametrize(
    "asked", ["list", "search harbour", "show 1", "list --json", "export", "keys"]
)
def test_a_reader_of_the_output_that_leaves_is_no_error(
    library: Path, asked: str
) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "--library", library, *asked.split()],
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 0
    assert done.stderr in (b"", b"1 article\n"), "nothing but what else it says"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize("asked", ["list", "show 1", "list --json", "export"])
def test_what_the_output_does_not_take_is_said_of_it(library: Path, asked: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "--library", library, *asked.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.stderr == b"reader: standard output: No space left on device\n"
    assert done.returncode == 1
