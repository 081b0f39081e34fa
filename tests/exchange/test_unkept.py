"""Characters that no library keeps: U+FFFD stands for them, and the report says so."""

import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from reader.store import Store
from tests.exchange.conftest import taken
from tests.exchange.test_cas import cas

TEXT = "The \0 quay\ud800 lay open.\n"
KEPT = "The \ufffd quay\ufffd lay open.\n"
SAID = {"label": "qu\ud800ay", "memo": "two \udfff\ud800"}
PRODIGY = {"text": TEXT, "spans": [{"start": 6, "end": 10, **SAID}]}


def zipped(**files: bytes) -> bytes:
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return whole.getvalue()


def tagged(store: Store) -> list[tuple[str, str, str]]:
    found = store.annotations.each(None, None, None)
    return [
        (each.quote, each.tag.path if each.tag else "", each.memo) for each in found
    ]


def last_text(store: Store) -> str:
    return store.articles.version(store.articles.all()[-1].version_id).text


def test_they_are_counted_where_they_stood(nasty: Store) -> None:
    meta = {"title": "T\0it\ud800le", "source": "t\0"}
    report = taken(nasty, json.dumps({**PRODIGY, "meta": meta}).encode())
    assert (report.new, report.articles, report.unread) == (1, 1, [])
    assert report.replaced == [
        ("article “T\ufffdit\ufffdle”", 5),
        ("line 1, span 1", 3),
    ]
    assert last_text(nasty) == KEPT
    assert tagged(nasty) == [("quay", "qu\ufffday", "two \ufffd\ufffd")]


def test_what_is_here_already_is_not_told_of_again(nasty: Store) -> None:
    data = json.dumps(PRODIGY).encode()
    assert taken(nasty, data).replaced
    again = taken(nasty, data)
    assert (again.same, again.articles, again.replaced) == (1, 0, [])


def test_what_stood_in_the_file_is_not_counted(nasty: Store) -> None:
    line = {"text": KEPT, "spans": [{"start": 6, "end": 10, "label": "q\ufffd"}]}
    assert taken(nasty, json.dumps(line).encode()).replaced == []
    assert last_text(nasty) == KEPT


def test_a_nul_in_a_memo_is_a_character_of_it(nasty: Store) -> None:
    line = {"text": "Open", "spans": [{"start": 0, "end": 4, "memo": "a\0b"}]}
    assert taken(nasty, json.dumps(line).encode()).replaced == []
    assert tagged(nasty) == [("Open", "", "a\0b")]


DOCCANO = {"text": TEXT, "label": [[6, 10, "q"]]}
REGION = {"start": 6, "end": 10, "text": "quay", "labels": ["q"]}
RESULT = {"type": "labels", "to_name": "text", "value": REGION}
LABEL_STUDIO = [{"data": {"text": TEXT}, "annotations": [{"result": [RESULT]}]}]
TAG = {"%TYPE": "custom.Code", "begin": 6, "end": 10, "value": "q"}


@pytest.mark.parametrize(
    ("data", "number"),
    [
        (json.dumps(PRODIGY).encode(), 2),
        (json.dumps(DOCCANO).encode(), 2),
        (json.dumps(LABEL_STUDIO).encode(), 2),
        (json.dumps(cas(TAG, text=TEXT)).encode(), 2),
        (zipped(a_txt=b"The \0 quay lay open.\n", a_ann=b"T1\tq 6 10\tquay\n"), 1),
    ],
    ids=["Prodigy", "doccano", "Label Studio", "CAS", "brat"],
)
def test_each_format_with_texts_tells_of_theirs(
    nasty: Store, data: bytes, number: int
) -> None:
    report = taken(nasty, data)
    assert [count for _, count in report.replaced][:1] == [number]
    assert last_text(nasty).startswith("The \ufffd quay")
    assert [quote for quote, _, _ in tagged(nasty)] == ["quay"]


def test_words_are_found_in_a_text_that_has_a_replacement(nasty: Store) -> None:
    taken(nasty, json.dumps({"text": TEXT, "meta": {"title": "T"}}).encode())
    row = "id,document,tag,content\n1,T,calm,The \0 quay\n"
    report = taken(nasty, row.encode())
    assert (report.new, report.replaced) == (1, [])
    assert tagged(nasty) == [("The \ufffd quay", "calm", "")]


def test_a_sum_with_half_a_letter_in_it_is_of_no_article(nasty: Store) -> None:
    source: dict[str, Any] = {"id": "urn:sha256:\ud800", "label": "text-1"}
    selector = {"type": "TextPositionSelector", "start": 0, "end": 3}
    body = {"purpose": "tagging", "value": "q"}
    item = {"target": {"source": source, "selector": selector}, "body": body}
    report = taken(nasty, json.dumps([item]).encode())
    (unread,) = report.unread
    assert unread.reason.startswith("0 to 3 is no passage of the text")
    assert tagged(nasty) == []
