import os
import stat
from pathlib import Path

import pytest

from reader.exchange.whole_file import AlreadyThereError, NotWrittenError, whole_file


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def write_and_fail(path: Path) -> None:
    with whole_file(path, replace=True) as out:
        out.write(b"after")
        raise ZeroDivisionError


def test_the_file_is_there_when_the_block_ends_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with whole_file(path) as out:
        out.write(b"a,b\r\n\xff\n")
        assert not path.exists()
    assert path.read_bytes() == b"a,b\r\n\xff\n"
    assert names(tmp_path) == ["out.csv"]


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with whole_file(path) as out:
        out.write(b"x")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("replace", [False, True])
def test_a_block_that_fails_leaves_nothing(tmp_path: Path, replace: bool) -> None:
    with pytest.raises(KeyboardInterrupt), whole_file(tmp_path / "x", replace=replace):
        raise KeyboardInterrupt
    assert names(tmp_path) == []


def test_a_block_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError):
        write_and_fail(path)
    assert path.read_text() == "before"
    assert names(tmp_path) == ["out.csv"]


def test_a_file_is_replaced_only_when_somebody_said_so(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("before")
    with pytest.raises(AlreadyThereError), whole_file(path):
        pytest.fail("the block must not run")
    assert path.read_text() == "before"
    with whole_file(path, replace=True) as out:
        out.write(b"after")
    assert path.read_text() == "after"


def test_a_file_that_comes_up_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with pytest.raises(AlreadyThereError), whole_file(path):
        path.write_text("theirs")
    assert path.read_text() == "theirs"
    assert names(tmp_path) == ["out.csv"]


def test_a_link_is_never_followed_and_never_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("before")
    link.symlink_to(target)
    with pytest.raises(NotWrittenError, match="a link"), whole_file(link, replace=True):
        pytest.fail("the block must not run")
    assert link.is_symlink()
    assert target.read_text() == "before"


@pytest.mark.parametrize(
    ("name", "reason"),
    [(".", "is a folder"), ("none/out.csv", "there is no folder")],
)
def test_what_is_no_place_for_a_file_is_refused(
    tmp_path: Path, name: str, reason: str
) -> None:
    with (
        pytest.raises(NotWrittenError, match=reason),
        whole_file(tmp_path / name, replace=True),
    ):
        pytest.fail("the block must not run")


def test_a_pipe_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(NotWrittenError), whole_file(path, replace=True):
        pytest.fail("the block must not run")
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_what_the_system_says_is_told_in_words() -> None:
    with (
        pytest.raises(NotWrittenError, match=r"/proc/.* cannot be written: "),
        whole_file(Path("/proc/out.csv")),
    ):
        pytest.fail("the block must not run")
