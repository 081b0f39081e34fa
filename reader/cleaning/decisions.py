"""The analyst's word on single lines, above every verdict."""

from collections.abc import Iterable, Mapping

from reader.cleaning.judged import Said
from reader.model import Override

_CONTENT = Said(hidden=False)


def decided(
    verdicts: Mapping[int, Said], overrides: Iterable[Override]
) -> dict[int, Said]:
    """What is said of lines, by their numbers, with the overrides applied."""
    result = dict(verdicts)
    for override in overrides:
        kind = result.get(override.line, _CONTENT).kind
        result[override.line] = (
            Said(True, kind or "other", "hidden by hand", 1.0)
            if override.hidden
            else Said(hidden=False, rule="kept by hand")
        )
    return result
