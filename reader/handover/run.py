"""How far something long has come, and a way to stop it."""


class StoppedError(Exception):
    """Somebody stopped it; nothing of it stays."""


class Run:
    """One export or import under way.

    The thread that works says what it has `reached`; any other may look at `done`,
    and ask for a stop.
    """

    def __init__(self) -> None:
        self._is_stopped = False
        self.done = 0
        """How many annotations there were so far."""

    def stop(self) -> None:
        """Let it end with `StoppedError` at the next annotation."""
        self._is_stopped = True

    def reached(self, count: int) -> None:
        """Say how many annotations there were so far.

        Raises:
            StoppedError: When somebody asked for a stop.
        """
        if self._is_stopped:
            raise StoppedError
        self.done = count
