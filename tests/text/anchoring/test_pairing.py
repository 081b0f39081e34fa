from hypothesis import given

from reader.text.anchoring.pairing import Pairing
from tests.text.strategies import texts

SENTENCES = tuple(
    f"In the year {year} the river rose over the {place}, and {who} left it behind."
    for year, place, who in (
        (1903, "old bridge", "nobody"),
        (1911, "market", "the bakers"),
        (1924, "harbour wall", "two families"),
        (1938, "railway", "the whole garrison"),
        (1954, "new quarter", "most of the students"),
        (1967, "hospital", "the last of the nuns"),
    )
)


@given(texts, texts)
def test_no_code_point_is_paired_twice_and_only_with_its_like(
    old: str, new: str
) -> None:
    pairing = Pairing(old, new)
    met = set()
    for at, sign in enumerate(old):
        if there := pairing.onward((at, at + 1)):
            assert there not in met
            met.add(there)
            assert new[slice(*there)] == sign
            assert pairing.back(there) == (at, at + 1)


def test_what_stood_twice_running_and_stands_once_slides() -> None:
    line = "Share this with your friends. "
    old = f"{SENTENCES[0]} {line}{line}{SENTENCES[1]}"
    pairing = Pairing(old, old.replace(line, "", 1))
    first, second = old.index(line), old.rindex(line)
    assert pairing.slides((first, first + len(line)))
    assert pairing.slides((second, second + 5))
    assert not pairing.slides((0, 30))


def test_what_was_deleted_and_stood_but_once_does_not_slide() -> None:
    old = " ".join(SENTENCES)
    pairing = Pairing(old, old.replace(SENTENCES[2] + " ", ""))
    assert pairing.onward((old.index(SENTENCES[2]), old.index("harbour"))) is None
    assert not any(pairing.slides((at, at + 12)) for at in range(0, len(old), 7))


@given(texts, texts)
def test_what_came_beside_an_offset_is_paired_with_nothing(old: str, new: str) -> None:
    pairing = Pairing(old, new)
    for at in range(len(new) + 1):
        first, last = pairing.come_before(at), pairing.come_after(at)
        assert 0 <= first <= at <= last <= len(new)
        assert all(not pairing.back((n, n + 1)) for n in range(first, last))
        assert not first or pairing.back((first - 1, first)) or first == at
        assert last == len(new) or pairing.back((last, last + 1)) or last == at
