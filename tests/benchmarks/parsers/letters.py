"""E-mails that are dear to read, or feared to be."""

from collections.abc import Iterator

from tests.benchmarks.parsers.made import Case, repeated

_MULTI = b"From: a\nContent-Type: multipart/mixed; boundary=a\n\n"
_HEADS = (
    (b"Subject: ", b"a", b""), (b"Subject: ", b"a ", b""),
    (b"Subject: ", b"=?", b""),
    (b"Subject: ", b"=?utf-8?b?YQ==?= ", b""),
    (b"Subject: ", b"=?utf-8?q?a?=", b""),
    (b"Subject: ", b"=?utf-8?q?=", b"?="), (b"Subject: ", b"a\n ", b""),
    (b"Subject: ", b"\n ", b"a"), (b"Subject: a\n", b"Subject: a\n", b""),
    (b"From: ", b"a", b""), (b"From: ", b"(", b""), (b"From: ", b"<", b""),
    (b"From: ", b"a,", b""), (b"From: ", b"a@b.c,", b""), (b"From: ", b'"', b""),
    (b"From: ", b"\\", b""), (b"From: ", b"[", b""), (b"From: ", b"a.", b"@b"),
    (b"From: ", b"a:", b";"), (b"From: ", b"@a", b""), (b"From: ", b"(a)", b""),
    (b"From: ", b"=?utf-8?b?YQ==?= ", b"<a@b.c>"), (b"From: ", b"\xc3\xa9", b""),
    (b"To: ", b"a@b.c,", b""), (b"From: a\n", b"Received: a\n", b""),
    (b"From: ", b"<a@b>", b""), (b"From: ", b"a b ", b""), (b"From: ", b".", b""),
    (b"Date: ", b"1 ", b""), (b"Date: ", b"a", b""), (b"Date: ", b":", b""),
    (b"Date: ", b"9", b""), (b"Date: ", b"1:", b""), (b"Date: ", b"-1", b""),
    (b"Content-Type: text/plain", b"; a=b", b""), (b"Content-Type: ", b"a", b""),
    (b"Content-Type: text/plain", b"; a*0=b", b""),
    (b"Content-Type: text/plain; a=", b'"', b""),
    (b"Content-Type: text/plain", b";", b""), (b"Content-Type: a/b;", b"(", b""),
    (b"Content-Type: text/plain; charset=", b"a", b""),
    (b"Content-Type: text/plain; charset*=", b"%41", b""),
    (b"Content-Disposition: attachment", b"; filename=a", b""),
    (b"Content-Disposition: ", b"(", b""),
    (b"Content-Transfer-Encoding: ", b"a", b""),
    (b"Content-Transfer-Encoding: ", b"(", b""), (b"MIME-Version: ", b"(", b""),
    (b"MIME-Version: ", b"1.", b""), (b"Message-ID: ", b"<", b""),
    (b"", b"a: b\n", b""),
    (b"Message-ID: ", b"(", b""), (b"Message-ID: <", b"a@", b">"),
    (b"", b"a:\n", b""), (b"From: a\n", b"a", b": b"), (b"From: a\n", b" ", b""),
    (b"From: a\n", b"\r", b""), (b"From: a\n", b"\r\n ", b""),
    (b"", b"From \n", b""),
)  # fmt: skip

_PARTS = (
    (_MULTI, b"--a\n\na\n", b"--a--\n"), (_MULTI, b"--a\n", b""), (_MULTI, b"--", b""),
    (_MULTI, b"--a\nContent-Type: multipart/mixed; boundary=a\n\n", b""),
    (_MULTI, b"--a--\n", b""),
    (_MULTI, b"--a\nContent-Type: text/html\n\n<p>a\n", b""),
    (_MULTI, b"--a\nContent-Type: message/rfc822\n\n", b"\n\na"),
    (b"", b"Content-Type: message/rfc822\n\n", b"From: a\n\na"),
    (_MULTI, b"--a\nContent-Type: multipart/related\n\n", b""),
    (b"From: a\nContent-Transfer-Encoding: base64\n\n", b"YQ==\n", b""),
    (b"From: a\nContent-Transfer-Encoding: base64\n\n", b"YWFh", b""),
    (b"From: a\nContent-Transfer-Encoding: base64\n\n", b"=", b""),
    (b"From: a\nContent-Transfer-Encoding: quoted-printable\n\n", b"=", b""),
    (b"From: a\nContent-Transfer-Encoding: quoted-printable\n\n", b"=61", b""),
    (b"From: a\nContent-Transfer-Encoding: x-uuencode\n\nbegin 6 a\n", b"!80\n",
     b""),
    (b"From: a\nContent-Type: text/plain; charset=utf-7\n\n", b"+AGE-", b""),
    (b"From: a\nContent-Type: text/plain; charset=idna\n\n", b"xn--a.", b""),
    (b"From: a\nContent-Type: text/plain; charset=punycode\n\n", b"a-b", b""),
    (b"From: a\nContent-Type: text/plain; charset=unicode_escape\n\n", b"\\u", b""),
    (b"From: a\nContent-Type: text/html\n\n", b"<div>", b"a"),
    (b"From: a\nContent-Type: multipart/alternative; boundary=", b"a",
     b"\n\n--a\n"),
)  # fmt: skip


def mail() -> Iterator[Case]:
    body = b"\n\nA text.\n"
    for head, piece, tail in _HEADS:
        yield from repeated((head, piece, tail + body))
    yield from repeated(*_PARTS)
    yield from _nested_parts()


def _nested_parts() -> Iterator[Case]:
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n)
        for n in range(16_000)
    )
    yield "parts in parts, each its own boundary", b"From: a\n" + deep + b"\n\na\n"
