"""Days as people write them, and the day that a text says it is from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.dates import day, published


@pytest.mark.parametrize(
    "value",
    [
        "2019-01-12", "2019-01-12T10:00:00Z", "2019/1/12", "20190112", "20190112T1000",
        "12 January 2019", "January 12, 2019", "Jan. 12th, 2019", "12-Jan-2019",
        "Saturday, 12 January 2019, 10:00", "Sat, 12 Jan 2019 10:00:00 +0900",
        "12. Januar 2019", "12 janvier 2019", "12 de enero de 2019", "12 января 2019",
        "12.1.2019", "2019년 1월 12일", "2019年1月12日",
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(value: str) -> None:
    assert day(value) == "2019-01-12"


def test_of_numbers_the_month_is_known_where_only_one_can_be_it() -> None:
    assert day("13/05/2019") == day("05/13/2019") == "2019-05-13"
    assert day("05/05/2019") == "2019-05-05"
    assert day("04/05/2019") == ""


@pytest.mark.parametrize(
    "value",
    [
        "", "tomorrow", "2019", "May 2019", "2019-13-01", "31 February 2019",
        "20191301", "1546300800", "99999999999999", "12 Smarch 2019", "10/20/30",
    ],
)  # fmt: skip
def test_what_is_no_day_is_none(value: str) -> None:
    assert day(value) == ""


@pytest.mark.parametrize(
    "head",
    [
        "Posted 12 January 2019",
        "First published on Saturday 12 January 2019 10.30 GMT",
        "By Oh Jung-hee | Published: Jan 12, 2019 | 5 min read",
        "Date: 2019-01-12",
        "Veröffentlicht: 12.01.2019",
        "12 January 2019",
        "Saturday, January 12, 2019",
        "January 12, 2019 at 10:30 am EST",
        "2019-01-12 10:00 | Politics",
        "Last updated Jan 12, 2019",
        "Updated 13 January 2019\nPublished 12 January 2019",
        "BEIJING, Jan. 12, 2019 (Xinhua) -- The talks ended.",
        "NEW YORK, 12 January 2019 – The talks ended.",
    ],
)
def test_a_text_says_at_its_head_when_it_was_published(head: str) -> None:
    assert published(f"The talks end\n\n{head}\n\nThe talks ended.\n") == "2019-01-12"
    assert published(f"The talks end\r\n{head}\r\nThey ended.\r\n") == "2019-01-12"


@pytest.mark.parametrize(
    "text",
    [
        "12 January 2019 was a dark day for the city.",
        "The report was published on 12 January 2019, and nobody read it.",
        "In this Monday, Jan. 7, 2019, photo provided by the government, he walks.",
        "BEIJING, January 12 (Reuters) - The talks ended.",
        "1 January 2019\nIt began.\n2 January 2019\nIt ended.",
        "Published 1 January 2019\nPublished 2 January 2019",
        "Posted 04/05/2019",
        "One\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix\n\n12 January 2019\n",
        "\n\n".join(["A line."] * 12 + ["Posted 12 January 2019"]),
        "a " * 2000 + "\nPosted 12 January 2019",
    ],
)
def test_what_is_said_of_something_else_is_no_day_of_the_text(text: str) -> None:
    assert published(f"The talks\n\n{text}") == ""


def test_the_samples_bring_no_day_and_get_none() -> None:
    from reader.resources import SEEDS

    found = {published(file.read_text()) for file in SEEDS.glob("*.txt")}
    assert found == {""}


@given(st.text(alphabet="Jan12 09/.-,|Posted:BEIG()\n年月日\r", max_size=200))
def test_any_text_gives_a_day_or_none(text: str) -> None:
    for found in (published(text), day(text)):
        assert found == "" or day(found) == found
