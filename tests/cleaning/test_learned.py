"""The learned model: whole numbers, the same on every machine, and in words."""

import json
import lzma
import subprocess
import sys
import zlib

import pytest

from reader.cleaning import clean
from reader.cleaning.learned.columns import FEATURES
from reader.cleaning.learned.grams import LOOKS, look_of, look_places, word_places
from reader.cleaning.learned.judge import judge, model_for
from reader.cleaning.learned.languages import language_of
from reader.cleaning.learned.scores import GRAIN, LEAST, MOST, spoken
from reader.cleaning.learned.weights import FILE, dump, load
from reader.cleaning.reading import _SHORT_LOOKED, CRUMB, MOST_CRUMBS, read
from reader.cleaning.verdicts import Strength
from tests.cleaning.labelled import LANGUAGES, labelled

TEXTS = list(labelled())
NAMES = ("English", "German", "French", "Spanish", "Russian", "Korean", "Chinese")


def numbers(value: object) -> list[object]:
    if isinstance(value, dict):
        return [one for item in value.values() for one in numbers(item)]
    if isinstance(value, list):
        return [one for item in value for one in numbers(item)]
    return [] if isinstance(value, str) else [value]


def test_every_weight_is_a_whole_number() -> None:
    stored = json.loads(lzma.decompress(FILE.read_bytes()))
    assert {type(number) for number in numbers(stored)} == {int}


def test_the_weights_file_is_small() -> None:
    assert FILE.stat().st_size < 1_000_000


def test_what_is_dumped_is_what_was_loaded() -> None:
    assert dump(load()) == dump(dict(reversed(list(load().items()))))
    assert lzma.decompress(dump(load())) == lzma.decompress(FILE.read_bytes())


def test_every_feature_is_there_and_asked_for() -> None:
    paper = read(TEXTS[0].lines)
    asked: set[str] = set()
    for weights in load().values():
        judged = judge(paper, weights)
        asked.update(weights.forest.features, weights.evidence)
        assert len(judged.scores) == len(paper.groups)
        assert {len(judged.found[name]) for name in FEATURES} == {len(paper.groups)}
    assert asked == set(FEATURES)


@pytest.mark.parametrize(
    ("code", "name"), zip(LANGUAGES, NAMES, strict=True), ids=LANGUAGES
)
def test_the_language_of_a_text_is_known(code: str, name: str) -> None:
    for text in (text for text in TEXTS if text.language == code):
        language = read(text.lines).language
        assert language is not None
        assert language.name == name


def test_a_language_that_is_none_of_ours_is_left_to_the_rules() -> None:
    lines = ["καλημέρα κόσμε του παλιού λιμανιού"] * 3 + ["Leave a Reply"]
    paper = read([f"{line} {number}" for number, line in enumerate(lines)])
    assert language_of(["καλημέρα", "κόσμε"]) is None
    assert model_for(paper) is None


def test_what_is_all_crumbs_is_left_to_the_rules() -> None:
    prose = "The harbour was quiet on Monday, and nobody spoke of the storm."
    junk = ["Leave a Reply", "More news: A dog wins the race"]
    for crumb, count, is_judged in (
        ("a", MOST_CRUMBS // 2, True),
        (prose[: CRUMB + 2], MOST_CRUMBS, True),
        ("a", MOST_CRUMBS, False),
    ):
        lines = [*[prose] * 9, *[crumb] * count, *junk]
        assert (model_for(read(lines)) is not None) == is_judged
        cleaned = clean("\n".join(lines))
        assert [line.hidden for line in cleaned.lines[-2:]] == [True, True]
        assert not cleaned.lines[0].hidden


def test_what_was_seen_in_another_language_does_not_matter() -> None:
    said = "Les gens de la ville et des champs"
    german, french = (
        [*next(text for text in TEXTS if text.language == code).lines, said]
        for code in ("de", "fr")
    )
    weights = load()["any"]
    _SHORT_LOOKED.clear()
    alone = judge(read(german), weights).scores
    _SHORT_LOOKED.clear()
    judge(read(french), weights)
    assert judge(read(german), weights).scores == alone


def test_a_line_is_hidden_for_reasons_that_a_reader_understands() -> None:
    for text in TEXTS:
        for line in clean(text.text, strength=Strength.STRICT).lines:
            assert not line.hidden or " " in line.rule or "“" in line.rule


def test_places_lie_in_their_tables() -> None:
    size = len(load()["english"].words)
    for text in TEXTS:
        paper = read(text.lines)
        for mark, said in zip(paper.marks, paper.said, strict=True):
            assert all(0 <= place < LOOKS for place in look_places(look_of(mark)))
            assert all(0 <= place < size for place in word_places(said.tokens))


def test_what_words_say_is_what_their_places_weigh() -> None:
    weights = load()["english"]
    lines = ["", "Menu", "Sign in", "Read more news", "From the same four words"]
    lines += [line for text in TEXTS for line in text.lines]
    paper = read(lines)
    for said, score in zip(paper.said, spoken(paper, weights)[1], strict=True):
        weight = sum(weights.words[place] for place in word_places(said.tokens))
        assert score == max(LEAST, min(weight // GRAIN, MOST))


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_order_in_which_python_hashes_does_not_matter(seed: str) -> None:
    code = (
        "import sys, zlib\n"
        "from reader.cleaning import clean\n"
        "text = sys.stdin.buffer.read().decode()\n"
        "print(zlib.crc32(repr(list(clean(text).lines)).encode()))"
    )
    text = "\n".join(TEXTS[3].lines)
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=text.encode(),
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
    )
    assert int(done.stdout) == zlib.crc32(repr(list(clean(text).lines)).encode())


@pytest.mark.parametrize(
    "text",
    ["\n" * 50_000, "a\n" * 20_000, "word and the " * 80_000, "x" * 1_000_000],
    ids=["empty lines", "one letter lines", "one long line", "one long word"],
)
def test_a_text_that_nobody_would_write_is_done_with(text: str) -> None:
    assert len(clean(text).lines) == text.count("\n") + 1
