from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.sources.decoding import decode
from reader.sources.refusal import UnreadableError

ENGLISH = "The minister said: “We won’t go – not this year.” The café costs €30.\n"
RUSSIAN = "Правительство вчера одобрило закон, который вступит в силу в августе.\n"

TEXTS = st.text(
    st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"]),
    min_size=1,
)


@given(TEXTS)
@settings(max_examples=60)
def test_utf_8_comes_back_exactly(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text
    assert decoded.encoding == "utf-8"


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (b"\xef\xbb\xbf", "utf-8", "utf-8-sig"),
        (b"\xff\xfe", "utf-16-le", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be", "utf-16-be"),
        (b"\xff\xfe\0\0", "utf-32-le", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be", "utf-32-be"),
    ],
)
@given(text=TEXTS)
@settings(max_examples=20)
def test_a_mark_says_the_encoding_and_is_left_out(
    mark: bytes, codec: str, name: str, text: str
) -> None:
    decoded = decode(mark + text.encode(codec))
    assert decoded.text == text
    assert decoded.encoding == name


def test_a_mark_further_on_is_one_character_of_the_text() -> None:
    assert decode("a\ufeffb".encode()).text == "a\ufeffb"


def test_the_mark_of_utf_32_before_what_is_none_is_that_of_utf_16() -> None:
    decoded = decode(b"\xff\xfe\0\0a\0")
    assert decoded.encoding == "utf-16-le"
    assert decoded.text == "\ufffda"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, "Ā bit of Latin, and more.\n"])
def test_utf_16_without_a_mark_is_known_by_its_zero_bytes(
    codec: str, text: str
) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, codec)


@pytest.mark.parametrize(
    "data", [b"one\0two", b"abc\0", b"a\0", b"ab\0c", b"one two\0"]
)
def test_a_nul_becomes_one_replacement_character(data: bytes) -> None:
    assert decode(data).text == data.decode().replace("\0", "\ufffd")


def test_two_letters_in_utf_16_are_known_by_their_zero_bytes() -> None:
    assert decode("no".encode("utf-16-le")).text == "no"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfea\0\x00\xd8b\0",  # half a surrogate pair in UTF-16
        b"a\xed\xa0\x80b",  # the same as three bytes that UTF-8 does not allow
    ],
)
def test_a_lone_surrogate_becomes_one_replacement_character(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.replaced) == ("a\ufffdb", 1)


@pytest.mark.parametrize(
    ("data", "replaced"),
    [
        (b"a\0b c\0d, and so on", 2),
        (b"\xef\xbb\xbfa\0b c", 1),
        (b"a\0b \xed\xa0\x80\xed\xa0\x80 c", 3),
        ("a\ufffdb \ufffd\0c".encode(), 1),
        ("a\ufffdb".encode(), 0),
        ("a\ufffdb".encode("utf-16"), 0),
        (b"caf\xe9", 0),
    ],
)
def test_only_what_was_not_written_as_such_counts_as_replaced(
    data: bytes, replaced: int
) -> None:
    assert decode(data).replaced == replaced


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (ENGLISH, "cp1252"),
        ("It’s on.", "cp1252"),
        ("Été à Nîmes", "cp1252"),
        ("A eleição não é uma questão de opinião; é de informação.", "cp1252"),
        ("Regeringen föreslår att stödet ska gälla även för företag.", "cp1252"),
        ("Müller grüßt Öl", "cp1252"),
        ("Rząd przyjął wczoraj ustawę o ochronie środowiska. Żółw śpi.", "cp1250"),
        ("Rząd przyjął wczoraj ustawę o ochronie środowiska.", "iso8859-2"),
        ("Vláda včera schválila návrh zákona; příští rok má být účinný.", "cp1250"),
        ("Az ősz során újabb intézkedések várhatók, fűtés nélkül.", "cp1250"),
        ("Cumhurbaşkanı Erdoğan, güneydoğusundaki şehirlerde konuştu.", "cp1254"),
        (ENGLISH.replace("€", "$"), "mac-roman"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("Η κυβέρνηση ενέκρινε χθες τον νόμο που θα ισχύει του χρόνου.", "cp1253"),
        ("הממשלה אישרה אתמול את החוק שייכנס לתוקף בשנה הבאה.", "cp1255"),
        ("وافقت الحكومة أمس على القانون الذي سيدخل حيز التنفيذ.", "cp1256"),
        ("政府は昨日、来年施行される法案を承認した。大臣は述べた。", "cp932"),
        ("政府は昨日、来年施行される法案を承認した。大臣は述べた。", "euc-jp"),
        ("政府昨天批准了将于明年生效的法律。部长对记者表示。", "gb18030"),
        ("政府昨天批准了將於明年生效的法律。部長對記者表示。", "big5"),
        ("정부는 어제 내년에 시행될 법안을 승인했다.", "cp949"),
    ],
)
def test_what_was_written_before_utf_8_is_read(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


def test_latin_1_is_named_by_the_encoding_that_contains_it() -> None:
    assert decode("Le café".encode("latin-1")).encoding == "cp1252"


@pytest.mark.parametrize("cut", [1, 2])
def test_a_damaged_utf_8_text_is_refused_with_the_place(cut: int) -> None:
    data = ("“So it is.” " * 3 + "…").encode()[:-cut]
    with pytest.raises(UnreadableError, match=rf"0xE2 at {len(data) - (3 - cut)};"):
        decode(data)


def test_half_a_unit_of_utf_16_is_refused_with_the_place() -> None:
    with pytest.raises(UnreadableError, match="0x63 at 6"):
        decode(b"\xff\xfea\0b\0c")


def test_bytes_of_no_encoding_are_refused_with_the_place() -> None:
    noise = b"Only" + Random(1).randbytes(500).replace(b"\0", b"")
    first = next(place for place, byte in enumerate(noise) if byte > 0x7F)
    with pytest.raises(UnreadableError, match=f"0x{noise[first]:02X} at {first}"):
        decode(noise)


@pytest.mark.parametrize(
    ("text", "newline"),
    [
        ("a\nb\n", "lf"),
        ("a\r\nb\r\n", "crlf"),
        ("a\rb\r", "cr"),
        ("a\r\nb\n", "mixed"),
        ("a\rb\n", "mixed"),
        ("a\x85b\u2028c", "none"),
    ],
)
def test_line_ends_are_named_and_kept(text: str, newline: str) -> None:
    decoded = decode(text.encode())
    assert decoded.newline == newline
    assert decoded.text == text
