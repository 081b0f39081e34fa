"""Asking for a tag, wherever one is to be put on something."""

from reader.tui.screens.place import Place


async def choose_tag(place: Place, passage: str) -> str | None:
    """Let the user choose a tag, or name a new one; None when none was wanted.

    Args:
        place: Where it is asked; the call has to come from one of its workers.
        passage: What is to be tagged, in words.
    """
    from reader.tui.dialogs.tag_choices import habits
    from reader.tui.dialogs.tag_picker import TagPicker

    found = await place.ask(lambda store: (store.tags.all(), store.tags.lately()))
    tags, lately = found or ((), ())
    picker = TagPicker(tags, habits(lately, len(passage)), passage)
    paths = await place.app.push_screen_wait(picker)
    if not paths:
        return None
    remember(paths[0])
    return paths[0]


def remember(path: str) -> None:
    """Let this tag be the one that is repeated from now on."""
    from reader.tui.screens.tag_verbs import TagVerbs

    TagVerbs.recent = (path,)
