"""Words cut to so many cells."""

from rich.cells import cell_len, set_cell_size


def head(text: str, width: int, *, pad: bool = True) -> str:
    """The beginning of a line in so many cells, with an ellipsis where it is cut."""
    if width <= 0:
        return ""
    size = cell_len(text)
    if size > width:
        return set_cell_size(text, width - 1) + "…" if width > 1 else "…"
    return text + " " * (width - size) if pad else text


def tail(text: str, width: int) -> str:
    """The end of a line, at the right of so many cells."""
    if width <= 0:
        return ""
    if cell_len(text) > width:
        start = max(0, len(text) - width)
        while start < len(text) and cell_len(text[start:]) >= width:
            start += 1
        text = f"…{text[start:]}"
    return " " * (width - cell_len(text)) + text


def short_path(path: str, width: int) -> str:
    """A tag's path in so many cells, if it can be: upper levels give way to its name.

    `actor/state/china` becomes `…/state/china`, then `…/china`; no less.
    """
    levels = path.split("/")
    for place in range(1, len(levels)):
        if cell_len(path) <= width:
            break
        path = "/".join(("…", *levels[place:]))
    return path
