"""The address that a page says it has."""

import pytest

from reader.sources.own_address import own_address

HERE = "https://news.example/2019/kim?id=1"


def page(head: str) -> bytes:
    return f"<html><head>{head}</head><body>Text.</body></html>".encode()


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="canonical" href="{HERE}">',
        f"<LINK HREF='{HERE}' REL='Canonical nofollow' />",
        f"<link rel=canonical href={HERE}>",
        f'<meta property="og:url" content="{HERE}">',
        f'<meta name="og:url" content=" {HERE} ">',
        f'<meta property="og:url" content="https://a.example/"><link rel="canonical"'
        f' href="{HERE}">',
        f'<link rel="canonical" href="/kim"><meta property="og:url" content="{HERE}">',
        f'<link rel="canonical" href="{HERE}"><link rel="canonical"'
        ' href="https://b.example/">',
    ],
)
def test_the_canonical_one_is_taken_else_that_for_sharing(head: str) -> None:
    assert own_address(page(head)) == HERE


def test_references_stand_for_their_signs() -> None:
    head = '<link rel="canonical" href="https://a.example/?a=1&amp;b=2">'
    assert own_address(page(head)) == "https://a.example/?a=1&b=2"


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<link rel="stylesheet" href="https://a.example/s.css">',
        '<link rel="canonical" href="/2019/kim">',
        '<link rel="canonical" href="javascript:alert(1)">',
        '<link rel="canonical" href="file:///etc/passwd">',
        '<link rel="canonical" href="https://a.example/\u202egpj">',
        '<link rel="canonical" href="https://a.example/\\b">',
        '<link rel="canonical">',
        f'<!-- <link rel="canonical" href="{HERE}"> -->',
        f'<script>"<link rel=canonical href={HERE}>"</script>',
        f'</head><body><link rel="canonical" href="{HERE}">',
    ],
)
def test_what_no_browser_may_have_or_no_head_says_is_none(head: str) -> None:
    assert own_address(page(head)) == ""


@pytest.mark.parametrize("sign", ["<link ", "<meta a", "<", 'a="', "a=b "])
def test_no_page_holds_it_up(sign: str) -> None:
    assert own_address(page(f"<link {sign * 100_000}")) == ""
    assert own_address(b"\x00\xff\xfe" * 1000) == ""
