"""Suggestions: shown in the text, gone through, accepted or rejected."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.reactive import var

from reader.store import Reading, Store
from reader.store.suggestions import Offered
from reader.text.excerpt import quoted
from reader.text.sought import LONGEST, Sought
from reader.text.suggestions import Suggestion
from reader.tui.colours import ground_of, tag_colour
from reader.tui.screens.choosing import choose_tag
from reader.tui.screens.sharing import SharingPlace
from reader.tui.screens.standing import Standing
from reader.tui.widgets.passage import Mark

_SETTING = "suggestions"
_AT_EACH_TAG, _IN_A_PAUSE = 200_000, 2_000_000
"""Code points of the longest texts that are gone through again for each tag that is
put on them, some .06 s beside all else, and once no more are put for a while, which
takes .3 s. What is tagged goes from the suggestions at once however long the text is;
new ones come in a still longer one when it is opened or changed elsewhere."""
_PAUSE_S = 1.5
"""How long nothing is tagged in a pause."""


class SuggestingPlace(SharingPlace):
    """Owns what is suggested in the article that is read."""

    suggestions: var[Sequence[Suggestion]] = var(())

    suggests: ClassVar[bool] = True
    """Whether anything is suggested here at all; a judge is not to be led."""

    _places: Standing[Suggestion] = Standing()
    _suggested_in = 0
    """The id of the version that the suggestions are for."""

    def watch_suggestions(self) -> None:
        """Put them in order, once for all the moves of the cursor."""
        self._places = Standing(self.suggestions)

    def watch_reading(self, before: Reading | None, reading: Reading | None) -> None:
        """Look for suggestions once the article is shown, and when it changes."""
        super().watch_reading(before, reading)
        if reading is None or not reading.has_all or not self.suggests:
            return
        is_long = len(reading.version.text) > _AT_EACH_TAG
        if is_long and before is not None and before.has_all and self.reads(before):
            self.suggestions = self._wanted(self.suggestions, before)
            if len(reading.version.text) <= _IN_A_PAUSE:
                self._suggest(reading, after_s=_PAUSE_S)
        else:
            self._suggest(reading)

    @work(group="suggest", exclusive=True)
    async def _suggest(self, reading: Reading, *, after_s: float = 0.0) -> None:
        """Look for suggestions, unless another tag is put before it begins."""
        await asyncio.sleep(after_s)

        def find(store: Store) -> Offered:
            if store.settings.all().get(_SETTING) == "off":
                return Offered(())
            return store.suggestions.of(reading.version, reading.lines)

        found = await self.look_up(find)
        if found is None or not self.reads(reading):
            return
        self._suggested_in = reading.version.id
        left = self._wanted(found.suggestions, reading)
        if self.suggestions != left:
            self.suggestions = left
            self.show()
        if found.trouble:
            self.say(f"Not all is suggested: {found.trouble}", severity="warning")

    def _wanted(
        self, suggestions: Sequence[Suggestion], since: Reading
    ) -> Sequence[Suggestion]:
        """Those that do not stand where their tag was put since a reading."""
        known = {each.id for each in since.annotations}
        every = self.reading.annotations if self.reading else ()
        new = [(a.tag.id, a.span) for a in every if a.tag and a.id not in known]
        if not new:
            return suggestions
        return tuple(
            each
            for each in suggestions
            if not any(
                tag_id == each.tag.id and span.overlaps(each.span)
                for tag_id, span in new
            )
        )

    def show(self) -> None:
        """Hand the reading down to the widgets."""
        raise NotImplementedError

    @property
    def suggested(self) -> Sequence[Suggestion]:
        """What is suggested in just this text."""
        version = self.reading.version.id if self.reading else 0
        return self.suggestions if self._suggested_in == version else ()

    def suggested_marks(self) -> tuple[Mark, ...]:
        """The suggestions as the pane shows them."""
        ground = ground_of(self.app)
        return tuple(
            Mark(
                f"suggested {each.tag.id} {each.span.start} {each.span.end}",
                each.span,
                tag_colour(each.tag.colour, ground),
                "?",
                dotted=True,
            )
            for each in self.suggested
        )

    def about_suggestion(self) -> str:
        """What is suggested under the cursor, why, and what to do about it."""
        here = self._suggested_here()
        if here is None:
            return ""
        return f"{here.tag.path}?  {here.reason}.  a accepts, x rejects"

    def _suggested_here(self) -> Suggestion | None:
        """The suggestion for just this passage, else the first under the cursor."""
        here = self._places.on(self.picked) if self.suggested else []
        exact = (each for each in here if each.span == self.picked)
        return next(exact, here[0] if here else None)

    def action_next_annotation(self) -> None:
        """Go to the next annotation or suggestion."""
        if not self._to_suggestion(1):
            super().action_next_annotation()

    def action_previous_annotation(self) -> None:
        """Go to the annotation or suggestion before."""
        if not self._to_suggestion(-1):
            super().action_previous_annotation()

    def _to_suggestion(self, way: int) -> bool:
        """Go to the nearest suggestion that way, unless an annotation is nearer."""
        there = self._places.nearest(self.picked, way) if self.suggested else None
        other = self.standing.nearest(self.picked, way)
        if there is None:
            return False
        if other and way * other.span.start < way * there.span.start:
            return False
        self.go(self.cursor.pick(self.passages, there.span))
        return True

    @work(group="write")
    async def action_accept_suggestion(self) -> None:
        """Tag the passage under the cursor as it is suggested."""
        await self._answer(accept=True)

    @work(group="write")
    async def action_reject_suggestion(self) -> None:
        """Suggest this here no more."""
        await self._answer(accept=False)

    async def _answer(self, *, accept: bool) -> None:
        reading, here = self.reading, self._suggested_here()
        if reading is None or here is None:
            self.say("No suggestion under the cursor; tab goes to the next.")
            return

        def keep(store: Store) -> None:
            if accept:
                path = here.tag.path
                store.annotations.tag(reading.version, here.span, path)
            else:
                store.suggestions.reject(reading.version, here)

        if await self.done(keep):
            self.suggestions = [each for each in self.suggestions if each is not here]
            await self.renew()
            left = len(self.suggestions)
            done = "Tagged" if accept else "Rejected"
            more = f"tab: the next of {left:,}" if left else "no more suggestions here"
            self.say(f"{done} {here.tag.path}.  u takes it back;  {more}.")

    @work(group="write")
    async def action_suggestions(self) -> None:
        """Show what is suggested, or nothing of it, from now on."""

        def turn(store: Store) -> bool:
            is_off = store.settings.all().get(_SETTING) == "off"
            store.settings.put(_SETTING, "on" if is_off else "off")
            return is_off

        is_on = await self.change(turn)
        if is_on is not None:
            await self.renew()
            self.say("Suggestions are shown." if is_on else "Nothing is suggested.")

    @work(group="dialog")
    async def action_word_rule(self) -> None:
        """Suggest a tag wherever the picked words stand, from now on."""
        words = " ".join(self.passages.shown(self.picked).split())
        if not words or len(words) > LONGEST:
            self.say("Pick the words first;  w picks by words.")
            return
        path = await choose_tag(self, f"suggested wherever there is {quoted(words)}")
        sought = Sought(words)
        if path is not None and await self.done(
            lambda store: store.keywords.add(path, sought)
        ):
            await self.renew()
            self.say(f"{path} is suggested by {quoted(words)}.  ^k lists, u undoes.")
