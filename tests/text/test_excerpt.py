from reader.text.excerpt import excerpt, quoted, quoted_ends


def test_what_is_short_stands_as_it_is_on_one_line() -> None:
    assert excerpt("The harbour\n  was quiet.") == "The harbour was quiet."
    assert quoted_ends("The harbour\n  was quiet.") == "“The harbour was quiet.”"


def test_what_is_long_is_cut_at_its_end_or_in_its_middle() -> None:
    text = "The harbour was quiet on Monday. " * 1_000
    assert quoted(text, 20) == "“The harbour was qui…”"
    assert quoted_ends(text.strip(), 23) == "“The harbou … on Monday.”"
