"""The tag picker: what it offers, marks and makes."""

from pathlib import Path

import pytest
from textual.widgets import OptionList, Static, TextArea

from reader.model import Span
from reader.store import Store
from reader.tui.dialogs.pick import PickDialog
from reader.tui.dialogs.tag_picker import TagPicker
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.tag_keys import TagKeys
from tests.conftest import HARBOUR
from tests.tui.driving import Driver, Running, lines_of

MONDAY = "The harbour was quiet on Monday."
STORM = "Nobody spoke of the storm."


def tagged(library: Path) -> list[tuple[str, str]]:
    """Tag and quote of each annotation, as another program would see them now."""
    with Store(library) as store:
        return [(a.tag.path if a.tag else "", a.quote) for a in store.annotations.of(1)]


def tag_before(library: Path, *names: str) -> None:
    """Put tags on the first letters of the title."""
    with Store(library, "ana") as store:
        version = store.articles.version(1)
        for name in names:
            store.annotations.tag(version, Span(0, 7), name)


def shown(driver: Driver, part: str) -> str:
    return str(driver.screen.query_one(part, Static).render())


async def test_enter_takes_what_fits_and_a_new_name_needs_one_enter(
    running: Running, library: Path
) -> None:
    tag_before(library, "topic/sanctions", "topic/summit")
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("su")
        await driver.press("enter", "j", "t")
        await driver.type("weather")
        await driver.press("enter")
        assert tagged(library)[-2:] == [("topic/summit", MONDAY), ("weather", STORM)]


async def test_the_first_time_too_every_tag_is_to_be_seen(
    running: Running, library: Path
) -> None:
    tag_before(library, "calm", "rain", "sea", "weather", "wind")
    with Store(library, "ana") as store:
        store.codebook.describe("wind", "Moving air.")
    async with running() as driver:
        await driver.press("enter")
        await driver.burst("j", "t")
        passage = lines_of(driver.screen.query_one("#passage", Static))
        assert passage.strip() == MONDAY
        rows = lines_of(driver.screen.query_one("#choices", Static))
        assert [row.split()[1] for row in rows.replace("▌", "").split("\n")] == [
            *("wind", "weather", "sea", "rain", "calm")
        ]


async def test_a_long_passage_ends_with_an_ellipsis(running: Running) -> None:
    async with running(size=(50, 30)) as driver:
        await driver.press("enter", "asterisk", "t")
        rows = lines_of(driver.screen.query_one("#passage", Static))
        assert rows.rstrip().endswith("…")


async def test_fewer_rows_than_were_gone_down_are_no_fault(
    running: Running, library: Path
) -> None:
    tag_before(library, "calm", "sea", "weather")
    async with running() as driver:
        await driver.press("enter", "j", "t", "down", "down", "s", "e", "a", "enter")
        assert ("sea", MONDAY) in tagged(library)


async def test_a_near_twin_is_pointed_out_and_enter_again_makes_the_tag(
    running: Running, library: Path
) -> None:
    tag_before(library, "sanctions")
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("sanktions")
        assert "sanctions exists: 1 use." in shown(driver, "#meaning")
        await driver.press("enter")
        assert isinstance(driver.screen, TagPicker)
        assert "Enter again" in shown(driver, "#meaning")
        await driver.press("enter")
        assert tagged(library)[-1] == ("sanktions", MONDAY)


async def test_up_reaches_the_new_tag_beside_one_that_fits(
    running: Running, library: Path
) -> None:
    tag_before(library, "seaside")
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("sea")
        await driver.press("up", "enter")
        assert tagged(library)[-1] == ("sea", MONDAY)


async def test_several_tags_in_one_go_are_one_step_and_repeated_as_one(
    running: Running, library: Path
) -> None:
    tag_before(library, "calm", "sea")
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("cal")
        await driver.press("ctrl+t")
        await driver.type("sea")
        await driver.press("enter")
        assert sorted(tagged(library)[-2:]) == [("calm", MONDAY), ("sea", MONDAY)]
        await driver.press("j", "full_stop")
        assert sorted(tagged(library)[-2:]) == [("calm", STORM), ("sea", STORM)]
        await driver.press("u", "u")
        assert len(tagged(library)) == 2


async def test_repeating_goes_on_after_a_restart(
    running: Running, library: Path
) -> None:
    tag_before(library, "calm")
    async with running() as driver:
        await driver.press("enter", "j", "full_stop")
        assert tagged(library)[-1] == ("calm", MONDAY)


async def test_the_words_name_their_own_tag(running: Running, library: Path) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "w", "l", "quotation_mark")
        assert tagged(library) == [("harbour", "harbour")]
        await driver.press("p", "J", "quotation_mark")
        assert len(tagged(library)) == 1


