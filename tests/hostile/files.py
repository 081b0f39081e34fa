"""Files of somebody with bad intentions: their names, and what is in them."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.library import make
from tests.hostile.payloads import PAYLOAD


@dataclass(frozen=True)
class Files:
    """Where they are."""

    folder: Path
    """Articles: some can be read, some are refused; hostile names."""
    articles: Path
    """JSONL with an article and a line that is none."""
    codebook: Path
    annotations: Path
    """CSV: of an article that there is not, and of no passage."""
    settings: Path
    """A folder of settings, which are none."""
    library: Path


def make_files(folder: Path, payload: str = PAYLOAD) -> Files:
    """Make them all in a folder of their own."""
    files = Files(
        folder / "articles",
        folder / "articles.jsonl",
        folder / "codebook.csv",
        folder / "annotations.csv",
        folder / "settings",
        folder / "evil.db",
    )
    name = payload.replace("\0", "").replace("/", "-")[:60]
    files.folder.mkdir(parents=True)
    text = f"Title {payload}\n\nA first sentence {payload} of it.\n"
    (files.folder / f"{name}.txt").write_text(text)
    (files.folder / f"{name}.html").write_text(f"<title>{payload}</title>{text}")
    (files.folder / f"{name} 2.txt").write_bytes(b"%PDF-1.7")
    one = dict.fromkeys(("title", "site", "author", "published"), payload)
    lines = [json.dumps({**one, "text": text}), json.dumps({payload: payload})]
    files.articles.write_text("\n".join((*lines, payload)))
    _table(files.codebook, ("tag", "description"), [("new", payload), (payload, "")])
    heads = ("annotation_id", "text_sha256", "article_title", "source", "tag", "quote")
    _table(
        files.annotations,
        (*heads, "start", "end"),
        [
            ("", "", *[payload] * 6),
            ("", "", "", "/news/1.txt", "new", payload, "1", "5"),
        ],
    )
    settings = files.settings / "reader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"{json.dumps(payload)} = 1\n")
    make(files.library, payload)
    return files


def _table(path: Path, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows((heads, *rows))
