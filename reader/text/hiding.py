"""The words of a text without its hidden lines."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reader.model import Span


def shown(text: str, hidden: Sequence[Span], span: Span) -> str:
    r"""The words of a span without its hidden lines, the parts joined by `"\n"`.

    Args:
        text: The whole text.
        hidden: The spans of its hidden lines, in order.
        span: What is asked for.
    """
    parts: list[str] = []
    start = span.start
    for line in hidden_in(hidden, span) if hidden else ():
        parts.append(text[start : max(start, line.start)].removesuffix("\n"))
        start = line.end
        if text.startswith("\n", start):
            start += 1
    parts.append(text[start : max(start, span.end)])
    return "\n".join(part for part in parts if part)


def hidden_in(hidden: Sequence[Span], span: Span) -> Iterator[Span]:
    """The hidden lines that lie in a span, wholly or in part; empty ones apart."""
    first = bisect_right(hidden, span.start, key=_end)
    for number in range(first, len(hidden)):
        line = hidden[number]
        if line.start >= span.end:
            return
        if line:
            yield line


def _end(line: Span) -> int:
    return line.end
