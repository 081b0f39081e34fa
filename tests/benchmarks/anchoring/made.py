"""Made articles in other scripts: words by Zipf's law, as made as those of `copies`."""

import random
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

_WORDS = 5_000
_SPOKEN = 0.2
"""The share of sentences that stand in quotation marks."""


class Script(NamedTuple):
    """What a language is written with."""

    letters: str
    lengths: tuple[int, int]
    """Letters of a word, from and to."""
    blank: str
    comma: str
    stop: str
    opening: str
    closing: str


SCRIPTS = {
    "arabic": Script(
        "اللالمنويتبرعدسقفحكهجشصطخذضزثغةىأإ", (2, 7), " ", "،", ".", "«", "»"
    ),
    "chinese": Script(
        "".join(map(chr, range(0x4E00, 0x57C4))), (1, 3), "", "，", "。", "“", "”"
    ),
    "german": Script(
        "eeeeennniiissrrraattdhhuullccgmobwfkzvpjäöüß", (3, 14), " ", ",", ".", "„", "“"
    ),
}  # fmt: skip


def article(script: Script, size: int, seed: int = 7) -> str:
    """So many code points of paragraphs of one to five sentences."""
    rng = random.Random(seed)
    words = [
        "".join(rng.choices(script.letters, k=rng.randint(*script.lengths)))
        for _ in range(_WORDS)
    ]
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(_WORDS)))
    paragraphs: list[str] = []
    while size > 0:
        sentences = (_sentence(script, words, weights, rng) for _ in range(5))
        paragraph = script.blank.join(list(sentences)[: rng.randint(1, 5)])
        paragraphs.append(paragraph)
        size -= len(paragraph) + 2
    return "\n\n".join(paragraphs)


def _sentence(
    script: Script, words: list[str], weights: list[float], rng: random.Random
) -> str:
    chosen = rng.choices(words, cum_weights=weights, k=rng.randint(6, 28))
    said = "".join(_punctuated(script, chosen, rng)) + script.stop
    is_spoken = rng.random() < _SPOKEN
    return f"{script.opening}{said}{script.closing}" if is_spoken else said


def _punctuated(script: Script, chosen: list[str], rng: random.Random) -> Iterator[str]:
    for number, word in enumerate(chosen):
        if number:
            yield (script.comma if rng.random() < 0.1 else "") + script.blank
        yield word.title() if script.blank and rng.random() < 0.3 else word
