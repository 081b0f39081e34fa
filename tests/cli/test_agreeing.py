import csv
import json
from pathlib import Path

from reader.model import Span, Status
from reader.store import Store
from tests.cli.conftest import Command


def coded(library: Path) -> None:
    for coder, shift in (("ana", 0), ("ben", 0), ("gold", 4)):
        with Store(library, coder) as store:
            version = store.articles.version(1)
            store.annotations.tag(version, Span(22 + shift, 30), "sea")
            for article_id in (1, 2):
                store.articles.set_status(article_id, Status.DONE)


def test_the_figures_as_table_csv_and_json(reader: Command, library: Path) -> None:
    coded(library)
    table = reader("agreement")
    heads, sea, every = table.stdout.splitlines()
    assert heads.split()[0] == "tag"
    assert "1/1" in sea
    assert every.startswith("all")
    assert "ana, ben: 2 articles finished by all" in table.stderr
    found = json.loads(reader("agreement", "--json").stdout)
    assert found["coders"] == ["ana", "ben"]
    assert found["tags"][0]["alpha"]["value"] == 1
    rows = list(
        csv.DictReader(reader("agreement", "ana", "gold", "--csv").stdout.splitlines())
    )
    figures = {(row["tag"], row["figure"]): row for row in rows}
    assert float(figures["sea", "f1_exact"]["value"]) == 0
    assert float(figures["sea", "f1_overlap"]["value"]) == 1
    assert figures["", "masi_alpha"]["articles"] == "2"
    of_sea = found["tags"][0]["alpha_u"]
    assert of_sea == {"value": 1, "low": 1, "high": 1}
    assert float(figures["sea", "alpha_u"]["low"]) <= 0.9
    assert float(figures["", "alpha_u"]["high"]) <= 1


def test_no_agreement_says_why(reader: Command) -> None:
    result = reader("agreement")
    assert result.exit_code == 0
    assert "n/a" in result.stdout
    assert "nobody has finished an article" in result.stderr
    unknown = reader("agreement", "zoe")
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert "no coder here is called zoe" in unknown.stderr
    assert reader("agreement", "--csv", "--json").exit_code == 2


def test_a_tag_like_a_formula_is_none_in_the_csv(
    reader: Command, library: Path
) -> None:
    coded(library)
    reader("tags", "rename", "sea", "=1+1")
    written = reader("agreement", "--csv").stdout
    assert "\n'=1+1," in written
    assert "\n=1+1" not in written
