"""The key table as the command palette offers it."""

from collections.abc import Awaitable, Callable, Iterator

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.tui.keys import Command, shown
from reader.tui.screens.place import Place


class PlaceCommands(Provider):
    """Every command of the screen that the palette was opened on."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command, title in self._commands():
            yield DiscoveryHit(title, self._run(command), help=command.help)

    async def search(self, query: str) -> Hits:
        """Those whose name or sentence matches."""
        matcher = self.matcher(query)
        for command, title in self._commands():
            score = max(matcher.match(title), matcher.match(command.help) * 0.8)
            if score > 0:
                name = matcher.highlight(title)
                yield Hit(score, name, self._run(command), help=command.help)

    def _commands(self) -> Iterator[tuple[Command, str]]:
        if isinstance(self.screen, Place):
            for command in self.screen.commands:
                if not command.each_key:
                    key = shown(command.keys.split(",")[0])
                    yield command, f"{command.label}  ({key})"

    def _run(self, command: Command) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await self.screen.run_action(command.action)

        return run
