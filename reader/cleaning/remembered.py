"""Answers that are remembered, so that to ask again is one look into a dict."""

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
MOST = 1 << 16
"""So many answers are remembered unless said otherwise."""


class Remembered(dict[Key, Value]):
    """What a pure function gives for each key that it was asked for.

    For small questions that every word or line asks: unlike `lru_cache` it makes
    no call for what it knows. When it is full it forgets all and begins anew.
    """

    def __init__(self, answer: Callable[[Key], Value], most: int = MOST) -> None:
        super().__init__()
        self._answer = answer
        self._most = most

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._most:
            self.clear()
        found = self[key] = self._answer(key)
        return found
