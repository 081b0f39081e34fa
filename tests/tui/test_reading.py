import asyncio
import csv
import re
import threading
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Static

from reader.store import Store
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.tag_verbs import TagVerbs
from reader.tui.widgets.status_line import StatusLine
from tests.conftest import HARBOUR, document, keep
from tests.tui.driving import Driver, Running, lines_of


@pytest.fixture(autouse=True)
def _no_tag_was_used_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TagVerbs, "recent", ())


def picked(driver: Driver) -> str:
    screen = driver.screen
    return str(screen.picked.of(screen.text))


def status(driver: Driver) -> str:
    return lines_of(driver.screen.query_one(StatusLine))


def tagged(library: Path) -> list[tuple[str, str]]:
    """What the library holds, as another program would see it now."""
    with Store(library) as store:
        return [(a.tag.path if a.tag else "", a.quote) for a in store.annotations.of(1)]


async def test_the_cursor_goes_by_sentences_and_skips_what_is_hidden(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("enter")
        seen = [picked(driver)]
        for _ in range(5):
            await driver.press("j")
            seen.append(picked(driver))
        assert seen == [
            "Harbour falls quiet",
            "The harbour was quiet on Monday.",
            "Nobody spoke of the storm.",
            "Then it rained, and the boats came back.",
            '"We saw nothing," said the pilot.',
            '"We saw nothing," said the pilot.',
        ]


async def test_another_size_is_named_where_it_picks_the_same(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "d", "p")
        assert picked(driver) == "Harbour falls quiet"
        assert "paragraph" in status(driver)
        await driver.press("s")
        assert "sentence" in status(driver)


async def test_tagging_with_a_new_name_then_by_key_and_again(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("mood/calm")
        await driver.press("enter")
        assert picked(driver) == "The harbour was quiet on Monday."
        assert tagged(library) == [("mood/calm", "The harbour was quiet on Monday.")]
        await driver.press("j", "1", "j", "full_stop")
        assert [tag for tag, _ in tagged(library)] == ["mood/calm"] * 3


async def test_a_key_waits_for_what_the_key_before_it_has_saved(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter")
        answering = threading.Event()
        driver.app._desk.post("it", lambda _: answering.wait())
        asyncio.get_running_loop().call_later(0.5, answering.set)
        await driver.burst("t", *"calm", "enter", "j", "1", "j", "1", "u")
        assert [a.tag.path for a in driver.screen.annotations] == ["calm", "calm"]
    with Store(library) as store:
        assert len(store.annotations.of(1)) == 2


async def test_what_is_typed_ahead_goes_into_the_dialog(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "j")
        for key in ("t", *"said", "enter", "j", "m", *"odd", "escape", "1"):
            character = key if len(key) == 1 else None
            driver.app.post_message(events.Key(key, character))
        for _ in range(5):
            await driver.settle()
        assert picked(driver) == "Nobody spoke of the storm."
    with Store(library) as store:
        found = [
            (a.quote, a.tag.path if a.tag else "", a.memo)
            for a in store.annotations.of(1)
        ]
    assert found == [
        ("The harbour was quiet on Monday.", "said", ""),
        ("Nobody spoke of the storm.", "", "odd"),
        ("Nobody spoke of the storm.", "said", ""),
    ]


async def test_an_escaped_picker_changes_nothing(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "t")
        await driver.type("mood")
        await driver.press("escape")
        assert tagged(library) == []
        assert isinstance(driver.screen, ReadingScreen)


async def test_sizes_words_and_stretching(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "w")
        assert picked(driver) == "The"
        await driver.press("l", "L")
        assert picked(driver) == "harbour was"
        await driver.press("p")
        assert picked(driver).startswith("The harbour was")
        assert picked(driver).endswith("storm.")
        await driver.press("s", "J")
        assert picked(driver).endswith("storm.")
        await driver.press("K", "plus")
        assert picked(driver).endswith("storm.")
        await driver.press("minus")
        assert picked(driver) == "The harbour was quiet on Monday."


async def test_undo_and_redo_go_across_a_restart(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("calm")
        await driver.press("enter", "j", "1")
    async with running() as driver:
        await driver.press("enter", "u")
        assert len(tagged(library)) == 1
        assert len(driver.screen.marks) == 1
        await driver.press("u")
        assert tagged(library) == []
        await driver.press("ctrl+r", "ctrl+r")
        assert len(tagged(library)) == 2
        assert len(driver.screen.marks) == 2


async def test_undo_in_another_article_goes_there(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("calm")
        await driver.press("enter", "right_square_bracket")
        assert driver.screen.text.startswith("Prices")
        await driver.press("u")
        assert driver.screen.text == HARBOUR
        assert picked(driver) == "The harbour was quiet on Monday."


async def test_a_memo_on_a_passage_and_on_a_tag(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "m")
        await driver.type("who says")
        await driver.press("escape", "j", "t")
        await driver.type("calm")
        await driver.press("enter", "m")
        await driver.type("why")
        await driver.press("escape")
    with Store(library) as store:
        found = [(a.tag.path if a.tag else "", a.memo) for a in store.annotations.of(1)]
    assert found == [("", "who says"), ("calm", "why")]


async def test_removing_asks_which_when_there_are_several(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "j")
        for name in ("calm", "sea"):
            await driver.press("t")
            await driver.type(name)
            await driver.press("enter")
        await driver.press("d", "down", "enter")
        assert [tag for tag, _ in tagged(library)] == ["calm"]
        await driver.press("d")
        assert tagged(library) == []


async def test_z_shows_hidden_lines_and_i_keeps_one(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "z", "end")
        assert picked(driver) == "Leave a Reply"
        await driver.press("i")
        assert "Kept: “Leave a Reply”." in status(driver)
        await driver.press("z", "end")
        assert picked(driver) == "Leave a Reply"
        with Store(library) as store:
            article = store.articles.one(1)
            assert article
            assert article.hidden_lines == 1
        await driver.press("u", "end")
        assert picked(driver) == '"We saw nothing," said the pilot.'


async def test_hiding_a_line_moves_to_what_is_left(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "i")
        assert "Hidden: “Harbour falls quiet”." in status(driver)
        assert picked(driver) == "The harbour was quiet on Monday."
        await driver.press("u", "home")
        assert picked(driver) == "Harbour falls quiet"


async def test_tab_goes_through_the_annotations(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("calm")
        await driver.press("enter", "j", "j", "1", "home", "tab")
        assert picked(driver) == "The harbour was quiet on Monday."
        await driver.press("tab")
        assert picked(driver) == "Then it rained, and the boats came back."
        await driver.press("shift+tab")
        assert picked(driver) == "The harbour was quiet on Monday."


async def test_finding_words_whatever_their_case(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "f")
        await driver.type("HARBOUR")
        assert len(driver.screen.found) == 2
        await driver.press("enter")
        assert picked(driver) == "Harbour"
        await driver.press("n")
        assert picked(driver) == "harbour"
        await driver.press("escape")
        assert driver.screen.found == ()


async def test_finding_passes_over_hidden_lines(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "f")
        await driver.type("Reply")
        assert driver.screen.found == ()


async def test_jumping_to_a_letter(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "apostrophe")
        labels = {letter: at for at, letter in driver.screen_below.labels}
        await driver.press("d")
        assert driver.screen.picked.start == labels["d"]
        assert driver.screen.labels == ()


async def test_done_marks_the_article_and_opens_the_next(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "enter")
        assert driver.screen.text.startswith("Prices")
        with Store(library) as store:
            assert [a.status.value for a in store.articles.all()] == ["done", "reading"]
        await driver.press("u")
        with Store(library) as store:
            assert next(a.status.value for a in store.articles.all()) == "reading"


async def test_the_place_is_kept(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "j")
    async with running() as driver:
        await driver.press("enter")
        assert picked(driver) == "Nobody spoke of the storm."


async def test_a_click_puts_the_cursor_there(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter")
        view = driver.screen.view
        row = next(
            y
            for y in range(view.size.height)
            if "Then it rained" in view.render_line(y).text
        )
        column = view.render_line(row).text.index("rained")
        await driver.pilot.click(view, offset=(column, row))
        await driver.settle()
        assert picked(driver) == "Then it rained, and the boats came back."


async def test_exporting_from_the_screen(running: Running, tmp_path: Path) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "t")
        await driver.type("calm")
        await driver.press("enter", "e")
        await driver.press("ctrl+u")
        await driver.paste(str(tmp_path / "out.csv"))
        await driver.press("enter")
        await driver.settle()
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["tag"] == "calm"
    assert row["quote"] == "The harbour was quiet on Monday."


async def test_only_a_markdown_file_is_shown_as_such(
    running: Running, library: Path
) -> None:
    text = "# Talks\n\nThey *ended*."
    with Store(library, "ana") as store:
        step = store.imports.open("import")
        for name in ("talks.md", "talks.txt"):
            one = document(text + name, name)
            store.imports.keep(step, [one])
        store.imports.close(step)
    async with running() as driver:
        await driver.press("end", "enter")
        assert driver.screen.view.styled == ()
        await driver.press("left_square_bracket")
        assert [each.looks for each in driver.screen.view.styled][:2] == [
            ("heading", "syntax"),
            ("heading",),
        ]
        await driver.press("right_square_bracket")
        assert driver.screen.view.styled == ()


async def test_showing_hidden_lines_leaves_a_stretched_passage_as_it_was(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "J")
        stretched = driver.screen.picked
        assert len(stretched) > 0
        await driver.press("z")
        assert driver.screen.revealed
        assert driver.screen.picked == stretched
        await driver.press("z")
        assert driver.screen.picked == stretched


async def test_one_key_goes_from_hidden_line_to_hidden_line_and_round(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("enter", "Z")
        assert driver.screen.revealed
        seen = [picked(driver)]
        assert "comment form" not in status(driver)
        await driver.press("Z")
        seen.append(picked(driver))
        assert "Leave a Reply" in status(driver)
        assert "i keeps it" in status(driver)
        await driver.press("Z")
        seen.append(picked(driver))
        assert seen == ["Share this story", "Leave a Reply", "Share this story"]
        await driver.press("i", "Z")
        assert picked(driver) == "Leave a Reply"


async def test_where_nothing_is_hidden_the_key_says_so(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        keep(store, "Prices rise\n\nThe bank said on Friday that rates go up again.\n")
    async with running() as driver:
        await driver.press("end", "enter", "Z")
        assert "Nothing is hidden here" in status(driver)
        assert not driver.screen.revealed


async def test_a_look_that_comes_back_late_is_not_taken_for_the_next_article(
    running: Running, library: Path
) -> None:
    with Store(library) as store:
        other = store.reading(2)
    assert other
    async with running() as driver:
        await driver.press("enter")
        looking = asyncio.create_task(driver.screen.look_again())
        await asyncio.sleep(0)
        driver.screen.take(other)
        await looking
        assert driver.screen.reading.article.id == 2
        assert driver.screen.text.startswith("Prices rise")


async def test_a_long_title_gives_way_to_what_is_known_of_the_article(
    running: Running, library: Path
) -> None:
    long = "Harbour falls quiet as the last of the ferries is sold to another town"
    with Store(library) as store:
        store.attributes.put(1, {"title": long})
    async with running(size=(60, 24)) as driver:
        await driver.press("enter")
        title = driver.screen.query_one("#title", Static)
        assert re.fullmatch(
            r" Harbour falls quiet as the.*…   2 hidden  ·  reading *", lines_of(title)
        )
        for width in range(84, 130, 5):
            await driver.pilot.resize_terminal(width, 24)
            await driver.settle()
            told = lines_of(title).partition("…   ")[2] or lines_of(title)
            assert "…" not in told, "a fact is cut"
        await driver.pilot.resize_terminal(160, 24)
        await driver.settle()
        assert f" {long}   2 hidden  ·  reading" in lines_of(title)
