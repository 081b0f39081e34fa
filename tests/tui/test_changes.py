"""The passages that a changed article left in doubt, settled by keys."""

from pathlib import Path
from threading import Event

import pytest
from textual.content import Content
from textual.widgets import Static

from reader.model import Anchor
from reader.store import Store
from reader.tui.screens.changes import ChangesScreen
from reader.tui.screens.placing import PlacingScreen
from reader.tui.widgets.key_bar import KeyBar
from tests.store.test_versions import INSISTS, TALKS, bring, tag
from tests.tui.driving import Running, lines_of

TALKS_ON = """Kim Jong Un pays another visit to China

{}

Kim Jong Un as expressed frustration with the United States after his meetings.
"""
PARAGRAPH = TALKS.split("\n\n")[2]


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A library in which one passage is in doubt and one is lost."""
    path = tmp_path / "changed.db"
    with Store(path, "ana") as store:
        bring(store, TALKS)
        tag(store, INSISTS, PARAGRAPH)
        new = TALKS.replace("The leaders", f"{PARAGRAPH}\n\nThe leaders")
        bring(store, new.replace(INSISTS, ""))
    return path


def anchors(path: Path) -> dict[str, Anchor]:
    with Store(path, "ana") as store:
        return {each.quote: each.anchor for each in store.annotations.of(1)}


async def test_the_place_that_is_shown_is_accepted(
    running: Running, changed: Path
) -> None:
    async with running(changed) as reader:
        await reader.press("M")
        before = reader.screen.spot
        await reader.press("l")
        shown = reader.screen.spot
        assert shown != before
        await reader.press("a")
        with Store(changed, "ana") as store:
            found = [a for a in store.annotations.of(1) if a.quote == PARAGRAPH]
            assert [(a.span, a.anchor) for a in found] == [(shown, Anchor.ANCHORED)]
        await reader.press("u")
        assert anchors(changed)[PARAGRAPH] is Anchor.REVIEW


async def test_the_place_that_was_turned_to_stays_when_others_write(
    running: Running, changed: Path
) -> None:
    async with running(changed) as reader:
        await reader.press("M", "l")
        shown = reader.screen.spot
        with Store(changed, "ben") as store:
            store.codebook.add("aside")
        await reader.look_elsewhere()
        assert reader.screen.spot == shown
        await reader.press("a")
        with Store(changed, "ana") as store:
            assert shown in [each.span for each in store.annotations.of(1)]


async def test_the_place_of_another_passage_is_never_accepted(
    running: Running, changed: Path
) -> None:
    async with running(changed) as reader:
        await reader.press("M")
        assert reader.screen.spot
        before = anchors(changed)
        answered = Event()
        reader.screen.desk.post("it", lambda _: answered.wait())
        try:
            await reader.pilot.press("end", "a")
            assert reader.screen.spot is None
        finally:
            answered.set()
        await reader.settle()
        assert anchors(changed) == before


async def test_what_is_not_there_is_given_up_and_kept(
    running: Running, changed: Path
) -> None:
    async with running(changed) as reader:
        await reader.press("M", "x")
        assert anchors(changed) == {PARAGRAPH: Anchor.ORPHAN, INSISTS: Anchor.ORPHAN}
        assert len(reader.screen._found) == 2


async def test_of_what_is_lost_the_place_where_it_stood_is_shown_and_read(
    running: Running, changed: Path
) -> None:
    async with running(changed) as reader:
        await reader.press("M")
        line = lines_of(reader.screen.query_one(KeyBar))
        assert "l Other place   a Accept   p Pick place" in line
        await reader.press("end")
        assert reader.screen.spot is None
        assert lines_of(reader.screen.query_one(KeyBar)).startswith(" p Pick place")
        shown = reader.screen.query_one("#now", Static).visual
        assert isinstance(shown, Content)
        before, after = shown.plain.split(" … ")
        assert "p picks a place" in before
        assert before.rstrip().endswith("The leaders met for two days.")
        assert after.lstrip().startswith(PARAGRAPH[:40])
        await reader.press("enter")
        text, picked = reader.screen.text, reader.screen.picked
        assert picked.of(text) in ("The leaders met for two days.", PARAGRAPH)


async def test_the_gap_of_what_is_lost_is_in_no_word(
    running: Running, tmp_path: Path
) -> None:
    path = tmp_path / "replaced.db"
    hopes = "“We hope that the visit of Chairman Kim will be a steppingstone.”"
    sources = (
        "Diplomatic sources say Xi will probably go to North Korea at some point soon,"
        " which would make him the first Chinese leader to do so since 2005."
    )
    with Store(path, "ana") as store:
        bring(store, TALKS_ON.format(f"{hopes}\n\n{sources}"))
        tag(store, sources)
        bring(store, TALKS_ON.format("Xi is expected in Pyongyang."))
    async with running(path) as reader:
        await reader.press("M")
        shown = reader.screen._shown
        assert shown is not None
        assert not shown.places
        around = shown.after[shown.gap - 1 : shown.gap + 1]
        assert not around.isalnum()


async def test_what_is_lost_is_put_where_a_person_picks_and_undone(
    running: Running, changed: Path
) -> None:
    async with running(changed) as reader:
        await reader.press("M", "end", "p")
        assert isinstance(reader.screen, PlacingScreen)
        about = reader.screen.query_one("#placing", Static).visual
        assert isinstance(about, Content)
        assert INSISTS in about.plain
        assert "enter Put here" in lines_of(reader.screen.query_one(KeyBar))
        await reader.press("home", "w", "L")
        picked, text = reader.screen.picked, reader.screen.text
        await reader.press("enter")
        assert isinstance(reader.screen, ChangesScreen)
        assert [each.quote for each in reader.screen._found] == [PARAGRAPH]
        with Store(changed, "ana") as store:
            (placed,) = (a for a in store.annotations.of(1) if a.quote != PARAGRAPH)
            assert (placed.span, placed.quote) == (picked, picked.of(text))
            assert placed.anchor is Anchor.ANCHORED
        await reader.press("u")
        assert anchors(changed) == {PARAGRAPH: Anchor.REVIEW, INSISTS: Anchor.ORPHAN}
        assert len(reader.screen._found) == 2


async def test_who_leaves_without_a_place_has_moved_nothing(
    running: Running, changed: Path
) -> None:
    before = anchors(changed)
    async with running(changed) as reader:
        await reader.press("M", "end", "p", "j", "escape")
        assert isinstance(reader.screen, ChangesScreen)
        assert reader.screen.row == 1
    assert anchors(changed) == before


async def test_no_place_is_taken_in_a_text_that_is_not_the_newest(
    running: Running, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in the moment between two looks at what others have written.
    monkeypatch.setattr("reader.tui.app._LOOK_S", 3600)
    async with running(changed) as reader:
        await reader.press("M", "end", "p", "home")
        with Store(changed, "ben") as other:
            bring(other, "Corrected at noon.\n\nNothing else.")
        await reader.press("enter")
        assert isinstance(reader.screen, PlacingScreen)
        said = [each.message for each in reader.app._notifications]
        assert any("newer text; pick the passage in that" in each for each in said)
        assert anchors(changed)[INSISTS] is Anchor.ORPHAN


async def test_enter_reads_the_article_at_the_place(
    running: Running, changed: Path
) -> None:
    async with running(changed) as reader:
        await reader.press("M")
        spot = reader.screen.spot
        await reader.press("enter")
        assert reader.screen.picked == spot


async def test_an_article_that_is_open_is_shown_in_its_newer_text(
    running: Running, changed: Path
) -> None:
    async with running(changed) as reader:
        await reader.press("enter")
        new = "Corrected at noon.\n\n" + TALKS
        with Store(changed, "ben") as other:
            bring(other, new)
        await reader.screen.look_again()
        await reader.settle()
        assert reader.screen.text == new
        await reader.press("home", "m", "o", "k", "ctrl+s")
        with Store(changed, "ana") as store:
            article = store.articles.one(1)
            assert article
            text = store.articles.version(article.version_id).text
            made = [a for a in store.annotations.of(1) if a.memo]
            assert [a.span.of(text) for a in made] == ["Talks in Beijing"]


async def test_a_tag_meant_for_an_older_text_is_refused_and_the_newer_one_shown(
    running: Running, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in the moment between two looks at what others have written.
    monkeypatch.setattr("reader.tui.app._LOOK_S", 3600)
    async with running(changed) as reader:
        await reader.press("enter", "home")
        with Store(changed, "ben") as other:
            bring(other, new := "Corrected at noon.\n\n" + TALKS)
        await reader.press("t", "l", "a", "t", "e", "enter")
        assert reader.screen.text == new
        said = [each.message for each in reader.app._notifications]
        assert any("newer text; pick the passage in that" in each for each in said)
        with Store(changed, "ana") as store:
            assert store.tags.named("late") is None
        await reader.press("home", "t", "l", "a", "t", "e", "enter")
        with Store(changed, "ana") as store:
            late = [
                a for a in store.annotations.of(1) if a.tag and a.tag.path == "late"
            ]
            assert [a.span.of(new) for a in late] == ["Talks in Beijing"]


async def test_with_nothing_in_doubt_it_says_when_there_would_be(
    running: Running,
) -> None:
    async with running() as reader:
        await reader.press("M")
        assert reader.screen.query_one("#empty").display
        await reader.press("a", "x", "l", "enter")
