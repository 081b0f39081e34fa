"""Copies in a text, and lines that stand all over a site."""

from reader.cleaning import clean, line_key

CAPTION = "The harbour master with his logbook on the pier at dawn"
BODY = (
    "The ferry that links the two halves of the old port stopped running on Tuesday "
    "after its owner said the engines could no longer be insured."
)
OTHER = (
    "Passengers who had waited since dawn were told to take the coast road instead, "
    "a detour of forty minutes that few of them could afford."
)


def hidden(text: str, **options: object) -> list[int]:
    lines = clean(text, **options).lines  # type: ignore[arg-type]
    return [number for number, line in enumerate(lines, start=1) if line.hidden]


def test_of_two_copies_the_later_is_hidden_and_names_the_first() -> None:
    text = "\n".join((BODY, CAPTION, CAPTION, OTHER))
    assert hidden(text) == [3]
    line = clean(text).lines[2]
    assert (line.kind, line.rule) == ("duplicate", "copy of line 2")


def test_a_copy_that_says_nothing_new_is_hidden() -> None:
    text = "\n".join((BODY, OTHER, BODY.replace("the old port", "the port")))
    assert hidden(text) == [3]


def test_a_copy_that_adds_a_word_or_a_number_is_kept() -> None:
    more = BODY.replace("Tuesday", "Tuesday, the fourth,")
    assert hidden("\n".join((BODY, OTHER, more))) == []
    numbers = ("In 2019 the mill paid 30 coins for a sack of seed grain, he said.",)
    text = "\n".join((BODY, *numbers, numbers[0].replace("30", "40"), OTHER))
    assert hidden(text) == []


def test_a_few_words_may_be_said_twice() -> None:
    text = "\n".join((BODY, "A second boat", OTHER, "A second boat", BODY[:-1] + "!?"))
    assert 4 not in hidden(text)


def test_a_line_that_stands_all_over_the_site_is_hidden() -> None:
    text = "\n".join((BODY, OTHER, "Around the harbour every morning"))
    counts = {line_key("Around the harbour every morning"): 14}
    assert clean(text, site_lines=counts).lines[2].hidden
    rule = clean(text, site_lines=counts).lines[2].rule
    assert rule == "stands on 14 articles of this site"


def test_a_head_over_a_paragraph_stays_wherever_else_it_stands() -> None:
    text = "\n".join((BODY, "Beyond the Headlines", OTHER))
    counts = {line_key("Beyond the Headlines"): 400}
    assert hidden(text, site_lines=counts) == []


def test_a_paragraph_needs_more_articles_than_a_short_line() -> None:
    text = "\n".join((OTHER, BODY.replace("old", "new"), BODY))
    assert hidden(text, site_lines={line_key(BODY): 4}) == []
    assert hidden(text, site_lines={line_key(BODY): 40}) == [3]


def test_a_key_puts_case_marks_and_numbers_aside() -> None:
    assert line_key("  * 12 Comments!") == line_key("3 comments")
    assert line_key("Comments") != line_key("Comment")
    assert line_key("* * *") == ""
