from pathlib import Path

from reader.sources.pile import pile
from reader.sources.refusal import Refusal


def write(path: Path, text: str = "text") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_folder_gives_its_articles_in_order_and_its_folders_after(
    tmp_path: Path,
) -> None:
    for name in ["b.txt", "a.TXT", "sub/deep/d.text", "sub/c.md", "noending"]:
        write(tmp_path / name)
    found = [Path(str(file)).relative_to(tmp_path) for file in pile([tmp_path]).files]
    assert [str(path) for path in found] == [
        "a.TXT",
        "b.txt",
        "noending",
        "sub/c.md",
        "sub/deep/d.text",
    ]


def test_in_a_folder_other_names_are_passed_over_and_counted(tmp_path: Path) -> None:
    for name in ["a.txt", "b.jpg", "c.pdf", ".hidden.txt", ".git/d.txt"]:
        write(tmp_path / name)
    found = pile([tmp_path])
    assert found.files == (str(tmp_path / "a.txt"),)
    assert (found.passed_over, found.many) == (2, 0)
    for name in ["e.csv", "f.jsonl", "g.warc.gz", "h.zip"]:
        write(tmp_path / name)
    found = pile([tmp_path])
    assert (found.passed_over, found.many) == (6, 4)


def test_how_many_articles_come_is_known_unless_a_named_file_holds_many(
    tmp_path: Path,
) -> None:
    for name in ("a.txt", "b.csv"):
        write(tmp_path / name)
    assert pile([tmp_path, tmp_path / "a.txt", "-"]).is_counted
    assert not pile([tmp_path, tmp_path / "b.csv"]).is_counted


def test_a_named_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    file = write(tmp_path / ".hidden.xyz")
    assert pile([file]).files == (str(file),)


def test_links_to_folders_are_not_followed_and_so_never_round(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "round.txt").symlink_to(tmp_path)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    found = pile([tmp_path])
    assert found.files == (str(tmp_path / "a.txt"), str(tmp_path / "link.txt"))
    assert found.passed_over == 2


def test_a_path_that_leads_nowhere_is_refused_in_its_place(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    missing, found = pile([tmp_path / "none.txt", file]).files
    assert missing == Refusal(str(tmp_path / "none.txt"), "is not there")
    assert found == str(file)


def test_a_path_with_a_nul_is_refused() -> None:
    (refusal,) = pile(["a\0b"]).files
    assert isinstance(refusal, Refusal)
    assert "\0" not in str(refusal)


def test_the_dash_stays_for_standard_input() -> None:
    assert pile(["-"]).files == ("-",)
