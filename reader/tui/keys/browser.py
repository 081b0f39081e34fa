"""The key that opens an article's address."""

from reader.tui.keys.command import Command

TO_BROWSER = Command(
    "browse",
    "ctrl+o",
    "Browser",
    "Open the article's address in the browser; it asks first.",
)
"""The way to the browser, from where an article is open or marked."""
