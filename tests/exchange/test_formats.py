from importlib import import_module
from pathlib import Path

import pytest

from reader.exchange.formats import FORMATS, Format, named, of_path
from tests import readme


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_each_row_has_a_module_that_does_what_it_says(form: Format) -> None:
    module = import_module(f"reader.exchange.{form.module or form.name}")
    assert hasattr(module, "write") == form.writes
    assert hasattr(module, "read") == form.reads
    assert named(form.name) is form


def test_a_name_asks_for_the_first_format_with_its_ending() -> None:
    assert of_path(Path("a/B.CSV")) == named("csv")
    assert of_path(Path("a.pdf")) is None


def test_the_readme_lists_every_format() -> None:
    assert readme.format_table() in readme.README.read_text(encoding="utf-8"), (
        "write it anew: python -m tests.readme"
    )
