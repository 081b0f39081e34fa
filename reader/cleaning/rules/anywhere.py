"""The rules that hold in any language."""

from reader.cleaning.rules.rule import Rule

ANYWHERE = (
    Rule(
        "clock",
        "timestamp",
        "date of publication",
        hides="2019-11-19T08:57:40+01:00",
        keeps="2019-11-19 was the day on which the dam broke.",
        pattern=r"^\D{0,4}(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?:[ T,|"
        r"-]*\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d|"
        r"[A-Z]{2,4})?\W{0,2}$|^\W{0,2}\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d[ ,|"
        r"-]*\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[AaPp]\.?[Mm]\.?)?\s?[A-Z]{0,4}\W{0,2}$",
        holds=("19", "20"),
        longest=5,
    ),
    Rule(
        "account",
        "social",
        "social account",
        hides="@vdhanson",
        keeps="@vdhanson was the first to post it, at noon.",
        pattern=r"^@\w{2,30}$",
        holds=("@",),
        longest=1,
        alone=False,
    ),
)
