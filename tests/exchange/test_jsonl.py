import json
from typing import Any

from reader.store import Store
from reader.text.units import Unit
from tests.exchange.conftest import Made, annotate, exported, taken


def lines(data: bytes) -> list[Any]:
    return [json.loads(line) for line in data.decode().split("\n") if line]


def test_an_article_is_a_line_and_its_spans_lie_in_its_text(nasty: Store) -> None:
    for number in (0, 2, 3):
        annotate(nasty, Made(number, 5, 20, f"tag {number}", "", "ana"))
    found = lines(exported(nasty, "jsonl"))
    assert [line["meta"]["article_id"] for line in found] == [1, 3, 4]
    for line, number in zip(found, (0, 2, 3), strict=True):
        (span,) = line["spans"]
        text = str(line["text"])
        assert text == nasty.articles.version(number + 1).text
        assert text[span["start"] : span["end"]] == text[5:25]
        assert span["label"] == f"tag {number}"


def test_no_line_is_broken_by_any_kind_of_line_end(nasty: Store) -> None:
    annotate(nasty, Made(3, 0, 9, "tag", "one\u2028two\x85three\x0bfour", "ana"))
    data = exported(nasty, "jsonl")
    assert len(data.decode().splitlines()) == 1
    (line,) = lines(data)
    assert line["spans"][0]["memo"] == "one\u2028two\x85three\x0bfour"


def test_utf16_offsets_are_what_a_browser_counts(nasty: Store) -> None:
    annotate(nasty, Made(3, 5, 20, "tag", "", "ana"))
    (line,) = lines(exported(nasty, "jsonl", unit=Unit.UTF16))
    assert line["meta"]["offset_unit"] == "utf16"
    (span,) = line["spans"]
    units = str(line["text"]).encode("utf-16-le")[span["start"] * 2 : span["end"] * 2]
    assert units.decode("utf-16-le") == nasty.articles.version(4).text[5:25]


def test_what_prodigy_writes_is_read(nasty: Store) -> None:
    tasks = [
        {
            "text": "Nobody spoke of 😀 storms.",
            "spans": [{"start": 16, "end": 17, "label": "FACE", "token_start": 3}],
            "answer": "accept",
            "_input_hash": 1,
        },
        {"text": "Other", "spans": [{"start": 0, "end": 5, "label": "X"}]},
        {"text": "No", "spans": [], "answer": "reject"},
        {"text": "Bad", "spans": [{"start": 2, "end": 9, "label": "X"}]},
    ]
    data = "\n".join(map(json.dumps, tasks)) + "\nnot json\n"
    report = taken(nasty, data.encode())
    assert (report.new, report.articles) == (2, 3)
    assert [str(unread) for unread in report.unread] == [
        "line 3: was answered with reject",
        "line 4, span 1: 2 to 9 is no passage of the text, which has 0 to 3",
        "line 5: is no article: it has no text",
    ]
    found = nasty.annotations.of(6)
    assert [(a.quote, a.tag and a.tag.path) for a in found] == [("😀", "FACE")]
