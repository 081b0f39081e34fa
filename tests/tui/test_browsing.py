"""An address is opened after a yes: by a script that stands for the browser."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from reader.store import Store
from reader.tui.dialogs.browse import BrowseDialog
from reader.tui.dialogs.pick import PickDialog
from reader.tui.screens.library import LibraryScreen
from tests.conftest import document
from tests.tui.driving import Driver, Running

ADDRESS = "https://a.example/b?c=1&d=2"


class Browser:
    """A script that writes down what it is given, and can be told to fail."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "browser"
        self._given = folder / "given"

    def write(self, then: str = "") -> str:
        """Make it; its command line."""
        self.path.write_text(
            f"#!{sys.executable}\nimport sys\n"
            f"with open({str(self._given)!r}, 'a') as out:\n"
            f"    out.write(repr(sys.argv[1:]) + '\\n')\n{then}\n"
        )
        self.path.chmod(0o700)
        return str(self.path)

    @property
    def given(self) -> list[str]:
        """The arguments of each call."""
        return self._given.read_text().splitlines() if self._given.exists() else []


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """The only browser there is, and windows for it."""
    browser = Browser(tmp_path)
    monkeypatch.setenv("BROWSER", browser.write())
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("TERM", raising=False)
    return browser


def bring(library: Path, source: str, text: str = "A third\n\nIt says so.\n") -> None:
    with Store(library, "ana") as store:
        step = store.imports.open("import")
        store.imports.keep(step, [replace(document(text), source=source)])
        store.imports.close(step)


def put(library: Path, **values: str) -> None:
    with Store(library, "ana") as store:
        store.attributes.put(1, values)


def shown(driver: Driver, name: str) -> str:
    return str(driver.screen.query_one(name, Static).render())


def said(driver: Driver) -> list[str]:
    return [notice.message for notice in driver.app._notifications]


async def test_it_is_opened_after_a_yes_and_not_before(
    running: Running, library: Path, browser: Browser
) -> None:
    bring(library, ADDRESS)
    async with running() as driver:
        await driver.press("end", "ctrl+o")
        assert isinstance(driver.screen, BrowseDialog)
        assert shown(driver, "#where") == "It leads to a.example"
        assert shown(driver, "#address") == ADDRESS
        assert "leaves the machine" in shown(driver, "#says")
        await driver.press("escape")
        assert isinstance(driver.screen, LibraryScreen)
        assert browser.given == []
        await driver.press("ctrl+o", "enter")
        await driver.settle()
        assert isinstance(driver.screen, LibraryScreen)
        assert "a.example was opened in the browser." in said(driver)
        assert browser.given == [repr([ADDRESS])]


async def test_an_attribute_that_is_an_address_is_one_of_the_article(
    running: Running, library: Path, browser: Browser
) -> None:
    put(library, url="http://b.example/x", country="here")
    async with running() as driver:
        await driver.press("enter", "ctrl+o")
        assert shown(driver, "#address") == "http://b.example/x"


async def test_a_page_that_came_as_a_file_has_the_address_that_it_names(
    running: Running, library: Path, browser: Browser
) -> None:
    page = f'<html><head><link rel="canonical" href="{ADDRESS}"></head></html>'
    named = replace(
        document("A third\n\nIt says so.\n"),
        source="saved.html",
        location="/pages/saved.html",
        original=page.replace("&", "&amp;").encode(),
    )
    with Store(library, "ana") as store:
        step = store.imports.open("import")
        store.imports.keep(step, [named])
        store.imports.close(step)
    async with running() as driver:
        await driver.press("end", "enter", "at")
        assert f"its address is {ADDRESS}" in shown(driver, "#passage")
        await driver.press("escape", "ctrl+o")
        assert shown(driver, "#address") == ADDRESS
        await driver.press("enter")
        await driver.settle()
        assert browser.given == [repr([ADDRESS])]
    with Store(library, "ana") as store:
        assert [one.source for one in store.articles.some([3])] == ["saved.html"]


async def test_those_of_the_passage_come_first_and_one_is_picked(
    running: Running, library: Path, browser: Browser
) -> None:
    bring(library, ADDRESS, "A third\n\nSee http://c.example/d, and more.\n")
    async with running() as driver:
        await driver.press("end", "enter", "home", "ctrl+o")
        assert shown(driver, "#address") == ADDRESS
        await driver.press("escape", "j", "ctrl+o")
        assert isinstance(driver.screen, PickDialog)
        listed = driver.screen.query_one(OptionList)
        rows = [str(option.prompt) for option in listed.options]
        assert rows == ["http://c.example/d", ADDRESS]
        await driver.press("enter")
        assert shown(driver, "#where") == "It leads to c.example"
        await driver.press("y")
        await driver.settle()
        assert browser.given == [repr(["http://c.example/d"])]


