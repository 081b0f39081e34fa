"""`reader tag --every`: one tag on every place where words stand."""

from typing import TYPE_CHECKING

from reader.cli.asked import Asked
from reader.cli.names import article_named
from reader.cli.streams import printable, put, put_table, talk
from reader.text.counted import counted
from reader.text.sought import Sought

if TYPE_CHECKING:
    from reader.store.occurrences import Occurrence

_AT_ONCE = 500
"""Articles that are looked through at a time."""
_AROUND = 30
"""Code points shown on each side of a place."""


def tag_every(
    asked: Asked,
    article: str | None,
    tag: str,
    sought: Sought,
    *,
    hidden: bool,
    dry_run: bool,
) -> None:
    """Tag all places of an article, or of the library; or only list them.

    Args:
        asked: Which library.
        article: The name of the only article to look in, if it is one.
        tag: The tag.
        sought: What is looked for.
        hidden: Whether places in hidden lines are tagged too.
        dry_run: Whether to list the places and tag none.
    """
    with asked.opened() as store:
        ids = [article_named(store, article).id] if article else store.articles.ids()
        found = [
            place
            for start in range(0, len(ids), _AT_ONCE)
            for place in store.occurrences.of(sought, ids[start : start + _AT_ONCE])
        ]
        meant = [place for place in found if hidden or not place.is_hidden]
        done = 0 if dry_run else store.occurrences.tag(meant, tag, sought)
    left = len(found) - len(meant)
    unseen = f"; {left:,} in hidden lines left out, --hidden takes them" if left else ""
    if dry_run:
        put_table([_row(place) for place in meant])
        talk(f"{counted(len(meant), 'place')} would be tagged {tag}{unseen}")
        return
    if skipped := len(meant) - done:
        unseen = f"; {skipped:,} left out, tagged so already{unseen}"
    put(str(done))
    talk(f"tagged {done:,} of {counted(len(found), 'place')} {tag}{unseen}")


def _row(place: "Occurrence") -> tuple[object, ...]:
    before, after = place.before[-_AROUND:], place.after[:_AROUND]
    context = " ".join(f"…{before}[{place.words}]{after}…".split())
    return place.article_id, place.span.start, place.span.end, context


def sought_by(
    every: str | None, regex: str | None, *, part_words: bool, match_case: bool
) -> Sought:
    """What the options ask to look for."""
    return Sought(
        printable(every if every is not None else regex or ""),
        is_regex=regex is not None,
        whole_words=not part_words,
        match_case=match_case,
    )
