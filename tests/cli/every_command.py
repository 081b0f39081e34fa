"""Every command there is, as rows: a way of giving it, and what it does to a library.

The library that they are given to is that of `tests.hostile.library`. A word in braces
is replaced by what `Given` says.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Any

import click

from reader.cli import main
from reader.exchange.formats import named
from reader.exchange.outgoing import Choices
from reader.handover.leaving import Leaving, export
from reader.model import Span
from reader.store import Store
from tests.conftest import MARKET, keep


class Does(Enum):
    """What a command does to the library."""

    CHANGE = auto()
    """Written to; `doctor --repair` only when something is wrong."""
    COPY = auto()
    """Its folder is written in, and not the library."""
    READ = auto()
    REPLACE = auto()
    """As it was before, also where it can no more be opened."""
    NOTHING = auto()
    """It is not opened."""


@dataclass(frozen=True)
class Row:
    """One way of giving one command."""

    words: str
    does: Does

    @property
    def command(self) -> str:
        """Its name, that of its group before it."""
        words = self.words.split()
        return " ".join(words[: 2 if " ".join(words[:2]) in COMMANDS else 1])

    def given(self, values: "Given") -> tuple[str, ...]:
        """The arguments."""
        return tuple(word.format_map(vars(values)) for word in self.words.split())


@dataclass
class Given:
    """What the words in braces stand for."""

    library: Path
    tag: str
    other: str
    annotation: str
    doubtful: str
    coder: str
    article_file: Path
    codebook: Path
    annotations: Path
    theirs: Path

    def moved(self, folder: Path) -> "Given":
        """The same, for a copy of the library's folder."""
        shutil.copytree(self.library.parent, folder)
        paths: dict[str, Any] = {
            name: folder / value.name
            for name, value in vars(self).items()
            if isinstance(value, Path)
        }
        return replace(self, **paths)


def _leaves(
    command: click.Command, above: click.Context | None, name: str
) -> Iterator[str]:
    context = click.Context(command, above, info_name=name)
    if not isinstance(command, click.Group):
        yield name
        return
    if name and command.invoke_without_command:
        yield name
    for each in command.list_commands(context):
        found = command.get_command(context, each)
        assert found
        yield from _leaves(found, context, f"{name} {each}".strip())


COMMANDS = frozenset(_leaves(main, None, ""))
"""The names of all commands, as the program itself lists them."""


def flags_of(command: str) -> set[str]:
    """The options of a command that stand without a value."""
    found: click.Command | None = main
    for name in command.split():
        assert isinstance(found, click.Group)
        found = found.get_command(click.Context(found), name)
    assert found
    return {
        name
        for option in found.params
        if isinstance(option, click.Option) and option.is_flag
        for name in option.opts
    }


ROWS = tuple(
    Row(words, does)
    for does, several in (
        (Does.CHANGE, (
            "import {article_file}", "set 1 country=there", "rules add Advertisement",
            "rules remove 1", "tag 1 new --span 0 7", "tag new --every paragraph",
            "untag {annotation}", "tags add new", "tags colour {tag} sky",
            "tags delete {tag} --yes", "tags describe {tag} meaning",
            "tags import {codebook}", "tags key {tag} 7", "tags retire {tag}",
            "tags merge {other} --into {tag}", "tags move {tag} {other}",
            "tags rename {tag} new", "tags split new {annotation}",
            "settle {doubtful} --lost", "review start passages --json",
            "assign ana ben", "merge {theirs}", "keywords add {tag} sentence",
            "keywords remove 1", "undo", "redo", "import-annotations {annotations}",
            "doctor --repair",
        )),
        (Does.COPY, ("backup",)),
        (Does.READ, (
            "list", "show 1", "search first", "find {tag}", "copies", "stats tags",
            "rules", "tags", "tags export", "settle", "review", "review summary 1",
            "agreement", "keywords", "keywords suggest 1", "keyness {tag}", "log",
            "export", "export --format markdown", "doctor",
        )),
        (Does.REPLACE, ("backup --restore latest",)),
        (Does.NOTHING, (
            "clean {article_file}", "review resume 99", "backup --list", "keys",
            "where", "completion bash",
        )),
    )
    for words in several
)  # fmt: skip


def prepare(library: Path) -> Given:
    """Put beside a library what the rows bring in, and say how its things are called.

    Args:
        library: One that `tests.hostile.library` made.
    """
    folder = library.parent
    article, codebook = folder / "new.txt", folder / "codebook.csv"
    article.write_text("Something new\n\nIt happened on Monday.\n", encoding="utf-8")
    codebook.write_text("tag,description\nfrom a file,words\n", encoding="utf-8")
    theirs, annotations = folder / "theirs.db", folder / "annotations.csv"
    with Store(theirs, "zoe") as store:
        keep(store, MARKET)
    with Store(library, "zoe") as store:
        store.search.index.all()
        version = store.articles.version(2)
        tags = [tag.path for tag in store.tags.all() if tag.uses]
        with store.coders.seated("vic", blind=False):
            brought = store.annotations.tag(version, Span(0, 4), "brought")
            export(Leaving(store), named("csv"), annotations, Choices())
            store.annotations.remove(brought.id)
        doubtful = store.settling.all()[0]
        mine = store.annotations.tag(version, Span(0, 3), tags[0])
        store.back_up("asked")
        store.annotations.note(version, Span(0, 3), "taken back")
        store.undo()
    return Given(
        library, tags[0], tags[1], mine.id, doubtful.id, "zoe",
        article, codebook, annotations, theirs,
    )  # fmt: skip
