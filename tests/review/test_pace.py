from datetime import UTC, datetime, timedelta

from reader.review.pace import Pace, pace, spent

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def at(*seconds: float) -> list[datetime]:
    return [START + timedelta(seconds=each) for each in seconds]


def test_one_answer_tells_no_pace() -> None:
    assert pace(at(0), 10, *at(1)) == Pace(0, None)
    assert pace([], 10, START) == Pace(0, None)
    assert str(pace([], 10, START)) == ""


def test_the_pace_is_that_of_the_last_answers() -> None:
    found = pace(at(0, 5, 10, 15), 24, *at(16))
    assert found == Pace(12, 2)
    assert str(found) == "12 a minute · 2 min left"


def test_a_break_is_no_work() -> None:
    times = at(0, 10, 20, 3620, 3630)
    assert spent(times) == timedelta(seconds=30)
    assert pace(times, 4, *at(7000)).per_minute == 4 / 0.5


def test_who_thinks_long_about_an_item_slows_down() -> None:
    times = at(0, 5, 10, 15)
    assert pace(times, 24, *at(75)).per_minute < 4


def test_a_clock_that_was_set_back_breaks_nothing() -> None:
    assert pace(at(10, 5, 15), 3, *at(0)).per_minute == 2 / (10 / 60)


def test_a_long_rest_is_told_in_hours() -> None:
    assert str(pace(at(0, 120), 60, *at(121))) == "2.0 hours left"
