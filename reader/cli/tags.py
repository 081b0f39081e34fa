"""`reader tags`: the codebook from the shell."""

from typing import TYPE_CHECKING

import click

from reader.cli.asked import Asked, asked_alone
from reader.cli.codebooks import export_codebook, import_codebook
from reader.cli.names import TagName, annotation_named, few
from reader.cli.streams import (
    not_both,
    printable,
    put,
    put_json,
    put_table,
    refuse,
    talk,
)
from reader.palette import COLOURS, colour_name, colour_named
from reader.text.counted import counted
from reader.text.excerpt import excerpt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Tag
    from reader.store import Store

_BACK = "`reader undo` takes it back"


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.option("--tree", is_flag=True, help="As a tree, with the uses of what is below.")
@click.pass_context
def tags(ctx: click.Context, as_json: bool, tree: bool) -> None:
    """List the tags, or edit the codebook.

    Every edit is one step to undo. a/b is the tag b under a. What is done to a tag is
    done to its annotations, and renaming, moving, merging, retiring and deleting take
    along what is under it.
    """
    if asked := asked_alone(ctx):
        not_both(tree=tree, json=as_json)
        with asked.opened_or_empty() as store:
            found = store.tags.all()
            articles = store.tags.articles()
        if as_json:
            put_json([_fields(tag, articles) for tag in found])
        elif tree:
            put(_tree(found))
        else:
            _table(found)
        if not found and not as_json:
            talk("there are no tags yet; `reader tags add` or `reader tag` makes them")


def _table(found: "Sequence[Tag]") -> None:
    put_table(
        [
            (tag.uses, tag.key, tag.path, _meaning(tag.description, tag.is_retired))
            for tag in found
        ],
        ("uses", "key", "tag", "meaning"),
    )


def _meaning(description: str, is_retired: bool) -> str:
    words = excerpt(description, 100)
    return f"(retired) {words}".rstrip() if is_retired else words


def _fields(tag: "Tag", articles: dict[int, int]) -> dict[str, object]:
    return {
        "tag": tag.path,
        "uses": tag.uses,
        "articles": articles.get(tag.id, 0),
        "key": tag.key,
        "colour": colour_name(tag.colour),
        "description": tag.description,
        "memo": tag.memo,
        "retired": tag.is_retired,
    }


def _tree(found: "Sequence[Tag]") -> str:
    from reader.store.branches import branches

    lines = []
    for branch in branches(found):
        own = branch.tag.uses if branch.tag else 0
        uses = f"{own:,}" if own == branch.uses else f"{own:,} of {branch.uses:,}"
        retired = "  (retired)" if branch.is_retired else ""
        lines.append(f"{'  ' * branch.depth}{branch.name}  {uses}{retired}")
    return "\n".join(lines)


@tags.command()
@click.argument("tag", type=TagName())
@click.option("--description", default="", metavar="TEXT", help="What it means.")
@click.pass_obj
def add(asked: Asked, tag: str, description: str) -> None:
    """Make a tag."""
    with asked.opened(make=True) as store:
        made = store.codebook.add(tag, printable(description))
        _point_out_twin(store, made.path)
    talk(f"made {made.path}" + (f", key {made.key}" if made.key else ""))


@tags.command()
@click.argument("tag", type=TagName())
@click.argument("new", type=TagName())
@click.pass_obj
def rename(asked: Asked, tag: str, new: str) -> None:
    """Give a tag another path; what is under it comes along."""
    with asked.opened() as store:
        store.codebook.rename(tag, new)
        _point_out_twin(store, new)
    talk(f"{tag} is {new} now; {_BACK}")


@tags.command()
@click.argument("tag", type=TagName())
@click.argument("under", type=TagName(), required=False)
@click.option("--top", is_flag=True, help="Under no tag at all.")
@click.pass_obj
def move(asked: Asked, tag: str, under: str | None, top: bool) -> None:
    """Put a tag UNDER another one, or to the --top."""
    if bool(under) == top:
        refuse("say where to: a tag, or --top")
    with asked.opened() as store:
        store.codebook.move(tag, under or "")
    talk(f"{tag} is {f'under {under}' if under else 'at the top'} now; {_BACK}")


@tags.command()
@click.argument("tags", type=TagName(), nargs=-1, required=True)
@click.option("--into", type=TagName(), required=True, help="The tag that stays.")
@click.pass_obj
def merge(asked: Asked, tags: tuple[str, ...], into: str) -> None:
    """Make several tags one: theirs become annotations of --into.

    Where a coder has two of them on the same passage, one annotation stays, with
    both memos. --into is made when it is not there, unless a tag has nearly its name.
    """
    with asked.opened() as store:
        is_new = _is_new(store, into, among=tags)
        folded = store.codebook.merge(tags, into)
        uses = store.codebook.tag(into).uses
    new = ", a new tag," if is_new else ""
    once = f", {folded:,} that stood twice kept once" if folded else ""
    talk(f"{into}{new} has {counted(uses, 'annotation')} now{once}; {_BACK}")


