"""Annotations over one another: going through them, and giving one other ends."""

from pathlib import Path

from reader.model import Span
from reader.store import Store
from reader.tui.widgets.annotation_panel import AnnotationPanel
from reader.tui.widgets.status_line import StatusLine
from tests.conftest import HARBOUR, keep
from tests.tui.driving import Driver, Running, lines_of

QUIET = "The harbour was quiet on Monday."


def annotate(library: Path, *marks: tuple[str, str]) -> None:
    """Put tags on words of the first article."""
    with Store(library, "ana") as store:
        version = store.articles.version(1)
        for tag, words in marks:
            start = HARBOUR.index(words)
            store.annotations.tag(version, Span(start, start + len(words)), tag)


def standing(library: Path) -> list[tuple[str, str]]:
    with Store(library) as store:
        return [(a.tag.path, a.quote) for a in store.annotations.of(1) if a.tag]


def picked(driver: Driver) -> str:
    return str(driver.screen.picked.of(driver.screen.text))


def said(driver: Driver) -> str:
    return lines_of(driver.screen.query_one(StatusLine))


async def test_tab_stops_at_each_annotation_of_the_same_words(
    running: Running, library: Path
) -> None:
    annotate(library, ("one", QUIET), ("two", QUIET), ("three", "harbour was"))
    async with running() as driver:
        await driver.press("enter")
        seen = []
        for _ in range(4):
            await driver.press("tab")
            meant = driver.screen.meant_annotation
            seen.append((meant.tag.path, picked(driver)))
        assert sorted(seen[:2]) == [("one", QUIET), ("two", QUIET)]
        assert seen[2:] == [("three", "harbour was")] * 2
        await driver.press("shift+tab", "shift+tab")
        assert driver.screen.meant_annotation.tag.path == seen[0][0]


async def test_a_key_goes_through_those_under_the_cursor_and_back(
    running: Running, library: Path
) -> None:
    crossing = ("over", "Monday. Nobody")
    annotate(library, ("all", QUIET), crossing, ("in", "harbour"), ("else", "pilot"))
    async with running() as driver:
        await driver.press("enter", "j")
        seen = []
        for _ in range(4):
            await driver.press("O")
            seen.append((driver.screen.meant != "", picked(driver)))
        assert seen == [
            (True, QUIET),
            (True, "harbour"),
            (True, "Monday. Nobody"),
            (False, QUIET),
        ]


async def test_the_annotation_gone_to_is_the_one_that_is_removed(
    running: Running, library: Path
) -> None:
    annotate(library, ("one", QUIET), ("two", QUIET), ("three", QUIET))
    async with running() as driver:
        await driver.press("enter", "j", "O", "O")
        meant = driver.screen.meant_annotation.tag.path
        await driver.press("d")
        assert sorted({"one", "two", "three"} - {meant}) == [
            tag for tag, _ in sorted(standing(library))
        ]


async def test_an_annotation_gets_other_ends_by_the_same_keys_in_one_step(
    running: Running, library: Path
) -> None:
    annotate(library, ("calm", QUIET))
    async with running() as driver:
        await driver.press("enter", "tab", "H", "H", "equals_sign")
        assert standing(library) == [("calm", "The harbour was quiet on")]
        await driver.press("o", "L", "equals_sign")
        assert standing(library) == [("calm", "harbour was quiet on")]
        with Store(library) as store:
            (annotation,) = store.annotations.of(1)
        assert annotation.prefix.endswith("quiet\n\nThe ")
        await driver.press("u", "u")
        assert standing(library) == [("calm", QUIET)]
        await driver.press("ctrl+r")
        assert standing(library) == [("calm", "The harbour was quiet on")]


async def test_which_one_gets_other_ends_is_asked_when_none_is_meant(
    running: Running, library: Path
) -> None:
    annotate(library, ("one", QUIET), ("two", QUIET))
    async with running() as driver:
        await driver.press("enter", "j", "J", "equals_sign", "down", "enter")
        assert sorted(quote for _, quote in standing(library)) == [
            QUIET,
            f"{QUIET} Nobody spoke of the storm.",
        ]


async def test_the_same_tag_is_not_put_twice_on_a_passage(
    running: Running, library: Path
) -> None:
    annotate(library, ("calm", QUIET), ("calm", "harbour"))
    async with running() as driver:
        await driver.press("enter", "tab", "tab", "s", "O", "O")
        assert picked(driver) == "harbour"
        await driver.press("plus", "equals_sign")
        assert sorted(quote for _, quote in standing(library)) == [QUIET, "harbour"]


async def test_sixty_on_one_place_are_named_as_far_as_there_is_room(
    running: Running, library: Path
) -> None:
    annotate(library, *((f"tag{n:02}", QUIET) for n in range(60)))
    async with running(size=(80, 24)) as driver:
        await driver.press("enter", "j")
        assert "tag00" in said(driver)
        assert "+5" in said(driver)
        await driver.press(*["O"] * 40)
        assert driver.screen.meant_annotation.tag.path == "tag39"
        rows = [driver.screen.view.render_line(y).text for y in range(20)]
        assert any("+5" in row for row in rows)
        assert any("harbour was quiet" in row for row in rows)


