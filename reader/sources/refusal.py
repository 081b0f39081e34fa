"""What was not read, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not read."""

    source: str
    """The file, as it was given."""
    reason: str
    """What is wrong with it, as the rest of a sentence: `is empty`."""

    def __str__(self) -> str:
        return f"{self.source} {self.reason}"


class UnreadableError(Exception):
    """There is no article in these bytes; the message is a refusal's reason."""
