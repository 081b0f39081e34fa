"""Writes the README's tables from the rows that make the keys and the formats."""

from pathlib import Path

from reader.exchange.formats import FORMATS
from reader.tui.keys import COMMANDS, Command, shown

README = Path(__file__).parents[1] / "README.md"
_BEGIN, _END = "<!-- keys -->\n", "<!-- /keys -->"
_FORMATS_BEGIN, _FORMATS_END = "<!-- formats -->\n", "<!-- /formats -->"


def key_table() -> str:
    """The keys of every place, as Markdown tables that open, between their marks."""
    places = "\n".join(_place(*each) for each in COMMANDS.items())
    return f"{_BEGIN}{places}{_END}"


def _place(name: str, commands: tuple[Command, ...]) -> str:
    rows = "".join(
        f"| {_keys(command)} | `{command.id}` | {command.help} |\n"
        for command in commands
    )
    head = f"<details>\n<summary>{name}</summary>\n\n"
    return f"{head}| keys | command | does |\n| --- | --- | --- |\n{rows}\n</details>\n"


def _keys(command: Command) -> str:
    if command.each_key:
        return "`1 … 9`"
    keys = " ".join(f"`{shown(key)}`" for key in command.keys.split(","))
    return keys.replace("|", "\\|")  # It would end the cell.


def format_table() -> str:
    """The formats that annotations leave and come back in."""
    rows = "".join(
        f"| `{form.name}` | `{form.suffix}` | {form.title} | {form.ways}"
        f" | {form.loses or 'nothing'} |\n"
        for form in FORMATS
    )
    heads = "| format | file | is | goes | cannot carry |\n"
    return (
        f"{_FORMATS_BEGIN}{heads}| --- | --- | --- | --- | --- |\n{rows}{_FORMATS_END}"
    )


def write() -> None:
    """Put the tables of today in the place of those that stand there."""
    text = README.read_text(encoding="utf-8")
    for begin, end, table in (
        (_BEGIN, _END, key_table()),
        (_FORMATS_BEGIN, _FORMATS_END, format_table()),
    ):
        before, _, rest = text.partition(begin)
        after = rest.partition(end)[2]
        text = f"{before}{table}{after}"
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
