"""`reader merge`: another analyst's library brought into this one."""

from pathlib import Path

import click

from reader.cli.asked import Asked
from reader.cli.streams import put, put_json, shown, talk
from reader.text.counted import counted


@click.command()
@click.argument("other", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would come.")
@click.option("--json", "as_json", is_flag=True, help="As a JSON object.")
@click.pass_obj
def merge(asked: Asked, other: Path, dry_run: bool, as_json: bool) -> None:
    """Bring in what another library holds.

    The articles, tags, annotations and reviews of OTHER, and what else it knows: of its
    articles, who has finished what, decided lines, cleaning rules, keywords, saved
    filters. Articles are matched by their texts, tags and saved filters by their names,
    annotations, reviews and decisions by their ids; a second merge of the same file
    brings nothing new. What both have and tell differently stays as it is here, and is
    printed, one line each.
    OTHER is only read. It is one step: `reader undo` takes all of it back.
    """
    from reader.store.merging import came_in
    from reader.store.merging import merge as merged_with

    with asked.opened(make=not dry_run) as store:
        merged = merged_with(store, other, rehearse=dry_run)
    if as_json:
        put_json(
            {"new": merged.new, "same": merged.same, "conflicts": merged.conflicts}
        )
    else:
        for line in merged.conflicts:
            put(shown(line))
    came = ", ".join(came_in(merged)) or "nothing new"
    would = "would bring" if dry_run else "brought"
    talk(
        f"{would} {came}; here already: {counted(merged.same, 'annotation')};"
        f" {counted(len(merged.conflicts), 'conflict')}"
    )
