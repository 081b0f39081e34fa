"""The formats as a table: what each is called, who reads it, what it cannot carry."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, Final

from reader.exchange.incoming import FormatError, Incoming
from reader.exchange.outgoing import Choices, Outgoing, Written


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write annotations down."""

    name: str
    """As `--format` has it."""
    suffix: str
    """What its files' names end in."""
    title: str
    """What it is, in a few words."""
    writes: bool = True
    reads: bool = True
    binary: bool = False
    module: str = ""
    """The module in this package that knows it, when its name is another."""
    loses: str = ""
    """What it cannot carry of a library's annotations; empty when it carries all."""

    @property
    def ways(self) -> str:
        """`out and in`, or the one of them."""
        return " and ".join(
            way for way, goes in (("out", self.writes), ("in", self.reads)) if goes
        )


FORMATS: Final = (
    Format(
        "csv",
        ".csv",
        "one row an annotation",
        loses="the articles' texts, and what the tags mean",
    ),
    Format(
        "jsonl",
        ".jsonl",
        "one article a line with its text and spans (spaCy, Prodigy)",
        loses="hidden lines, and what the tags mean",
    ),
    Format(
        "w3c",
        ".jsonld",
        "W3C Web Annotations (JSON-LD)",
        loses="the articles' texts, and what the tags mean",
    ),
    Format(
        "qdpx",
        ".qdpx",
        "REFI-QDA project (NVivo, ATLAS.ti, MAXQDA, QualCoder)",
        binary=True,
        loses="hidden lines, CR LF inside a text, controls that XML cannot hold",
    ),
    Format(
        "qdc",
        ".qdc",
        "REFI-QDA codebook: the tags and what they mean",
        binary=True,
        loses="articles and annotations",
    ),
    Format(
        "labelstudio",
        ".json",
        "Label Studio: an article a task, its annotations as regions",
        module="label_studio",
        loses="hidden lines, memos without a tag, coders, times, what the tags mean",
    ),
    Format(
        "brat",
        ".zip",
        "brat standoff files, zipped",
        binary=True,
        loses="hidden lines, ids, coders, times, what the tags mean",
    ),
    Format(
        "cas",
        ".zip",
        "UIMA CAS JSON for INCEpTION, an article a file, zipped",
        binary=True,
        loses="hidden lines, memos, ids, coders, times, what the tags mean",
    ),
    Format(
        "conll",
        ".conll",
        "CoNLL-2003, a token a line",
        reads=False,
        loses="overlaps (it says which), memos, ids, coders, offsets",
    ),
    Format(
        "markdown",
        ".md",
        "a report: the quotes under their tags, with source and memo",
        reads=False,
        loses="offsets, ids, times, control characters",
    ),
    Format(
        "html",
        ".html",
        "the same for a browser or a printer, with the matrix as a picture",
        reads=False,
        loses="offsets, ids, times, control characters",
    ),
    Format(
        "docx",
        ".docx",
        "the same for Word and LibreOffice; needs the extra `docx`",
        reads=False,
        binary=True,
        loses="offsets, ids, times, control characters",
    ),
    Format(
        "codebook",
        ".csv",
        "the tags and what they mean (also Taguette's, MAXQDA's, Potato's)",
        loses="the annotations, the order of the tags",
    ),
    Format(
        "matrix",
        ".csv",
        "how often each tag stands on each article",
        reads=False,
        loses="the annotations",
    ),
    Format(
        "incidence",
        ".csv",
        "the same with 0 and 1: whether each tag stands on each article",
        reads=False,
        loses="the annotations, and how many",
    ),
    Format(
        "articles",
        ".csv",
        "the articles, and how far each is",
        reads=False,
        loses="the annotations",
    ),
)
"""The first of those with the same suffix is meant by a file's name alone."""


def named(name: str) -> Format:
    """The format of this name."""
    return next(form for form in FORMATS if form.name == name)


def of_path(path: Path) -> Format | None:
    """The format that a file's name asks for."""
    ending = path.suffix.lower()
    return next((form for form in FORMATS if form.suffix == ending), None)


def written(
    form: Format, outgoing: Outgoing, out: BinaryIO, choices: Choices
) -> Written:
    """Write what leaves in a format; text is UTF-8 with its line ends as they are."""
    write: Callable[..., Written] = _module(form).write
    if form.binary:
        return write(outgoing, out, choices)
    stream = TextIOWrapper(out, encoding="utf-8", newline="")
    try:
        done = write(outgoing, stream, choices)
        stream.flush()
    finally:
        stream.detach()
    return done


def incoming(file: BinaryIO, choices: Choices) -> Iterator[Incoming]:
    """Read a file of annotations, whatever of the known formats it is in.

    Args:
        file: The file; it can be sought in.
        choices: `raw` when it is a CSV that was written so.

    Raises:
        FormatError: When it is in none of them.
    """
    from reader.exchange.recognition import recognised

    return recognised(file, choices)


def _module(form: Format) -> Any:
    return import_module(f"reader.exchange.{form.module or form.name}")


__all__ = [
    "FORMATS",
    "Format",
    "FormatError",
    "incoming",
    "named",
    "of_path",
    "written",
]
