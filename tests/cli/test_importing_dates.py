"""What `reader import` says of dates that nobody can tell."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("rows.csv", "text,date\nOne.,04/05/2019\nTwo.,2019-05-04\nThree.,\n"),
        ("rows.jsonl", '{"text": "One.", "date": "04/05/2019"}\n{"text": "Two."}\n'),
        ("page.md", "---\ndate: 04/05/2019\n---\nOne.\n"),
    ],
)
def test_a_date_that_cannot_be_told_is_told_of(
    reader: Command, tmp_path: Path, name: str, written: str
) -> None:
    file = tmp_path / name
    file.write_text(written)
    _, *said = reader("import", file).stderr.splitlines()
    place = file if name == "page.md" else f"{file}:{2 - name.endswith('jsonl')}"
    assert said == [
        f"{place}: “04/05/2019” is no date that can be told; write it as 2019-12-31"
    ]
