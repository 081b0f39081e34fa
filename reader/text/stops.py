"""The rules over nupunkt: where a sentence surely ends, and where it goes on.

nupunkt's model was made from legal text and takes `month.`, `it.` and `York.` for
abbreviations. These tables were made by reading where it and a plain regular
expression disagree in news.
"""

import re
from dataclasses import dataclass
from typing import Final

from reader.text.marks import CLOSING, OPENING, WIDE_STOPS

_STARTERS: Final = (
    "The|That|This|These|Those|It|He|She|We|They|You|In|On|At|As|And|But|So|Or|If|"
    "When|While|After|Before|Since|For|From|With|By|To|Of|An|Also|However|Meanwhile|"
    "Although|Though|Because|Who|What|Why|How|Where|There|Here|His|Her|Its|Their|Our|"
    "My|Some|Many|Most|All|Both|Each|No|Not|Now|Then|Still|Yet|Even|Only|One|Two|"
    "Last|Earlier|Later|Asked|According|Despite|During|Until|Once|Such|Another|"
    "Other|Let|I|A(?= [a-z])"
)
"""Words that hardly ever follow an acronym inside a sentence."""

_ABBREVIATIONS: Final = (
    "vs|cf|al|pp|vol|fig|figs|est|approx|dept|govt|incl|corp|inc|ltd|co|min|max|avg|"
    "sec|op|ed|eds|ca|ft|lb|lbs|oz|sq|ext|tel|ave|st|rd|mt|pt|prof|capt|pres"
)
"""Words in lower case whose full stop may not end a sentence; nupunkt decides."""

_TITLES: Final = (
    "Cmdr|Lt|Col|Sgt|Capt|Maj|Gen|Adm|Rep|Sen|Gov|Rev|Hon|Pvt|Cpl|Det|Insp|Supt|Amb|"
    "Atty|Messrs|Mme|Mr|Mrs|Ms|Dr|Prof|Pres"
)
_NAMED: Final = (
    f"{_TITLES}|Sens|Reps|Gov|Govs|Drs|Profs|Gens|Inc|Corp|Ltd|Bros|Dept|Univ|Assn|Assoc|"
    "Ave|Blvd|Hwy|Vol|Fig|Sec|Art|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|"
    "Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Ala|Ariz|Ark|Calif|Cal|Colo|Conn|Del|"
    "Fla|Ill|Ind|Kan|Mass|Mich|Minn|Miss|Mont|Neb|Nev|Okla|Ore|Penn|Tenn|Tex|Wash|Wis|"
    "Wyo|Est|Min|Max|Mts|Pts|Tel|Ext|Cit|Ibid|Etc|Esq|Asst|Supt|Pfc|Spc|Msgr|Cpt|Sra|Srta|"
    "Jr|Sr|St|Mt|Ft|Pt|Rd|Rt|Pl|Ct|Sq|Co|No|Ch|Bk|Cf|Eq|Ex|Ep|Op|Fr|Br|Wm|Ph|Va|Vt|Pa|Ga|"
    "La|Md|Ky|Me|Mo|Bn"
)
"""Abbreviations that begin with a capital and may come before a name."""

_NUMBERED: Final = (
    "approx|sept|chap|para|paras|sect|secs|supp|suppl|regs|vols|arts|figs|nums"
)
"""Longer words in lower case whose full stop may come before a number."""

UNFINISHED: Final = re.compile(
    rf"(?:\b(?:{_TITLES}|U\.S|U\.K|U\.N)\.|[.!?][{CLOSING}]*\s+(?:\u2026|\.{{3}}))\s+\Z"
)
"""What goes on with a name that follows, and dots that stand for words left out."""
LOOKED_BACK: Final = 16

CLOSED_FIRST: Final = re.compile(rf"[{CLOSING}]+[,;:]")
"""How no sentence begins: `(I ranked them! ), but`."""

CLOSED_LATE: Final = re.compile(rf"[{CLOSING}]+\s+")
"""A quotation mark that was parted from its sentence."""

SURE_END: Final = re.compile(
    rf"\.(?<=[a-z]{{5}}\.)[{CLOSING}]*\s+(?=[{OPENING}]*[A-Z][a-z]+ [a-z])"
)
"""An end that no rule would doubt, where a long paragraph may be cut into blocks."""

WIDE_END: Final = re.compile(rf"(?<![{WIDE_STOPS}])[{WIDE_STOPS}]++[{CLOSING}]*+\s*")
"""A full-width stop ends a sentence whatever follows, a space or not."""

MAYBE_END: Final = re.compile(rf"[.!?\u2026][{CLOSING}]*+(\s+)(?=\S)")
"""Every place that the rules below are asked about; group 1 is the space."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence ends between what matches `before` and what matches `after`."""

    before: re.Pattern[str]
    after: re.Pattern[str]

    def ends(self, block: str, stop: int, start: int) -> bool:
        """Whether a sentence ends at `stop` and the next begins at `start`."""
        if not self.after.match(block, start):
            return False
        return bool(self.before.search(block[max(0, stop - _SEEN) : stop]))


_SEEN: Final = 40
"""Code points before the space that a rule looks at."""


def _rule(before: str, after: str) -> Rule:
    return Rule(
        re.compile(rf"(?:{before})[{CLOSING}]*\Z"),
        re.compile(rf"[{OPENING}]*(?:{after})"),
    )


ENDS: Final = (
    # `the U.S. That is`
    _rule(r"(?<![\w.])(?:[A-Za-z]\.){2,}", rf"(?:{_STARTERS})\b"),
    # `Kim Jong Un. They`, `Apple Inc. It`
    _rule(
        rf"\b(?!(?:{_ABBREVIATIONS}|{_TITLES}|No)\.)[A-Za-z]{{2,}}\.",
        rf"(?:{_STARTERS})\b",
    ),
    # `Group D. The`, but not `A. The first`
    _rule(r"(?<=\w\s)[A-Z]\.", rf"(?:{_STARTERS})\b"),
    # `each month. Pound for pound`
    _rule(rf"(?<![\w.-])(?!(?:{_ABBREVIATIONS})\.)[a-z]{{2,}}\.", "[A-Z]"),
    # `antisemitic. ... I was`, cut before the dots
    _rule("[a-z][.!?]", rf"(?:\.{{3}}|\u2026)\s*[{OPENING}]*[A-Z]"),
    # `a study... It was`
    _rule(r"(?<!\s)(?:\.{3}|\u2026)", rf"(?!I\b)(?:{_STARTERS})\b"),
    # `the Sea Org. Officials said`, `Kim Jong Un. Years later`, `NBC. Anchors said`
    _rule(
        rf"(?<![\w.&-])(?!(?i:{_NAMED})\.)[A-Z](?:[a-z]+|[A-Z]{{2,}})\.",
        "[A-Z][a-z]+,? [a-z]",
    ),
    # `deeply human. 92% of them`
    _rule(rf"(?<![\w.-])(?!(?:{_ABBREVIATIONS}|{_NUMBERED})\.)[a-z]{{4,}}\.", r"\d"),
    # `a post on X. "Stay tuned`, but not `John F. "Jack" Kennedy`
    _rule(r"(?<=\w\s)[A-Z]\.", r"(?<=[\"\u201c])[A-Z][a-z]+,? [a-z]"),
)
"""Where a sentence ends even when nupunkt says that it goes on."""
