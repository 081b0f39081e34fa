from collections.abc import Iterator
from io import BytesIO
from math import inf
from pathlib import Path
from threading import Event, active_count, current_thread, main_thread

import pytest

from reader.intake import batches, taking
from reader.intake.learning import learn
from reader.intake.report import Report
from reader.intake.taking import reading, take
from reader.model import Document
from reader.sources import plain
from reader.sources.refusal import Refusal
from reader.store import Store, StoreError
from reader.store.index import Index


@pytest.fixture
def empty() -> Iterator[Store]:
    with Store(None, "ana") as store:
        yield store


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine too, a batch ends at so many files."""
    monkeypatch.setattr(batches, "_SECONDS", inf)


def documents(count: int) -> list[Document | Refusal]:
    return [
        plain.read(f"{number}.txt", f"Article {number}\n\nIt says so.\n".encode())
        for number in range(count)
    ]


def test_the_report_counts_what_became_of_each_file(empty: Store) -> None:
    one, two, three = documents(3)
    take(empty, [one, two])
    empty.articles.remove([2])
    refusal = Refusal("x.txt", "is empty")
    report = take(empty, [one, two, refusal, three])
    assert report == Report(new=1, same=1, back=1, refusals=(refusal,))
    assert report.files == 4
    assert len(empty.articles.all()) == 3


def test_the_same_pile_again_changes_nothing(empty: Store) -> None:
    pile = documents(3)
    take(empty, pile)
    before = (empty.articles.all(), empty.history.steps())
    assert take(empty, pile) == Report(same=3)
    assert (empty.articles.all(), empty.history.steps()) == before


def test_an_import_is_one_step_however_many_batches(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "_FILES", 2)
    take(empty, documents(5), label="import five")
    step = empty.undo()
    assert step
    assert step.label == "import five"
    assert empty.articles.all() == []


def test_progress_is_told_after_each_batch(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "_FILES", 2)
    told: list[int] = []
    take(empty, documents(5), lambda report: told.append(report.files))
    assert told == [2, 4, 5]


def test_a_stop_keeps_what_was_taken_and_a_second_run_goes_on(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "_FILES", 2)
    asked = iter([False, False, False, True])
    report = take(empty, documents(6), should_stop=lambda: next(asked))
    assert (report.new, report.stopped) == (3, True)
    assert len(empty.articles.all()) == 3
    assert take(empty, documents(6)) == Report(new=3, same=3)


def test_a_stop_that_comes_after_the_last_file_stopped_nothing(empty: Store) -> None:
    taken: list[Document | Refusal] = []

    def reading() -> Iterator[Document | Refusal]:
        for document in documents(2):
            taken.append(document)
            yield document

    report = take(empty, reading(), should_stop=lambda: len(taken) > 2)
    assert not report.stopped


def test_a_reader_that_breaks_leaves_whole_batches(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "_FILES", 2)

    def breaking() -> Iterator[Document | Refusal]:
        yield from documents(3)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take(empty, breaking())
    assert len(empty.articles.all()) == 2
    assert empty.undo()
    assert empty.articles.all() == []


def test_an_import_of_nothing_leaves_no_step(empty: Store) -> None:
    take(empty, [Refusal("x.txt", "is empty")])
    assert empty.history.steps() == []


def test_a_batch_ends_at_so_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "_CHARACTERS", 50)
    sizes = [len(batch) for batch in batches.batches(documents(5))]
    assert sizes == [3, 2]


def test_a_batch_ends_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "_SECONDS", 0)
    sizes = [len(batch) for batch in batches.batches(documents(3))]
    assert sizes == [1, 1, 1]


def test_a_thread_reads_the_next_batch_while_one_is_indexed(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "_FILES", 2)
    readers: list[bool] = []

    def reading() -> Iterator[Document | Refusal]:
        for document in documents(5):
            readers.append(current_thread() is main_thread())
            yield document

    assert take(empty, reading()) == Report(new=5)
    assert readers == [True, True, False, False, False]
    titles = [article.title for article in empty.articles.all()]
    assert titles == [f"Article {number}" for number in range(5)]


def test_nobody_reads_on_when_a_batch_cannot_be_kept(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "_FILES", 2)
    is_over = Event()
    given: list[Document | Refusal] = []

    def reading() -> Iterator[Document | Refusal]:
        for document in documents(9):
            if len(given) == 3:
                is_over.wait()
            given.append(document)
            yield document

    def break_off(_: Report) -> None:
        is_over.set()
        raise StoreError("the disk is full")

    before = active_count()
    with pytest.raises(StoreError):
        take(empty, reading(), break_off)
    assert active_count() == before
    assert len(given) <= 4
    assert len(empty.articles.all()) == 2


def test_standard_input_is_read_first_in_the_thread_that_ctrl_c_interrupts(
    tmp_path: Path,
) -> None:
    (tmp_path / "one.txt").write_text("One\n")
    files = [str(tmp_path / "one.txt"), "-"]
    with reading(files, BytesIO(b"Typed\n")) as found:
        read = list(found)
    assert [each.source for each in read] == ["stdin", files[0]]


def test_what_other_processes_read_comes_in_as_if_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "_WORTH_JOBS", 200)
    files = [str(tmp_path / f"{number}.md") for number in range(400)]
    for file in files[1:]:
        Path(file).write_text(f"# Article {Path(file).stem}\n\nIt says so.\n")
    reports, articles = [], []
    for jobs in (1, 2):
        with Store(None, "ana") as store, reading(files, jobs=jobs) as found:
            reports.append(take(store, found))
            articles.append([article.title for article in store.articles.all()])
    assert reports[0] == reports[1]
    assert articles[0] == articles[1]
    assert (reports[1].new, str(reports[1].refusals[0])) == (
        399,
        f"{files[0]} is not there",
    )


def test_a_stop_leaves_what_others_have_read_ahead_for_the_next_time(
    empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "_WORTH_JOBS", 200)
    files = [str(tmp_path / f"{number}.md") for number in range(400)]
    for file in files:
        Path(file).write_text(f"# Article {Path(file).stem}\n\nIt says so.\n")
    asked = iter([*[False] * 350, True])
    with reading(files, jobs=2) as found:
        report = take(empty, found, should_stop=lambda: next(asked))
    assert (report.new, report.stopped) == (350, True)
    with reading(files, jobs=2) as found:
        assert take(empty, found) == Report(new=50, same=350)


def test_what_came_in_is_learned_afterwards_and_a_stop_leaves_the_rest(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Index, "_BATCH", 2)
    take(empty, documents(5))
    assert empty.listing.waiting() == 5
    told: list[int] = []
    assert learn(empty, on_progress=told.append, should_stop=lambda: bool(told)) == 3
    assert learn(empty, on_progress=told.append) == 0
    assert told == [3, 1, 0]


def test_several_processes_learn_the_same_as_one(empty: Store) -> None:
    with Store(None, "ana") as other:
        for store, jobs in ((empty, 1), (other, 2)):
            take(store, documents(60))
            assert learn(store, jobs) == 0
        assert learned(other) == learned(empty)


def learned(store: Store) -> list[list[tuple[object, ...]]]:
    """All that is kept of what was learned."""
    queries = (
        "SELECT * FROM cleaning ORDER BY version_id",
        "SELECT * FROM indexed ORDER BY article_id",
        "SELECT id, words, hidden_lines, language FROM article ORDER BY id",
    )
    return [store._conn.execute(query).fetchall() for query in queries]
