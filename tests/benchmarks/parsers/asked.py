"""Settings, queries and patterns that are dear to read, or feared to be."""

from collections.abc import Iterator

from tests.benchmarks.parsers.made import Case, each, filled, named, repeated


def config() -> Iterator[Case]:
    yield from repeated(
        (b"a", b".a", b" = 1\n"), (b"a = ", b"[", b""), (b"a = ", b"{a=", b""),
        (b'a = "', b"a", b'"\n'), (b'a = """', b"a\n", b'"""\n'),
        (b"a = '''", b"'", b""),
        (b"a = ", b"9", b"\n"), (b"a = ", b"1_", b"1\n"), (b"a = [", b"1,", b"]\n"),
        (b'a = "', b"\\u0061", b'"\n'), (b"", b"#", b"\n"), (b"", b"\n", b""),
        (b"", b"[a]\n", b""), (b"", b"[[a]]\n", b""), (b"[", b"a.", b"a]\n"),
        (b"a = ", b"1e", b"\n"), (b"a = [", b"{a=1},", b"]\n"), (b"a = ", b" ", b"1\n"),
        (b"a = 2020-01-01T00:00:00.", b"9", b"\n"), (b"", b"[[a.b]]\n", b""),
        (b"a = 1.", b"9", b"\n"), (b"a = 0x", b"f", b"\n"), (b"a = 0b", b"1", b"\n"),
    )  # fmt: skip
    yield "keys that differ", b"".join(b"a%d = 1\n" % n for n in range(85_000))
    yield "tables that differ", b"".join(b"[a%d]\n" % n for n in range(110_000))
    yield "dots that differ", b"".join(b"a%d.b.c = 1\n" % n for n in range(65_000))
    yield "lines of many dots", filled(b".".join([b"a"] * 400) + b" = 1\n")
    yield (
        "tables of many dots",
        b"".join(b"[%s.b%d]\n" % (b".".join([b"a"] * 400), n) for n in range(1_200)),
    )


def query() -> Iterator[Case]:
    yield from each(
        b"a ", b"a", b'"', b"(", b")", b"-", b"- ", b"a OR ", b"OR ", b"NOT ",
        b"a NOT ",
        b"a*", b"*", b"tag:", b"tag:a ", b"site:a ", b'"a" ', b'tag:"', b"before:2020 ",
        b"a-b", b"a:b ", b"'", b"(a ", b"(a) ", b"((a OR b) ", b"in:sentence a ", b"a/",
        b"\xe6\xb1\x89", b"\xcc\x81", b"\0", b"AND ", b"NEAR(", b"a NEAR/", b"^a ",
        b"{",
        b"a AND (", b"NOT (", b"-(", b"in:", b"a* ",
    )  # fmt: skip


def pattern() -> Iterator[Case]:
    """Its length is bounded, so that all of these are as long as one may be."""
    pieces_ = (
        b"(", b"(a{9}){9}", b"a{1,4000}", b"(?:a{1,9}){1,9}", b"[a-z]", b"(?=a",
        b"(?i:",
        b"\\w", b"[^a]", b"(a|", b"(?:(?:(?:(?:a{99}){99}){99}){99}){99}",
        b"\\U0001f600",
        b"\\N{DIGIT ONE}", b"(a)\\1", b"[[", b"(?(1)a|b)", b"|a", b"a?", b"a*?", b"a++",
        "İ".encode(), "[İ-ﷺ]".encode(),
    )  # fmt: skip
    for piece in pieces_:
        yield f"{named(piece)} …", filled(piece, 500)
    yield "nested counts", b"(?:" * 60 + b"a" + b"{0,99})" * 60
    yield "nested counts at least", b"(?:" * 60 + b"a" + b"{9,})" * 60
