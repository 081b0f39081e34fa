"""How soon the library is on the screen: `python -m tests.benchmarks.startup`.

Held against a Textual program of one widget, started in turn with it in the same
run; processor time is what is judged. The exit status is 1 when it is over its budget.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from reader.intake.taking import take
from reader.resources import SEEDS
from reader.sources.documents import documents
from reader.sources.pile import pile
from reader.store import Store
from tests.benchmarks.pane.terminal import Terminal

_BUDGET = 1.5
_PAIRS = 15
_BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("First light")
Bare().run()
"""


def first_paint(command: list[str], words: str) -> tuple[float, float]:
    """Milliseconds on the processor and by the clock until the words are seen."""
    with Terminal(command) as terminal:
        wall = terminal.wait_for(words) * 1e3
        return terminal.cpu(), wall


def main() -> int:
    """Start both programs in turn, and print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "samples.db"
        with Store(library) as store:
            take(store, documents(pile([SEEDS]).files))
        ours = [sys.executable, "-m", "reader", "--library", str(library)]
        bare = [sys.executable, "-c", _BARE]
        pairs = []
        for _ in range(_PAIRS):
            a = first_paint(ours, "Kim Jong Un pays another visit")
            b = first_paint(bare, "First light")
            pairs.append((a, b))
    for place, name in enumerate(("cpu", "wall")):
        mine = statistics.median(pair[0][place] for pair in pairs)
        other = statistics.median(pair[1][place] for pair in pairs)
        ratio = statistics.median(pair[0][place] / pair[1][place] for pair in pairs)
        print(f"{name:5} reader {mine:6.0f} ms   bare {other:6.0f} ms   x {ratio:.2f}")
        if name == "cpu":
            judged = ratio
    print(f"budget x {_BUDGET} of cpu: {'kept' if judged <= _BUDGET else 'BROKEN'}")
    return int(judged > _BUDGET)


if __name__ == "__main__":
    sys.exit(main())
