"""What the index has to learn of an article, made apart from the library."""

from dataclasses import dataclass

from reader.store.hidden import numbers
from reader.store.judging import Judgement, Task
from reader.text.tokens import told

Row = tuple[int, str, str, str]
"""An article's id, and the tokens of its title, its shown and its hidden lines."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article as it is, and what is not known of it yet."""

    article_id: int
    version_id: int
    title: str
    text: str
    hidden_lines: str
    """As `HIDDEN_LINES` gives them; of a text that is not judged, the analyst's."""
    kept_lines: str
    """Those that the analyst keeps, against whatever verdict."""
    task: Task | None
    """How to judge it, when nobody has."""
    is_language_wanted: bool
    is_gone: bool
    """Whether it was taken out before it was cleaned; once it is back, it waits."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What there is to be kept of a lesson."""

    lesson: Lesson
    judgement: Judgement | None
    language: str
    hidden: frozenset[int]
    """The numbers of all hidden lines, on which the row rests."""
    row: Row


def learn(lesson: Lesson) -> Learned:
    """Clean the article if need be, and take its words apart."""
    from reader.cleaning.language import language_code

    hidden = numbers(lesson.hidden_lines)
    judgement = lesson.task.judge() if lesson.task else None
    if judgement:
        hidden = (hidden | judgement.hidden) - numbers(lesson.kept_lines)
    language = language_code(lesson.text) if lesson.is_language_wanted else ""
    row = row_of(lesson.article_id, lesson.title, lesson.text, hidden)
    return Learned(lesson, judgement, language, hidden, row)


def row_of(article_id: int, title: str, text: str, hidden: frozenset[int]) -> Row:
    """What the index holds of an article with these hidden lines."""
    if not hidden:
        return article_id, told([title]), told([text]), ""
    parts: tuple[list[str], list[str]] = [], []
    for number, line in enumerate(text.split("\n")):
        parts[number in hidden].append(line)
    return article_id, told([title]), told(parts[0]), told(parts[1])
