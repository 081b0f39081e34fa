"""Passages of what was moved, and of what stands in several places."""

from reader.model import Anchor, Span
from reader.text.anchoring import Carrier
from tests.text.anchoring.test_carrying import INSISTS, TALKS, carried


def test_of_two_copies_the_other_has_its_own_place_behind_a_line_put_in() -> None:
    copy = "Amazon is now letting you listen to music free, as well as online."
    old = f"{TALKS}\n{copy}\n{INSISTS}\n{TALKS[::-1]}\n{copy}\nThe end of it all."
    at = old.rindex(copy)
    new = f"{old[:at]}Analysts weigh in on the talks\n{old[at:]}"
    found = Carrier(old, new).carry(Span(old.index(copy), old.index(copy) + len(copy)))
    assert found.span == Span(new.index(copy), new.index(copy) + len(copy))
    assert found.anchor is Anchor.ANCHORED


def test_a_moved_paragraph_is_found() -> None:
    first, second, third, last = TALKS.split("\n\n")
    quote = "A spokesman said that the talks had been useful"
    new = "\n\n".join((first, third, last, second))
    assert carried(new, quote) == (quote, Anchor.ANCHORED)


def test_a_short_word_goes_with_the_paragraph_it_stands_in() -> None:
    first, second, third, last = TALKS.split("\n\n")
    new = "\n\n".join((last, first, third, second))
    at = TALKS.index("that the talks had") + len("that ")
    found = Carrier(TALKS, new).carry(Span(at, at + 3))
    place = new.index("that the talks had") + len("that ")
    assert (found.span, found.anchor) == (Span(place, place + 3), Anchor.ANCHORED)


def test_a_word_changed_in_a_moved_paragraph_does_not_part_it() -> None:
    first, second, third, last = TALKS.split("\n\n")
    third = third.replace("useful", "of use")
    new = "\n\n".join((first, second, last, third))
    quote = "that the talks had been useful, and that a date"
    found = quote.replace("useful", "of use")
    assert carried(new, quote) == (found, Anchor.ANCHORED)


def test_a_moved_paragraph_keeps_the_words_that_its_old_neighbour_began_with() -> None:
    begin = "The president of the country "
    first = f"{begin}named three ministers on Monday, all of them from the south."
    second = f"{begin}will not stand again, the newspaper that is near him says."
    start = "A new government takes office in the capital today."
    end = "Elections are held every four years, the last were in May."
    old, new = (
        "\n".join((start, first, second, end)),
        "\n".join((start, second, end, first)),
    )
    assert carried(new, begin.strip() + " named", old)[1] is Anchor.ANCHORED
    found = Carrier(old, new).carry(Span(old.index(first), old.index(second) - 1))
    assert found.span == Span(new.index(first), len(new))


def test_of_two_equal_lines_running_of_which_one_was_moved_both_are_asked() -> None:
    line = "The world condemns what was said about the settlements"
    old = f"{TALKS}\n{line}\n{line}\nPublished on the twentieth of November"
    new = f"{line}\n{TALKS}\n{line}\nPublished on the twentieth of November"
    first, second = old.index(line), old.rindex(line)
    anchors = {
        Carrier(old, new).carry(Span(at, at + len(line))).anchor
        for at in (first, second)
    }
    assert anchors == {Anchor.REVIEW}


def test_so_they_are_where_something_else_came_in_the_place_of_one() -> None:
    line = "ADVERTISEMENT"
    old = f"{TALKS}\n{line}\n{line}\nPublished on the twentieth of November"
    new = f"{TALKS}\n{line}\nRead more about it\nPublished on the twentieth of November"
    at = old.index(line)
    found = Carrier(old, new).carry(Span(at, at + len(line)))
    assert found.anchor is Anchor.REVIEW


def test_a_copy_that_was_moved_is_known_by_where_the_other_stayed() -> None:
    line = "All rights are reserved by the institute in the capital."
    first, second, third, last = TALKS.split("\n\n")
    old = "\n".join((first, line, second, third, line, last))
    new = "\n".join((line, first, second, third, line, last))
    at = old.index(line)
    found = Carrier(old, new).carry(Span(at, at + len(line)))
    assert (found.span, found.anchor) == (Span(0, len(line)), Anchor.ANCHORED)


def test_where_a_copy_is_left_of_what_was_deleted_a_person_is_asked() -> None:
    line = "The talks will go on."
    old = TALKS + f"\n{line}\n{line}\nThe end of it all is near, some say today."
    new = old.replace(f"{line}\n", "", 1)
    at = old.rindex(line)
    found = Carrier(old, new).carry(Span(at, at + len(line)))
    assert found.anchor is Anchor.REVIEW
    assert found.span
    assert found.span.of(new) == line


def test_of_two_copies_a_person_chooses() -> None:
    paragraph = TALKS.split("\n\n")[2]
    new = TALKS.replace("The leaders met", f"{paragraph}\n\nThe leaders met")
    assert carried(new, paragraph) == (paragraph, Anchor.REVIEW)
