"""Articles dealt to coders, each hand a session of the coder's own."""

import sqlite3
from collections.abc import Mapping, Sequence

from reader.review import Query
from reader.store.coders import Coders
from reader.store.history import History
from reader.store.sessions import Sessions
from reader.text.counted import counted


class Dealing:
    """Gives hands out, and can take them back."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        history: History,
        coders: Coders,
        sessions: Sessions,
    ) -> None:
        self._conn = conn
        self._history = history
        self._coders = coders
        self._sessions = sessions

    def give(
        self, query: Query, sample: str, hands: Mapping[str, Sequence[str]]
    ) -> dict[str, int]:
        """Begin a blind session for each coder, all of them as one step.

        Args:
            query: What was dealt from.
            sample: How, in words; they are kept with each session.
            hands: For each coder the ids of articles, in their order.

        Returns:
            For each coder who got something the session's id.
        """
        given: dict[str, int] = {}
        many = sum(1 for hand in hands.values() if hand)
        label = f"deal {query} to {counted(many, 'coder')}"
        with self._history.step(self._coders.current, label) as change:
            for coder, hand in hands.items():
                if not hand:
                    continue
                with self._coders.seated(coder, blind=False):
                    session = self._sessions.put(query, sample, hand, blind=True)
                given[coder] = session.id
                # Like one that was forgotten, and brought back by this step: undoing
                # it takes no row away that answers may rest on.
                self._conn.execute(
                    "UPDATE session SET removed = 1 WHERE id = ?", (session.id,)
                )
                change.update("session", session.id, {"removed": 0})
        return given
