"""Going from annotation to annotation, one by one where they overlap."""

from textual.reactive import var

from reader.model import Annotation, Span
from reader.text.cursor import Cursor
from reader.tui.screens.jumping import JumpingPlace


class OverlapsPlace(JumpingPlace):
    """Owns which annotation is meant, where several stand on the same words."""

    meant: var[str] = var("")
    """The id of the annotation that was gone to, until the cursor goes elsewhere."""

    _asked_at: Span | None = None
    """The passage whose annotations are gone through."""

    def go(self, cursor: Cursor) -> None:
        """Put the cursor on another passage: no annotation is meant there."""
        self.meant, self._asked_at = "", None
        super().go(cursor)

    def go_to_annotation(self, annotation: Annotation) -> None:
        """Pick an annotation's passage, and mean just this annotation."""
        self.go(self.cursor.pick(self.passages, annotation.span))
        self.meant = annotation.id

    @property
    def meant_annotation(self) -> Annotation | None:
        """The annotation that was gone to, if it is still there."""
        return self.annotation_named.get(self.meant)

    def action_next_annotation(self) -> None:
        """Go to the next annotation."""
        self._to_annotation(1)

    def action_previous_annotation(self) -> None:
        """Go to the one before."""
        self._to_annotation(-1)

    def _to_annotation(self, step: int) -> None:
        """Go on from the annotation that is meant, else from the picked passage."""
        meant, standing = self.meant_annotation, self.standing
        there = (
            standing.beside(meant, step)
            if meant
            else standing.nearest(self.picked, step)
        )
        if there is not None:
            self.go_to_annotation(there)
        elif standing.all:
            self.say("No more annotations that way.")
        else:
            self.say("No annotations.")

    def action_next_overlap(self) -> None:
        """Go through the annotations under the cursor, then back to the passage."""
        asked = self._asked_at or self.picked
        under = self.standing.on(asked)
        if not under:
            self.say("No annotation under the cursor.")
            return
        ids = [annotation.id for annotation in under]
        place = ids.index(self.meant) + 1 if self.meant in ids else 0
        if place == len(under):
            self.go(self.cursor.pick(self.passages, asked))
            self.say(f"Back at the passage; {len(under)} on it.")
            return
        self.go_to_annotation(under[place])
        self._asked_at = asked
        self.say(f"{place + 1} of {len(under)}: {name_of(under[place])}")


def name_of(annotation: Annotation | None) -> str:
    """What an annotation is called: its tag's path, or that it is a memo."""
    if annotation is None or annotation.tag is None:
        return "memo"
    return annotation.tag.path