async def test_a_tag_of_ones_own_key_is_shown_and_applied(
    running: Running, library: Path
) -> None:
    tag_before(library, "calm", "sea")
    with Store(library, "ana") as store:
        store.codebook.set_key("sea", "Q")
    async with running(size=(80, 24)) as driver:
        await driver.press("enter", "j", "Q")
        assert tagged(library)[-1] == ("sea", MONDAY)
        assert shown(driver, "TagKeys").split() == ["1", "calm", "Q", "sea"]
        await driver.pilot.click(TagKeys, offset=(2, 0))
        await driver.settle()
        assert sorted(tagged(library)[-2:]) == [("calm", MONDAY), ("sea", MONDAY)]


async def test_the_description_is_shown_while_tagging(
    running: Running, library: Path
) -> None:
    tag_before(library, "calm")
    with Store(library, "ana") as store:
        store.codebook.describe("calm", "\n\n".join(f"*line* {n}" for n in range(6)))
    async with running() as driver:
        await driver.press("enter", "j", "t")
        assert "line 1" in shown(driver, "#meaning")
        assert "line 5" not in shown(driver, "#meaning")
        await driver.press("f1")
        assert "line 5" in shown(driver, "#meaning")


async def test_the_article_is_tagged_and_the_tag_taken_off(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "A")
        await driver.type("report")
        await driver.press("enter")
        assert tagged(library) == [("report", HARBOUR)]
        assert driver.screen.marks == ()
        assert "tagged report" in shown(driver, "#title")
        await driver.press("tab", "d")
        assert tagged(library) == [("report", HARBOUR)]
        await driver.press("A", "enter")
        assert tagged(library) == []
        await driver.press("u")
        assert tagged(library) == [("report", HARBOUR)]
        await driver.press("asterisk", "d")
        assert tagged(library) == []
        await driver.press("asterisk", "1")
        assert tagged(library) == [("report", HARBOUR)]


@pytest.mark.parametrize(
    ("answer", "quotes"),
    [
        (("enter",), [f"{MONDAY} {STORM}"]),
        (("j", "enter"), [f"{MONDAY} {STORM}", STORM]),
        (("escape",), [STORM]),
    ],
    ids=["merge", "keep both", "neither"],
)
async def test_the_same_tag_on_an_overlapping_passage_asks(
    running: Running, library: Path, answer: tuple[str, ...], quotes: list[str]
) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "j", "t")
        await driver.type("calm")
        await driver.press("enter", "k", "J", "1")
        assert isinstance(driver.screen, PickDialog)
        await driver.press(*answer)
        assert isinstance(driver.screen, ReadingScreen)
        assert [quote for _, quote in tagged(library)] == quotes
        if quotes != [STORM]:
            await driver.press("u")
        assert [quote for _, quote in tagged(library)] == [STORM]


async def test_who_tagged_is_told_where_several_coders_did(
    running: Running, library: Path
) -> None:
    tag_before(library, "calm")
    with Store(library, "ben") as store:
        store.annotations.tag(store.articles.version(1), Span(0, 7), "calm")
    async with running() as driver:
        await driver.press("enter", "d")
        rows = lines_of(driver.screen.query_one(OptionList)).split("\n")
        assert [row.split() for row in rows] == [
            ["calm", "ana", "Harbour"],
            ["calm", "ben", "Harbour"],
        ]


async def test_what_is_known_of_an_article_is_corrected_and_added_to(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "at")
        area = driver.screen.query_one(TextArea)
        assert area.text.startswith("title: Harbour falls quiet\nsite:")
        await driver.paste("2019-01-08\nbeat: sea\nregion: north")
        await driver.press("down", "down")
        await driver.paste("Who says so?")
        await driver.press("escape")
        assert isinstance(driver.screen, ReadingScreen)
        with Store(library) as store:
            about = store.attributes.about(1)
        assert about.attributes == {"beat": "sea", "region": "north"}
        assert about.facts["memo"] == "Who says so?"
        assert about.facts["title"] == "Harbour falls quiet"
        await driver.press("at", "ctrl+u", "escape")
        with Store(library) as store:
            assert store.attributes.about(1).attributes == {"beat": "sea"}
        await driver.press("u")
        with Store(library) as store:
            assert store.attributes.about(1) == about


async def test_what_cannot_be_kept_is_said_and_dropped_on_request(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "at", "enter")
        await driver.paste("no value here")
        await driver.press("escape")
        assert "“no value here” is no “name: value”" in shown(driver, "#says")
        await driver.press("escape")
        assert isinstance(driver.screen, ReadingScreen)
    with Store(library) as store:
        assert store.attributes.about(1).attributes == {}
