import io
import zipfile

from reader.exchange.formats import named, written
from reader.exchange.outgoing import Choices
from reader.handover.leaving import Leaving
from reader.store import Store
from tests.exchange.conftest import Made, annotate, exported, taken


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_brat_gets_a_text_and_its_annotations(nasty: Store) -> None:
    annotate(nasty, Made(0, 0, 32, "mood/calm", "one\ntwo\\n", "ana"))
    annotate(nasty, Made(0, 5, 4, "mood calm", "", "ana"))
    found = parts(exported(nasty, "brat"))
    text = nasty.articles.version(1).text
    assert found["00001-Harbour-falls-quiet.txt"] == text
    first, note, second = found["00001-Harbour-falls-quiet.ann"].splitlines()
    assert first == "T1\tmood_calm-2 0 19;21 32\tHarbour falls quiet The harbour"
    assert note == "#1\tAnnotatorNotes T1\tone\\ntwo\\\\n"
    assert second == "T2\tmood_calm 5 9\tur f"
    assert "mood_calm-2 | mood/calm\n" in found["visual.conf"]
    assert found["annotation.conf"].startswith("[entities]\nmood_calm\nmood_calm-2\n")


def test_what_brat_wrote_itself_is_read(nasty: Store) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("c/a.txt", "Anna saw Ben.\nThen Eve.")
        archive.writestr(
            "c/a.ann",
            "T1\tPerson 0 4\tAnna\nT2\tPerson 9 12;19 22\tBen Eve\n"
            "R1\tKnows Arg1:T1 Arg2:T2\nA1\tSure T1\n"
            "#1\tAnnotatorNotes T1\tqueen\nT3\tPerson 50 60\tnobody\n",
        )
        archive.writestr("c/b.ann", "T1\tX 0 1\ta\n")
    report = taken(nasty, out.getvalue())
    found = nasty.annotations.of(6)
    assert [(a.quote, a.memo) for a in found] == [
        ("Anna", "queen"),
        ("Ben.\nThen Eve", ""),
    ]
    assert [str(unread) for unread in report.unread] == [
        "a.ann line 6: 50 to 60 is no passage of the text, which has 0 to 23",
        "b.ann: there is no b.txt beside it",
    ]
    assert "a.ann: 2 relations, events or attributes not read" in report.remarks


def test_conll_says_what_it_dropped(nasty: Store) -> None:
    annotate(nasty, Made(1, 0, 11, "price rise", "", "ana"))
    annotate(nasty, Made(1, 7, 4, "inside", "", "ana"))
    annotate(nasty, Made(1, 27, 5, "food", "", "ana"))
    out = io.BytesIO()
    done = written(named("conll"), Leaving(nasty), out, Choices())
    assert done.count == 2
    assert done.notes == (
        "1 annotation left out: others overlap them",
        "left out: inside on “rise” (Prices rise at the market, paragraph 1)",
        "memos and coders are not in a CoNLL file",
    )
    lines = out.getvalue().decode().split("\n")
    assert lines[:3] == ["-DOCSTART- -X- -X- O", "", "Prices _ _ B-price_rise"]
    assert "rise _ _ I-price_rise" in lines
    assert "Bread _ _ B-food" in lines
    assert "cost _ _ O" in lines
    assert all(line.count(" ") in (0, 3) for line in lines)


def test_the_matrix_counts_each_tag_on_each_article(nasty: Store) -> None:
    annotate(nasty, Made(0, 0, 7, "b", "", "ana"))
    annotate(nasty, Made(0, 8, 5, "b", "", "ben"))
    annotate(nasty, Made(1, 0, 6, "=a", "", "ana"))
    nasty.codebook.add("unused")
    head, first, second, third, *_ = exported(nasty, "matrix").decode().split("\r\n")
    assert head == ("article_id,article_title,article_source,article_published,'=a,b")
    assert first == "1,Harbour falls quiet,text-0.txt,,0,2"
    assert second == "2,Prices rise at the market,text-1.txt,,1,0"
    assert third[:2] + third[-4:] == "3,,0,0"
    whether = exported(nasty, "incidence").decode().split("\r\n")
    assert whether[:2] == [head, "1,Harbour falls quiet,text-0.txt,,0,1"]


def test_the_articles_are_listed(nasty: Store) -> None:
    annotate(nasty, Made(0, 0, 7, "b", "", "ana"))
    nasty.attributes.put(1, {"beat": "sea, ä", "memo": "=see 2"})
    head, first, *rest = exported(nasty, "articles").decode().split("\r\n")
    assert head.startswith("article_id,title,source,site,author,published,status,")
    assert first.startswith("1,Harbour falls quiet,text-0.txt,,,,unread,")
    assert ",1,b," in first
    assert first.endswith(',\'=see 2,"{""beat"": ""sea, ä""}",'), "no web page"
    assert len(rest) == 5
