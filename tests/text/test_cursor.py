import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.cursor import Cursor
from reader.text.passages import Passages, Size
from tests.text.strategies import texts
from tests.text.test_passages import every, shown_in_part

TEXT = (
    "The harbour was quiet. Nobody spoke, they said, of it.\n"
    "Then it rained. We left.\n"
    "The end."
)


@pytest.fixture
def passages() -> Passages:
    return Passages(TEXT)


def on(words: str, size: Size = Size.SENTENCE) -> Cursor:
    start = TEXT.index(words)
    return Cursor(Span(start, start + len(words)), size)


@given(shown_in_part(), st.sampled_from(Size), st.data())
def test_a_step_on_and_a_step_back_is_where_one_was(
    passages: Passages, size: Size, data: st.DataObject
) -> None:
    spans = every(passages, size)
    if not spans:
        return
    cursor = Cursor(data.draw(st.sampled_from(spans)), size)
    for step in (1, -1):
        moved = cursor.move(passages, step)
        if moved != cursor:
            assert moved.move(passages, -step) == cursor


@given(shown_in_part(), st.sampled_from(Size), st.sampled_from(Size), st.data())
def test_stretching_on_and_back_is_where_one_was(
    passages: Passages, size: Size, by: Size, data: st.DataObject
) -> None:
    spans = every(passages, by)
    if not spans:
        return
    cursor = Cursor(data.draw(st.sampled_from(spans)), size)
    for step in (1, -1):
        stretched = cursor.stretch(passages, step, by)
        assert stretched.span.covers(cursor.span)
        if stretched != cursor:
            assert stretched.stretch(passages, -step, by).span == cursor.span


VERBS = ("move", "stretch", "grow", "shrink", "other_end", "resize", "put", "pick")


@given(shown_in_part(), st.data())
def test_whatever_is_pressed_the_cursor_holds_something_whole(
    passages: Passages, data: st.DataObject
) -> None:
    cursor = Cursor.start(passages, data.draw(st.integers(0, len(passages.text))))
    if passages.first(Size.CHARACTER) is None:
        assert cursor.span == Span(0, 0)
        return
    edges = {o for s in every(passages, Size.CHARACTER) for o in (s.start, s.end)}
    sizes, steps = st.sampled_from(Size), st.sampled_from((-2, -1, 1, 2))
    for verb in data.draw(st.lists(st.sampled_from(VERBS), max_size=12)):
        match verb:
            case "move":
                cursor = cursor.move(passages, data.draw(steps), data.draw(sizes))
            case "stretch":
                cursor = cursor.stretch(passages, data.draw(steps), data.draw(sizes))
            case "grow":
                cursor = cursor.grow(passages)
            case "shrink":
                cursor = cursor.shrink(passages)
            case "other_end":
                cursor = cursor.other_end()
            case "resize":
                cursor = cursor.resize(passages, data.draw(sizes))
            case "put":
                offset = data.draw(st.integers(0, len(passages.text)))
                cursor = cursor.put(passages, offset)
            case "pick":
                cursor = cursor.pick(
                    passages, data.draw(st.sampled_from(every(passages, Size.WORD)))
                )
        assert cursor.span
        assert {cursor.span.start, cursor.span.end} <= edges


@given(shown_in_part(), st.integers(1, 6), st.data())
def test_shrinking_comes_back_to_just_where_growing_began(
    passages: Passages, times: int, data: st.DataObject
) -> None:
    spans = every(passages, Size.WORD)
    if not spans:
        return
    begun = Cursor(data.draw(st.sampled_from(spans)), Size.WORD, "start")
    path = [begun]
    for _ in range(times):
        grown = path[-1].grow(passages)
        if grown == path[-1]:
            break
        path.append(grown)
    for earlier in reversed(path[:-1]):
        assert path.pop().shrink(passages) == earlier
    assert begun.shrink(passages) == begun


@given(texts, st.data())
def test_a_picked_span_is_whole_in_its_characters_and_trimmed(
    text: str, data: st.DataObject
) -> None:
    passages = Passages(text)
    cursor = Cursor.start(passages)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    picked = cursor.pick(passages, span).span
    if span.of(text).strip():
        assert picked.overlaps(span)
        whole = every(passages, Size.CHARACTER)
        (first,) = (each for each in whole if each.start == picked.start)
        (last,) = (each for each in whole if each.end == picked.end)
        assert first.of(text).strip()
        assert last.of(text).strip()
    else:
        assert picked == cursor.span or picked.of(text).strip()


def test_it_starts_on_the_first_sentence(passages: Passages) -> None:
    assert Cursor.start(passages) == on("The harbour was quiet.")
    assert Cursor.start(passages, 30) == on("Nobody spoke, they said, of it.")


