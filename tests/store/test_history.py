from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reader.model import Span, Status, Version
from reader.store import Store, StoreError
from reader.text.sought import Sought
from tests.conftest import HARBOUR, MARKET, document, keep

TABLES = (
    "article", "version", "cleaning", "line_override", "tag", "annotation",
    "article_source", "attribute", "cleaning_rule", "reanchoring", "keyword",
    "rejection",
)  # fmt: skip
Command = Callable[[Store], object]


def tables(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that undo must restore."""
    conn = store._conn
    return {
        table: sorted(conn.execute(f"SELECT * FROM {table}"), key=repr)
        for table in TABLES
    }


def _newest(store: Store) -> Version:
    row = store._conn.execute("SELECT version_id FROM article WHERE id = 1").fetchone()
    return store.articles.version(row[0])


def _tag(start: int, length: int, name: str) -> Command:
    def run(store: Store) -> None:
        span = Span(start, start + length)
        store.annotations.tag(_newest(store), span, name)

    return run


def _note(start: int) -> Command:
    def run(store: Store) -> None:
        store.annotations.note(_newest(store), Span(start, start + 9), "hm")

    return run


def _remember(place: int, memo: str) -> Command:
    def run(store: Store) -> None:
        found = store.annotations.of(1)
        if found:
            store.annotations.set_memo(found[place % len(found)].id, memo)

    return run


def _remove(place: int) -> Command:
    def run(store: Store) -> None:
        found = store.annotations.of(1)
        if found:
            store.annotations.remove(found[place % len(found)].id)

    return run


def _override(line: int, hidden: bool) -> Command:
    def run(store: Store) -> None:
        store.verdicts.override(_newest(store), [line], hidden)

    return run


def _change(words: str) -> Command:
    def run(store: Store) -> None:
        text = HARBOUR.replace("Harbour", words, 1)
        file = replace(document(text), location="/news/harbour.txt")
        step = store.imports.open("import harbour.txt")
        store.imports.keep(step, [file])
        store.imports.close(step)

    return run


def _go_to(place: int) -> Command:
    def run(store: Store) -> None:
        steps = [step for step in store.steps.all() if not step.is_gone]
        store.steps.go_to(steps[place % len(steps)].id)

    return run


def _edit(method: str, *arguments: Any, **named: Any) -> Command:
    """A command on the codebook, or on what is known of an article.

    What it refuses changes nothing, and that is all that is asked here.
    """
    room, _, name = method.partition(".")

    def run(store: Store) -> None:
        before = tables(store)
        try:
            getattr(getattr(store, room), name)(*arguments, **named)
        except StoreError:
            assert tables(store) == before

    return run


def _split(places: list[int], into: str) -> Command:
    def run(store: Store) -> None:
        found = store.annotations.of(1)
        chosen = {found[place % len(found)].id for place in places} if found else ()
        store.codebook.split(sorted(chosen), into)

    return run


PATHS = st.sampled_from(["a", "b", "c", "a/b", "b/a", "a/b/c", "A"])
TEXTS = st.sampled_from(["", "why", "because"])
EDITS = st.one_of(
    st.builds(_edit, st.just("codebook.add"), PATHS, TEXTS),
    st.builds(_edit, st.just("codebook.rename"), PATHS, PATHS),
    st.builds(_edit, st.just("codebook.move"), PATHS, st.sampled_from(["", "c", "b"])),
    st.builds(
        _edit,
        st.just("codebook.merge"),
        st.lists(PATHS, min_size=1, max_size=2, unique_by=str.lower),
        PATHS,
    ),
    st.builds(_split, st.lists(st.integers(0, 9), min_size=1, max_size=4), PATHS),
    st.builds(_edit, st.just("codebook.describe"), PATHS, TEXTS),
    st.builds(_edit, st.just("codebook.set_memo"), PATHS, TEXTS),
    st.builds(_edit, st.just("codebook.recolour"), PATHS, st.integers(0, 9)),
    st.builds(_edit, st.just("codebook.set_key"), PATHS, st.sampled_from(["", *"129"])),
    st.builds(
        lambda path, retired: _edit("codebook.retire", path, retired=retired),
        PATHS,
        st.booleans(),
    ),
    st.builds(_edit, st.just("codebook.shift"), PATHS, st.integers(-2, 2)),
    st.builds(
        lambda path, yes: _edit("codebook.remove", path, with_annotations=yes),
        PATHS,
        st.booleans(),
    ),
    st.builds(
        lambda name, value: _edit("attributes.put", 1, {name: value}),
        st.sampled_from(["title", "memo", "date", "beat", "Beat", "region"]),
        st.sampled_from(["", "2019-01-08", "north"]),
    ),
)


def _suggest(path: str, words: str) -> Command:
    return lambda store: store.keywords.add(path, Sought(words))


def _forget(store: Store) -> None:
    for keyword in store.keywords.all()[:1]:
        store.keywords.remove(keyword.id)


def _other_words(store: Store) -> None:
    for keyword in store.keywords.all()[:1]:
        store.keywords.edit(keyword.id, Sought("storm"))


def _reject(store: Store) -> None:
    version = _newest(store)
    found = store.suggestions.of(version, store.verdicts.of(version)).suggestions
    for suggestion in found[:1]:
        store.suggestions.reject(version, suggestion)


def _everywhere(path: str, words: str) -> Command:
    def run(store: Store) -> None:
        found = store.occurrences.of(Sought(words), [1, 2])
        store.occurrences.tag(found, path, Sought(words))

    return run


WORDS = st.sampled_from(["Monday", "the", "storm"])
SUGGESTING = st.one_of(
    st.builds(_suggest, st.sampled_from("abc"), WORDS),
    st.builds(_everywhere, st.sampled_from("abc"), WORDS),
    st.sampled_from([_forget, _other_words, _reject]),
)
COMMANDS = st.one_of(
    EDITS,
    SUGGESTING,
    st.builds(_tag, st.integers(0, 60), st.integers(5, 60), st.sampled_from("abc")),
    st.builds(_note, st.integers(0, 60)),
    st.builds(_remember, st.integers(0, 9), st.sampled_from(["", "why", "because"])),
    st.builds(_remove, st.integers(0, 9)),
    st.builds(_override, st.sampled_from([0, 2, 4, 6, 8]), st.booleans()),
    st.sampled_from(list(Status)).map(
        lambda status: lambda store: store.articles.set_status(1, status)
    ),
    st.just(lambda store: store.articles.remove([2])),
    st.just(lambda store: keep(store, MARKET, "Something new\n\nIt happened.")),
    st.just(lambda store: store.undo()),
    st.just(lambda store: store.redo()),
    st.builds(_change, st.sampled_from(["Harbour", "Port", "Old harbour"])),
    st.builds(_go_to, st.integers(0, 5)),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(commands=st.lists(COMMANDS, max_size=30))
def test_undone_to_the_bottom_and_redone_every_table_is_as_it_was(
    commands: list[Command],
) -> None:
    goes_down_and_up(commands)


@settings(
    max_examples=3,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(commands=st.lists(COMMANDS, min_size=200, max_size=200))
def test_two_hundred_commands_go_down_and_up_again(commands: list[Command]) -> None:
    goes_down_and_up(commands)


def goes_down_and_up(commands: list[Command]) -> None:
    """Undo whatever the commands did, do it again, and compare whole tables."""
    with Store(None, "ana") as store:
        keep(store, HARBOUR, MARKET)
        for command in commands:
            command(store)
        top, undone = tables(store), 0
        while store.undo():
            undone += 1
        bottom = tables(store)
        assert not bottom["annotation"]
        assert not bottom["tag"]
        assert not bottom["line_override"]
        assert not bottom["attribute"]
        for _ in range(undone):
            assert store.redo()
        assert tables(store) == top
        for _ in range(undone):
            assert store.undo()
        assert tables(store) == bottom