def _is_new(store: "Store", into: str, among: "Sequence[str]") -> bool:
    """Whether a tag would be made; ends the command where it looks like a slip.

    A near twin that is itself merged is no sign of one.
    """
    if store.tags.below(into):
        return False
    gone = {each.path for path in among for each in store.tags.below(path)}
    twins = [twin.path for twin in store.tags.twins(into) if twin.path not in gone]
    if twins:
        refuse(
            f"there is no tag {into}; `reader tags add` makes it, if it is no slip for",
            few(twins),
        )
    return True


@tags.command()
@click.argument("new", type=TagName())
@click.argument("annotations", nargs=-1, required=True, metavar="ID...")
@click.pass_obj
def split(asked: Asked, new: str, annotations: tuple[str, ...]) -> None:
    """Give some annotations the tag NEW.

    It is made when it is not there.

    ID is what `reader tag` printed and `reader export` has, or the beginning of it.
    """
    with asked.opened() as store:
        ids = [annotation_named(store, printable(each)).id for each in annotations]
        is_new = store.tags.named(new) is None
        store.codebook.split(ids, new)
        if is_new:
            _point_out_twin(store, new)
    what = counted(len(set(ids)), "annotation has", "annotations have")
    talk(f"{what} the {'new ' if is_new else ''}tag {new} now; {_BACK}")


@tags.command()
@click.argument("tag", type=TagName())
@click.argument("colour")
@click.pass_obj
def colour(asked: Asked, tag: str, colour: str) -> None:
    """Give a tag another COLOUR: a name, or #rrggbb for the nearest."""
    place = colour_named(colour)
    if place is None:
        names = ", ".join(name for name, *_ in COLOURS)
        refuse(f"there is no colour {printable(colour)}; there are {names}")
    with asked.opened() as store:
        store.codebook.recolour(tag, place)
    talk(f"{tag} is {colour_name(place)} now")


@tags.command()
@click.argument("tag", type=TagName())
@click.argument("key", required=False, default="")
@click.pass_obj
def key(asked: Asked, tag: str, key: str) -> None:
    """Let a KEY apply a tag at once while reading.

    Without KEY the tag has none.
    """
    from reader.tui.keys import reading_command

    key = printable(key).strip()
    if command := reading_command(key):
        refuse(f"{key} is the key of {command.label} while reading; take another")
    with asked.opened() as store:
        store.codebook.set_key(tag, key)
    talk(f"{tag} has the key {key}" if key else f"{tag} has no key")


@tags.command()
@click.argument("tag", type=TagName())
@click.argument("text", required=False)
@click.option("--memo", is_flag=True, help="Write the memo instead.")
@click.pass_obj
def describe(asked: Asked, tag: str, text: str | None, memo: bool) -> None:
    """Say what a tag means, in Markdown; without TEXT, print it."""
    with asked.opened() as store:
        if text is None:
            found = store.codebook.tag(tag)
            put(found.memo if memo else found.description)
        elif memo:
            store.codebook.set_memo(tag, printable(text))
        else:
            store.codebook.describe(tag, printable(text))


@tags.command()
@click.argument("tag", type=TagName())
@click.option("--again", is_flag=True, help="Offer it again.")
@click.pass_obj
def retire(asked: Asked, tag: str, again: bool) -> None:
    """Keep a tag, but offer it no more while tagging."""
    with asked.opened() as store:
        store.codebook.retire(tag, retired=not again)
    talk(f"{tag} is {'offered again' if again else 'offered no more'}")


@tags.command()
@click.argument("tag", type=TagName())
@click.option("--yes", is_flag=True, help="Its annotations too.")
@click.pass_obj
def delete(asked: Asked, tag: str, yes: bool) -> None:
    """Take a tag out, with all under it; a used one only with --yes."""
    with asked.opened() as store:
        uses = sum(each.uses for each in store.tags.below(tag))
        if uses and not yes:
            refuse(f"{tag} has {counted(uses, 'annotation')}; --yes deletes them too")
        store.codebook.remove(tag, with_annotations=yes)
    gone = f" with {counted(uses, 'annotation')}" if uses else ""
    talk(f"{tag} is deleted{gone}; {_BACK}")


def _point_out_twin(store: "Store", path: str) -> None:
    for twin in store.tags.twins(path):
        uses = counted(twin.uses, "use")
        talk(f"note: {twin.path} exists, {uses}; `reader tags merge` makes them one")


# The group is whole only with what other modules put under it.
tags.add_command(import_codebook)
tags.add_command(export_codebook)