async def test_what_is_said_has_the_whole_line_where_it_needs_it(
    running: Running,
) -> None:
    words = "Of this one everything is to be read, to its very last word, here."
    async with running(size=(80, 24)) as driver:
        await driver.press("enter", "j")
        assert "sentence" in said(driver)
        driver.screen.say(words)
        await driver.settle()
        assert words in said(driver)
        assert "sentence" not in said(driver)
        driver.screen.say(words[:40])
        await driver.settle()
        assert "sentence" in said(driver)


async def test_an_annotation_says_that_hidden_lines_are_left_out(
    running: Running, library: Path
) -> None:
    across = "storm.\n\nShare this story\n\nThen"
    annotate(library, ("storm", across))
    async with running() as driver:
        await driver.press("enter", "tab")
        shown = lines_of(driver.screen.query_one(AnnotationPanel))
        assert "1 hidden line inside left out" in shown
        assert "Share this story" not in shown
        await driver.press("z")
        shown = lines_of(driver.screen.query_one(AnnotationPanel))
        assert "1 hidden line inside left out" in shown
        assert "Share this story" not in shown
        await driver.press("i")
        panel = driver.screen.query_one(AnnotationPanel)
        assert "i keeps it" not in lines_of(panel)


async def test_a_hidden_line_that_is_tagged_is_quoted_as_it_stands(
    running: Running, library: Path
) -> None:
    async with running() as driver:
        await driver.press("enter", "Z", "t", *"junk", "enter")
        assert "left out" not in said(driver)
        shown = lines_of(driver.screen.query_one(AnnotationPanel))
        assert "Share this story" in shown
        assert "left out" not in shown


async def test_letters_on_the_words_of_a_sentence_pick_from_to(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "semicolon", "j", "k")
        assert picked(driver) == "harbour was quiet"
        await driver.press("greater_than_sign", "less_than_sign", "less_than_sign")
        assert picked(driver) == "harbour was quie"
        await driver.press("s", "semicolon", "k", "enter")
        assert picked(driver) == "quiet on Monday."
        await driver.press("s", "semicolon", "j", "escape")
        assert picked(driver) == QUIET


async def test_whole_lines_and_the_whole_article_are_picked(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "V")
        assert picked(driver) == f"{QUIET} Nobody spoke of the storm."
        await driver.press("asterisk")
        assert picked(driver).startswith("Harbour falls quiet")
        assert picked(driver).endswith("the pilot.")


async def test_how_the_text_is_set_is_kept_for_the_next_start(running: Running) -> None:
    async with running() as driver:
        await driver.press("enter", "right_curly_bracket", "E", "F", "v")
        assert driver.screen.view.measure == 96
    async with running() as driver:
        await driver.press("enter", "j")
        screen = driver.screen
        assert screen.view.measure == 96
        assert screen.view.plain_emoji
        assert screen.bright == screen.picked
        assert not screen.query_one(AnnotationPanel).display


async def test_focus_mode_lights_the_sentence_whatever_is_picked(
    running: Running,
) -> None:
    async with running() as driver:
        await driver.press("enter", "j", "F", "w", "l")
        assert picked(driver) == "harbour"
        assert driver.screen.bright.of(driver.screen.text) == QUIET


async def test_the_status_line_says_how_far_and_how_long(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        keep(store, "A word of it. " * 238 + "\n\nLeave a Reply\n")
    async with running() as driver:
        await driver.press("j", "j", "enter")
        assert "4 min left" in said(driver)
        await driver.press("end")
        assert "100%" in said(driver)
        assert "left" not in said(driver)


async def test_keys_typed_at_once_wait_for_the_annotations_of_a_full_article(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        version = store.articles.version(1)
        ends = [(s, e) for s in range(4, 40) for e in range(s + 3, s + 17)]
        store.annotations.tag_all([(version, Span(*each)) for each in ends], "one")
    async with running() as driver:
        await driver.burst("enter", "tab")
        assert len(driver.screen.annotations) == len(ends) > 500
        assert driver.screen.meant_annotation.span == Span(4, 20)


async def test_the_list_of_annotations_stays_while_it_shows_what_is_here(
    running: Running, library: Path
) -> None:
    with Store(library, "ana") as store:
        version = store.articles.version(1)
        spans = [(version, Span(start, start + 3)) for start in range(4, 90, 4)]
        store.annotations.tag_all(spans, "one")
    async with running(size=(120, 24)) as driver:
        await driver.press("enter")
        panel = driver.screen.query_one(AnnotationPanel)
        before = [line.strip() for line in lines_of(panel).splitlines()]
        await driver.press("tab", "tab")
        after = [line.strip() for line in lines_of(panel).splitlines()]
        changed = [line for line, old in zip(after, before, strict=True) if line != old]
        assert len(changed) == 1
        assert "▸" in changed[0]
        for _ in range(18):
            await driver.press("tab")
        assert sum("▸" in line for line in lines_of(panel).splitlines()) == 1
