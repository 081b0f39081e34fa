"""What a hidden line is called that no rule knows."""

import pytest

from reader.cleaning.naming import named
from reader.cleaning.reading import Paper, read
from reader.cleaning.sections import sections

BODY = (
    "The ferry that links the two halves of the old port stopped running on Tuesday "
    "after its owner said the engines could no longer be insured."
)
NOWHERE = ("", "")


def paper(line: str, *below: str) -> Paper:
    return read([BODY, line, *below])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Have the best of the harbour delivered weekly", "newsletter"),
        ("All comments are checked before they appear", "comments"),
        ("Ann Lee / The Harbour Post", "caption"),
        ("READ OUR FAIR HOUSING POLICY", "legal"),
        ("Ann Lee is a physician and lives near the harbour.", "byline"),
        ("Follow our socials", "social"),
        ("Tyrese Harbour Oct 17, 2023", "timestamp"),
        ("Schedule my demo today", "ads"),
        ("Search all of the harbour", "nav"),
        ("What makes the waves of the harbour so high", "related"),
        ("12 | 14", "symbols"),
        ("1of/1", "caption"),
        ("Ann Lee, Harbour News.", "byline"),
        ("https://harbour.example/pictures/of-the-old-pier.png", "other"),
        ("Thanks for the old map", "comments"),
        (
            "My mother sold fish there, and I wish that somebody would have written "
            "about all of that before it was gone.",
            "comments",
        ),
        ("A way home for the crew that was lost off the harbour", "related"),
        ("This is what they said about it on the pier", "related"),
        ("* * *", "symbols"),
        ("own little, live long, and be glad of it.", "other"),
    ],
)
def test_words_and_look_name_the_kind(line: str, kind: str) -> None:
    text = paper(line)
    assert text.hits[1] is None
    assert named(text, 1, NOWHERE, 1)[0] == kind


def test_a_rule_that_knows_the_line_has_the_say() -> None:
    assert named(paper("About the author"), 1, NOWHERE, 1)[0] == "byline"


def test_a_name_is_a_byline_by_what_stands_below_it() -> None:
    menu = 12
    again = paper("Ann Lee", "Ann has sailed for as long as she can think.")
    role = paper("Ann Lee", "Executive Editor")
    body = paper("ANN LEE", BODY.replace("ferry", "pilot boat"))
    for text in (again, role, body):
        assert named(text, 1, NOWHERE, menu)[0] == "byline"
    assert named(paper("Our Town", "Sport"), 1, NOWHERE, menu)[0] == "nav"


def test_closed_comments_open_no_section() -> None:
    for head, kind in (("Leave a comment", "comments"), ("Comments are closed", "")):
        text = paper(head, "What the tide brought in that night")
        assert [one[0] for one in sections(text, [False, True, True])][2] == kind


def test_an_entry_of_a_menu_is_one_whatever_it_is_about() -> None:
    text = paper("Ferry tickets", "Sport", "Wine")
    assert named(text, 1, NOWHERE, 1)[0] == "ads"
    assert named(text, 1, NOWHERE, 12) == ("nav", "menu entry")


def test_a_headline_under_a_head_has_the_kind_of_the_head() -> None:
    text = paper("A wave as high as a house, and nobody saw it")
    assert named(text, 1, ("comments", "Comments"), 1) == (
        "comments",
        "under “Comments”",
    )


def test_a_name_is_a_byline_beside_a_date() -> None:
    assert named(paper("Ann Lee"), 1, NOWHERE, 1)[0] == "nav"
    text = paper("Ann Lee", "2019-11-19T08:57:40+01:00")
    assert named(text, 1, NOWHERE, 1)[0] == "byline"
