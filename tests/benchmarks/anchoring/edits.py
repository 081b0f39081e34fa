"""What editors do to an article between two visits, each code point's origin kept."""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.model import Span
from reader.text.sought import UNSPACED

_INSERTED: Mapping[str, Sequence[str]] = {
    r"[\u4e00-\u9fff]": (
        "广告",
        "相关阅读：分析人士谈会谈前景",
        "点击订阅我们的每日新闻邮件",
        "（更新：加入发言人评论）",
        "分享到微博、微信",
    ),
    r"[\u0600-\u06ff]": (
        "إعلان",
        "اقرأ أيضا: عشرة أمور ينبغي معرفتها هذا الصباح",
        "اشترك في نشرتنا الإخبارية",
        "شارك هذا المقال على تويتر وفيسبوك",
        "(تحديث يتضمن تعليق المتحدث)",
    ),
    "[äöüß]": (
        "Anzeige",
        "Lesen Sie auch: Zehn Dinge, die man heute wissen muss",
        "Abonnieren Sie unseren Newsletter",
        "Diesen Artikel auf Twitter und Facebook teilen",
        "(Aktualisiert mit einer Stellungnahme des Sprechers)",
    ),
    "": (
        "Advertisement",
        "Read more: Ten things to know this morning",
        "Sign up for our newsletter",
        "Related: Analysts weigh in on the talks",
        "Share this article on Twitter Facebook",
        "(Updates with comment from spokesperson)",
        "Photo: Reuters/File",
        "More news: Stocks slide as trade worries grow",
    ),
}
"""Lines that sites put into articles, for the first of the letters it is full of."""
_OFTEN = 0.005
_PLAIN = {
    **dict.fromkeys("’‘", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **{"–": "-", "—": "--", "…": "..."},
}
_CORNERS = {"“": "「", "”": "」", "‘": "『", "’": "』", "「": "“", "」": "”"}
"""Quotation marks of the sites that write long Chinese, for those of the short."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(rf"{UNSPACED}|(?:(?!{UNSPACED})\w){{3,}}")


@dataclass
class Edited:
    """A text under the pen: for each code point, where it comes from or None."""

    text: str
    origins: list[int | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.origins = list(range(len(self.text)))

    def put(self, start: int, end: int, words: str, *, is_new: bool = False) -> None:
        old = self.origins[start:end]
        kept = [old[min(k, len(old) - 1)] if old else None for k in range(len(words))]
        self.origins[start:end] = [None] * len(words) if is_new else kept
        self.text = self.text[:start] + words + self.text[end:]

    def lines(self, longer_than: int = 0) -> list[Span]:
        found = (Span(*m.span()) for m in re.finditer(r"[^\n]+", self.text))
        return [line for line in found if len(line) > longer_than]

    def traced(self) -> "Traced":
        """Where each passage of the old text is, as the text now stands."""
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        for at, origin in enumerate(self.origins):
            if origin is not None:
                first.setdefault(origin, at)
                last[origin] = at
        return Traced(first, last)


@dataclass(frozen=True, slots=True)
class Traced:
    """For each code point of the old text that is still there, where it stands."""

    first: dict[int, int]
    last: dict[int, int]

    def now(self, span: Span) -> Span | None:
        """Where a passage of the old text is; None when half of it is gone."""
        left = [at for at in range(span.start, span.end) if at in self.first]
        if not left or len(left) < 0.5 * len(span):
            return None
        start = min(self.first[at] for at in left)
        return Span(start, max(self.last[at] for at in left) + 1)


Edit = Callable[[Edited, random.Random], None]


def none(edited: Edited, rng: random.Random) -> None:
    """Nothing at all."""


def rewrap(edited: Edited, rng: random.Random) -> None:
    width, done = rng.choice((60, 72, 80)), 0
    text: list[str] = []
    origins: list[int | None] = []
    for start, end in _breaks(edited.text, width):
        text += (edited.text[done:start], "\n")
        origins += edited.origins[done:start]
        origins.append(edited.origins[start] if end > start else None)
        done = end
    edited.text = "".join((*text, edited.text[done:]))
    edited.origins = origins + edited.origins[done:]


def _breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """What a line's end comes in the place of: a blank, or nothing between Han."""
    column, last = 0, None
    for at, each in enumerate(text):
        is_wide = _HAN.match(each) is not None
        if each == "\n":
            column, last = 0, None
        elif each == " ":
            last = at, at + 1
        elif is_wide and at and _HAN.match(text[at - 1]):
            last = at, at
        column += 1 + is_wide
        if column > width and last:
            yield last
            column, last = at + 1 - last[1] + is_wide, None


def quotes(edited: Edited, rng: random.Random) -> None:
    is_han = len(_HAN.findall(edited.text)) > _OFTEN * len(edited.text)
    marks = _CORNERS if is_han else _PLAIN
    if any(mark in edited.text for mark in marks):
        for at in range(len(edited.text) - 1, -1, -1):
            if (mark := edited.text[at]) in marks:
                edited.put(at, at + 1, marks[mark])
        return
    for at, each in enumerate(edited.text):
        if each in "'\"":
            edited.put(at, at + 1, "’" if each == "'" else rng.choice("“”"))


def _mistype(edited: Edited, rng: random.Random, share: float) -> None:
    """Letters left out, exchanged and put in, words exchanged for others of the text.

    Of what is written without spaces each letter counts as a word.
    """
    words = [m.span() for m in _WORD.finditer(edited.text)]
    chosen = [word for word in words if rng.random() < share]
    others = [edited.text[slice(*rng.choice(words))] for _ in chosen]
    for (start, end), other in zip(chosen[::-1], others, strict=True):
        at, chance, letter = rng.randrange(start, end), rng.random(), other[-1]
        if chance < 0.3:
            edited.put(at, at + 1, "")
        elif chance < 0.6:
            edited.put(at, at + 1, letter)
        elif chance < 0.8:
            edited.put(at, at, letter, is_new=True)
        else:
            edited.put(start, end, other)


def typos(edited: Edited, rng: random.Random) -> None:
    _mistype(edited, rng, 0.01)


def rewrite(edited: Edited, rng: random.Random) -> None:
    _mistype(edited, rng, 0.10)


def lines(edited: Edited, rng: random.Random) -> None:
    of_sites = next(
        lines
        for letters, lines in _INSERTED.items()
        if len(re.findall(letters, edited.text)) > _OFTEN * len(edited.text)
    )
    for line in reversed(edited.lines()):
        chance = rng.random()
        if chance < 0.08:
            edited.put(line.start, min(len(edited.text), line.end + 1), "")
        elif chance < 0.25:
            words = rng.choice(of_sites) + "\n"
            edited.put(line.start, line.start, words, is_new=True)


def move(edited: Edited, rng: random.Random) -> None:
    rows = list(_rows(edited))
    for _ in range(max(1, len(edited.lines(40)) // 10)):
        movable = [at for at, (line, _) in enumerate(rows) if len(line) > 40]
        if len(movable) < 2:
            break
        line, origins = rows.pop(rng.choice(movable))
        at = rng.choice([at for at, (line, _) in enumerate(rows) if line])
        rows.insert(at, (line, [*origins[: len(line)], None]))
    edited.text = "\n".join(line for line, _ in rows)
    edited.origins = [origin for _, origins in rows for origin in origins]
    del edited.origins[len(edited.text) :]


def _rows(edited: Edited) -> Iterator[tuple[str, list[int | None]]]:
    """The lines, each with the origins of its own and of its end's code points.

    So a line is moved without the rest of the text being copied each time.
    """
    start = 0
    for line in edited.text.split("\n"):
        after = start + len(line) + 1
        yield line, [*edited.origins[start:after], None][: len(line) + 1]
        start = after


def truncate(edited: Edited, rng: random.Random) -> None:
    edited.put(int(len(edited.text) * rng.uniform(0.4, 0.8)), len(edited.text), "")


def copies(edited: Edited, rng: random.Random) -> None:
    """Pull quotes and captions: a paragraph also stands further up."""
    chosen = [line for line in edited.lines(30) if rng.random() < 0.25]
    for line in reversed(chosen or edited.lines(30)[:1]):
        above = [each for each in edited.lines() if each.start <= line.start]
        at = rng.choice(above).start
        edited.put(at, at, line.of(edited.text) + "\n", is_new=True)


def join(edited: Edited, rng: random.Random) -> None:
    edited.text = edited.text.replace("\n", " ")


def everything(edited: Edited, rng: random.Random) -> None:
    for edit in (quotes, lines, typos, move, rewrap):
        edit(edited, rng)


EDITS: tuple[Edit, ...] = (
    none, rewrap, quotes, typos, rewrite, lines, move, truncate, copies, join,
    everything,
)  # fmt: skip
