"""Files of annotations that are dear to read, or feared to be."""

from collections.abc import Iterator

from tests.benchmarks.parsers.made import Case, filled, repeated


def annotations() -> Iterator[Case]:
    ours = b"article_title,source,tag,quote,start,end\n"
    yield from repeated(
        (ours, b"a,b,c,d,0,1\n", b""), (ours + b'a,b,c,"', b"a", b'",0,1\n'),
        (ours + b"a,b,c,d,", b"9", b",1\n"), (ours, b",", b"\n"), (ours, b"\n", b""),
        (ours, b'"', b""), (ours + b"a,b,", b"a/", b",d,0,1\n"),
        (b"tag,", b"a,", b"\n"),
        (b"[", b"[", b""), (b"{", b'"a":{', b""), (b"[", b"1,", b"1]"),
        (b"[", b'{"target":{},"body":[]},', b"1]"), (b"[", b"9", b"]"),
        (b'["', b"a", b""),
        (b"[", b'{"target":{"selector":[{"type":"TextQuoteSelector","exact":"a"}]}},',
         b"1]"),
        (b"", b'{"text":"a","spans":[{"start":0,"end":1,"label":"b"}]}\n', b""),
        (b'{"text":"a","spans":[', b'{"start":0,"end":1,"label":"b"},', b"1]}"),
        (b'{"text":"', b"a", b'"}'), (b'[{"data":{"text":"a"},"annotations":[',
                                      b'{"result":[]},', b"1]}]"),
        (b"<CodeBook>", b"<a>", b""), (b"<CodeBook><a ", b"a='b' ", b"/></CodeBook>"),
        (b"<CodeBook>", b"<Codes><Code name='a'>", b""), (b"<CodeBook>", b"&a;", b""),
        (b"<CodeBook><Codes>", b"<Code name='a'/>", b"</Codes></CodeBook>"),
        (b"<CodeBook a='", b"a", b"'/>"), (b"<CodeBook>", b"a", b"</CodeBook>"),
        (b"<!DOCTYPE a [", b"<!ENTITY a 'b'>", b"]><CodeBook/>"), (b"<", b"a:", b"/>"),
        (b"<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '", b"&a;",
         b"'>]><CodeBook>&b;&b;&b;&b;&b;&b;</CodeBook>"),
        (b"<CodeBook>", b"<!--a-->", b"</CodeBook>"),
        (b"<CodeBook>", b"<![CDATA[", b""),
    )  # fmt: skip
    spaces = b"".join(b"<a xmlns:b%d='c'>" % n for n in range(240))
    yield "240 name spaces deep", b"<CodeBook>" + spaces + filled(b"<b1:a/>")
    yield (
        "attributes that differ",
        b"<CodeBook " + b" ".join(b"a%d='b'" % n for n in range(90_000)) + b"/>",
    )


def brat() -> Iterator[Case]:
    yield from repeated(
        (b"", b"T1\tA 0 1\ta\n", b""), (b"T1\tA ", b"0 1;", b"\ta\n"),
        (b"T1\tA 0 1\ta\n", b"#1\tAnnotatorNotes T1\ta\n", b""), (b"", b"#1\t", b""),
        (b"T1\tA ", b"9", b"\ta\n"),
        (b"T1\tA 0 1\ta\n#1\tAnnotatorNotes T1\t", b"\\", b""),
        (b"", b"R1\ta\n", b""), (b"[entities]\n", b"a\n", b""), (b"", b"!", b"a\n"),
        (b"[labels]\n", b"a | b\n", b""), (b"[labels]\n", b"a |", b"\n"),
        (b"", b"A\n", b""),
    )  # fmt: skip


def cas() -> Iterator[Case]:
    head = b'{"%FEATURE_STRUCTURES":[{"sofaString":"a"},'
    yield from repeated(
        (head, b'{"begin":0,"end":1,"%TYPE":"custom.A","value":"b"},', b"{}]}"),
        (head, b'{"begin":0,"%TYPE":"uima.A"},', b"{}]}"),
        (head, b"{},", b"{}]}"),
        (head + b'{"begin":0,"end":1,', b'"a":"b",', b'"c":"d"}]}'),
        (b'{"%FEATURE_STRUCTURES":[{"sofaString":"', b"a", b'"}]}'),
        (head + b'{"documentTitle":"', b"a", b'"}]}'),
    )
    kinds = b",".join(b'{"begin":0,"%%TYPE":"uima.A%d"}' % n for n in range(30_000))
    yield "30,000 layers", head + kinds + b"]}"
    features = b",".join(b'"a%d":"b"' % n for n in range(80_000))
    yield "80,000 features", head + b'{"begin":0,"end":1,' + features + b"}]}"
    memos = b'"comment":"' + b"a" * 500_000 + b'",'
    features = b",".join(b'"a%d":"b"' % n for n in range(40_000))
    yield (
        "a memo for 40,000 tags",
        head + b'{"begin":0,"end":1,' + memos + features + (b"}]}"),
    )


