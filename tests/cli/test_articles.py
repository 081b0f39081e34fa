import json

from reader.store import Order
from tests.cli.conftest import Command
from tests.conftest import HARBOUR


def test_the_list_is_an_array_of_objects(reader: Command) -> None:
    reader("tag", "1", "mood", "--quote", "The harbour was quiet on Monday.")
    first, second = json.loads(reader("list", "--json").stdout)
    assert first["id"] == 1
    assert first["title"] == "Harbour falls quiet"
    assert first["source"] == "text-0.txt"
    assert first["status"] == "unread"
    assert first["words"] > 20
    assert first["hidden_lines"] == 2
    assert first["annotations"] == 1
    assert first["tags"] == ["mood"]
    assert second["annotations"] == 0


def test_the_list_has_a_line_an_article_under_its_names(reader: Command) -> None:
    head, first, second = reader("list").stdout.splitlines()
    assert head.split() == ["id", "status", "words", "hidden", "tags", "title"]
    assert first.endswith("Harbour falls quiet")
    assert second.split()[:2] == ["2", "unread"]


def test_the_list_can_be_sorted(reader: Command) -> None:
    reader("import", "-", given=b"A first title\n\nText.\n")
    ids = [
        article["id"]
        for article in json.loads(reader("list", "--json", "--order", "title").stdout)
    ]
    assert ids == [3, 1, 2]


def test_show_leaves_out_the_hidden_lines(reader: Command) -> None:
    result = reader("show", "1")
    assert result.exit_code == 0
    assert "Share this story" not in result.stdout
    assert '"We saw nothing," said the pilot.' in result.stdout


def test_show_raw_is_the_text_to_the_byte(reader: Command) -> None:
    assert reader("show", "1", "--raw").stdout == HARBOUR
    reader("import", "-", given=b"No line end\r\nat the end")
    assert reader("show", "3", "--raw").stdout_bytes == b"No line end\r\nat the end"


def test_what_a_terminal_would_obey_is_exact_in_a_pipe(reader: Command) -> None:
    reader("import", "-", given=b"A title\n\nText \x1b[2J of it.\n")
    assert b"\x1b[2J" in reader("show", "3").stdout_bytes


def test_an_article_is_found_by_a_piece_of_its_title_or_file(reader: Command) -> None:
    for name in ["harbour", "Harbour falls quiet", "text-0", "text-0.txt", "1"]:
        assert reader("show", name, "--raw").stdout == HARBOUR


def test_a_name_that_is_exactly_one_articles_is_that_one(reader: Command) -> None:
    reader("import", "-", given=b"Harbour\n\nAnother one.\n")
    assert "Another one." in reader("show", "Harbour").stdout


def test_a_name_that_fits_several_is_refused_with_them(reader: Command) -> None:
    result = reader("show", "text-")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        "reader: text- fits 2 articles; say which by its id",
        "  1  Harbour falls quiet (text-0.txt)",
        "  2  Prices rise at the market (text-1.txt)",
    ]


def test_a_name_that_fits_none_is_refused(reader: Command) -> None:
    result = reader("show", "nowhere")
    assert result.exit_code == 2
    assert result.stderr.startswith("reader: no article has")
    assert "nowhere" in result.stderr


def test_every_order_of_the_store_can_be_asked_for(reader: Command) -> None:
    for order in Order:
        assert reader("list", "--order", order.value).exit_code == 0
