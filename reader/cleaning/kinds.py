"""The kinds of line that are not the article, and what each one is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of boilerplate, as it is named beside a hidden line."""

    name: str
    description: str


KINDS = (
    Kind("comments", "Readers' comments, their form and their counters"),
    Kind("social", "Share bars, follow buttons, social accounts"),
    Kind("related", "Links to other articles, and their headlines"),
    Kind("newsletter", "Subscribe forms, newsletters, sign-ups, pay walls"),
    Kind("byline", "Who wrote it, author boxes"),
    Kind("caption", "Picture credits, gallery counters, repeated captions"),
    Kind("nav", "Menus, search boxes, skip links, page buttons"),
    Kind("legal", "Copyright, cookies, disclaimers, terms"),
    Kind("ads", "Advertisements and offers"),
    Kind("duplicate", "A second copy of a line of the article"),
    Kind("tags", "Topics, categories, labels"),
    Kind("timestamp", "Dates of publication, reading times"),
    Kind("symbols", "Rules, bullets and signs without a word"),
    Kind("other", "Outside the article, without a mark that says what it is"),
)
"""Every kind, in the order in which they are listed. Content has no kind."""

DESCRIPTIONS = {kind.name: kind.description for kind in KINDS}
"""The description of each kind by its name."""
