"""Examples of each command, at the end of its help."""

from collections.abc import Mapping

import click

EXAMPLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "import": (
        ("import articles/", "a folder, and those in it"),
        ("import leak.csv --text-field body", "each row an article"),
        ("import - < page.html", "what another program writes"),
    ),
    "list": (
        ("list --status unread --since 2021", "what is still to be read"),
        ("list --tag actor --order date", "tags under actor count"),
        ("list --json | jq '.[].title'", "for other programs"),
    ),
    "show": (
        ("show 12", "by its id"),
        ("show harbour | wc -w", "by a piece of its title"),
    ),
    "search": (
        ("search '\"north korea\" -trump'", "a phrase, without a word"),
        ("search 'sanction* site:bbc.com'", "from one site"),
        ("search --kwic embargo", "the words in a column"),
    ),
    "copies": (
        ("copies", "all families of near copies"),
        ("copies 12 --against 31", "what the two say differently"),
    ),
    "set": (
        ("set 12 status=done", "it is read"),
        ("set 12 date=2019-01-08 beat=sea", "and a name of your own"),
    ),
    "clean": (
        ("clean page.txt", "the article alone"),
        ("clean --explain page.txt", "what is hidden, and why"),
    ),
    "rules": (
        ("rules add 'More news: *'", "hide lines like it"),
        ("rules add --keep 'Read the *'", "never hide these"),
    ),
    "tag": (
        ("tag 12 sanctions --quote 'an embargo'", "where it stands once"),
        ("tag sanctions --every embargo", "all places, all articles"),
        ("tag sanctions --every embargo --dry-run", "only list them"),
    ),
    "find": (
        ("find sanctions", "and the tags under it"),
        ("find 'sanctions AND china in:sentence'", "where both stand"),
    ),
    "tags": (
        ("tags --tree", "with the uses of what is below"),
        ("tags rename china actor/state/china", "and so put it under state"),
        ("tags import codebook.csv", "Taguette's, MAXQDA's, a list"),
    ),
    "keywords": (
        ("keywords add sanctions embargo", "suggested where it stands"),
        ("keywords suggest 12", "what that gives in an article"),
    ),
    "stats": (
        ("stats months", "tags by month, with bars"),
        ("stats tags --csv > pairs.csv", "which stand together"),
    ),
    "review": (
        ("review start passages --tag sanctions", "judge them one by one"),
        ("review start articles --unfinished", "read what is left"),
        ("review resume", "at the item where it stopped"),
    ),
    "assign": (
        ("assign ana ben --overlap 20", "a fifth goes to both"),
        ("assign ana ben --dry-run", "who would get how many"),
    ),
    "merge": (
        ("merge ben.db --dry-run", "only say what would come"),
        ("merge ben.db", "reader undo takes it back"),
    ),
    "agreement": (
        ("agreement ana ben", "tag by tag"),
        ("agreement --again", "you with yourself"),
    ),
    "export": (
        ("export -o annotations.csv", "or .jsonl, .qdpx, .html …"),
        ("export --tag sanctions --excel > s.csv", "one tag, for Excel"),
        ("export --watch codes.csv", "kept true while you work"),
    ),
    "import-annotations": (
        ("import-annotations codes.csv --test", "only say what would come"),
        ("import-annotations project.qdpx", "from NVivo, ATLAS.ti, MAXQDA"),
    ),
    "undo": (
        ("undo", "the last change"),
        ("undo --to 41", "back to a step of reader log"),
    ),
    "log": (("log --changes --by ben", "what ben did: before, after"),),
    "backup": (
        ("backup", "make a copy now"),
        ("backup --restore latest", "go back to the newest"),
    ),
}
"""By command: lines for a shell, without the `reader` they begin with, and what for."""


def epilog(command: click.Command) -> str | None:
    """What stands below the options: what the command has there, and its examples."""
    rows = EXAMPLES.get(command.name or "", ())
    if not rows:
        return command.epilog
    widest = max(len(line) for line, _ in rows)
    lines = [f"  reader {line:<{widest}}  {meaning}" for line, meaning in rows]
    examples = "\n".join(["\b", "Examples:", *lines])
    return f"{examples}\n\n{command.epilog}" if command.epilog else examples
