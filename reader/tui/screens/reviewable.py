"""What the reviews list: sessions, and offers with how much there is of each."""

from collections.abc import Sequence

from textual.content import Content

from reader.review import Session, Unit
from reader.review.offers import Offer, offers
from reader.store import Filter, Store
from reader.text.safe import safe_line

Row = Session | tuple[Offer, int | None]
"""A session, or an offer with how much there is of it, if that is known."""


def sections(
    store: Store, listed: Filter, ticked: Sequence[int], words: str
) -> Sequence[tuple[str, Sequence[Row]]]:
    """The rows under their headings; offers of nothing are left out.

    Args:
        store: The library.
        listed: What the list of articles is filtered by.
        ticked: The articles that are ticked in it.
        words: What titles or sources shall have, or nothing.
    """
    me = store.coders.name
    tags = [tag.path for tag in store.tags.all() if tag.uses]
    saved = store.filters.all().items()
    filters = {f"saved filter {name}": asked.said for name, asked in saved}
    if listed:
        filters = {f"as listed: {', '.join(listed.chips)}": listed.said, **filters}
    offered = offers(me, tags, store.coders.names(), words, filters, ticked)
    counts = store.sessions.counts([each.query for each in offered])
    there = [row for row in zip(offered, counts, strict=True) if row[1] != 0]
    open_ = store.sessions.unfinished()
    ids = {session.id for session in open_}
    return (
        ("Go on with", open_),
        ("Passages to judge", [row for row in there if not _is_read(row[0])]),
        ("Articles to read", [row for row in there if _is_read(row[0])]),
        (
            "Decided, or of other coders",
            [session for session in store.sessions.all() if session.id not in ids],
        ),
    )


def _is_read(offer: Offer) -> bool:
    return offer.query.unit is Unit.ARTICLES


def with_cases(section: Sequence[Row], cases: int | None) -> Sequence[Row]:
    """The rows with how many places are to be settled, if that is known.

    Where there is none to settle that is not offered.
    """
    asks = [isinstance(row, tuple) and row[0].query.cases for row in section]
    return [
        (row[0], cases) if is_asked and isinstance(row, tuple) else row
        for row, is_asked in zip(section, asks, strict=True)
        if not (is_asked and cases == 0)
    ]


def key_of(row: Row | None) -> int | str | None:
    """What a row is known by when the rows are read anew."""
    return row.id if isinstance(row, Session) else row and row[0].words


def prompt(row: Row) -> Content:
    """A row as it is listed: how much, and of what."""
    if isinstance(row, Session):
        of = f"   left of {row.total:,}   by {safe_line(row.coder)}"
        count = f"{row.left:,}"
        words = row.name
    else:
        count, of = "…" if row[1] is None else f"{row[1]:,}", ""
        words = row[0].words
    return Content.assemble((f"{count:>7}", "dim"), "  ", safe_line(words), (of, "dim"))
