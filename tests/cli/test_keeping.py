import stat
from pathlib import Path

import pytest

from reader.store import Store
from tests.cli.conftest import Command
from tests.disks import written_no_more


def test_a_copy_is_made_listed_and_restored(reader: Command) -> None:
    made = Path(reader("backup").stdout.strip())
    assert made.is_file()
    assert str(made) in reader("backup", "--list").stdout
    reader("tag", "1", "mood", "--span", 0, 7)
    assert "mood" in reader("tags").stdout
    result = reader("backup", "--restore", made)
    assert result.exit_code == 0
    before = Path(result.stdout.strip())
    assert "mood" not in reader("tags").stdout
    assert reader("backup", "--restore", before).exit_code == 0
    assert "mood" in reader("tags").stdout


def test_the_latest_is_named_so(reader: Command) -> None:
    assert reader("backup", "--restore", "latest").exit_code != 0
    reader("backup")
    assert reader("backup", "--restore", "latest").exit_code == 0


def test_what_cannot_be_restored_is_one_line(reader: Command, tmp_path: Path) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("These are notes. " * 100)
    for name, status in ((wrong, 1), (tmp_path / "none", 2)):
        result = reader("backup", "--restore", name)
        assert (result.exit_code, result.stdout) == (status, "")
        assert len(result.stderr.splitlines()) == 1
        assert str(name) in result.stderr


def test_a_sound_library_is_said_to_be_well(reader: Command) -> None:
    result = reader("doctor")
    assert result.exit_code == 0
    assert result.stdout == "all well: 2 articles, 0 annotations\n"


def test_what_is_wrong_is_said_and_set_right(reader: Command, library: Path) -> None:
    library.chmod(0o644)
    result = reader("doctor")
    assert result.exit_code == 1
    assert "--repair" in result.stdout
    assert reader("doctor", "--repair").exit_code == 0
    assert reader("doctor").exit_code == 0


def test_a_library_that_cannot_be_written_is_read_from_the_shell(
    reader: Command, library: Path
) -> None:
    with Store(library, "ana") as store:
        store.search.index.all()
    with written_no_more(library.parent):
        for asking in (("list",), ("show", 1), ("search", "quiet"), ("doctor",)):
            result = reader(*asking)
            assert result.exit_code == 0, (asking, result.stderr)
            assert "it is open to be read only" in result.stderr.splitlines()[0]
        refused = reader("tag", "1", "new", "--span", "0", "7")
        assert refused.exit_code == 1
        assert "cannot be written; check its permissions" in refused.stderr


@pytest.mark.parametrize("kept", [0, 20_000])
def test_a_damaged_library_goes_back_to_its_copy_and_is_kept_aside(
    reader: Command, library: Path, kept: int
) -> None:
    reader("tag", "1", "mood", "--span", 0, 7)
    reader("backup")
    damaged = library.read_bytes()[:kept] or b"no database"
    library.write_bytes(damaged)
    assert reader("list").exit_code == 1
    result = reader("backup", "--restore", "latest")
    assert result.exit_code == 0, result.stderr
    assert Path(result.stdout.strip()).read_bytes() == damaged
    assert "mood" in reader("tags").stdout
    assert reader("doctor").exit_code == 0
    assert stat.S_IMODE(library.stat().st_mode) == 0o600


def test_a_library_that_is_gone_comes_back_from_its_copy(
    reader: Command, library: Path
) -> None:
    reader("backup")
    library.unlink()
    assert reader("backup", "--restore", "latest").exit_code == 0
    assert reader("doctor").exit_code == 0


def test_a_damaged_copy_replaces_nothing(reader: Command, library: Path) -> None:
    copy = Path(reader("backup").stdout.strip())
    copy.write_bytes(copy.read_bytes()[:30_000])
    library.write_bytes(b"no database")
    result = reader("backup", "--restore", "latest")
    assert result.exit_code == 1
    assert library.read_bytes() == b"no database"
    assert sorted(library.parent.glob("*.part")) == []
