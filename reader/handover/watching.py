"""A file of annotations that is written anew whenever the library changes."""

from collections.abc import Callable

from reader.store import Store


def watch(
    store: Store, write: Callable[[], object], should_go_on: Callable[[], bool]
) -> int:
    """Write after each change that another process makes; give how often.

    Args:
        store: The library.
        write: Writes the file, whole each time.
        should_go_on: Waits a little, and tells whether to look again.
    """
    seen = store.bulk.revision()
    count = 0
    while should_go_on():
        now = store.bulk.revision()
        if now != seen:
            # Looked at before writing: what changes meanwhile is written next time.
            seen = now
            write()
            count += 1
    return count
