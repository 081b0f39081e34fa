"""The kinds of line that are not the article, and what each one is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of boilerplate, as it is named beside a hidden line."""

    name: str
    description: str
    guide: str
    """By what a person knows it who labels lines by hand."""


KINDS = (
    Kind(
        "comments",
        "Readers' comments, their form and their counters",
        "What readers wrote below the article, the names and the buttons around it "
        "(`Reply`, `Upvote`), trackbacks, the form with its fields, `12 comments`, a "
        "question for the reader's view. A date among them is a timestamp.",
    ),
    Kind(
        "social",
        "Share bars, follow buttons, social accounts",
        "Networks by name or icon, `Share`, `Copy link`, `Print` and `Email` in a "
        "share bar, the form that sends the page to a friend, counts of shares, "
        "accounts of the paper. An author's account in the author box belongs to the "
        "byline.",
    ),
    Kind(
        "related",
        "Links to other articles, and their headlines",
        "Teasers of other pages of the site or of its partners: head (`Most "
        "popular`), headline, kicker and summary, `Read more`, `View all`, next and "
        "previous article, videos, episodes and galleries. A date or a name in a "
        "teaser is a timestamp or a byline.",
    ),
    Kind(
        "newsletter",
        "Subscribe forms, newsletters, sign-ups, pay walls",
        "Whatever asks for an address or an account, or thanks for it: mailing lists, "
        "alerts, subscriptions, registration, the meter of a pay wall. Its small "
        "print is legal; to log in with an account one has is nav.",
    ),
    Kind(
        "byline",
        "Who wrote it, author boxes",
        "Names, offices and biographies of who wrote, edited, checked or styled it, "
        "of this article or a teaser, with the date if one is in the same line; the "
        "agency or paper it came from; how to reach the author.",
    ),
    Kind(
        "caption",
        "Picture credits, gallery counters, repeated captions",
        "What says what a picture shows or whose it is, its alternative text, and the "
        "counters of a gallery (`Image 1 of 8`).",
    ),
    Kind(
        "nav",
        "Menus, search boxes, skip links, page buttons",
        "Sections and services of the site, places and languages to choose from, "
        "breadcrumbs, tables of contents, archives by month, the name of the site, "
        "labels of sections over teasers, players and dialogs (`Close`), log-in. An "
        "entry that names another kind's matter (`Privacy policy`, `Newsletters`, "
        "`Advertise`, `Facebook`) has that kind.",
    ),
    Kind(
        "legal",
        "Copyright, cookies, disclaimers, terms",
        "Rights, terms, privacy, consent and cookie tables, affiliate and advertiser "
        "disclosures, codes of ethics, accessibility statements, who runs the site by "
        "which law; the small print of a form.",
    ),
    Kind(
        "ads",
        "Advertisements and offers",
        "Advertisements and their labels, shops, prices and carts, `Book a demo`, "
        "what a firm says of its product and the form for its sales people, its app, "
        "appeals for donations.",
    ),
    Kind(
        "duplicate",
        "A second copy of an earlier line",
        "A line of five words or more that says again what an earlier one says, of the "
        "article or of junk; the first has the kind that it has. What a sure rule "
        "knows is what it is each time.",
    ),
    Kind(
        "tags",
        "Topics, categories, labels",
        "The topics the article itself is filed under, and the head over them. Topics "
        "of the site in a menu, or over a teaser, are nav.",
    ),
    Kind(
        "timestamp",
        "Dates of publication, reading times",
        "Nothing but when it was published or changed, how long it takes to read or "
        "to play, how old it is; an update log.",
    ),
    Kind(
        "symbols",
        "Rules, bullets and signs without a word",
        "No letter in it: bullets, rules, closing crosses, counts. A date is a "
        "timestamp all the same.",
    ),
    Kind(
        "other",
        "Outside the article, without a mark that says what it is",
        "None of these: addresses, telephone numbers and opening hours, tables of "
        "scores and quotes, error messages, polls, code, what a template left.",
    ),
)
"""Every kind, in the order in which they are listed. Content has no kind.

A line is read with its neighbours, as a visitor of the page would, by what it does
there. A copy is a duplicate before all else but what a sure rule knows. Where a line
may be read as two kinds its form decides first (no letter, nothing but a date, a
byline, a picture credit), then what its words ask for or say, then the section it
stands under, and last its look: a label in a run of labels is nav, a headline is
related. `other` is for what is left.
"""

DESCRIPTIONS = {kind.name: kind.description for kind in KINDS}
"""The description of each kind by its name."""
