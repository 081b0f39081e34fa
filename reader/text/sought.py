"""What is looked for everywhere: words, or a regular expression that may not hang."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.model import Span
from reader.text.patterns import PatternError, typed_pattern

LONGEST: Final = 500
"""Code points that words or an expression may have."""
MOST: Final = 5000
"""Places in one text; of more nobody wants to hear."""
PATIENCE_S: Final = 3.0
"""Seconds that expressions may take for all the texts of one question."""

_VARIANTS: Final = {
    "'": "['\u2018\u2019\u02bc]",
    "\u2019": "['\u2018\u2019\u02bc]",
    "-": "[-\u2010\u2011]",
}
"""What stands in a text for what is typed, and the other way round."""

UNSPACED: Final = (
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]"
)
"""Scripts in which a word need not end at a space, or takes endings at once."""

_CHILD: Final = f"""
import json, re, sys
asked = json.load(sys.stdin)
json.dump([[[found.span() for found, _ in zip(
        (m for m in pattern.finditer(text) if m.end() > m.start()), range({MOST}))]
    for text in asked["texts"]]
    for pattern in (re.compile(*each) for each in asked["patterns"])], sys.stdout)
"""
"""Reads expressions and texts, writes the places of each expression in each text."""


class SoughtError(ValueError):
    """What cannot be looked for, in words for the user."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Words, or a regular expression, and how they are compared."""

    words: str
    is_regex: bool = False
    whole_words: bool = True
    """Whether they must not stand inside longer words; an expression says so itself."""
    match_case: bool = False


def places(sought: Sought, texts: Sequence[str]) -> list[tuple[Span, ...]]:
    """Where it stands in each of the texts: in order, not overlapping, none empty.

    Raises:
        SoughtError: When it cannot be looked for, or takes too long.
    """
    return all_places([sought], texts)[0]


def all_places(
    asked: Sequence[Sought], texts: Sequence[str]
) -> list[list[tuple[Span, ...]]]:
    """The same for several at once: for each of them, its places in each text.

    Words are looked for here and now, in a time that grows with the text alone. An
    expression of the user's own may take for ever, and nothing stops `re` on a
    thread; so expressions are matched in a process of their own, which is ended
    when it takes longer than `PATIENCE_S`.

    Raises:
        SoughtError: When one cannot be looked for, or takes too long.
    """
    patterns = [compiled(each) for each in asked]
    regexes = [p for p, each in zip(patterns, asked, strict=True) if each.is_regex]
    matched = iter(_matched(regexes, texts) if regexes else ())
    return [
        next(matched) if each.is_regex else [_places(pattern, text) for text in texts]
        for pattern, each in zip(patterns, asked, strict=True)
    ]


def compiled(sought: Sought) -> re.Pattern[str]:
    """What is sought as Python's expression.

    Raises:
        SoughtError: When it is empty, too long, or no expression.
    """
    if not sought.words.strip():
        raise SoughtError("there are no words to look for")
    if len(sought.words) > LONGEST:
        raise SoughtError(f"words to look for have at most {LONGEST} characters")
    flags = re.MULTILINE | (0 if sought.match_case else re.IGNORECASE)
    expression = sought.words if sought.is_regex else _expression(sought)
    try:
        return typed_pattern(expression, flags)
    except PatternError as error:
        raise SoughtError(f"“{sought.words}” is no pattern: {error}") from error


def _expression(sought: Sought) -> str:
    """The words with any white space between them, and their ends where asked."""
    parts = sought.words.split()
    expression = r"\s+".join(
        "".join(_VARIANTS.get(sign, re.escape(sign)) for sign in part) for part in parts
    )
    if not sought.whole_words:
        return expression
    before = r"(?<!\w)" if _has_edge(parts[0][0]) else ""
    after = r"(?!\w)" if _has_edge(parts[-1][-1]) else ""
    return f"{before}{expression}{after}"


def _has_edge(sign: str) -> bool:
    """Whether a word that ends with this sign ends where no letter follows."""
    return re.match(r"\w", sign) is not None and not re.match(UNSPACED, sign)


def _places(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    found = zip(pattern.finditer(text), range(MOST), strict=False)
    return tuple(Span(*match.span()) for match, _ in found)


def _matched(
    patterns: Sequence[re.Pattern[str]], texts: Sequence[str]
) -> list[list[tuple[Span, ...]]]:
    question = {"patterns": [(p.pattern, p.flags) for p in patterns], "texts": texts}
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _CHILD],
            input=json.dumps(question).encode(),
            capture_output=True,
            timeout=PATIENCE_S,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        named = ", ".join(f"“{pattern.pattern}”" for pattern in patterns)
        raise SoughtError(f"it takes too long to match {named}; make it simpler") from (
            error
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise SoughtError(f"the pattern could not be matched: {error}") from error
    return [
        [tuple(Span(*place) for place in found) for found in each]
        for each in json.loads(done.stdout)
    ]
