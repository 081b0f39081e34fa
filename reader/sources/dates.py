"""Days as people write them, and the day that a text says it was published on."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final

_MONTHS: Final = (
    "jan january januar janvier enero gennaio janeiro января",
    "feb february februar février febrero febbraio fevereiro февраля",
    "mar march märz mars marzo março марта",
    "apr april avril abril aprile апреля",
    "may mai mayo maggio maio мая",
    "jun june juni juin junio giugno junho июня",
    "jul july juli juillet julio luglio julho июля",
    "aug august août agosto августа",
    "sep sept september septembre septiembre settembre setembro сентября",
    "oct october oktober octobre octubre ottobre outubro октября",
    "nov november novembre noviembre novembro ноября",
    "dec december dezember décembre diciembre dicembre dezembro декабря",
)
"""What each month is called in the middle of a date."""
_NUMBERS: Final = {
    name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()
}
_NAME: Final = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_YEAR: Final = r"(?:19|20)\d\d"
_HAS_YEAR: Final = re.compile(_YEAR)

_DAY: Final = re.compile(
    rf"""(?P<iso>{_YEAR})(?P<part>[-/.])(?P<m1>\d\d?)(?P=part)(?P<d1>\d\d?)
    |(?P<y2>{_YEAR})[ ]?[年년][ ]?(?P<m2>\d\d?)[ ]?[月월][ ]?(?P<d2>\d\d?)[ ]?[日일]
    |(?P<d3>\d\d?)(?:st|nd|rd|th|\.|º)?[ -](?:de[ ])?(?P<n3>{_NAME})\b\.?,?[ -]
        (?:de[ ])?(?P<y3>{_YEAR})
    |(?P<n4>{_NAME})\b\.?[ ](?P<d4>\d\d?)(?:st|nd|rd|th)?,?[ ](?P<y4>{_YEAR})
    |(?P<a5>\d\d?)(?P<p5>[-/.])(?P<b5>\d\d?)(?P=p5)(?P<y5>{_YEAR})""",
    re.IGNORECASE | re.VERBOSE,
)
_COMPACT: Final = re.compile(rf"({_YEAR})(\d\d)(\d\d)(?:T\d|$)")
_WEEKDAY: Final = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
)
_LED: Final = re.compile(_WEEKDAY, re.IGNORECASE)

_HEAD: Final = 2_000
"""Code points, and lines with words in them, in which a text says when it is from."""
_LINES: Final = 12
_ALONE_LINES: Final = 6
"""Lines among which a day that stands alone is that of the text."""
_LONGEST: Final = 120
"""Code points of a line that is no paragraph."""
_EDGE: Final = r"(?:^\W*|[|·•–—]\s*)"
_SAID: Final = re.compile(
    rf"{_EDGE}(?P<word>(?:first\s+|originally\s+)?(?:posted|published|released|issued|"
    rf"date|publié|veröffentlicht|publicado|pubblicato|опубликовано)|"
    rf"(?:last\s+)?(?:updated|modified))(?:\s+(?:on|at|le|am|el|il))?\s*[:\-–—]?\s*"
    rf"{_WEEKDAY}",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(rf"^\W*{_WEEKDAY}", re.IGNORECASE)
_TIME: Final = re.compile(
    r"(?:[\s,T]*(?:at\s+)?\d\d?[:.h]\d\d\S*(?:\s*[ap]\.?m\.?)?(?:\s+\(?[A-Z]{2,5}\)?)?)?"
    r"\s*(?:$|[|·•–—].*$)",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    rf"^[^\W\d_a-z][^\Wa-z]*(?:[ .'’/-][^\Wa-z]+)*,\s+{_WEEKDAY}"
)
_AGENCY: Final = re.compile(r"\s*(?:\([^()]{2,40}\)|[-–—]{1,2}\s)")


def day(value: str) -> str:
    """The day of a date, in ISO 8601; empty where it is none, or could be two.

    It is read as ISO 8601 and e-mail write it, and as people do, with the name of the
    month or its number; of `04/05/2019` nobody can say which is the month.
    """
    value = value.strip()
    if found := _COMPACT.match(value):
        return _iso(*found.groups())
    led = _LED.match(value)
    if found := _DAY.match(value, led.end() if led else 0):
        return _of(found)
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def published(text: str) -> str:
    """The day on which a text says, at its head, that it was published; or nothing.

    A line says so with a word for it (`Posted 12 January 2019`), a day that stands on
    a line alone does, and so does the dateline of an agency (`BEIJING, Jan. 9, 2019
    (Xinhua) -- …`). A day in a sentence says nothing of the text, and of days that
    contradict one another none is taken. What was updated goes after all others.
    """
    said: dict[str, list[str]] = {"published": [], "alone": [], "updated": []}
    for how, found in _found(text[:_HEAD]):
        said[how].append(found)
    for days in said.values():
        if days:
            return days[0] if len(set(days)) == 1 else ""
    return ""


def _found(head: str) -> Iterator[tuple[str, str]]:
    lines = filter(None, map(str.strip, head.split("\n")))
    for number, line in enumerate(islice(lines, _LINES)):
        # Few lines have a year, and this tells in half the time that one has none.
        if "20" not in line and "19" not in line:
            continue
        if not _HAS_YEAR.search(line, 0, _LONGEST):
            continue
        if len(line) <= _LONGEST and (word := _SAID.search(line)):
            if made := _day_at(line, word.end()):
                is_update = word["word"].lower().endswith(("updated", "modified"))
                yield "updated" if is_update else "published", made
            continue
        if number >= _ALONE_LINES:
            continue
        for before, after in ((_ALONE, _TIME), (_PLACE, _AGENCY)):
            start = before.match(line)
            found = start and _DAY.match(line, start.end())
            if found and after.match(line, found.end()) and (made := _of(found)):
                yield "alone", made


def _day_at(line: str, at: int) -> str:
    found = _DAY.match(line, at)
    return _of(found) if found else ""


def _of(found: re.Match[str]) -> str:
    if found["iso"]:
        return _iso(found["iso"], found["m1"], found["d1"])
    if found["y2"]:
        return _iso(found["y2"], found["m2"], found["d2"])
    for name, number, year in (("n3", "d3", "y3"), ("n4", "d4", "y4")):
        if found[name]:
            month = _NUMBERS[found[name].lower()]
            return _iso(found[year], month, found[number])
    first, second = int(found["a5"]), int(found["b5"])
    if found["p5"] == "." or first > 12 or first == second:
        # With full stops the day comes first; who writes slashes may be American.
        return _iso(found["y5"], second, first)
    return _iso(found["y5"], first, second) if second > 12 else ""


def _iso(year: str | int, month: str | int, number: str | int) -> str:
    try:
        return date(int(year), int(month), int(number)).isoformat()
    except ValueError:
        return ""
