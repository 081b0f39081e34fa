"""What other programs write, in their own words."""

import json

import pytest

from reader.exchange.incoming import FormatError
from reader.store import Store
from tests.exchange.conftest import taken


def found(store: Store) -> list[tuple[int, str, str, str]]:
    """Article, quote, tag and memo of each annotation."""
    return sorted(
        (a.article_id, a.quote, a.tag.path if a.tag else "", a.memo)
        for a in store.annotations.each(None, None, None)
    )


def test_taguette(nasty: Store) -> None:
    data = (
        "id,document,tag,content\r\n"
        "1,Harbour falls quiet,mood.calm,The harbour was quiet on Monday.\r\n"
        '2,text-1.txt,price,"Bread cost\r\nmore"\r\n'
        "2,TEXT-1,bread,Bread cost more\r\n"
        "3,Harbour falls quiet,,Nobody spoke\r\n"
        "4,No such thing,x,Nobody spoke\r\n"
    )
    report = taken(nasty, data.encode())
    assert found(nasty) == [
        (1, "The harbour was quiet on Monday.", "mood.calm", ""),
        (2, "Bread cost more", "bread", ""),
        (2, "Bread cost more", "price", ""),
    ]
    assert [str(unread) for unread in report.unread] == [
        "row 5: has neither a tag nor a memo",
        "row 6: there is no article “No such thing” here",
    ]
    assert report.remarks == ["a table of Taguette's"]


def test_the_table_of_hypothesis(nasty: Store) -> None:
    data = (
        "Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\r\n"
        "2026-03-01T12:30:00Z,ben,Harbour falls quiet,https://e.org,P,Annotation,"
        'Nobody spoke,so it was,"calm,sea"\r\n'
    )
    assert taken(nasty, data.encode()).new == 2
    assert found(nasty) == [
        (1, "Nobody spoke", "calm", "so it was"),
        (1, "Nobody spoke", "sea", "so it was"),
    ]


def test_what_the_client_of_hypothesis_exports(nasty: Store) -> None:
    """Its table has called the column of the quotes by two names."""
    data = (
        "Created at,Author,Page,URL,Group,Annotation/Reply Type,Quote,Comment,Tags\r\n"
        "2026-03-01T12:30:00Z,ben,Harbour falls quiet,https://e.org,P,Annotation,"
        "Nobody spoke,so it was,calm\r\n"
    )
    assert taken(nasty, data.encode()).new == 1
    reply = {
        "user": "acct:eve@hypothes.is",
        "text": "Was it so?",
        "tags": [],
        "references": ["AVx"],
        "target": [{"source": "https://e.org"}],
    }
    exported = {"client_version": "1.1500.0", "annotations": [reply]}
    (unread,) = taken(nasty, json.dumps(exported).encode()).unread
    assert unread.reason == "is a reply to another annotation"


def test_inception_counts_utf16_units(nasty: Store) -> None:
    text = nasty.articles.version(3).text
    start = text.index("sum") + 1  # after no emoji yet
    after = text.index("quoted")
    data = (
        "doc,user,begin,end,text,label\n"
        f"text-2.txt,ben,{start - 1},{start + 2},sum,calm\n"
        f"text-2.txt,ben,{after + 1},{after + 7},quoted,said\n"
    )
    assert not taken(nasty, data.encode()).unread
    assert [quote for _, quote, _, _ in found(nasty)] == ["quoted", "sum"]


def test_qualcoder_and_potato(nasty: Store) -> None:
    qualcoder = (
        '"File","Coder","Coded","Id","Codename","Coded_Memo","Category"\n'
        '"text-0.txt","ben","Nobody spoke","ctid:1","calm","why","moods"\n'
    )
    potato = (
        "schema,code,text,start,end,field,instance_id,source_doc,coder\n"
        "themes,price,Bread,27,32,text,1,text-1,ben\n"
    )
    assert taken(nasty, b"\xef\xbb\xbf" + qualcoder.encode()).new == 1
    assert taken(nasty, potato.encode()).new == 1
    assert found(nasty) == [
        (1, "Nobody spoke", "calm", "why"),
        (2, "Bread", "price", ""),
    ]


