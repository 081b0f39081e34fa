"""Which of the names that there are a mistyped one may stand for."""

from collections.abc import Iterable

_MOST = 3
"""Names that are worth offering."""
_LIKE = 0.65
"""From this ratio of Ratcliff and Obershelp on two names are alike."""


def meant(name: str, names: Iterable[str]) -> list[str]:
    """The names that begin so, then those most like it; of a path its end counts, too.

    Args:
        name: What was typed; case does not matter.
        names: Those that there are.
    """
    from difflib import get_close_matches

    wanted = name.casefold().strip()
    if not wanted:
        return []
    whole: dict[str, str] = {}
    for each in names:
        key = each.casefold()
        whole.setdefault(key, each)
        whole.setdefault(key.rpartition("/")[2], each)
    begun = sorted(key for key in whole if key.startswith(wanted))[:_MOST]
    like = get_close_matches(wanted, whole, _MOST, _LIKE)
    return list(dict.fromkeys(whole[key] for key in (*begun, *like)))[:_MOST]


def or_rather(name: str, names: Iterable[str]) -> str:
    """The end of a sentence that says a name is unknown: which may be meant."""
    return offered(meant(name, names))


def offered(near: Iterable[str]) -> str:
    """The same, of names that were found in another way; empty without any."""
    quoted = [f"“{each}”" for each in near]
    return f"; did you mean {' or '.join(quoted)}?" if quoted else ""
