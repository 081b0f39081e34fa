"""A regular expression that somebody typed, as Python's."""

import re
import warnings


class PatternError(ValueError):
    """What was typed is no expression; the message says where."""


def typed_pattern(expression: str, flags: int) -> re.Pattern[str]:
    """Compile what was typed, and warn of nothing.

    Python warns of `[[a]` that it may mean something else some day, and names a line
    of code: nothing for who typed it.

    Raises:
        PatternError: When it is no expression, or one too large.
    """
    try:
        with warnings.catch_warnings(action="ignore"):
            return re.compile(expression, flags)
    except (re.error, OverflowError, RecursionError, MemoryError) as error:
        raise PatternError(str(error) or "it is too large") from error
