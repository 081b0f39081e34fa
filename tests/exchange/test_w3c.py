import json

from reader.store import Store
from tests.exchange.conftest import Made, annotate, exported, taken


def test_a_passage_is_named_by_its_place_and_by_its_words(nasty: Store) -> None:
    annotate(nasty, Made(3, 5, 20, "mood/calm", "a memo", "ben"))
    page = json.loads(exported(nasty, "w3c"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    (item,) = page["items"]
    version = nasty.articles.version(4)
    text = version.text
    (made,) = nasty.annotations.of(4)
    assert item["id"] == f"urn:uuid:{made.id}"
    assert item["motivation"] == "tagging"
    assert item["creator"] == {"type": "Person", "name": "ben"}
    assert [(b["purpose"], b["value"]) for b in item["body"]] == [
        ("tagging", "mood/calm"),
        ("commenting", "a memo"),
    ]
    assert item["target"]["source"]["id"] == f"urn:sha256:{version.sha256}"
    words, place = item["target"]["selector"]
    assert words == {
        "type": "TextQuoteSelector",
        "exact": text[5:25],
        "prefix": text[:5],
        "suffix": text[25:85],
    }
    assert place == {"type": "TextPositionSelector", "start": 5, "end": 25}


def test_without_annotations_it_is_a_page_all_the_same(nasty: Store) -> None:
    assert json.loads(exported(nasty, "w3c"))["items"] == []


def hypothesis(**more: object) -> dict[str, object]:
    return {
        "id": "aBcD",
        "created": "2026-03-01T12:30:00.000000+00:00",
        "updated": "2026-03-02T12:30:00.000000+00:00",
        "user": "acct:ben@hypothes.is",
        "uri": "https://example.org/harbour",
        "text": "So it was.",
        "tags": ["calm", "sea"],
        "document": {"title": ["Harbour falls quiet"]},
        "target": [
            {
                "source": "https://example.org/harbour",
                "selector": [
                    {"type": "RangeSelector", "startOffset": 3},
                    {"type": "TextPositionSelector", "start": 4000, "end": 4030},
                    {
                        "type": "TextQuoteSelector",
                        "exact": "Nobody  spoke of the storm",
                        "prefix": "quiet on Monday. ",
                        "suffix": ".",
                    },
                ],
            }
        ],
        **more,
    }


def test_what_hypothesis_writes_is_read(nasty: Store) -> None:
    page_note = hypothesis(target=[{"source": "https://example.org/harbour"}])
    data = {"export_userid": "ben", "annotations": [hypothesis(), page_note]}
    report = taken(nasty, json.dumps(data, indent=1).encode())
    assert [str(unread) for unread in report.unread] == [
        "annotation 2: names no passage: it is about the page as a whole"
    ]
    found = nasty.annotations.of(1)
    assert sorted(a.tag.path for a in found if a.tag) == ["calm", "sea"]
    assert {(a.quote, a.memo, a.coder) for a in found} == {
        ("Nobody spoke of the storm", "So it was.", "ben")
    }
    assert {a.created_at.isoformat() for a in found} == {"2026-03-01T12:30:00+00:00"}


def test_what_stands_twice_is_told_by_its_context_or_not_at_all(nasty: Store) -> None:
    def item(before: str, after: str) -> dict[str, object]:
        selector = {"type": "TextQuoteSelector", "exact": "one two"}
        selector |= {"prefix": before, "suffix": after}
        source = {"source": "text-4.txt", "selector": selector}
        return hypothesis(tags=["x"], document={"title": ["one two one two"]}) | {
            "target": [source]
        }

    page = {
        "items": [
            item("one two ", "\n\none"),
            item("", ""),
            item("one two one two\n\n", ""),
        ]
    }
    report = taken(nasty, json.dumps(page).encode())
    assert [a.span.start for a in nasty.annotations.of(5)] == [8, 17]
    (unread,) = report.unread
    assert unread.place == "annotation 2"
    assert "stands in 3 places of the article, at 0, 8, 17" in unread.reason