def test_at_the_ends_of_the_text_it_stays(passages: Passages) -> None:
    first, last = on("The harbour was quiet."), on("The end.")
    assert first.move(passages, -1) == first
    assert last.move(passages, 1) == last
    assert last.stretch(passages, 1) == last
    assert first.other_end().stretch(passages, -1) == first.other_end()


def test_many_steps_stop_at_the_last_passage(passages: Passages) -> None:
    assert on("The harbour was quiet.").move(passages, 99) == on("The end.")
    assert on("The end.").move(passages, -2) == on("Then it rained.")


def test_a_step_of_a_word_goes_into_the_sentence(passages: Passages) -> None:
    sentence = on("Nobody spoke, they said, of it.")
    assert sentence.move(passages, 1, Size.WORD) == on("Nobody")
    assert sentence.move(passages, 2, Size.WORD) == on("spoke")
    assert sentence.move(passages, -2, Size.WORD) == on("it")


def test_after_a_word_the_next_sentence_is_one_step(passages: Passages) -> None:
    word = on("Nobody spoke, they said, of it.").move(passages, 1, Size.WORD)
    assert word.move(passages, 1) == on("Then it rained.")
    assert word.move(passages, -1) == on("The harbour was quiet.")


def test_a_stretched_cursor_moves_on_from_its_moving_end(passages: Passages) -> None:
    stretched = on("Nobody spoke, they said, of it.").stretch(passages, 1)
    assert stretched.span.of(TEXT).endswith("Then it rained.")
    assert stretched.move(passages, 1) == on("We left.")
    assert stretched.other_end().move(passages, -1) == on("The harbour was quiet.")


def test_words_stretched_are_left_by_a_word(passages: Passages) -> None:
    stretched = on("Nobody").stretch(passages, 1, Size.WORD)
    assert stretched.span.of(TEXT) == "Nobody spoke"
    assert stretched.move(passages, 2, Size.WORD) == on("they")


def test_pulling_back_a_word_leaves_out_the_full_stop(passages: Passages) -> None:
    pulled = on("Then it rained.").stretch(passages, -1, Size.WORD)
    assert pulled.span.of(TEXT) == "Then it rained"


def test_pulling_back_a_single_sentence_takes_in_the_one_before(
    passages: Passages,
) -> None:
    sentence = on("Then it rained.")
    stretched = sentence.stretch(passages, -1)
    assert stretched.moving == "start"
    assert stretched.span.of(TEXT).startswith("Nobody")
    assert stretched.stretch(passages, 1).span == sentence.span


def test_the_other_end_is_stretched_after_it_was_chosen(passages: Passages) -> None:
    cursor = on("it rained").other_end().stretch(passages, -1, Size.WORD)
    assert cursor.span.of(TEXT) == "Then it rained"


def test_another_size_is_picked_at_the_beginning(passages: Passages) -> None:
    paragraph = on("Then it rained.").resize(passages, Size.PARAGRAPH)
    assert paragraph.span.of(TEXT) == "Then it rained. We left."
    assert paragraph.size is Size.PARAGRAPH
    assert paragraph.resize(passages, Size.SENTENCE) == on("Then it rained.")
    assert paragraph.resize(passages, Size.WORD) == on("Then", Size.WORD)
    assert on("We left.").resize(passages, Size.ARTICLE).span.of(TEXT) == TEXT


def test_a_cursor_whose_line_was_hidden_goes_on_from_there(passages: Passages) -> None:
    second_line = Span(TEXT.index("Then"), TEXT.index("\nThe end."))
    fewer = passages.hiding([second_line])
    assert on("We left.").move(fewer, 1) == on("The end.")
    assert on("We left.").move(fewer, -1) == on("Nobody spoke, they said, of it.")


def test_shrinking_to_a_word_hidden_since_finds_the_nearest(
    passages: Passages,
) -> None:
    grown = on("rained", Size.WORD).grow(passages).grow(passages).grow(passages)
    fewer = passages.hiding([Span(TEXT.index("Then"), TEXT.index("\nThe end."))])
    while grown.trail:
        grown = grown.shrink(fewer)
    assert fewer.shown(grown.span)


def test_a_free_span_is_widened_to_characters_and_trimmed() -> None:
    text = "A 👩\u200d👩\u200d👧 here."
    cursor = Cursor.start(Passages(text))
    picked = cursor.pick(Passages(text), Span(1, 4))
    assert picked.span.of(text) == "👩\u200d👩\u200d👧"
    assert cursor.pick(Passages(text), Span(1, 2)) == cursor
