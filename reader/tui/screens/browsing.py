"""From an article to its address on the web, after a yes."""

from itertools import islice

from textual.content import Content

from reader.store import Store, StoreError
from reader.text.excerpt import quoted
from reader.text.safe import safe_line
from reader.text.web_address import (
    NoWebAddressError,
    addresses,
    is_web,
    web_address,
)
from reader.tui.page_address import page_address
from reader.tui.screens.place import Place

_NONE = "No web address is known of it.  While reading, @ adds one: url: https://…"
_MOST = 50
"""Addresses of a passage that are offered."""


async def browse(place: Place, passage: str = "") -> None:
    """Ask which address is meant, then whether it is to be opened, and open it.

    Args:
        place: Where an article is open or marked.
        passage: The picked words; the addresses in it come before the article's own.
    """
    article_id = place.article_here
    if article_id is None:
        return
    own = await place.ask(lambda store: _addresses_of(store, article_id))
    if own is None:
        return
    # Each once; an article picked as a whole may have a hundred thousand.
    found = list(dict.fromkeys([*islice(addresses(passage), _MOST), *own]))
    if not found:
        place.say(_NONE)
    elif (written := await _picked(place, found)) is not None:
        await _open(place, written)


def _addresses_of(store: Store, article_id: int) -> list[str]:
    """What is known of an article that means to be an address of the web.

    Raises:
        StoreError: When it is not there any more.
    """
    article = store.articles.one(article_id)
    if article is None:
        raise StoreError("that article is not in the library any more")
    said = store.attributes.of([article_id])[article_id]
    each = (article.source, *said.values(), page_address(store, article))
    return [address.strip() for address in each if is_web(address)]


async def _picked(place: Place, found: list[str]) -> str | None:
    """The one that is meant; where there is one alone, that one."""
    from reader.tui.dialogs.pick import PickDialog

    if len(found) == 1:
        return found[0]
    rows = [Content(safe_line(each)) for each in found]
    picking = PickDialog("Open in the browser", "Which of these addresses?", rows)
    number = await place.app.push_screen_wait(picking)
    return None if number is None else found[number]


async def _open(place: Place, written: str) -> None:
    from reader.tui.dialogs.browse import BrowseDialog

    try:
        address = web_address(written)
    except NoWebAddressError as error:
        place.say(f"{quoted(written)} {error}: it is not opened.", severity="warning")
        return
    if await place.app.push_screen_wait(BrowseDialog(address)):
        place.say(f"{address.host} was opened in the browser.")
