"""The dialog that brings in articles: what it reads, and what it says of the rest."""

from pathlib import Path

from textual.widgets import ProgressBar

from tests.tui.driving import Driver, Running


def says(driver: Driver) -> str:
    """What stands in the dialog."""
    return str(driver.screen.query_one("#says").render())


async def test_importing_a_folder_by_its_path(running: Running, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "new.txt").write_text("A third one\n\nWith a sentence.\n")
    (folder / "empty.txt").write_text("")
    async with running() as driver:
        await driver.press("i")
        await driver.paste(str(folder))
        await driver.press("enter")
        said = says(driver)
        assert said.splitlines() == [
            "1 new, 1 could not be read.",
            "",
            "empty.txt is empty",
        ]
        await driver.press("enter")
        assert list(driver.screen.ids) == [1, 2, 3]


async def test_a_path_that_leads_nowhere_can_be_mended(
    running: Running, tmp_path: Path
) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "new.txt").write_text("A third one\n\nWith a sentence.\n")
    async with running() as driver:
        await driver.press("i")
        await driver.paste(str(tmp_path / "nwe.txt"))
        await driver.press("enter")
        assert says(driver) == f"{tmp_path / 'nwe.txt'} is not there"
        await driver.press("ctrl+u")
        await driver.paste(str(tmp_path / "none"))
        await driver.press("enter")
        assert says(driver) == "There is no article there."
        await driver.press("ctrl+u")
        await driver.paste(str(tmp_path / "new.txt"))
        await driver.press("enter")
        assert list(driver.screen.ids) == [1, 2, 3]


async def test_a_folder_says_which_of_its_files_are_to_be_named(
    running: Running, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "new.txt").write_text("A third one\n\nWith a sentence.\n")
    (folder / "rows.csv").write_text("text\nA fourth one, of a table.\n")
    (folder / "picture.jpg").touch()
    async with running() as driver:
        await driver.press("i")
        await driver.paste(str(folder))
        await driver.press("enter")
        said = says(driver)
        assert said.startswith("1 new, 2 other files passed over.")
        assert said.endswith("; among them 1 table or archive, read when named")
        await driver.press("ctrl+u")
        await driver.paste(str(folder / "rows.csv"))
        await driver.press("enter")
        assert list(driver.screen.ids) == [1, 2, 3, 4]


async def test_the_bar_of_a_table_ends_with_its_last_row(
    running: Running, tmp_path: Path
) -> None:
    table = tmp_path / "rows.csv"
    table.write_text("text,title\nOne of a ship.,A\n,B\nAnother one.,C\n")
    async with running() as driver:
        await driver.press("i")
        await driver.paste(str(table))
        await driver.press("enter")
        bar = driver.screen.query_one(ProgressBar)
        assert (bar.total, bar.progress) == (3, 3)
        assert says(driver).startswith("2 new, 1 could not be read.")
        assert says(driver).endswith("rows.csv:3 has nothing in its field “text”")


async def test_dates_that_cannot_be_told_are_counted_and_the_first_is_shown(
    running: Running, tmp_path: Path
) -> None:
    table = tmp_path / "rows.csv"
    table.write_text("text,date\nOne.,04/05/2019\nTwo.,soon\nThree.,2019-05-04\n")
    async with running() as driver:
        await driver.press("i")
        await driver.paste(str(table))
        await driver.press("enter")
        (notice,) = driver.app._notifications
        assert notice.message == (
            "3 new, 2 dates that cannot be told, first “04/05/2019” in rows.csv:2."
        )


async def test_characters_that_no_text_can_hold_are_told_of(
    running: Running, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("A third one\n\nWith a \0 in it.\n")
    async with running() as driver:
        await driver.press("i")
        await driver.paste(str(tmp_path / "a.txt"))
        await driver.press("enter")
        (notice,) = driver.app._notifications
        assert notice.message == (
            "1 new, U+FFFD for 1 character that no text can hold, in a.txt."
        )
