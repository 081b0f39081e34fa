"""Writes the README's key table from the rows that make the keys."""

from pathlib import Path

from reader.tui.keys import COMMANDS, Command, shown

README = Path(__file__).parents[1] / "README.md"
_BEGIN, _END = "<!-- keys -->\n", "<!-- /keys -->"


def key_table() -> str:
    """The keys of every place, as Markdown tables between their marks."""
    places = "\n".join(_place(*each) for each in COMMANDS.items())
    return f"{_BEGIN}{places}{_END}"


def _place(name: str, commands: tuple[Command, ...]) -> str:
    rows = "".join(
        f"| {_keys(command)} | `{command.id}` | {command.help} |\n"
        for command in commands
    )
    return f"**{name}**\n\n| keys | command | does |\n| --- | --- | --- |\n{rows}"


def _keys(command: Command) -> str:
    if command.each_key:
        return "`1 … 9`"
    return " ".join(f"`{shown(key)}`" for key in command.keys.split(","))


def write() -> None:
    """Put the table of today in the place of the one that stands there."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(_BEGIN)
    after = rest.partition(_END)[2]
    README.write_text(f"{before}{key_table()}{after}", encoding="utf-8")


if __name__ == "__main__":
    write()
