"""What an export costs: `python -m tests.benchmarks.exchange [annotations]`.

Held against the `sqlite3` command's own CSV of the same columns, in turn with it in
the same run; processor time and the growth of memory are what is judged. One in ten
quotes runs over a hidden line. The exit status is 1 when it is over its budget.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.cleaning import Cleaned, Judged, Said
from reader.exchange.formats import named
from reader.handover.leaving import Leaving, export
from reader.model import Document, Span
from reader.store import Store
from reader.store.bulk import Coming
from tests.benchmarks.made_library import keep_judged

_BUDGET = 2.6
_MEGABYTES = 64
_RUNS = 3
_ON_EACH = 10
_SENTENCE = 'The harbour was quiet on day {}, said "the pilot", and nobody spoke. '
_QUERY = """
    SELECT a.id, article.id, title, source, published, sha256, coalesce(path, ''),
        a.memo, quote, prefix, suffix, start, "end", 'codepoint', paragraph, sentence,
        anchor, coder.name, created_at, updated_at
    FROM annotation AS a JOIN article ON article.id = a.article_id
    JOIN version ON version.id = a.version_id JOIN coder ON coder.id = a.coder_id
    LEFT JOIN tag ON tag.id = a.tag_id WHERE article.removed = 0
    ORDER BY article.id, a.version_id, start, "end" DESC, a.id
"""


def _fill(path: Path, count: int) -> None:
    with Store(path, "ana") as store:
        step = store.imports.open("import")
        for number in range(count // _ON_EACH):
            text = _article(number)
            cleaned = Cleaned(Judged(text, {2: Said(True, "share")}))
            document = Document(f"{number}.txt", text, b"", "utf-8", "lf", text[:40])
            keep_judged(store, step, [(document, cleaned)])
        with store.bulk.step("fill") as change:
            for version_id in range(1, count // _ON_EACH + 1):
                version = store.articles.version(version_id)
                for place in range(_ON_EACH):
                    start = 40 + place * 71
                    span = Span(start, start + (200 if place == 3 else 70))
                    memo = "=see above" if place == 5 else ""
                    coming = Coming(
                        version,
                        span,
                        1,
                        place + 1,
                        f"tag/{place}",
                        memo,
                        "",
                        "anchored",
                    )
                    store.bulk.put(change, coming)


def _article(number: int) -> str:
    story = "".join(_SENTENCE.format(number + i) for i in range(40))
    return f"Harbour falls quiet {number}\n{story[:300]}\nShare this\n{story[300:]}"


def _ours(path: Path, out: Path) -> tuple[float, float]:
    """Processor seconds of an export, and the megabytes that it grew by."""
    call = f"measured({str(path)!r}, {str(out)!r})"
    code = f"import tests.benchmarks.exchange as benchmark; benchmark.{call}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    seconds, grown = done.stdout.split()
    return float(seconds), float(grown)


def measured(path: str, out: str) -> None:
    """Export in this process, and print what it cost."""
    with Store(Path(path), "ana") as store:
        before = _peak()
        began = time.process_time()
        export(Leaving(store), named("csv"), Path(out), replace=True)
        seconds = time.process_time() - began
    print(seconds, _peak() - before)


def _peak() -> float:
    """The most megabytes that this process ever had, its parent's not counted in."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.split("\n") if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def _theirs(path: Path, out: Path) -> float:
    """Processor seconds of the `sqlite3` command with the same columns."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with out.open("wb") as file:
        command = ["sqlite3", "-readonly", "-csv", str(path), _QUERY]
        subprocess.run(command, stdout=file, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "library.db", Path(folder) / "out.csv"
        _fill(path, count)
        ratios, growth = [], []
        for _ in range(_RUNS):
            theirs = _theirs(path, out)
            ours, grown = _ours(path, out)
            ratios.append(ours / theirs)
            growth.append(grown)
            print(f"ours {ours:.2f} s, sqlite3 {theirs:.2f} s: {ours / theirs:.2f}")
    ratio, most = statistics.median(ratios), max(growth)
    print(f"{count:,} annotations: {ratio:.2f} times sqlite3 (limit {_BUDGET}),")
    print(f"memory grows by {most:.0f} MB (limit {_MEGABYTES})")
    return int(ratio > _BUDGET or most > _MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
