"""A file of annotations into the library, as one step."""

from codecs import BOM_UTF8
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

from reader.exchange.formats import incoming
from reader.exchange.incoming import Entry, Incoming, Mark, Named, Remark, Unread
from reader.exchange.outgoing import Choices
from reader.handover.keeping import Keeping
from reader.handover.placing import NoArticleError, NotPlacedError, Placing
from reader.handover.run import Run
from reader.model import Document, Kept
from reader.store import Store, StoreError
from reader.store.bulk import Outcome
from reader.text.counted import counted
from reader.text.excerpt import quoted

if TYPE_CHECKING:
    from reader.store.history import Change


@dataclass(slots=True)
class Report:
    """What became of a file."""

    new: int = 0
    same: int = 0
    """Annotations that were here already."""
    articles: int = 0
    """Those that the file brought along."""
    tags: int = 0
    """Those of its codebook that are new, or of which more is known now."""
    unread: list[Unread] = field(default_factory=list)
    """What did not go in, and why."""
    left_out: int = 0
    """How many parts of the file that is."""
    remarks: list[str] = field(default_factory=list)
    replaced: list[tuple[str, int]] = field(default_factory=list)
    """Where U+FFFD went in for characters that no text can hold, and how many."""

    @property
    def marks(self) -> int:
        """How many annotations were looked at."""
        return self.new + self.same + self.left_out

    def note_replaced(self, place: str, number: int) -> None:
        """Take up for how many characters U+FFFD stands in what went in."""
        if number:
            self.replaced.append((place, number))

    def leave_out(self, one: Unread) -> None:
        """Take up what did not go in."""
        self.left_out += 1
        self.unread.append(one)

    def leave_out_too(self, place: int) -> None:
        """Count one more with that at a place, which was left out for the same."""
        self.left_out += 1
        first = self.unread[place]
        self.unread[place] = replace(first, more=first.more + 1)

    def __str__(self) -> str:
        """In words: `3 annotations new, 2 already here, 1 not read`."""
        counts = (
            (self.new, "new"),
            (self.same, "already here"),
            (self.left_out, "not read"),
        )
        said = ", ".join(f"{n:,} {what}" for n, what in counts if n)
        brought = ((self.articles, "article"), (self.tags, "tag"))
        more = "".join(f"; {counted(n, what)} new" for n, what in brought if n)
        return f"annotations: {said or 'none'}{more}"


class NothingTakenError(Exception):
    """Nothing went in, as was asked for; the report says what would have."""

    def __init__(self, report: Report) -> None:
        super().__init__(str(report))
        self.report = report


def take(
    store: Store,
    file: BinaryIO,
    label: str,
    *,
    choices: Choices | None = None,
    strict: bool = False,
    test: bool = False,
    run: Run | None = None,
) -> Report:
    """Bring a file of annotations in, as one step and in one transaction.

    What cannot be placed for sure is in the report, and the rest goes in.

    Args:
        store: The library.
        file: The file; it can be sought in.
        label: What the step is called in the history.
        choices: `raw` when it is a CSV that was written so.
        strict: Whether nothing goes in when anything does not.
        test: Whether nothing goes in at all.
        run: Is told how many annotations there were so far, and may stop it.

    Raises:
        FormatError: When the file is of no known kind.
        NothingTakenError: When `strict` or `test` kept everything out.
        StoppedError: When the run was stopped; nothing went in.
        StoreError: When the library cannot be written.
    """
    report, run = Report(), run or Run()
    if not test:
        store.back_up("import")
    with store.bulk.step(label) as change:
        arrival = _Arrival(store, change, report)
        for one in incoming(file, choices or Choices()):
            arrival.take(one)
            run.reached(report.marks)
        if test or (strict and report.unread):
            raise NothingTakenError(report)
    return report


class _Arrival:
    """One import under way."""

    def __init__(self, store: Store, change: "Change", report: Report) -> None:
        self._store = store
        self._change = change
        self._report = report
        self._placing = Placing(store)
        self._keeping = Keeping()
        self._missing: dict[str, int] = {}
        """Where in the report an article is that is not here, by what is said of it."""

    def take(self, one: Incoming) -> None:
        """Bring in one part of a file."""
        match one:
            case Mark():
                self._mark(one)
            case Named():
                self._article(one)
            case Entry():
                self._entry(one)
            case Unread():
                self._report.leave_out(one)
            case Remark():
                self._report.remarks.append(one.words)

    def _mark(self, mark: Mark) -> None:
        mark, replaced = self._keeping.mark(mark)
        try:
            outcome = self._store.bulk.put(self._change, self._placing.coming(mark))
        except NoArticleError as error:
            self._leave_out(Unread(mark.place, str(error)))
            return
        except (NotPlacedError, StoreError) as error:
            self._report.leave_out(Unread(mark.place, str(error)))
            return
        if outcome is Outcome.NEW:
            self._report.new += 1
            self._report.note_replaced(mark.place, replaced)
        elif outcome is Outcome.SAME:
            self._report.same += 1
        else:
            said = f"{mark.id} is here and says something else; it stays as it is"
            self._report.leave_out(Unread(mark.place, said))

    def _leave_out(self, one: Unread) -> None:
        """Say of an article that is not here once how many annotations it has."""
        place = self._missing.setdefault(one.reason, len(self._report.unread))
        if place == len(self._report.unread):
            self._report.leave_out(one)
        else:
            self._report.leave_out_too(place)

    def _article(self, named: Named) -> None:
        """Bring in an article, when the file has its text and the library has not."""
        if named.text is None or not named.text.strip():
            return
        named, replaced = self._keeping.article(named)
        if self._placing.known(named) is not None:
            return
        document = _document(named)
        kept = self._store.imports.keep(self._change.step_id, [document])
        self._change.is_empty = False
        if kept[0][1] is not Kept.SAME:
            self._report.articles += 1
            self._report.note_replaced(f"article {quoted(document.title)}", replaced)

    def _entry(self, entry: Entry) -> None:
        try:
            taken = self._store.codebook.take_one(
                self._change, entry.tag, with_key=not entry.says_keys
            )
        except StoreError as error:
            self._report.leave_out(Unread(entry.place, str(error)))
        else:
            self._report.tags += taken.new + taken.filled
            self._report.remarks += taken.conflicts


def _document(named: Named) -> Document:
    """The article of a file as the sources would hand it on."""
    from reader.sources.decoding import decode
    from reader.sources.titles import title

    # The mark in front keeps one that the text itself begins with.
    original = BOM_UTF8 + (named.text or "").encode()
    decoded = decode(original)
    return Document(
        source=named.source or named.title or "without a name",
        text=decoded.text,
        original=original,
        encoding=named.encoding,
        newline=decoded.newline,
        title=named.title or title(decoded.text),
        site=named.site,
        author=named.author,
        published=named.published,
    )
