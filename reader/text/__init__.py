"""Pure functions over an article's text: where its pieces begin and end."""
