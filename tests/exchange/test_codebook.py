from pathlib import Path

import pytest

from reader.exchange.formats import FORMATS, Format, named
from reader.handover.leaving import Leaving, export
from reader.handover.preview import preview
from reader.handover.run import Run, StoppedError
from reader.store import Store
from reader.store.bulk import Chosen
from tests.exchange.conftest import Made, annotate, exported, taken, twins


def known(store: Store) -> dict[str, tuple[str, int, str]]:
    return {
        tag.path: (tag.description, tag.colour, tag.memo) for tag in store.tags.all()
    }


def test_a_codebook_comes_back() -> None:
    with twins() as (one, other):
        one.codebook.add("mood/calm", '=what, it\n"means"')
        one.codebook.add("sea")
        one.codebook.set_memo("sea", "a memo")
        one.codebook.recolour("sea", 5)
        data = exported(one, "codebook")
        assert data.startswith(b"tag,description,colour,key,uses,articles,memo,")
        report = taken(other, data)
        assert (report.tags, report.unread) == (2, [])
        assert known(other) == known(one)
        assert taken(other, data).tags == 0
        assert other.undo()
        assert other.tags.all() == []


def test_what_is_known_of_a_tag_is_not_replaced(nasty: Store) -> None:
    nasty.codebook.add("sea", "my words")
    data = b"tag,description,number of highlights,number of documents\nsea,theirs,1,1\n"
    report = taken(nasty, data + b"land,dry,1,1\n")
    assert report.remarks == ["a codebook", "sea: its description here was kept"]
    assert nasty.codebook.tag("sea").description == "my words"
    assert nasty.codebook.tag("land").description == "dry"


def test_a_codebook_has_one_column_that_names_the_tag(nasty: Store) -> None:
    """Taguette refuses a table with two, and takes a parent for more of the path."""
    nasty.codebook.add("sea/calm")
    names = exported(nasty, "codebook").decode().split("\r\n")[0].split(",")
    assert [name for name in names if name in ("tag", "name", "path", "parent")] == [
        "tag"
    ]


def test_rows_of_a_codebook_that_are_wrong_are_named(nasty: Store) -> None:
    data = b"tag,colour,key\na,mud,\nb,#abc,1\nc,,long\nd//e\nf,red,2,more\ng\n"
    report = taken(nasty, data)
    assert [tag.path for tag in nasty.tags.all()] == ["b", "g"]
    assert [str(unread) for unread in report.unread] == [
        "row 2: mud is no colour; write a name or #rrggbb",
        "row 4: long is no key; a key is one letter, digit or sign",
        "row 5: a tag needs a name; its parts stand between single slashes",
        "row 6: has 4 cells, and there are 3 columns",
    ]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (
            "Code,Memo\nMood > Calm,quiet\nand\\or,x\n",
            {"Mood/Calm": "quiet", "and/or": "x"},
        ),
        (
            "schema,annotation_type,code,parent,description,color,n_uses\n"
            "s,span,calm,mood,quiet,#77aadd,3\n",
            {"mood/calm": "quiet"},
        ),
        ("Name;Description\nsea;wet\n", {"sea": "wet"}),
    ],
)
def test_codebooks_of_other_programs(
    nasty: Store, data: str, found: dict[str, str]
) -> None:
    assert not taken(nasty, data.encode()).unread
    assert {tag.path: tag.description for tag in nasty.tags.all()} == found


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_preview_is_short_whatever_the_format(nasty: Store, form: Format) -> None:
    for number in range(5):
        for start in range(0, 40, 2):
            annotate(nasty, Made(number, start, 20, "tag", "memo", "ana"))
    annotate(nasty, Made(0, 0, 7, "tag", "long " * 40_000, "ben"))
    seen = preview(nasty, form, Chosen())
    assert 0 < len(seen.split("\n")) <= 8


def test_a_stopped_export_leaves_no_file(nasty: Store, tmp_path: Path) -> None:
    annotate(nasty, Made(0, 0, 7, "tag", "", "ana"))
    run = Run()
    run.stop()
    with pytest.raises(StoppedError):
        export(Leaving(nasty, run=run), named("csv"), tmp_path / "out.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_stopped_import_leaves_nothing_behind() -> None:
    class Stopping(Run):
        def reached(self, count: int) -> None:
            if count == 3:
                self.stop()
            super().reached(count)

    with twins() as (one, other):
        for start in range(0, 60, 10):
            annotate(one, Made(0, start, 8, f"tag{start}", "memo", "ben"))
        data, run = exported(one), Stopping()
        with pytest.raises(StoppedError):
            taken(other, data, run=run)
        assert run.done == 2
        assert other.tags.all() == []
        assert list(other.bulk.rows(Chosen())) == []
        assert taken(other, data).new == 6
