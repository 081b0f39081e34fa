"""Asking for a tag, wherever one is to be put on something."""

from reader.tui.screens.place import Place


async def choose_tag(place: Place, passage: str) -> str | None:
    """Let the user choose a tag, or name a new one; None when none was wanted.

    Args:
        place: Where it is asked; the call has to come from one of its workers.
        passage: What is to be tagged, in words.
    """
    from reader.tui.dialogs.tag_picker import TagPicker
    from reader.tui.screens.annotating import AnnotatingPlace

    tags = await place.ask(lambda store: store.tags.all())
    picker = TagPicker(tags or (), AnnotatingPlace.recent, passage)
    path: str | None = await place.app.push_screen_wait(picker)
    if path is not None:
        remember(path)
    return path


def remember(path: str) -> None:
    """Offer this tag first from now on."""
    from reader.tui.screens.annotating import AnnotatingPlace

    rest = (other for other in AnnotatingPlace.recent if other != path)
    AnnotatingPlace.recent = (path, *rest)[:50]
