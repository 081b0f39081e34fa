"""What is said of texts that do not hold all characters of their files."""

from collections.abc import Sequence

from reader.text.counted import counted


def replaced(each: Sequence[tuple[str, int]], noun: str) -> str:
    """In words, for how many characters U+FFFD stands, and where first.

    Args:
        each: The places, and for how many characters it stands there; one at least.
        noun: What the places are.
    """
    (place, _), *others = each
    characters = counted(sum(number for _, number in each), "character")
    more = f" and {counted(len(others), f'more {noun}')}" if others else ""
    return f"U+FFFD for {characters} that no text can hold, in {place}{more}"
