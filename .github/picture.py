"""Makes `.github/reading.svg`, the README's picture, from the real program.

Run it from the repository: `.venv/bin/python .github/picture.py`
"""

import asyncio
import re
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from reader.intake.taking import take
from reader.resources import SEEDS
from reader.sources.documents import documents
from reader.sources.pile import pile
from reader.store import Store
from reader.tui.app import ReaderApp

PICTURE = Path(__file__).parent / "reading.svg"
KEYS = (
    *("down", "down", "down", "down", "enter"),
    *("j", "j", "j", "t", *"trade talks", "enter"),
    *("j", "j", "t", *"actor/china", "enter"),
    *("shift+right", "shift+right", "t", *"summit", "enter"),
    *("j", "t", *"summit", "enter", "z"),
)


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until nothing runs and nothing waits."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def picture(library: Path) -> str:
    """The reading screen after a few keys, as SVG."""
    app = ReaderApp(library, "ana")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        for key in KEYS:
            await pilot.press("space" if key == " " else key)
            if key in {"enter", "t", "z"}:
                await pilot.pause(0.2)
        await settle(pilot)
        return app.export_screenshot(title="reader")


def main() -> None:
    """Read the samples into a library of their own, and take the picture."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "samples.db"
        with Store(library, "ana") as store:
            take(store, documents(pile([SEEDS]).files))
        svg = asyncio.run(picture(library))
    # The font would be fetched from a server; a picture should not ask for one.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    PICTURE.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
