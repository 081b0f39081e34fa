"""What is said of a text that does not hold all characters of its file."""

from reader.cli.streams import printable
from reader.text.counted import counted


def replaced(source: str, number: int) -> str:
    """In words, of a place and of how many characters there U+FFFD stands for."""
    characters = counted(number, "character")
    return (
        f"{printable(source)}: U+FFFD stands for {characters} that no text can hold,"
        " NUL or the like"
    )
