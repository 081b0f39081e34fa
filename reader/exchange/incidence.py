"""Whether each tag stands on each article, as a CSV of 0 and 1 for statistics."""

from typing import TextIO

from reader.exchange import matrix
from reader.exchange.outgoing import Choices, Outgoing, Written


def write(outgoing: Outgoing, out: TextIO, choices: Choices) -> Written:
    """Write a row for each article, those without a tag too."""
    return matrix.write(outgoing, out, choices, most=1)
