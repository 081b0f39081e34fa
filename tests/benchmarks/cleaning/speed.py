"""How fast the cleaner is: beside jusText on the same lines, and on odd texts.

    python tests/benchmarks/cleaning/speed.py

Both judge the same pages in one run, page by page in turn, so that a busy
machine slows both alike. jusText gets each line as a paragraph, which spares it
the HTML. Beside the time to judge stands the time to judge and to name each hidden
line, which jusText has no equal of: that is done to a text that is opened. Without
jusText or the labelled set only the odd texts are timed.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator

from labelled import DATA, pages

from reader.cleaning import clean
from reader.cleaning.learned.weights import load
from reader.resources import SEEDS

MOST_SECONDS_3_KB = 0.003
ASKED_RATIO = 2.0
SIZES = (1, 2, 4, 8, 16)
ODD = {
    "one line of 5 MB": "word and the " * 385_000,
    "one word of 5 MB": "x" * 5_000_000,
    "1,000,000 empty lines": "\n" * 1_000_000,
    "200,000 lines of one letter": "a\n" * 200_000,
}


def seconds(work: Callable[[], object]) -> float:
    """The CPU time that it takes, in seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def cleaned_and_named(text: str) -> object:
    """The verdicts with why each line is hidden, as a text is opened."""
    return clean(text).lines.said


def justext_judge() -> Callable[[str], object]:
    """JusText over lines, with its English words and its usual limits."""
    from justext import core, get_stoplist
    from justext.paragraph import Paragraph

    class Path:
        dom, xpath = "html.body.p", "/html/body/p"

    def paragraphs(text: str) -> Iterator[Paragraph]:
        for line in text.split("\n"):
            if line.strip():
                paragraph = Paragraph(Path)
                paragraph.append_text(line)
                yield paragraph

    stops = get_stoplist("English")

    def judge(text: str) -> object:
        found = list(paragraphs(text))
        core.classify_paragraphs(found, stops)
        core.revise_paragraph_classification(found)
        return found

    return judge


def beside_justext(texts: list[str]) -> None:
    """One row: megabytes a second of each, and the ratio that was asked for."""
    judge = justext_judge()
    ours = naming = theirs = 0.0
    for text in texts:
        start = time.process_time()
        judged = clean(text).lines
        ours += time.process_time() - start
        naming += seconds(lambda judged=judged: judged.said)  # type: ignore[misc]
        theirs += seconds(lambda text=text: judge(text))  # type: ignore[misc]
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(
        f"{len(texts)} pages, {size:.1f} MB: cleaner {size / ours:.2f} MB/s, "
        f"jusText {size / theirs:.2f} MB/s, ratio {theirs / ours:.2f} "
        f"(asked: {ASKED_RATIO}); with every name {theirs / (ours + naming):.2f}"
    )


def short_article() -> None:
    """An article of 3 KB, cleaned again and again."""
    text = next(iter(sorted(SEEDS.glob("*.txt")))).read_bytes().decode()
    text = (text + "\n" + text[::-1])[:3000]
    clean(text)
    each = min(seconds(lambda: cleaned_and_named(text)) for _ in range(50))
    print(
        f"3 KB, named: {1000 * each:.2f} ms (asked: {1000 * MOST_SECONDS_3_KB:.0f} ms)"
    )


def growth() -> None:
    """Texts of 1 to 16 MB: the time for each megabyte should stay the same."""
    story = "\n".join(
        path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))
    )
    for size in SIZES:
        text = (story + "\n") * (size * 1_000_000 // len(story))
        took = seconds(lambda text=text: clean(text))  # type: ignore[misc]
        print(f"{size:>3} MB: {took:6.2f} s, {took / size:.2f} s a megabyte")


def main() -> None:
    """Print every timing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=400)
    options = parser.parse_args()
    load()
    clean("warm up")
    short_article()
    growth()
    for name, text in ODD.items():
        print(f"{name}: {seconds(lambda text=text: clean(text)):.2f} s")  # type: ignore[misc]
    if not DATA.exists():
        sys.exit(f"the labelled set is absent: {DATA} is not there")
    found = pages()
    random.Random(1).shuffle(found)
    beside_justext(["\n".join(page.texts) for page in found[: options.pages]])


if __name__ == "__main__":
    main()
