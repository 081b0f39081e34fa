import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from reader.exchange.whole_file import NotWrittenError
from reader.store import Store
from tests.conftest import keep
from tests.exchange.conftest import Made, annotate, exported, taken, twins

SCHEMAS = Path(__file__).parents[3] / "shared" / "refi"
NAMESPACE = "{urn:QDA-XML:project:1.0}"


def schema(name: str) -> etree.XMLSchema:
    path = SCHEMAS / name
    if not path.exists():
        pytest.skip(f"the schema {name} is not here")
    return etree.XMLSchema(etree.parse(path))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def project(data: bytes) -> Any:
    return etree.fromstring(parts(data)["project.qde"])


@pytest.fixture
def coded(nasty: Store) -> Store:
    """The nasty library with something on each article but one, and a codebook."""
    for made in (
        Made(0, 21, 30, "mood/calm <&>", "a memo\r\n\x1b[2J", "ben"),
        Made(0, 21, 40, "mood", "", "ana"),
        Made(2, 20, 90, "sea", "", 'مريم "x"'),
        Made(3, 0, 60, "", "only a memo", "ana"),
        Made(4, 8, 7, "mood/calm <&>", "", "ana"),
    ):
        annotate(nasty, made)
    nasty.codebook.add("never/used", "what it would mean < & \x01")
    return nasty


def test_the_project_is_valid(coded: Store) -> None:
    checked = schema("Project-mrt2019.xsd")
    checked.assertValid(project(exported(coded, "qdpx")))
    with Store(None, "ana") as empty:
        checked.assertValid(project(exported(empty, "qdpx")))
        keep(empty, "Only a text.")
        checked.assertValid(project(exported(empty, "qdpx")))


def test_the_codebook_is_valid(coded: Store) -> None:
    data = exported(coded, "qdc")
    schema("Codebook.xsd").assertValid(etree.fromstring(data))
    with twins() as (_, other):
        assert taken(other, data).tags == 4
        found = {tag.path: (tag.description, tag.colour) for tag in other.tags.all()}
        meant = {tag.path: (tag.description, tag.colour) for tag in coded.tags.all()}
        assert found == {
            path: (description.replace("\x01", "\ufffd"), colour)
            for path, (description, colour) in meant.items()
        }


def test_without_tags_there_is_no_codebook(nasty: Store) -> None:
    with pytest.raises(NotWrittenError, match="needs one"):
        exported(nasty, "qdc")


def test_every_guid_is_one_of_its_own_and_every_reference_leads_somewhere(
    coded: Store,
) -> None:
    root = project(exported(coded, "qdpx"))
    guids = [each.get("guid") for each in root.iter() if each.get("guid")]
    assert len(guids) == len(set(guids))
    pointing = {"targetGUID", "creatingUser"}
    targets = {
        value
        for each in root.iter()
        for name, value in each.items()
        if name in pointing
    }
    assert targets <= set(guids)
    assert len(targets) > 5


def test_the_same_library_gives_the_same_file(coded: Store) -> None:
    assert exported(coded, "qdpx") == exported(coded, "qdpx")


def test_a_selection_has_the_words_of_its_place_in_the_source(coded: Store) -> None:
    data = exported(coded, "qdpx")
    found = parts(data)
    selections = 0
    sources = list(project(data).iter(f"{NAMESPACE}TextSource"))
    assert len(sources) == len({each.get("name") for each in sources}) == 5
    for source in sources:
        name = source.get("plainTextPath").replace("internal://", "sources/")
        text = found[name].decode()
        assert "\r" not in text
        assert not text.startswith("\ufeff")
        for each in source.iter(f"{NAMESPACE}PlainTextSelection"):
            start, end = int(each.get("startPosition")), int(each.get("endPosition"))
            assert text[start:end] == each.get("name")
            selections += 1
    assert selections == 5
