"""What comes from a terminal, with pasted text made inert."""

from reader.text.safe import safe

_START, _END = "\x1b[200~", "\x1b[201~"


class Typed:
    """Tells typed from pasted, however the terminal cuts it into pieces.

    Textual reads an escape in pasted text as the beginning of a key, and what follows
    it as keys: a text copied from anywhere could give commands. Most terminals take
    escapes out of what they paste; not all do.
    """

    def __init__(self) -> None:
        self._is_pasted = False
        self._before = ""
        """Typed: the end of what was handed on, which may begin a mark. Pasted: what
        is kept back until it is known whether the mark at its end is one."""

    def inert(self, data: str) -> str:
        """The data as it may be read; the end of pasted text may come with the next."""
        done = []
        while data:
            piece, data = self._pasted(data) if self._is_pasted else self._typed(data)
            done.append(piece)
        return "".join(done)

    def _typed(self, data: str) -> tuple[str, str]:
        """Typed text up to the mark that begins a paste, and the rest."""
        seen = self._before + data
        place = seen.find(_START)
        if place < 0:
            # An escape that was pressed must not wait for more.
            self._before = seen[-len(_START) + 1 :]
            return data, ""
        self._is_pasted, before = True, len(self._before)
        self._before = ""
        end = place + len(_START) - before
        return data[:end], data[end:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """Pasted text up to the mark that ends it, made inert, and the rest."""
        words, mark, rest = (self._before + data).partition(_END)
        self._before = ""
        if mark:
            self._is_pasted = False
        else:
            self._before = _begun(words)
            words = words[: len(words) - len(self._before)]
        return safe(words.replace("\r\n", "\n").replace("\r", "\n")) + mark, rest


def _begun(words: str) -> str:
    """What at the end of some words may be the beginning of the mark of the end."""
    for length in range(len(_END) - 1, 0, -1):
        if words.endswith(_END[:length]):
            return _END[:length]
    return ""
