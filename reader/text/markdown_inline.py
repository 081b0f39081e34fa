"""Where a line of Markdown is emphasised, a link or code: spans in what it consists of.

markdown-it-py says what there is in a line, and not where. Its rules are told where
they stand, so each is asked on its way.
"""

from collections.abc import Callable, Iterator
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

Rule = Callable[[StateInline, bool], bool]
Piece = tuple[int, int, str]
"""From and to, in code points of the line, and the look: `strong`, `syntax`, …"""

_WHOLE: Final = {
    "backticks": ("code", 0),
    "autolink": ("link", 1),
    "html_inline": ("syntax", 0),
    "escape": ("", 1),
}
"""What a rule makes of all that it took, and how many marks stand at both ends."""


class Inline:
    """A parser of lines that knows where it found what."""

    def __init__(self) -> None:
        self.parser = MarkdownIt("commonmark").disable("inline")
        self._found: list[Piece] = []
        rules = self.parser.inline.ruler
        by_name = {rule.name: rule.fn for rule in rules.__rules__}
        for name in _WHOLE:
            rules.at(name, self._whole(name, by_name[name]))
        rules.at("emphasis", _placed(by_name["emphasis"]))
        rules.at("link", self._link(by_name["link"]))
        rules.at("image", self._image(by_name["image"]))

    def pieces(self, line: str, env: dict[str, object]) -> list[Piece]:
        """What there is in the lines of a paragraph, with what the whole text defines.

        Pieces may lie in one another.
        """
        self._found = []
        tokens: list[Token] = []
        self.parser.inline.parse(line, self.parser, env, tokens)
        return [*self._found, *_emphasised(tokens)]

    def _whole(self, name: str, rule: Rule) -> Rule:
        look, marks = _WHOLE[name]

        def marked(state: StateInline, silent: bool) -> bool:
            start = state.pos
            is_so = rule(state, silent)
            if is_so and not silent:
                end = state.pos
                if look:
                    self._found.append((start + marks, end - marks, look))
                if marks:
                    self._found.append((start, start + marks, "syntax"))
                if marks and look:
                    self._found.append((end - marks, end, "syntax"))
            return is_so

        return marked

    def _link(self, rule: Rule) -> Rule:
        def marked(state: StateInline, silent: bool) -> bool:
            start = state.pos
            is_so = rule(state, silent)
            if is_so and not silent:
                end, state.pos = state.pos, start
                label_end = state.md.helpers.parseLinkLabel(state, start, True)
                state.pos = end
                self._found.append((start, start + 1, "syntax"))
                self._found.append((start + 1, label_end, "link"))
                self._found.append((label_end, end, "syntax"))
            return is_so

        return marked

    def _image(self, rule: Rule) -> Rule:
        """What describes a picture is parsed by itself, with places of its own."""

        def marked(state: StateInline, silent: bool) -> bool:
            start, before = state.pos, len(self._found)
            is_so = rule(state, silent)
            if is_so and not silent:
                del self._found[before:]
                self._found.append((start, state.pos, "syntax"))
            return is_so

        return marked


def _placed(rule: Rule) -> Rule:
    """Each star and underline with its place; what they are is known at the end."""

    def marked(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        is_so = rule(state, silent)
        if is_so and not silent:
            # What stood before them may have become a token of its own first.
            count = state.pos - start
            for place, token in enumerate(state.tokens[before:][-count:]):
                token.meta = {"at": start + place}
        return is_so

    return marked


def _emphasised(tokens: list[Token]) -> Iterator[Piece]:
    opened: list[int] = []
    for token in tokens:
        at = token.meta.get("at")
        if at is None or not token.type.startswith(("em_", "strong_")):
            continue
        look, _, way = token.type.partition("_")
        # Of the two marks of `**` it is the inner one that stands for both.
        outside = len(token.markup) - 1
        if way == "open":
            yield at - outside, at + 1, "syntax"
            opened.append(at + 1)
        elif opened:
            yield opened.pop(), at, {"em": "emphasis"}.get(look, look)
            yield at, at + 1 + outside, "syntax"
