"""What came of a session, and what to do next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reader.review.records import Answer, Session, Unit
from reader.text.counted import counted


@dataclass(frozen=True, slots=True)
class Flagged:
    """An item because of which the codebook should be looked at."""

    tag: str
    words: str
    """The passage, or the title of the article."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A session in figures."""

    session: Session
    answers: Mapping[Answer, int]
    by_tag: Mapping[str, Mapping[Answer, int]]
    flagged: Sequence[Flagged]
    gone: int
    """Items that were removed from the library before they were decided."""
    minutes: float
    """Spent on answers; breaks are left out."""

    @property
    def skipped(self) -> int:
        """The items that were skipped and not decided since."""
        return self.answers.get(Answer.SKIP, 0)

    @property
    def unseen(self) -> int:
        """The items that nobody has answered yet."""
        return max(0, self.session.left - self.skipped - self.gone)

    @property
    def took(self) -> str:
        """The time in words, or nothing while nothing is answered."""
        if not self.answers:
            return ""
        if self.minutes < 1:
            return "in under a minute"
        return f"in {self.minutes:.0f} min"

    def next_steps(self) -> list[str]:
        """What can be done now, one sentence each."""
        steps = []
        if self.unseen:
            steps.append(
                f"{counted(self.unseen, 'item')} left: r goes on where you stopped."
            )
        if self.skipped:
            steps.append(
                f"{counted(self.skipped, 'item')} skipped: r brings them again."
            )
        if self.flagged:
            steps.append("Look at the codebook for the flagged ones.")
        if not steps and self.session.query.unit is not Unit.ARTICLES:
            steps.append("All decided. e exports the annotations.")
        elif not steps:
            steps.append("All read. r offers the passages to judge.")
        return steps

    def fields(self) -> dict[str, Any]:
        """The figures as JSON may have them; `by_tag` counts answers."""
        session = self.session
        return {
            "session": session.id,
            "uuid": session.uuid,
            "query": session.query.fields(),
            "sample": session.sample,
            "coder": session.coder,
            "blind": session.blind,
            "started_at": session.started_at.isoformat(),
            "total": session.total,
            "decided": session.decided,
            "answers": {a.value: self.answers.get(a, 0) for a in Answer},
            "by_tag": {
                tag: {answer.value: count for answer, count in counts.items()}
                for tag, counts in self.by_tag.items()
            },
            "flagged": [{"tag": f.tag, "words": f.words} for f in self.flagged],
            "gone": self.gone,
            "minutes": round(self.minutes, 1),
        }
