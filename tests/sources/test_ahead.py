import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.processes import processes
from reader.sources.ahead import ahead, is_worth_others
from reader.sources.documents import documents
from reader.sources.refusal import Refusal

PAGE = (
    "<html><head><title>{0}</title></head><body><p>It says so, {0}.</p></body></html>"
)
MAIL = "From: a@example.org\nSubject: Number {0}\n\nIt says so, {0}.\n"
CONTENTS = {
    "html": PAGE,
    "md": "# Number {0}\n\nIt says so.\n",
    "eml": MAIL,
    "txt": "Number {0}\n\nIt says so.\n",
    "csv": "title,text\nOne {0},It says so.\nTwo {0},It does.\n",
    "jsonl": '{{"title": "One {0}", "text": "It says so."}}\n',
}
"""What a file of each ending holds, with a number in it."""


class Elsewhere(Executor):
    """Does in this process what it is asked, when it is waited for, up to so often."""

    def __init__(self, most: int = 1_000_000) -> None:
        self.asked: list[str] = []
        self.waiting = self.most_waiting = 0
        self._left = most

    def submit(
        self, work: Callable[..., Any], /, *given: Any, **named: Any
    ) -> Future[Any]:
        pool = self
        self.asked.append(*given)
        self.waiting += 1
        self.most_waiting = max(self.waiting, self.most_waiting)

        class Later(Future[Any]):
            def done(self) -> bool:
                return True

            def result(self, timeout: float | None = None) -> Any:
                pool.waiting -= 1
                pool._left -= 1
                if pool._left < 0:
                    raise BrokenExecutor
                return work(*given, **named)

        return Later()


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> list[str | Refusal]:
    """Files of all kinds, good and bad."""
    folder = tmp_path_factory.mktemp("pile")
    files: list[str | Refusal] = [Refusal("x.txt", "is not there"), "-"]
    for number in range(4):
        for suffix, content in CONTENTS.items():
            file = folder / f"{number}.{suffix}"
            file.write_text(content.format(number))
            files.append(str(file))
    with ZipFile(folder / "some.zip", "w") as archive:
        for suffix, content in CONTENTS.items():
            archive.writestr(f"inner.{suffix}", content.format("inside"))
    (folder / "empty.html").touch()
    (folder / "picture.md").write_bytes(b"\xff\xd8\xff\0\0\0")
    (folder / "large.html").write_text(f"{PAGE.format('large')}<!--{'-' * 2**20}-->")
    os.mkfifo(folder / "pipe.eml")
    (folder / "folder.html").mkdir()
    odd = os.fsdecode(os.fsencode(folder) + b"/caf\xe9.html")
    Path(odd).write_text(PAGE.format("odd"))
    others = ("some.zip", "empty.html", "picture.md", "large.html", "pipe.eml")
    gone = ("folder.html", "gone.html", "gone/1.html")
    return [*files, *(str(folder / name) for name in (*others, *gone)), odd]


def read_here(files: list[str | Refusal]) -> list[object]:
    return list(documents(files, BytesIO(b"Some text.\n")))


@given(st.data(), st.integers(0, 20))
def test_it_gives_the_same_in_the_same_order_wherever_a_process_ends(
    pile: list[str | Refusal], data: st.DataObject, most: int
) -> None:
    files = data.draw(st.lists(st.sampled_from(pile), max_size=20))
    found = list(ahead(Elsewhere(most), files, BytesIO(b"Some text.\n")))
    assert found == read_here(files)


def test_other_processes_give_the_same(pile: list[str | Refusal]) -> None:
    with processes(2) as pool:
        assert pool
        found = list(ahead(pool, pile * 3, BytesIO(b"Some text.\n")))
    assert found == read_here(pile * 3)


def test_when_a_process_ends_this_one_goes_on_and_nothing_comes_twice(
    pile: list[str | Refusal],
) -> None:
    files = [each for each in pile if each != "-"] * 3
    with processes(2) as pool:
        assert pool
        coming = ahead(pool, files)
        found = [next(coming) for _ in range(10)]
        assert pool.submit(os._exit, 1).exception()
        found += coming
    assert found == read_here(files)


def test_only_what_takes_long_is_asked_of_others(pile: list[str | Refusal]) -> None:
    pool = Elsewhere()
    list(ahead(pool, pile))
    asked = {Path(file).suffix for file in pool.asked if file}
    assert asked == {".html", ".md", ".eml"}
    assert not [file for file in pool.asked if "large" in file]


def test_it_reads_only_so_far_ahead(pile: list[str | Refusal]) -> None:
    pool = Elsewhere()
    given: list[str | Refusal] = []

    def files() -> Iterator[str | Refusal]:
        for file in pile * 10:
            given.append(file)
            yield file

    for number, _ in enumerate(ahead(pool, files())):
        assert len(given) <= number + 16
    assert 1 < pool.most_waiting <= 17


def test_little_and_what_is_quick_to_read_is_not_worth_others(tmp_path: Path) -> None:
    files: list[str | Refusal] = ["-", Refusal("f.html", "is not there"), "gone.html"]
    for name in ("a.html", "b.txt", "d.md", "e.csv"):
        (tmp_path / name).write_bytes(bytes(100))
        files.append(str(tmp_path / name))
    assert is_worth_others(files, 200)
    assert not is_worth_others(files, 201)
