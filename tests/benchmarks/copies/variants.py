"""Made news stories, and the five kinds of copies that go round of a story."""

import random
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

_WORDS = 40_000
_PARAGRAPHS = 14
_TRIMMED = 0.7
_EDITED = 0.05
_JUNK = (
    "Sign up to our newsletter and get the stories of the day in your inbox.",
    "Follow us for the latest from our correspondents around the world.",
    "This story is being updated as more becomes known, come back later.",
    "Read next: what the talks mean for the region and for those who live there.",
    "The views of readers are their own; be kind to one another in the comments.",
    "Support our journalism with a small gift today, every little helps us go on.",
)


class Stories:
    """Stories of some 500 words, by Zipf's law from made words; the same each time."""

    def __init__(self, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        letters = "aaabcdeeefghiiijklmnooopqrstuuvwy"
        self._words = [
            "".join(self.chance.choices(letters, k=2 + rank % 8))
            for rank in range(_WORDS)
        ]
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(_WORDS)))

    def words(self, count: int) -> list[str]:
        """So many words, by how often words are used."""
        return self.chance.choices(self._words, cum_weights=self._weights, k=count)

    def story(self) -> str:
        """A headline, a byline, and paragraphs of one to three sentences."""
        body = [
            " ".join(self._sentence() for _ in range(self.chance.randint(1, 3)))
            for _ in range(_PARAGRAPHS)
        ]
        head = [" ".join(self.words(8)).capitalize(), self.byline()]
        return "\n\n".join([*head, *body])

    def byline(self) -> str:
        """Who wrote it, and where."""
        return "By " + " ".join(word.capitalize() for word in self.words(3))

    def _sentence(self) -> str:
        return " ".join(self.words(self.chance.randint(10, 26))).capitalize() + "."


def _byline(stories: Stories, text: str) -> str:
    head, _, *body = text.split("\n\n")
    return "\n\n".join([head, stories.byline(), *body])


def _trim(stories: Stories, text: str) -> str:
    words = text.split(" ")
    return " ".join(words[: int(len(words) * _TRIMMED)])


def _edit(stories: Stories, text: str) -> str:
    words = text.split(" ")
    for place in stories.chance.sample(range(len(words)), int(len(words) * _EDITED)):
        words[place] = stories.words(1)[0]
    return " ".join(words)


def _shuffle(stories: Stories, text: str) -> str:
    head, byline, *body = text.split("\n\n")
    stories.chance.shuffle(body)
    return "\n\n".join([head, byline, *body])


def _wrap(stories: Stories, text: str) -> str:
    junk: Sequence[str] = stories.chance.sample(_JUNK, k=len(_JUNK))
    return "\n\n".join([*junk[:2], text, *junk[2:]])


KINDS: Mapping[str, Callable[[Stories, str], str]] = {
    "byline changed": _byline,
    "trimmed by 30 %": _trim,
    "5 % edited": _edit,
    "paragraphs shuffled": _shuffle,
    "boilerplate around": _wrap,
}
"""What is done to a story on its way from site to site."""
