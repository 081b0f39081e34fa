"""Which lines of a version are hidden now, as SQL expressions."""

HIDDEN_LINES = """(
    SELECT group_concat(line) FROM (
        SELECT json_extract(verdict.value, '$[0]') AS line
        FROM cleaning, json_each(cleaning.verdicts) AS verdict
        WHERE cleaning.version_id = version.id
        UNION SELECT line FROM line_override
        WHERE version_id = version.id AND hidden = 1
        EXCEPT SELECT line FROM line_override
        WHERE version_id = version.id AND hidden = 0))"""
"""Their numbers from 0 with commas between, for the row of `version`; or NULL.

The last judgement counts, as it was written down: nothing is cleaned anew."""


KEPT_LINES = """(
    SELECT group_concat(line) FROM line_override
    WHERE version_id = version.id AND hidden = 0)"""
"""Those that the analyst keeps against a verdict, in the same way."""


def numbers(found: str | None) -> frozenset[int]:
    """What `HIDDEN_LINES` gave, as numbers."""
    return frozenset(map(int, found.split(","))) if found else frozenset()
