"""Markdown of descriptions and memos as styled lines; nothing in it can act."""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from textual.content import Content

from reader.text.safe import safe

_STYLES = {"strong_open": "bold", "em_open": "italic", "link_open": "underline"}
_BREAKS = ("softbreak", "hardbreak")


def rendered(text: str) -> Content:
    """The text with headings, emphasis, lists and code shown as such.

    Links show their address and lead nowhere; HTML stays as it was typed.
    """
    lines: list[Content] = []
    lists: list[int | None] = []
    bullet, is_heading = "", False
    for token in MarkdownIt("commonmark", {"html": False}).parse(safe(text)):
        if token.type.endswith("_list_open"):
            start = token.attrGet("start")
            is_ordered = token.type.startswith("ordered")
            lists.append(int(start or 1) if is_ordered else None)
        elif token.type.endswith("_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            number = lists[-1]
            bullet = "• " if number is None else f"{number}. "
            lists[-1] = None if number is None else number + 1
        elif token.type == "heading_open":
            is_heading = True
        elif token.type == "inline":
            line = _inline(token.children or ())
            if lines and not lists:
                lines.append(Content(""))
            lines.append(
                Content.assemble(
                    "  " * (len(lists) - 1),
                    bullet or "  " * bool(lists),
                    line.stylize("bold") if is_heading else line,
                )
            )
            bullet, is_heading = "", False
        elif token.type in ("fence", "code_block"):
            lines.append(Content.styled(token.content.rstrip("\n"), "dim"))
    return Content("\n").join(lines)


def _inline(tokens: Sequence[Token]) -> Content:
    parts: list[Content] = []
    styles: list[str] = []
    address = ""
    for token in tokens:
        if token.type in _STYLES:
            styles.append(_STYLES[token.type])
            address = str(token.attrGet("href") or address)
        elif token.type.endswith("_close"):
            styles.pop()
            if token.type == "link_close" and parts and parts[-1].plain != address:
                parts.append(Content.styled(f" ({address})", "dim"))
        elif token.type in _BREAKS:
            parts.append(Content("\n"))
        else:
            style = " ".join(styles) or ("bold" if token.type == "code_inline" else "")
            parts.append(Content.styled(token.content, style))
    return Content("").join(parts)
