"""The line above an article: its title, and what is known of it."""

from textual.content import Content

from reader.store import Reading
from reader.text.counted import counted
from reader.text.safe import safe_line


def heading(reading: Reading) -> Content:
    """The title, then the facts that matter while reading, the most useful first."""
    article = reading.article
    tags = ", ".join(
        annotation.tag.path
        for annotation in reading.annotations
        if annotation.tag and annotation.covers_article
    )
    facts = [
        f"tagged {tags}" if tags else "",
        _hidden(reading),
        f"{reading.orphans} lost by a change (M)" if reading.orphans else "",
        f"{article.copies:,} copies" if article.copies else "",
        article.status.value,
        counted(article.words, "word"),
        article.published,
        "" if reading.version.encoding == "utf-8" else reading.version.encoding,
        article.origin,
    ]
    return Content.assemble(
        (safe_line(article.title), "bold"),
        "   ",
        (safe_line("  ·  ".join(fact for fact in facts if fact)), "dim"),
    )


def _hidden(reading: Reading) -> str:
    if reading.is_all_hidden:
        return "nothing is left: this is the original, all of it hidden"
    hidden = reading.article.hidden_lines
    return f"{hidden} hidden" if hidden else "nothing hidden"