@pytest.mark.parametrize("shift", [0, 1])
def test_label_studio(nasty: Store, shift: int) -> None:
    """Its newer versions count code points, its older ones UTF-16 units."""
    text = "A 😀 and a storm."
    region = {"start": 10 + shift, "end": 15 + shift, "text": "storm"}
    task = {
        "id": 7,
        "data": {"text": text, "title": "Weather"},
        "annotations": [
            {
                "completed_by": {"email": "ben@example.org"},
                "created_at": "2026-03-01T12:30:00.000000Z",
                "result": [
                    {
                        "type": "labels",
                        "to_name": "text",
                        "value": {**region, "labels": ["calm", "sea"]},
                        "meta": {"text": ["why"]},
                    },
                    {"type": "choices", "value": {"choices": ["good"]}},
                    {"type": "relation", "from_id": "a", "to_id": "b"},
                ],
            },
            {"was_cancelled": True, "result": []},
        ],
    }
    report = taken(nasty, json.dumps([task]).encode())
    assert (report.new, report.articles) == (2, 1)
    assert [str(unread) for unread in report.unread] == [
        "task 1: a result of type choices labels no passage",
        "task 1: a result of type relation labels no text",
        "task 1: an annotation in it was cancelled",
    ]
    assert found(nasty) == [(6, "storm", "calm", "why"), (6, "storm", "sea", "why")]


def test_label_studio_as_json_min(nasty: Store) -> None:
    task = {
        "text": "A 😀 and a storm.",
        "id": 7,
        "label": [{"start": 10, "end": 15, "text": "storm", "labels": ["sea"]}],
        "sentiment": "good",
        "annotator": 1,
        "annotation_id": 12,
        "created_at": "2026-03-01T12:30:00.000000Z",
        "updated_at": "2026-03-01T12:30:00.000000Z",
        "lead_time": 12.5,
    }
    report = taken(nasty, json.dumps([task]).encode())
    assert (report.new, report.articles, report.unread) == (1, 1, [])
    assert found(nasty) == [(6, "storm", "sea", "")]


@pytest.mark.parametrize(
    ("text", "placed"), [("And a storm.", ["storm"]), ("A 😀 and a storm.", [])]
)
def test_offsets_without_words_are_not_guessed(
    nasty: Store, text: str, placed: list[str]
) -> None:
    """Label Studio writes no words where it was told not to keep them."""
    start = text.index("storm")
    value = {"start": start, "end": start + 5, "labels": ["sea"]}
    result = {"type": "labels", "to_name": "text", "value": value}
    task = {"data": {"text": text}, "annotations": [{"result": [result]}]}
    report = taken(nasty, json.dumps([task]).encode())
    assert [quote for _, quote, *_ in found(nasty)] == placed
    said = [each.reason for each in report.unread]
    assert len(said) == 1 - len(placed)
    assert all("UTF-16" in reason for reason in said)


def test_doccano(nasty: Store) -> None:
    lines = [
        {"id": 1, "text": "A 😀 storm.", "label": [[4, 9, "WIND"]], "Comments": []},
        {
            "text": "Two words.",
            "entities": [{"id": 1, "label": "W", "start_offset": 0, "end_offset": 3}],
            "relations": [],
        },
    ]
    report = taken(nasty, "\n".join(map(json.dumps, lines)).encode())
    assert (report.new, report.articles, report.unread) == (2, 2, [])
    assert [row[1:3] for row in found(nasty)] == [("storm", "WIND"), ("Two", "W")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (b"a,b,c\n1,2,3\n", "no program is known that writes 'a, b, c'"),
        (b'{"a": 1}', "this JSON is of no known kind"),
        (b'[{"a": 1}]', "this JSON is of no known kind"),
        (b'[{"a": ', "it is no JSON"),
        (b"[" * 100_000, "it is"),
        (b"id,document,tag,content\n1,a,b,\xff\xfe\n", "it is not UTF-8: byte 0xff"),
        (b"\x89PNG\r\n\x1a\n", "it is not UTF-8: byte 0x89"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(
    nasty: Store, data: bytes, reason: str
) -> None:
    with pytest.raises(FormatError) as caught:
        taken(nasty, data)
    assert reason in str(caught.value)
    assert found(nasty) == []
