import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.safe import safe_line
from reader.text.web_address import (
    NoWebAddressError,
    addresses,
    is_web,
    web_address,
)


@pytest.mark.parametrize(
    ("written", "host", "opened"),
    [
        ("http://a.example/b?c=1&d=2#e", "a.example", "http://a.example/b?c=1&d=2#e"),
        (" HTTPS://A.Example/B \n", "a.example", "https://a.example/B"),
        ("https://a.example:8443", "a.example:8443", "https://a.example:8443"),
        ("https://[::1]:80/x", "[::1]:80", "https://[::1]:80/x"),
        # What stands before an `@` leads nowhere.
        ("https://bank.example@b.example/", "b.example", None),
        ("https://bank.example:x@b.example/@c.example", "b.example", None),
        # Letters that look like others, and those that are no ASCII.
        ("https://аррӏе.com/", "xn--80ak6aa92e.com", "https://xn--80ak6aa92e.com/"),
        ("https://a.example/é?ü", "a.example", "https://a.example/%C3%A9?%C3%BC"),
        # What would end a quotation of a shell, or be run in it.
        ("http://a.example/'$(x)`y`\"", "a.example",
         "http://a.example/%27%24(x)%60y%60%22"),
        ("http://a.example/%s%action", "a.example", "http://a.example/%s%ACtion"),
    ],
)  # fmt: skip
def test_an_address_says_where_it_leads(
    written: str, host: str, opened: str | None
) -> None:
    address = web_address(written)
    assert address.host == host
    assert address.written == written.strip()
    assert address.opened == (opened or written)


@pytest.mark.parametrize(
    "text",
    [
        "", "/news/a.txt", "a.jsonl:1", "www.a.example", "javascript:alert(1)",
        "file:///etc/passwd", "data:text/html,x", "ftp://a.example/", "-oProxyCommand",
        "--new-window http://a.example/", "//a.example/", "mailto:a@b.example",
        "http:a.example", "http://", "https:///x", "https://@/", "http://?x",
        "http://a.example --flag", "http://a.example/a b", "http://a.example/a\tb",
        "http://a.example\\@b.example/", "http://a.example/\x1b[2J",
        "http://a.example/\0", "http://a.example/\u202e", "http://a.example/\u3000x",
        "http://a\nb.example/", "http://a.example:port/", "http://a.example:99999/",
        "http://[::1/", "http://a..example/", "http://b%2eexample/",
        "http://\u2100.example/", f"http://a.example/{'a' * 2_000}",
    ],
)  # fmt: skip
def test_what_is_none_or_could_be_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(NoWebAddressError):
        web_address(text)


@given(st.text() | st.text().map("http://a.example/{}".format))
def test_what_a_browser_gets_is_one_word_of_ascii_and_begins_with_its_scheme(
    text: str,
) -> None:
    try:
        address = web_address(text)
    except NoWebAddressError:
        return
    assert is_web(text)
    assert address.opened.startswith(("http://", "https://"))
    assert address.opened.isascii()
    assert address.opened.isprintable()
    assert not set(" '\"`$\\<>|") & set(address.opened)
    assert safe_line(address.written) == address.written


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See http://a.example/b, or (https://c.example/d).",
         ["http://a.example/b", "https://c.example/d"]),
        ("[x](https://a.example/y) <http://b.example/>",
         ["https://a.example/y", "http://b.example/"]),
        ("https://a.example/wiki/Foo_(bar)", ["https://a.example/wiki/Foo_(bar)"]),
        ("http://a.example/\x1b[2J", ["http://a.example/"]),
        ("www.a.example, javascript:x, file:///y, http://", []),
    ],
)  # fmt: skip
def test_the_addresses_of_a_text_end_before_its_punctuation(
    text: str, found: list[str]
) -> None:
    assert list(addresses(text)) == found
