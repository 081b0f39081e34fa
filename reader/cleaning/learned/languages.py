"""The little words of each language, by which running text is known."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import filterfalse


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language whose running text can be told from a menu."""

    name: str
    stops: frozenset[str]
    """Words that every paragraph has and no menu does; single signs in Chinese."""
    usual: int
    """The share of them in running news text, in per cent (about)."""


def _language(name: str, usual: int, words: str) -> Language:
    return Language(name, frozenset(words.split()), usual)


ENGLISH = _language(
    "English",
    43,
    """
    a about after all also an and any are as at be been before being between but by
    can could did do does for from had has have he her his how i if in into is it
    its just like made many may me more most much my no not now of on one only or
    other our out over said says she so some such than that the their them then
    there these they this those through to under up us very was we were what when
    where which while who will with would you your against because during both each
    even i'm it's don't s t
    """,
)
GERMAN = _language(
    "German",
    43,
    """
    der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als
    auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie
    einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein
    wurde sei seine ihre ich wir kann gegen vom können schon wenn habe unter
    """,
)
FRENCH = _language(
    "French",
    45,
    """
    de la le les et des en un une du que qui dans est pour par sur au il a ne pas
    plus ce se avec son sont aux elle été cette ont ses mais comme ou nous sa on
    être fait après leur tout l d qu n s c y deux où était lui avait entre
    """,
)
SPANISH = _language(
    "Spanish",
    45,
    """
    de la que el en y a los se del las un por con no una su para es al lo como más
    o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos
    también fue había era muy años hasta desde está mi porque qué han
    """,
)
RUSSIAN = _language(
    "Russian",
    27,
    """
    и в не на что с по как это он к из у за от его то о а все так но для же до она
    был года было при бы мы или они будет также их я ее после быть во которые только
    том уже где более со если когда под чтобы между были является
    """,
)
KOREAN = _language(
    "Korean",
    55,
    """
    은 는 이 가 을 를 에 의 로 와 과 도 다 고 한 할 된 해 며 지 서 만 들 인 던 게
    """,
)
CHINESE = _language(
    "Chinese",
    12,
    "的 了 在 是 和 有 不 这 為 为 中 他 也 就 與 与 对 對 将 將 年 说 說 於 于",
)
WESTERN = (ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN)
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_LANE = 24
"""So many bits are kept to count the little words of one language."""
_LANE_FULL = (1 << _LANE) - 1
_LANES = {
    word: sum(
        1 << _LANE * number
        for number, language in enumerate(WESTERN)
        if word in language.stops
    )
    for word in frozenset().union(*(language.stops for language in WESTERN))
}
"""For each little word of a western language those it belongs to, side by side in one
number, so that one sum counts them all."""
LEAST_SHARE = 0.06
"""With a smaller share of little words no language is named."""


def content_words(
    lines: Iterable[Sequence[str]], language: Language
) -> list[list[str]]:
    """The words of each line that are not little ones, in their order."""
    is_little = language.stops.__contains__
    return [list(filterfalse(is_little, words)) for words in lines]


def count(words: Sequence[str], content: Sequence[str], language: Language) -> int:
    """How many little words of the language there are among the words of a line.

    Args:
        words: Words in lower case.
        content: Those of them that `content_words` gives.
        language: Whose little words are counted: signs in Chinese, endings in Korean.
    """
    stops = language.stops
    if language is KOREAN:
        return sum(word[-1] in stops for word in words)
    if language is CHINESE:
        return sum(sign in stops for word in words for sign in word)
    return len(words) - len(content)


def language_of(words: Sequence[str]) -> Language | None:
    """The language of the words, or None when none of ours fits.

    Args:
        words: A few hundred words of the text, in lower case.
    """
    said = "".join(words)
    if not said:
        return None
    if not said.isascii():
        if len(_IDEOGRAPH.findall(said)) * 3 > len(said):
            return CHINESE
        if len(_HANGUL.findall(said)) * 3 > len(said):
            return KOREAN
    together = sum(filter(None, map(_LANES.get, words)))
    most, best = -1, ENGLISH
    for language in WESTERN:
        little = together & _LANE_FULL
        if little > most:
            most, best = little, language
        together >>= _LANE
    return best if most >= LEAST_SHARE * len(words) else None
