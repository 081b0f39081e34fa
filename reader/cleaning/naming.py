"""What a line is called that no rule knows: by its words, its section, its shape."""

import re

from reader.cleaning.clues import by_words
from reader.cleaning.forms import DATE, GLUED, NAME
from reader.cleaning.reading import Paper

MENU_WORDS, MENU_RUN = 4, 4
"""A menu entry has at most so many words, and so many stand together."""
NAME_WORDS = 3
LONGEST_WORD = 40
"""A word of so many code points is an address, or what a program wrote."""
NEAR = 2
"""So many paragraphs up and down a name is looked for what makes it a byline."""
HEADLINE_WORDS = 30
"""A headline with its first sentence has no more words than this."""
SHORT_DATE = 12
"""A date has no more words around it than this."""
CAPITALS = 55
"""In a headline or a menu entry so many of a hundred words have a capital."""
SIGNS, NUMBERS = "signs without a word", "numbers without a word"
OUTSIDE = "outside the article"

_IN_MENUS = frozenset(("newsletter", "comments", "legal", "social", "nav"))
"""The kinds that a menu entry may have; any other clue may be the entry's subject."""
_SIGNED = re.compile(
    rf"{NAME.pattern}, (?:[A-Z][\w.'\u2019-]+ ){{0,3}}(?:News|Times|Post|Press|"
    r"Journal|TV|Radio|Magazine|Herald|Tribune|Agency|Reporter|Correspondent|Editor|Writer)\.?"
)
_PERSON = re.compile(
    r"(?!(?:This|That|There|It|He|She|What|Here|Today) )"
    r"(?:[A-Z][\w.'\u2019-]+ ){1,3}(?:is|was|has|holds|graduated|writes|covers|joined|"
    r"studied|works|specializes|contributed)\b"
)
_CREDIT = re.compile(
    r"(?:[A-Z][\w.'\u2019-]+ ){1,3}?[A-Z][\w.'\u2019-]+ ?/ ?[A-Z][\w /]+"
)
_COUNTER = re.compile(r"(?:[Ii]mage |[Pp]hoto )?\d+ ?of ?/? ?\d+")
_FIRST_PERSON = frozenset(("i", "my", "i'm", "i've"))
_NEIGHBOURS = frozenset(("byline", "timestamp"))


def named(
    paper: Paper, place: int, above: tuple[str, str], run: int
) -> tuple[str, str]:
    """The kind of a paragraph that the model hides, and how its reason opens.

    Args:
        paper: The text.
        place: The paragraph.
        above: The kind and the words of the head it stands under, if it does.
        run: How many short lines stand together where it stands.
    """
    if hit := paper.hits[place]:
        return hit.rule.kind, hit.reason
    size = paper.marks[place].words
    if certain := _by_form(paper, place):
        return certain
    kind, clue = by_words(paper.said[place].tokens)
    if run >= MENU_RUN and size <= MENU_WORDS and kind not in _IN_MENUS:
        return "nav", "menu entry"
    if above[0] and size > 2 and kind not in _IN_MENUS - {"nav"}:
        return above[0], f"under “{above[1]}”"
    if shape := _by_look(paper, place):
        return shape
    if kind:
        return kind, f"{OUTSIDE}, says “{clue}”"
    return _by_shape(paper, place)


def _by_form(paper: Paper, place: int) -> tuple[str, str] | None:
    """What a line is whose form tells it even in the middle of a menu."""
    text = paper.said[place].bare
    if not any(map(str.isalpha, text)):
        return "symbols", NUMBERS if any(map(str.isdigit, text)) else SIGNS
    if _COUNTER.fullmatch(text):
        return "caption", "counts pictures"
    if len(text) >= LONGEST_WORD and " " not in text and text.isascii():
        return "other", "a single long word"
    if paper.marks[place].words > NAME_WORDS or not NAME.fullmatch(text):
        return None
    below = paper.marks[place + 1 : place + 2]
    if text.isupper() and below and below[0].prose:
        return "byline", "a name above a paragraph"
    if _is_said_again(paper, place):
        return "byline", "a name that the next line says too"
    said = paper.said[place + 1 : place + 2]
    if said and by_words(said[0].tokens)[0] == "byline":
        return "byline", f"a name over “{said[0].bare[:LONGEST_WORD]}”"
    return None


def _is_said_again(paper: Paper, place: int) -> bool:
    """Whether the line below begins with the same first name, or has the whole."""
    below = "".join(paper.texts[place + 1 : place + 2]).lstrip()
    name = paper.said[place].bare
    return below.startswith(f"{name.split()[0]} ") or (name in below and name != below)


def _by_look(paper: Paper, place: int) -> tuple[str, str] | None:
    """What a line is whose pattern says more than its words."""
    said, size = paper.said[place], paper.marks[place].words
    if _CREDIT.fullmatch(said.bare):
        return "caption", "looks like a picture credit"
    if size <= SHORT_DATE and _SIGNED.fullmatch(said.bare):
        return "byline", "a name and whom it writes for"
    if size <= SHORT_DATE and DATE.search(said.plain):
        return "timestamp", "holds a date"
    if size > MENU_WORDS and _PERSON.match(said.bare):
        return "byline", "says who somebody is"
    if size <= NAME_WORDS and NAME.fullmatch(said.bare):
        near = paper.hits[max(0, place - NEAR) : place + NEAR + 1]
        if any(hit and hit.rule.kind in _NEIGHBOURS for hit in near):
            return "byline", "a name beside a byline or a date"
    return None


def _by_shape(paper: Paper, place: int) -> tuple[str, str]:
    text, mark = paper.said[place].bare, paper.marks[place]
    if mark.prose and not _FIRST_PERSON.isdisjoint(paper.said[place].tokens):
        return "comments", f"{OUTSIDE}, somebody says “I”"
    if GLUED.search(text) or mark.words <= MENU_WORDS - (mark.capitals < CAPITALS):
        return "nav", OUTSIDE
    if mark.words <= HEADLINE_WORDS and (
        mark.capitals >= CAPITALS or not text.endswith((".", "!"))
    ):
        return "related", f"{OUTSIDE}, reads like a headline"
    return "other", OUTSIDE
