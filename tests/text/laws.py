"""What holds of the pieces of a text, whatever their size."""

from collections.abc import Sequence

from wcwidth import iter_graphemes

from reader.model import Span


def clusters(text: str) -> list[Span]:
    """Every character of a text, found from its beginning."""
    found: list[Span] = []
    start = 0
    for cluster in iter_graphemes(text):
        found.append(Span(start, start + len(cluster)))
        start += len(cluster)
    return found


def assert_pieces(text: str, pieces: Sequence[Span]) -> None:
    """They are in order, apart, trimmed, whole in their characters, and hold all."""
    characters = clusters(text)
    begin = {character.start: character for character in characters}
    finish = {character.end: character for character in characters}
    previous = 0
    for piece in pieces:
        assert piece, "it holds something"
        assert piece.start >= previous, "it begins where the one before has ended"
        assert piece.start in begin, "it begins with a character"
        assert piece.end in finish, "it ends with a character"
        assert not begin[piece.start].of(text).isspace(), "it begins with no space"
        assert not finish[piece.end].of(text).isspace(), "it ends with no space"
        previous = piece.end
    held = {offset for piece in pieces for offset in range(piece.start, piece.end)}
    assert all(
        offset in held or character.isspace() for offset, character in enumerate(text)
    ), "every code point that is no space lies in one"