_HEAD = b'<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0">'
_BOOK, _BOOKS = b"<CodeBook><Codes>", b"</Codes></CodeBook></Project>"
_SOURCE = (
    b'<Sources><TextSource guid="6ba7b810-9dad-11d1-80b4-00c04fd430c8" name="a"'
    b' plainTextPath="internal://a.txt">'
)
_SOURCES = b"</TextSource></Sources></Project>"
_MARK = b'<PlainTextSelection startPosition="0" endPosition="1" guid="a">'


def project() -> Iterator[Case]:
    coded = _MARK + b'<Coding><CodeRef targetGUID="a"/></Coding></PlainTextSelection>'
    yield from repeated(
        (_HEAD + _BOOK, b'<Code guid="a" name="b"/>', _BOOKS),
        (_HEAD + _BOOK + b'<Code guid="a" name="', b"b", b'"/>' + _BOOKS),
        (_HEAD + _BOOK + b'<Code guid="a" name="', b"/", b'"/>' + _BOOKS),
        (_HEAD + _SOURCE, coded, _SOURCES),
        (_HEAD + _SOURCE, _MARK + b"</PlainTextSelection>",
                                          _SOURCES),
        (_HEAD + _SOURCE + _MARK, b'<Coding><CodeRef targetGUID="a"/></Coding>',
         b"</PlainTextSelection>" + _SOURCES),
        (_HEAD + b"<Sources>", _SOURCE[9:] + b"</TextSource>", b"</Sources></Project>"),
        (_HEAD + b"<Users>", b'<User guid="a" name="b"/>', b"</Users></Project>"),
        (_HEAD + b"<Notes>", b'<Note guid="a" name="b"/>', b"</Notes></Project>"),
        (_HEAD + _SOURCE + b"<Description>", b"a", b"</Description>" + _SOURCES),
        (_HEAD + _SOURCE + b"<Description>", b"<a>b</a>", b"</Description>" + _SOURCES),
        (_HEAD, b"<a>", b""), (_HEAD, b"<a/>", b"</Project>"),
    )  # fmt: skip
    yield from _many_codes()


def _many_codes() -> Iterator[Case]:
    yield (
        "codes 200 deep with long names",
        _HEAD
        + _BOOK
        + b"".join(
            b'<Code guid="%d" name="%s">' % (n, b"b" * 4_900) for n in range(200)
        )
        + b"</Code>" * 200
        + _BOOKS,
    )
    codes = b"".join(b'<Code guid="%d" name="%d"/>' % (n, n) for n in range(15_000))
    marks = b"".join(
        _MARK + b'<Coding><CodeRef targetGUID="%d"/></Coding></PlainTextSelection>' % n
        for n in range(4_000)
    )
    yield (
        "codes and their marks",
        _HEAD + _BOOK + codes + b"</Codes></CodeBook>" + (_SOURCE + marks + _SOURCES),
    )


def codebooks() -> Iterator[Case]:
    yield from repeated(
        (b"", b"a/", b"b\n"), (b"", b"a\n", b""), (b"", b"a > ", b"b\n"),
        (b"", b" ", b"a"),
        (b"tag,description\n", b"a,b\n", b""), (b'tag,description\na,"', b"b", b'"\n'),
        (b"tag\n", b"a/", b"\n"), (b"tag,key\n", b"a,b\n", b""), (b"tag\n", b'"', b""),
        (b"tag,", b"a,", b"\n"), (b"", b"\ta\n", b""), (b"Code\n", b"a\n", b""),
        (b"tag,colour\na,", b"f", b"\n"), (b"", b"a\\", b"\n"), (b"", b"\n", b"a\n"),
    )  # fmt: skip
    deep = b"".join(b"  " * n + b"a%d\n" % n for n in range(960))
    yield "960 levels by their indents", deep
    long_ = b"".join(b"  " * n + b"a" * 2_000 + b"%d\n" % n for n in range(380))
    yield "380 levels with long names", long_
    yield "tags that differ", b"".join(b"a%d\n" % n for n in range(140_000))
    yield "paths that differ", b"".join(b"a/b%d/c%d\n" % (n, n) for n in range(60_000))
