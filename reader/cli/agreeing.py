"""`reader agreement`: how far coders agree, as a table, CSV or JSON."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked
from reader.cli.streams import not_both, put, put_json, put_table, refuse, talk
from reader.text.counted import counted

if TYPE_CHECKING:
    from reader.review.agreement import Agreement, Measure
    from reader.store import Store

_HEADS = ("tag", "passages", "prevalence", "alpha", "kappa", "F1", "F1 half", "alpha-u")


@click.command()
@click.argument("coders", nargs=-1, metavar="[CODER]...")
@click.option("--again", is_flag=True, help="Your first coding and your second.")
@click.option("--csv", "as_csv", is_flag=True, help="As CSV, one row a figure.")
@click.option("--json", "as_json", is_flag=True, help="As a JSON object.")
@click.option(
    "--seed", default=1, show_default=True, help="For the draws of the intervals."
)
@click.pass_obj
def agreement(
    asked: Asked,
    coders: tuple[str, ...],
    again: bool,
    as_csv: bool,
    as_json: bool,
    seed: int,
) -> None:
    """Measure how far the CODERs agree.

    Over the articles that all of them have finished; without names, all who have
    finished something. An article is finished by marking it done. For each tag:
    Krippendorff's alpha and Cohen's kappa (of more than two coders, Fleiss') on
    sentences, F1 of passages, exact and overlapping by half, and alpha-u on characters;
    [ ] is the 95 % interval over articles.
    """
    from reader.review.agreement import agreement as measured
    from reader.review.layers import again as second

    not_both(csv=as_csv, json=as_json)
    if again and coders:
        refuse("--again takes no names; it compares you with yourself")
    with asked.opened() as store:
        names = (asked.coder, second(asked.coder)) if again else coders
        chosen = _chosen(store, names)
        found = measured(chosen, store.codings.of(chosen), seed)
    if as_json:
        put_json(found.fields())
    elif as_csv:
        put(_csv(found), exact=True)
    else:
        _put_table(found)


def _chosen(store: "Store", names: Sequence[str]) -> Sequence[str]:
    from reader.review.layers import is_layer

    finished = store.codings.finished_by()
    known = {*store.coders.names(), *finished}
    if wrong := [name for name in names if name not in known]:
        refuse(f"no coder here is called {wrong[0]}", sorted(known))
    return list(dict.fromkeys(names)) or [n for n in finished if not is_layer(n)]


def _put_table(found: "Agreement") -> None:
    counts = [each.counts for each in found.tags]
    total = {c: sum(count[c] for count in counts) for c in found.coders}
    rows = [
        (
            each.tag,
            _slashed(each.counts.values()),
            f"{each.prevalence:.1%}",
            *map(str, each.measures().values()),
        )
        for each in found.tags
    ]
    overall = map(str, found.overall().values())
    every = ("all", _slashed(total.values()), "", "", "", *overall)
    put_table([*rows, every], _HEADS)
    who = ", ".join(found.coders) or "nobody"
    talk(
        f"{who}: {counted(found.articles, 'article')} finished by all,"
        f" {counted(found.sentences, 'sentence')}; sets of tags on articles, alpha"
        f" with MASI: {found.documents}"
    )
    for why in dict.fromkeys(m.why for _, _, m in _figures(found) if m.why):
        talk(f"n/a: {why}")
    from reader.review.agreement.report import UNITS

    for line in UNITS:
        talk(line)


def _slashed(counts: Iterable[int]) -> str:
    return "/".join(map(str, counts))


def _csv(found: "Agreement") -> str:
    from reader.exchange.cells import guarded

    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ("tag", "figure", "value", "low", "high", "why", "articles", "sentences",
         *(guarded(f"passages: {coder}") for coder in found.coders))
    )  # fmt: skip
    counts = {each.tag: each.counts for each in found.tags}
    for tag, name, measure in _figures(found):
        writer.writerow(
            (
                guarded(tag),
                name,
                measure.value,
                measure.low,
                measure.high,
                measure.why,
                found.articles,
                found.sentences,
                *counts.get(tag, {}).values(),
            )
        )
    return out.getvalue()


def _figures(found: "Agreement") -> Iterator[tuple[str, str, "Measure"]]:
    """Every figure, with its tag and its name."""
    for each in found.tags:
        for name, measure in each.measures().items():
            yield each.tag, name, measure
    yield "", "masi_alpha", found.documents
    for name, measure in found.overall().items():
        yield "", name, measure
