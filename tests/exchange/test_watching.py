from pathlib import Path
from typing import Any

from reader.exchange.formats import named
from reader.handover.leaving import Leaving, export
from reader.handover.watching import watch
from reader.model import Span
from reader.store import Store


def test_the_file_follows_what_another_process_does(
    library: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"
    seen: list[int] = []
    with Store(library, "ana") as watcher, Store(library, "ben") as worker:

        def write() -> None:
            export(Leaving(watcher), named("csv"), out, replace=True)
            seen.append(out.read_text().count("codepoint"))

        version = worker.articles.version(1)
        acts: list[Any] = [
            lambda: worker.annotations.tag(version, Span(0, 7), "a"),
            lambda: None,
            lambda: worker.annotations.tag(version, Span(8, 13), "b"),
            worker.undo,
        ]

        def go_on() -> bool:
            if acts:
                acts.pop(0)()
                return True
            return False

        assert watch(watcher, write, go_on) == 3
    assert seen == [1, 2, 1]