async def test_of_very_many_the_first_are_offered_and_the_article_s_own(
    running: Running, library: Path, browser: Browser
) -> None:
    many = " ".join(f"http://c.example/{number}" for number in range(200))
    bring(library, ADDRESS, f"A third\n\n{many}\n")
    async with running() as driver:
        await driver.press("end", "enter", "asterisk", "ctrl+o")
        listed = driver.screen.query_one(OptionList)
        assert listed.option_count == 51
        assert str(listed.get_option_at_index(50).prompt) == ADDRESS


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("/news/a.txt", "No web address is known of it."),
        ("javascript:alert(1)", "No web address is known of it."),
        ("file:///etc/passwd", "No web address is known of it."),
        ("http://a.example/ --flag", "has a blank or a backslash in it"),
        ("http://a.example/\x1b[2J", "a character in it that cannot be seen"),
    ],
)
async def test_anything_else_is_not_opened_and_that_is_said(
    running: Running, library: Path, browser: Browser, source: str, words: str
) -> None:
    bring(library, source)
    async with running() as driver:
        await driver.press("end", "ctrl+o")
        assert isinstance(driver.screen, LibraryScreen)
        assert any(words in each for each in said(driver))
    assert browser.given == []


async def test_where_there_is_no_browser_the_address_stays_to_be_copied(
    running: Running,
    library: Path,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bring(library, ADDRESS)
    monkeypatch.setenv("BROWSER", "/nothing/here")
    async with running() as driver:
        await driver.press("end", "ctrl+o", "enter")
        await driver.settle()
        assert isinstance(driver.screen, BrowseDialog)
        assert "No browser could be started" in shown(driver, "#says")
        assert shown(driver, "#address") == ADDRESS
        monkeypatch.setenv("BROWSER", str(browser.path))
        await driver.press("enter")
        await driver.settle()
        assert browser.given == [repr([ADDRESS])]


RUNS = "http://a.example/'\"`touch$IFS$9x`|$(touch$IFS$9x)"
HOSTILE = {
    "http://a.example/?a=%s&b=%action": "http://a.example/?a=%s&b=%ACtion",
    RUNS: "http://a.example/%27%22%60touch%24IFS%249x%60%7C%24(touch%24IFS%249x)",
    "http://a.example/-x?--y#&z": "http://a.example/-x?--y#&z",
    "http://user:pass@b.example/": "http://user:pass@b.example/",
}
"""Addresses, and what a browser gets of each."""


@pytest.mark.parametrize("template", ["{}", "{} %s", "{} '-- %s'", "{} %s &"])
async def test_a_browser_gets_one_word_whatever_the_address_and_the_template(
    running: Running,
    library: Path,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
    template: str,
) -> None:
    for address in HOSTILE:
        bring(library, address, f"{address}\n\nSome words.")
    monkeypatch.setenv("BROWSER", template.format(browser.path))
    async with running() as driver:
        await driver.press("j")
        for number, _ in enumerate(HOSTILE, 1):
            await driver.press("j", "ctrl+o", "enter")
            # One that is not waited for may still be on its way.
            while len(browser.given) < number:
                await driver.pilot.pause()
    front = "-- " if "--" in template else ""
    assert browser.given == [repr([f"{front}{each}"]) for each in HOSTILE.values()]


async def test_a_template_with_a_shell_of_its_own_runs_nothing_between_quotes(
    running: Running,
    library: Path,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    bring(library, RUNS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BROWSER", f"/bin/sh -c '{browser.path} \"%s\"'")
    async with running() as driver:
        await driver.press("end", "ctrl+o", "enter")
        await driver.settle()
    (words,) = browser.given
    assert words == repr([HOSTILE[RUNS]])
    assert not (tmp_path / "x").exists()


async def test_a_module_in_the_folder_of_the_articles_is_not_run(
    running: Running,
    library: Path,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    bring(library, ADDRESS)
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "webbrowser.py").write_text("open('run', 'w').write('x')\n")
    monkeypatch.chdir(folder)
    async with running() as driver:
        await driver.press("end", "ctrl+o", "enter")
        await driver.settle()
    assert browser.given == [repr([ADDRESS])]
    assert not (folder / "run").exists()
