"""What a terminal or a markup language would obey, and what must never reach one."""

import re
from itertools import islice

CONTROLS = {
    "CSI": "\x1b[9;31mRED",
    "clear": "\x1b[2J",
    "question": "\x1b[6n",
    "mode": "\x1b[?6543h",
    "place": "\x1b[77;177H",
    "OSC 0": "\x1b]0;PWNED\x1b\\",
    "OSC 0, ended by BEL": "\x1b]0;PWNED\x07",
    "OSC 8": "\x1b]8;;http://evil.example/\x1b\\",
    "OSC 8, not ended": "\x1b]8;;http://evil.example/",
    "OSC 52": "\x1b]52;c;ZXZpbA==\x07",
    "OSC 52, ended by ST": "\x1b]52;c;ZXZpbA==\x1b\\",
    "DCS": "\x1bP+q544e\x1b\\",
    "APC": "\x1b_Gx\x1b\\",
    "C1 CSI": "\x9b31m",
    "C1 OSC": "\x9d0;PWNED\x9c",
    "C1 DCS": "\x90q\x9c",
    "NEL": "\x85",
    "bidi": "\u202eevil\u2066\u061c",
    "tags": "\U000e0041\U000e0042",
    "NUL, SO, BS, DEL": "\x00\x0e\x08\x7f",
    "VT, FF, CAN, SUB, FS": "\x0b\x0c\x18\x1a\x1c",
    "CR": "safe\rEVIL",
    "line separators": "\u2028\u2029",
    "BOM": "\ufeff",
}
"""Each kind, and an example."""

MARKUPS = {
    "closing": "[/]",
    "bold": "[b]",
    "action": "[@click=app.quit]x[/]",
    "link": "[link=http://evil.example]y[/link]",
    "broken": "[1] see [foo='",
    "emoji": ":smile:",
}
KINDS = CONTROLS | MARKUPS


def payload(*kinds: str) -> str:
    """Some kinds side by side, as they may stand in any field.

    Markup comes first, so that it is seen whether a place shows it as it was typed.
    """
    return f"[b][/]{''.join(KINDS[kind] for kind in kinds)}"


PAYLOAD = payload(*KINDS)
"""All of it."""

SIGNS = (b"[/]", b"[b]", b"[@click", "␛".encode())
"""One of these is on the screen wherever the payload is shown as it was typed."""

_OURS = re.compile(
    rb"\x1b\[[?>=<]?[0-9;:]*\$?[HKhlmpu]|\x1b\]22;[a-z-]*(?:\x1b\\|\x07)|\x07"
)
"""What Textual writes of its own: control sequences, the shape of the pointer, a bell
where an input is full."""
_FOREIGN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_CUT_OFF = re.compile(rb"\x1b(?:\[[?>=<]?[0-9;:]*\$?)?\Z")
"""The beginning of one, where the reading ended."""
_SHOWN = 5
_MARKS = (b"\x1b[9;31m", b"\x1b[?6543", b"\x1b[77;177", "\U0001f604".encode())
"""What of the payload looks like something that Textual might write, and the picture
that would be made of a name in colons."""


def obeyed(written: bytes, *, by_program: bool = True) -> list[str]:
    """What of some output a terminal would obey, and that is not of our making.

    Args:
        written: All that was written to the terminal.
        by_program: Whether Textual's own sequences may be in it.
    """
    found = [repr(mark) for mark in _MARKS if mark in written]
    rest = (
        _CUT_OFF.sub(b"", _OURS.sub(b"", written)) if by_program else written
    ).decode(errors="replace")
    places = (match.start() for match in _FOREIGN.finditer(rest))
    around = (rest[max(0, place - 20) : place + 20] for place in places)
    return found + [repr(words) for words in islice(around, _SHOWN)]
