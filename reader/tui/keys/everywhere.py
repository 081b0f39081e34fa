"""What the same keys do in every place, and what the whole program does."""

from reader.tui.keys.command import Command

EVERYWHERE = (
    Command("help", "question_mark,f1", "Keys", "Show the keys of this place.", True),
    Command("undo", "u", "Undo", "Take back the last change, also after a restart."),
    Command("redo", "ctrl+r", "Redo", "Do again what was taken back."),
    Command("export", "e", "Export", "Write annotations to a file.", True),
    Command(
        "leave", "q,escape", "Leave", "One step out; q in the library quits.", True
    ),
)

PROGRAM = (
    Command(
        "codebook",
        "g",
        "Codebook",
        "Open the tree of tags: describe, rename, merge, retire.",
        opens="codebook:CodebookScreen",
    ),
    Command(
        "rules",
        "R",
        "Rules",
        "List what the cleaner was taught.",
        opens="rules:RulesScreen",
    ),
    Command(
        "keywords",
        "ctrl+k",
        "Keywords",
        "List the words and patterns that suggest tags.",
        opens="keywords:KeywordsScreen",
    ),
    Command(
        "history",
        "U",
        "History",
        "List every change of everybody, and go back to any.",
        opens="history:HistoryScreen",
    ),
    Command(
        "changes",
        "M",
        "Changes",
        "Settle passages that a changed article left in doubt.",
        opens="changes:ChangesScreen",
    ),
    Command(
        "command-palette", "ctrl+p", "Commands", "Find a command by typing its name."
    ),
    Command(
        "quit",
        "ctrl+q",
        "Quit",
        "Leave the program; everything is saved.",
        in_dialogs=True,
    ),
)
