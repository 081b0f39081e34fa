"""REFI-QDA projects read: ours, and those of NVivo, ATLAS.ti, MAXQDA, QualCoder."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final

from reader.exchange.archive import Archive
from reader.exchange.incoming import FormatError, Incoming, Mark, Named, Remark, Unread
from reader.exchange.qdpx_positions import Way, way_of
from reader.exchange.refi import child, children, codes, key, local, parsed, text_of
from reader.text.counted import counted
from reader.text.units import Counting, Unit

_LEFT_OUT: Final = ("Cases/Case", "Sets/Set", "Links/Link", "Graphs/Graph")
_MEDIA: Final = ("PictureSource", "AudioSource", "VideoSource")
_SELECTIONS: Final = (
    "PictureSelection", "AudioSelection", "VideoSelection", "PDFSelection",
)  # fmt: skip


def read(file: BinaryIO) -> Iterator[Incoming]:
    """Read a project. Nothing of it is ever written to the disk.

    Raises:
        FormatError: When it is no project, or one made to do harm.
    """
    parts = Archive(file)
    # ATLAS.ti names it after the project; all others as the standard says.
    names = sorted(parts.names(".qde"), key=lambda name: name != "project.qde")
    if not names:
        raise FormatError("there is no project.qde in it")
    with parts.opened(names[0]) as qde:
        root = parsed(qde)
    yield from _Project(root, parts).read()


@dataclass
class _Project:
    """One project under way."""

    root: Any
    parts: Archive
    users: dict[str, str] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    _note_files: dict[str, str] = field(default_factory=dict)
    """The texts of notes by their paths."""
    _given: set[str] = field(default_factory=set)
    """The files that were the text of a source."""

    def read(self) -> Iterator[Incoming]:
        """Its tags, each article with what stands on it, and what was not read."""
        if local(self.root) != "Project":
            raise FormatError(f"its root is {local(self.root)}, and not Project")
        yield Remark(f"a REFI-QDA project of {self.root.get('origin') or 'no name'}")
        for user in children(child(self.root, "Users"), "User"):
            self.users[key(user.get("guid"))] = user.get("name") or user.get("id") or ""
        for variable in children(child(self.root, "Variables"), "Variable"):
            self.variables[key(variable.get("guid"))] = variable.get("name") or ""
        self.paths, entries = codes(child(self.root, "CodeBook"))
        yield from entries
        for note in children(child(self.root, "Notes"), "Note"):
            self.notes[key(note.get("guid"))] = self._note(note)
        for source in children(child(self.root, "Sources")):
            yield from self._source(source)
        yield from self._left_out()

    def _note(self, note: Any) -> str:
        text = text_of(note, "PlainTextContent")
        path = note.get("plainTextPath")
        if not text and path:
            # Thousands of notes may name one file; it is read once.
            if path not in self._note_files:
                self._note_files[path] = self._note_file(path)
            text = self._note_files[path]
        return text or text_of(note, "Description")

    def _note_file(self, path: str) -> str:
        try:
            return self._file(path) or ""
        except UnicodeDecodeError:
            return ""

    def _file(self, path: str) -> str | None:
        """The text that a path leads to; only those inside the file are followed.

        qualitative-coding writes bare names, without `internal://`.
        """
        if "://" in path and not path.startswith("internal://"):
            return None
        return self.parts.text(path.rpartition("/")[2])

    def _source(self, source: Any) -> Iterator[Incoming]:
        path = source.get("plainTextPath") or source.get("path") or ""
        kind = local(source)
        name = source.get("name") or path.rpartition("/")[2] or "without a name"
        place = f"source {name}"
        if kind == "PDFSource":
            yield from self._media(source, place)
            inner = child(source, "Representation")
            if inner is not None:
                yield from self._text(inner, name, place)
        elif kind == "TextSource":
            yield from self._text(source, name, place)
        elif kind in _MEDIA:
            yield Unread(place, f"is no text: {kind.removesuffix('Source').lower()}")
            yield from self._media(source, place)

    def _is_given(self, path: str) -> bool:
        """Whether a source before has this text, which is given by this one now."""
        name = path.rpartition("/")[2].casefold()
        is_given = name in self._given
        self._given.add(name)
        return is_given

    def _media(self, source: Any, place: str) -> Iterator[Unread]:
        count = len(list(children(source, *_SELECTIONS)))
        if count:
            said = counted(count, "selection")
            yield Unread(place, f"{said} in it, and none is of text")

    def _text(self, source: Any, name: str, place: str) -> Iterator[Incoming]:
        path = source.get("plainTextPath")
        selections = list(children(source, "PlainTextSelection"))
        with_it = f"; {counted(len(selections), 'selection')} with it"
        if path and self._is_given(path):
            # Thousands of sources could name one large file.
            why = "its text is that of another source"
            yield Unread(place, f"{why}{with_it if selections else ''}")
            return
        try:
            text = self._file(path) if path else text_of(source, "PlainTextContent")
        except UnicodeDecodeError:
            yield Unread(place, "its text is no UTF-8")
            return
        if not (text and text.strip()):
            why = _why_no_text(text, path)
            yield Unread(place, f"its text {why}{with_it if selections else ''}")
            return
        named = self._named(source, name, text)
        yield named
        way = way_of(text, selections)
        if way.remark:
            yield Remark(f"{place}: {way.remark}")
        lf = Counting(text, Unit.LF)
        for selection in selections:
            yield from self._selection(selection, place, named, way, lf)
        for _ in children(source, "Coding"):
            yield Unread(place, "has a code on it as a whole")

    def _named(self, source: Any, name: str, text: str) -> Named:
        values = {
            self.variables.get(
                key(child(value, "VariableRef").get("targetGUID")), ""
            ): text_of(value, "TextValue")
            for value in children(source, "VariableValue")
            if child(value, "VariableRef") is not None
        }
        ours = "text_sha256" in values
        return Named(
            title=values.get("title", name) if ours else name,
            source=values.get("source", "") if ours else name,
            sha256=values.get("text_sha256", ""),
            text=text,
            site=values.get("site", "") if ours else "",
            author=values.get("author", "") if ours else "",
            published=values.get("published", "") if ours else "",
        )

    def _selection(
        self, selection: Any, place: str, named: Named, way: Way, lf: Counting
    ) -> Iterator[Incoming]:
        said = f"{selection.get('startPosition')} to {selection.get('endPosition')}"
        place = f"{place}, {said}"
        span = way.span(selection)
        memo = self._memo(selection)
        codings = list(children(selection, "Coding"))
        if span is None:
            yield Unread(place, "is no passage of the text")
        elif codings:
            for coding in codings:
                yield self._mark(place, named, selection, coding, span, lf)
        elif memo:
            yield self._mark(place, named, selection, None, span, lf)
        else:
            yield Unread(place, "has neither a code nor a note")

    def _mark(
        self,
        place: str,
        named: Named,
        selection: Any,
        coding: Any,
        span: tuple[int, int],
        lf: Counting,
    ) -> Mark | Unread:
        """One code of a selection, or its note alone."""
        own = selection if coding is None else coding
        tag = "" if coding is None else self._tag(coding)
        if tag is None:
            return Unread(place, "its code is not in the codebook")
        notes = () if coding is None else self._noted(coding)
        made = own.get("creationDateTime") or selection.get("creationDateTime") or ""
        user = own.get("creatingUser") or selection.get("creatingUser")
        return Mark(
            place=place,
            on=named,
            tag=tag,
            memo=_joined(self._memo(selection), *notes),
            start=lf.of(span[0]),
            end=lf.of(span[1]),
            unit=Unit.LF,
            id=key(own.get("guid")),
            coder=self.users.get(key(user), ""),
            created_at=made,
            updated_at=selection.get("modifiedDateTime") or made,
        )

    def _tag(self, coding: Any) -> str | None:
        reference = child(coding, "CodeRef")
        target = key(reference.get("targetGUID")) if reference is not None else ""
        return self.paths.get(target)

    def _memo(self, selection: Any) -> str:
        return _joined(text_of(selection, "Description"), *self._noted(selection))

    def _noted(self, element: Any) -> Iterator[str]:
        for reference in children(element, "NoteRef"):
            yield self.notes.get(key(reference.get("targetGUID")), "")

    def _left_out(self) -> Iterator[Remark]:
        counts = Counter[str]()
        for path in _LEFT_OUT:
            group, name = path.split("/")
            counts[group.lower()] = len(list(children(child(self.root, group), name)))
        said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
        if said:
            yield Remark(f"not read: {said}")


def _why_no_text(text: str | None, path: str | None) -> str:
    if text:
        return "is blank"
    return "is not in the file" if path else "is there only as rich text, or not at all"


def _joined(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)
