"""How many keys it takes to tag 20 passages of the samples and to export them.

Every key counts: opening the articles, finding the passages, choosing the tags, and the
export.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.intake.taking import take
from reader.model import Span
from reader.resources import SEEDS
from reader.sources.documents import documents
from reader.sources.pile import pile
from reader.store import Store
from reader.text.passages import Size
from reader.tui.screens.annotating import AnnotatingPlace
from reader.tui.screens.jumping import LETTERS
from tests.tui.driving import Driver, Running

KEYS = 91
"""As the README says; 52 more when the seven tags are first named while tagging."""
MOST = 5.0
"""Keys a passage."""

PASSAGES = """
000_485a11186914c96c.txt  403  604 visit
000_485a11186914c96c.txt 1057 1120 date
000_485a11186914c96c.txt 1122 1188 assessment
000_485a11186914c96c.txt 1734 1871 sanctions
000_485a11186914c96c.txt 2081 2107 source
001_e5f20b344ea766d6.txt  101  232 summit
001_e5f20b344ea766d6.txt  382  489 summit
001_e5f20b344ea766d6.txt  596  639 trade
001_e5f20b344ea766d6.txt 1252 1423 assessment
001_e5f20b344ea766d6.txt 1425 1528 sanctions
002_f06c6a0b3c354ebf.txt   18  153 visit
002_f06c6a0b3c354ebf.txt  988 1028 trade
002_f06c6a0b3c354ebf.txt 1702 1823 assessment
003_afe9ab46b62124fa.txt  945 1120 visit
003_afe9ab46b62124fa.txt 2057 2140 trade
003_afe9ab46b62124fa.txt 2428 2448 source
004_9a60656227b24598.txt  342  354 date
004_9a60656227b24598.txt 3646 3789 sanctions
004_9a60656227b24598.txt 3932 4243 assessment
004_9a60656227b24598.txt 4245 4386 trade
"""

WANTED = [
    (file, Span(int(start), int(end)), tag)
    for file, start, end, tag in map(str.split, PASSAGES.strip().split("\n"))
]


class Coder:
    """Someone who presses as few keys as the screen allows, and counts them."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.keys = 0

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await self._driver.burst(*keys)

    async def pick(self, wanted: Span) -> None:
        """Go to the sentence, and if only a part of it is wanted, pick that."""
        screen = self._driver.screen
        if any(hidden.span.overlaps(wanted) for hidden in screen.hidden):
            await self.press("z")
        await self.press(*self._way(wanted))
        if screen.picked != wanted:
            await self.press("semicolon", *self._ends(wanted))
        too_long = screen.picked.end - wanted.end
        nudge = "less_than_sign" if too_long > 0 else "greater_than_sign"
        await self.press(*[nudge] * abs(too_long))
        assert screen.picked == wanted

    def _way(self, wanted: Span) -> list[str]:
        """The fewest keys to the sentence that holds the passage."""
        screen = self._driver.screen
        every = list(screen.passages.forward(0, Size.SENTENCE))
        there = every.index(screen.passages.at(wanted.start, Size.SENTENCE))
        here = every.index(screen.passages.at(screen.picked.start, Size.SENTENCE))
        ways = [
            ["j" if there > here else "k"] * abs(there - here),
            ["end", *["k"] * (len(every) - 1 - there)],
        ]
        in_view = list(screen.passages.within(screen.view.view_span(), Size.SENTENCE))
        if every[there] in in_view:
            ways.append(["apostrophe", LETTERS[in_view.index(every[there])]])
        return min(ways, key=len)

    def _ends(self, wanted: Span) -> Iterator[str]:
        """The letters of the first and of the last word of the passage."""
        screen = self._driver.screen
        words = screen._words(screen.picked)
        inside = [n for n, word in enumerate(words) if word.overlaps(wanted)]
        yield LETTERS[inside[0]]
        yield LETTERS[inside[-1]]


def samples(path: Path, tags: set[str]) -> dict[str, str]:
    """The samples in a library with a codebook; gives the key of each tag."""
    with Store(path, "ana") as store:
        take(store, documents(pile([str(SEEDS)]).files, None))
        version = store.articles.version(1)
        for tag in sorted(tags):
            made = store.annotations.tag(version, Span(0, 4), tag)
            store.annotations.remove(made.id)
        return {tag.path: tag.key for tag in store.tags.all()}


async def test_twenty_passages_from_the_first_screen_to_the_csv(
    running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(AnnotatingPlace, "recent", ())
    keys = samples(tmp_path / "samples.db", {tag for *_, tag in WANTED})
    async with running(tmp_path / "samples.db") as driver:
        coder, opened = Coder(driver), WANTED[0][0]
        await coder.press("enter")
        for file, span, tag in WANTED:
            if file != opened:
                await coder.press("right_square_bracket")
                opened = file
            await coder.pick(span)
            await coder.press(keys[tag])
        await coder.press("e", "enter")
    with (tmp_path / "annotations.csv").open(encoding="utf-8", newline="") as out:
        rows = [
            (Path(row["article_source"]).name, row["start"], row["end"], row["tag"])
            for row in csv.DictReader(out)
        ]
    wanted = [(file, str(s.start), str(s.end), tag) for file, s, tag in WANTED]
    assert rows == wanted
    assert coder.keys == KEYS
    assert KEYS / len(WANTED) <= MOST
