"""The analyst's word on single lines, above every verdict."""

from collections.abc import Iterable, Sequence

from reader.cleaning.verdicts import Line
from reader.model import Override


def decided(lines: Sequence[Line], overrides: Iterable[Override]) -> tuple[Line, ...]:
    """The lines with the analyst's overrides applied.

    Overrides of lines that the text does not have are passed over.
    """
    result = list(lines)
    for override in overrides:
        if override.line < len(result):
            line = result[override.line]
            rule = "hidden by hand" if override.hidden else "kept by hand"
            kind = (line.kind or "other") if override.hidden else ""
            result[override.line] = line._replace(
                hidden=override.hidden,
                kind=kind,
                rule=rule,
                confidence=float(override.hidden),
            )
    return tuple(result)
