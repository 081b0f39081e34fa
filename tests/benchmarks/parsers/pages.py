"""Texts, web pages and Markdown that are dear to read, or feared to be."""

from collections.abc import Iterator

from tests.benchmarks.parsers.made import (
    PROSE,
    SIZE,
    Case,
    each,
    filled,
    named,
    repeated,
)


def text() -> Iterator[Case]:
    words = (
        "\n", " ", "\t", "a", "a ", "a\n", "A\n", ".", ". ", "“", "”", '"', "'", "(",
        ")", "A. ", "Mr. ", "1,", "1. ", "9", "-", "—", "e\u0301", "\u0301", "👩‍🚀",
        "\u200d", "。", "汉", "汉。", "ก", "한국 ", "http://a.", "a@", "2020-01-01 ",
        "May 1, ", "Monday ", "Share this\n", "\r", "\r\n", "\ufeff", "\u2028",
        "\u202e",
        "# a\n", "* * *\n", "By A. B. ", "Read more: ", "(a (b ", "“a “b ", "a\n\n",
        "... ", "U.S. ", "“Oh,” he said. ", "- a\n", "1\n", "©\n", "&amp;", "\x1b[",
        "ß",
        "İ", "ﷺ", "Advertisement\n", "a-", "'a", "a'b", "@a ", "#a ", "|", "| a\n",
        ">\n",
        "あ\n", "。\n", "あ。あ\n", "…\n", "“a b\n", "\u0301\n", "ب ب. ب\n", "कि. क\n",
    )  # fmt: skip
    yield from each(*(word.encode() for word in words))
    yield from each(PROSE, PROSE + b"\n", PROSE + b"\n\n", PROSE[:-1])
    long_lines = PROSE * 400 + b"\n"
    yield "long lines", filled(long_lines)
    different = (f"{PROSE.decode()[:40]}{n}.\n" for n in range(25_000))
    yield "lines that differ", "".join(different).encode()
    for piece in (b"a\n", b"a\n\n", b"a b\n", b"A lot of words\n"):
        yield f"{named(piece)} beside prose", filled(piece) + (PROSE + b"\n") * 40
    yield from each(b"3.5\n", b"?=\n", b"From: a\n?=\n", b"?a b\n", b"a ?b c. d\n")
    letters = "".join(f"{chr(97 + n % 26)}\n" for n in range(SIZE // 2))
    yield "letters beside prose", (PROSE * 3 + b"\n") * 40 + letters.encode()
    yield "letters in prose", filled(b"a\n" * 200 + PROSE * 3 + b"\n")
    for charset in ("cp1251", "koi8-r", "cp1252", "gb18030", "cp932", "utf-16"):
        said = "Тихо в порту. " if charset in ("cp1251", "koi8-r") else "été "
        said = "港口很安静。" if charset == "gb18030" else said
        said = "港は静か。" if charset == "cp932" else said
        yield (
            f"in {charset}",
            (said * (SIZE // len(said.encode(charset)))).encode(charset),
        )
    for byte in (b"\x81", b"\x9d", b"\xff", b"\x80\xfe"):
        yield f"{named(byte)} in prose", filled(PROSE + byte)
        yield f"{named(byte)} behind prose", filled(PROSE) + byte
    yield "every byte", filled(bytes(range(1, 256)))


_TAGS = 9_990
"""Start tags of a page, just below what is still given to the extractor."""


def _page(piece: bytes, filling: bytes = PROSE) -> bytes:
    """A page of a megabyte with as many tags as are looked at."""
    count = _TAGS // (piece.count(b"<") - piece.count(b"</"))
    room = max(0, SIZE // count - len(piece))
    room //= max(1, piece.count(b"@"))
    prose = (filling * (room // len(filling) + 1))[:room]
    return b"<html><body>" + piece.replace(b"@", prose) * count + b"</body></html>"


_PAGES = (
    (b"<p>a</p>", b'<a href="', b""), (b"<p>a</p>", b"<a b='", b""),
    (b"<p>a</p>", b"<!--", b""), (b"<p>a</p>", b"<!-- -", b""),
    (b"<p>a</p>", b"<![CDATA[", b""), (b"<p>a</p>", b"<?", b""),
    (b"<p>a</p>", b"</", b""), (b"<p>a</p>", b"<", b""), (b"<p>a</p>", b"&", b""),
    (b"<p ", b"a=b ", b">a</p>"), (b"<p a='", b"<", b"'>a</p>"),
    (b"<p>a</p><script>", b"<script>", b""), (b"<script>", b"</scrip", b""),
    (b"<p>a</p>", b"<script>a</script>", b""), (b"<p>a</p>", b"<style>", b""),
    (b"<p>a</p>", b"<textarea>", b""), (b"<p>a</p>", b"<title>", b""),
    (b"", b"<div>", b"a"), (b"", b"<b><i>a", b""), (b"", b"<b>a<p></b>", b""),
    (b"", b"<a>", b"a"), (b"", b"<table><tr><td>", b"a"), (b"", b"<ul><li>", b"a"),
    (b"", b"<p>a", b""), (b"", b"<br>", b"a"), (b"", b"a<br>", b""),
    (b"<pre>", b"a\n", b"</pre>"), (b"", b"<font><nobr>", b"a"),
    (b"<p>", b"a", b"</p>"), (b"<p>", b"a ", b"</p>"), (b"<p>", b"&nbsp;", b"a"),
    (b"<p>", b"&#x1f600;", b"</p>"), (b"<p>", b"http://a.example/", b"</p>"),
    (b"<p>", b"2020-01-01 ", b"</p>"), (b"", b"<meta name=date content=1>", b"a"),
    (b"<p>a", b"<time datetime=2020-01-01>", b""),
    (b"<script type=application/ld+json>", b"[", b"</script><p>a"),
    (b"<script type=application/ld+json>", b'{"a":', b"</script><p>a"),
    (b"<script type=application/ld+json>", b'{"headline":"a"},', b"</script><p>a"),
    (b"<p>a</p>", b'<script type="application/ld+json">{"headline":"a"}</script>',
     b""),
    (b"<title>", b"a | ", b"</title><p>a"), (b"<h1>", b"a ", b"</h1>"),
    (b"<!DOCTYPE a [", b'<!ENTITY b "c">', b"]><p>a"),
    (b"<svg>", b"<g>", b"a"), (b"", b"<select><option>a", b""),
    (b"", b"<frameset>", b"a"), (b"<p>", b"\n", b"a</p>"),
    (b"<p>a", b"\0", b"</p>"),
)  # fmt: skip

_SHAPES = (
    b"<p>@</p>", b"<p>@", b"<div>@</div>", b"<b>@</b>", b"<i>@</i>", b"<br>@",
    b"<a href=/a>@</a>", b"<li>@</li>", b"<ul><li>@</li></ul>", b"<h2>@</h2>",
    b"<tr><td>@</td></tr>", b"<table><tr><td>@</td></tr></table>",
    b"<span>@</span>",
    b"<p><a href=/a>@</a></p>", b"<blockquote>@</blockquote>", b"<pre>@</pre>",
    b"<code>@</code>", b"<del>@</del>", b"<article>@</article>", b"<img src=a>@",
    b"<section><p>@</p></section>", b"<dt>@</dt><dd>@</dd>", b"<figure>@</figure>",
    b"<p class=comment>@</p>", b"<div class=share>@</div>", b"<footer>@</footer>",
    b"<p>@<br><br></p>", b"<nav><a href=/a>@</a></nav>", b"<hr>@",
    b"<time datetime=2020-01-01>@</time>", b"<meta name=author content=b>@",
    b'<script type="application/ld+json">{"headline":"a"}</script>@',
    b"<title>@</title>", b"<option>@</option>", b"<form>@</form>", b"<q>@</q>",
    b"<script>a</script>@", b"<style>a</style>@", b"<svg></svg>@",
    b"<iframe></iframe>@",
    b"<button>a</button>@", b"<label>a</label>@", b"<input>@", b"<span></span>@",
    b"<a></a>@", b"<font><svg></svg>@</font>", b"<div class=share>a</div>@",
)  # fmt: skip


def html() -> Iterator[Case]:
    yield from repeated(*_PAGES)
    for tag in _SHAPES:
        yield f"page of {named(tag)}", _page(tag)
        yield f"short page of {named(tag)}", _page(tag, b"a")
    for depth in (50, 250):
        nested = b"<div>" * depth + b"<p>@</p>" + b"</div>" * depth
        yield f"page {depth} deep", _page(nested)
    for depth in (10, 30, 100):
        opened, closed = b"<table><tr><td>@", b"</td></tr></table>"
        yield f"page of cells {depth} deep", _page(opened * depth + closed * depth)
    for tag in (b"b", b"a", b"em", b"span", b"blockquote", b"table", b"font"):
        opened, closed = b"<%s>@" % tag, b"</%s>" % tag
        yield f"page of {tag.decode()} 200 deep", _page(opened * 200 + closed * 200)
    yield "different dates", _page(b"<p>2 May 2019 @</p>", b"on 3.4.2018 and then ")
    yield "page of addresses", _page(b"<a href='http://a.example/2019/05/02/b'>@</a>")
    yield "mixed encodings", filled("<p>été".encode("cp1252") + b"\xe2\x82\xac")


def markdown() -> Iterator[Case]:
    marks = (
        "[", "]", "[]", "[a](", "[a](<", "![", "![[", "*", "**", "***a", "_", "_a ",
        "*a_ ",
        "`", "`` ` ", "a`", ">", "> ", ">a\n", "> > ", "- ", "- - ", "- a\n  ", "1. ",
        "1. a\n", "    a\n", "\t", "#", "# a\n", "###### ", "a\n===\n", "a\n-\n",
        "***\n",
        "~~~\n", "```\na\n", "<a", "<a ", "<!--", "<?", "<![CDATA[", "<a@", "<http:",
        "&", "&amp;", "&#", "\\", "\\\n", "  \n", "[a]: b\n", "[a]: b\n[a]\n", "[a][b]",
        "[a]:\n", "[a]: <", "[a]: b '", "| a | b |\n|---|---|\n", "|", "a|b\n-|-\n",
        "<div>\n", "<div>\n\n", "*a **b ", "a**b", "**a*", "[[a]](b)", "![a](b)",
        "\n> ",
        "\n\n", "> - ", "- > 1. ", "a\\", "!", "~~", "https://a.b ", "[^1]: a\n",
        "* a\n",
        "+ a\n\n", "`a", "<b>*", "[*", "*[", "`[`", "\n    ", "- \n", "-\n", ">\n",
        "\u00a0",
    )  # fmt: skip
    for mark in marks:
        (case,) = each(mark.encode())
        yield case
        # As long as a text is that is looked at for marks.
        yield f"{case[0]} 300 kB", filled(mark.encode(), 299_000)
    ticks = b"".join(b"`" * n + b"a" for n in range(1, 1400))
    yield "more and more backticks", ticks[:SIZE]
    yield from repeated(
        (b"---\n", b"a: b\n", b""), (b"---\n", b"title: [", b"\n---\n"),
        (b"---\n", b"\n", b""), (b"---\n", b"--- \n", b""),
        (b"---\n", b"a:", b"\n---\n"),
        (b"---\ntitle: ", b"a", b"\n---\n"), (b"# ", b"*", b"\n"), (b"# ", b"[", b"\n"),
        (b"# ", b"a", b"\n"), (b"# ", b"`", b"\n"), (b"---", b" ", b"\n"),
    )  # fmt: skip
    nested = b"".join(b" " * n * 2 + b"- a\n" for n in range(770))
    yield "a list 770 deep", nested
    yield "quotes and lists 99 deep", filled(b"> - " * 50 + b"a\n")
    definitions = b"".join(b"[%d]: /a\n" % n for n in range(80_000))
    yield "80,000 addresses", definitions[:SIZE]
    yield "addresses and links", definitions[:150_000] + filled(b"[1][2] ", 149_000)
