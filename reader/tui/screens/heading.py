"""The line above an article: its title, and what is known of it."""

from textual.content import Content

from reader.store import Reading
from reader.text.safe import safe_line


def heading(reading: Reading) -> Content:
    """The title, then the facts that matter while reading."""
    article = reading.article
    facts = [
        article.site or article.source.rpartition("/")[2],
        article.published,
        f"{article.words:,} words",
        f"{article.hidden_lines} of {article.lines} lines hidden"
        if article.hidden_lines
        else "nothing hidden",
        article.status.value,
    ]
    if reading.version.encoding != "utf-8":
        facts.append(reading.version.encoding)
    return Content.assemble(
        (safe_line(article.title), "bold"),
        "   ",
        (safe_line("  ·  ".join(fact for fact in facts if fact)), "dim"),
    )
