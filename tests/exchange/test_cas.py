import io
import json
import zipfile
from typing import Any

import pytest

from reader.exchange.formats import named, written
from reader.exchange.incoming import FormatError
from reader.exchange.outgoing import Choices
from reader.handover.leaving import Leaving
from reader.store import Store
from tests.exchange.conftest import Made, annotate, exported, taken

TEXT = "A 😀 and a storm.\nThe end."


def cas(*structures: dict[str, Any], text: str = TEXT) -> dict[str, Any]:
    """A document as INCEpTION would give it out."""
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": text}
    return {
        "%TYPES": {},
        "%FEATURE_STRUCTURES": [sofa, *structures],
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": []}},
    }


def at(kind: str, words: str, **features: str) -> dict[str, Any]:
    start = TEXT.index(words)
    before = len(TEXT[:start].encode("utf-16-le")) // 2
    end = before + len(words.encode("utf-16-le")) // 2
    return {"%TYPE": kind, "@sofa": 1, "begin": before, "end": end, **features}


def found(store: Store) -> list[tuple[str, str, str]]:
    return sorted(
        (a.quote, a.tag.path if a.tag else "", a.memo)
        for a in store.annotations.each(None, None, None)
    )


DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"


def test_what_coders_made_is_read_and_the_rest_is_told(nasty: Store) -> None:
    value = cas(
        {
            "%TYPE": f"{DKPRO}.metadata.type.DocumentMetaData",
            "begin": 0,
            "end": 26,
            "documentTitle": "weather.txt",
        },
        at(f"{DKPRO}.segmentation.type.Token", "storm"),
        at(f"{DKPRO}.ner.type.NamedEntity", "storm", value="WIND", identifier="x"),
        at("webanno.custom.Claim", "😀", stance="pro", comment="why"),
        at("webanno.custom.Mark", "The end."),
        {**at("webanno.custom.Mark", "The end."), "end": 999},
    )
    report = taken(nasty, json.dumps(value).encode())
    assert (report.new, report.articles) == (3, 1)
    assert found(nasty) == [
        ("The end.", "Mark", ""),
        ("storm", "WIND", ""),
        ("😀", "Claim/pro", "why"),
    ]
    assert nasty.articles.all()[-1].title == "weather.txt"
    assert report.remarks == ["UIMA CAS JSON", "weather.txt: not read: 1 Token"]
    (unread,) = report.unread
    assert str(unread).startswith("weather.txt, Mark 18 to 999: 18 to 999 is no")


def test_structures_may_stand_by_their_ids(nasty: Store) -> None:
    value = cas(at(f"{DKPRO}.ner.type.NamedEntity", "storm", value="WIND"))
    each = value["%FEATURE_STRUCTURES"]
    value["%FEATURE_STRUCTURES"] = {str(n): one for n, one in enumerate(each)}
    assert taken(nasty, json.dumps(value).encode()).new == 1


def test_a_cas_without_a_text_is_refused(nasty: Store) -> None:
    with pytest.raises(FormatError, match="a UIMA CAS without a text"):
        taken(nasty, b'{"%FEATURE_STRUCTURES": [{"%TYPE": "x"}]}')


def test_a_file_that_is_none_is_named_and_the_rest_goes_in(nasty: Store) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.json", "[" * 100_000)
        value = cas(at(f"{DKPRO}.ner.type.NamedEntity", "storm", value="WIND"))
        archive.writestr("b.json", json.dumps(value))
    report = taken(nasty, out.getvalue())
    assert report.new == 1
    assert [str(each) for each in report.unread] == ["a.json: is no UIMA CAS JSON"]


def test_it_says_how_many_memos_it_left_out(nasty: Store) -> None:
    annotate(nasty, Made(0, 0, 7, "tag", "a memo", "ana"))
    annotate(nasty, Made(0, 8, 7, "", "only a memo", "ana"))
    done = written(named("cas"), Leaving(nasty), io.BytesIO(), Choices())
    assert done.count == 1
    assert "2 memos left out: the layer has no place for them" in done.notes


def test_cassis_reads_every_passage(nasty: Store) -> None:
    """It turns the UTF-16 units of a CAS into code points itself."""
    cassis: Any = pytest.importorskip("cassis")
    for number in range(5):
        annotate(nasty, Made(number, 9, 40, "mood/calm <&>", "", "ana"))
        annotate(nasty, Made(number, 20, 9, "sea", "", "ben"))
    meant = [(quote, tag) for quote, tag, _ in found(nasty)]
    seen: list[tuple[str, str]] = []
    with zipfile.ZipFile(io.BytesIO(exported(nasty, "cas"))) as archive:
        for name in archive.namelist():
            document = cassis.load_cas_from_json(archive.read(name).decode())
            each = document.select(f"{DKPRO}.ner.type.NamedEntity")
            seen += [(one.get_covered_text(), one.value) for one in each]
    assert sorted(seen) == meant
    assert len(seen) == 10
