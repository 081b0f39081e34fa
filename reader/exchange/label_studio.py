"""Label Studio's JSON: tasks with a text, and regions on it."""

from typing import Any, TextIO

from reader.exchange.foreign.label_studio import read
from reader.exchange.json_lines import json_line
from reader.exchange.outgoing import Choices, Leaf, Outgoing, Written
from reader.model import Annotation
from reader.text.units import Counting

__all__ = ["read", "write"]

_NOTE = (
    'the labeling setup needs <Text name="text" value="$text"/> and'
    ' <Labels name="label" toName="text"> with the tags'
)


def write(outgoing: Outgoing, out: TextIO, choices: Choices) -> Written:
    """Write a task for each article that has tags, its annotations as one answer.

    Offsets count code points; versions before 1.5 counted UTF-16 units, and each
    region has its words too. A memo is the region's note.
    """
    count = 0
    out.write("[")
    for number, leaf in enumerate(outgoing.leaves()):
        line = json_line(_task(leaf, choices))
        out.write(",\n" if number else "\n")
        out.write(choices.shown(line) if choices.shown else line)
        count += sum(each.tag is not None for each in leaf.annotations)
    out.write("\n]\n")
    return Written(count, (_NOTE,))


def _task(leaf: Leaf, choices: Choices) -> dict[str, Any]:
    article, text = leaf.page.article, leaf.page.version.text
    counting = leaf.page.counting(choices.unit)
    tagged = [each for each in leaf.annotations if each.tag]
    return {
        "data": {"text": text, "title": article.title, "source": article.source},
        "annotations": [{"result": [_region(each, counting) for each in tagged]}],
    }


def _region(annotation: Annotation, counting: Counting) -> dict[str, Any]:
    assert annotation.tag
    region: dict[str, Any] = {
        "id": annotation.id,
        "type": "labels",
        "from_name": "label",
        "to_name": "text",
        "value": {
            "start": counting.of(annotation.span.start),
            "end": counting.of(annotation.span.end),
            "text": annotation.quote,
            "labels": [annotation.tag.path],
        },
    }
    if annotation.memo:
        region["meta"] = {"text": [annotation.memo]}
    return region
