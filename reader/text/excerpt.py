"""A few words of a text, for a message or a list."""


def excerpt(text: str, length: int = 48) -> str:
    """The text on one line, cut with an ellipsis after `length` code points."""
    line = " ".join(text[: 4 * length].split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def quoted(text: str, length: int = 48) -> str:
    """The same between quotation marks."""
    return f"“{excerpt(text, length)}”"


def quoted_ends(text: str, length: int = 48) -> str:
    """The same with its last words too: what is left out is in the middle."""
    if len(" ".join(text[: 4 * length].split())) <= length:
        return quoted(text, length)
    half = (length - len(" … ")) // 2
    first = " ".join(text[: 4 * length].split())[:half].rstrip()
    last = " ".join(text[-4 * length :].split())[-half:].lstrip()
    return f"“{first} … {last}”"
