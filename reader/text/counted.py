"""A number with what it counts."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """In words: `1 use`, `2,000 uses`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
