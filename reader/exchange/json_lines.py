"""JSON one value a line, as every reader of lines can take it."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

_BROKEN_AT = str.maketrans(
    {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
"""What some programs take for a line end; inside a JSON text it may be written so."""


def json_line(value: object) -> str:
    """The value as JSON without any kind of line end in it."""
    return json.dumps(value, ensure_ascii=False).translate(_BROKEN_AT)


def json_lines(lines: Iterable[str]) -> Iterator[tuple[int, Any]]:
    """The number of each line, from 1, and its value; None for one that is no JSON."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, None
