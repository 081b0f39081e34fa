"""The keys of the reading screen."""

from dataclasses import replace

from reader.tui.keys.browser import TO_BROWSER
from reader.tui.keys.command import Command
from reader.tui.keys.copies import TO_COPIES
from reader.tui.keys.passages import TO_PASSAGES
from reader.tui.keys.search import TO_SEARCH

READING = (
    Command("next-passage", "j,down", "Next", "Go to the next passage of this size."),
    Command("previous-passage", "k,up", "Previous", "Go to the passage before."),
    Command("next-word", "l,right", "Next word", "Go to the next word."),
    Command("previous-word", "h,left", "Previous word", "Go to the word before."),
    Command("size-word", "w", "Word", "Pick by words."),
    Command("size-sentence", "s", "Sentence", "Pick by sentences."),
    Command("size-paragraph", "p", "Paragraph", "Pick by paragraphs."),
    Command("size-character", "c", "Character", "Pick by characters."),
    Command("size-line", "V", "Line", "Pick by lines."),
    Command("size-article", "asterisk", "Article", "Pick the whole article."),
    Command(
        "stretch-passage",
        "J,shift+down",
        "Stretch",
        "Move the moving end on by a passage.",
    ),
    Command(
        "pull-passage",
        "K,shift+up",
        "Pull back",
        "Move the moving end back by a passage.",
    ),
    Command("stretch-word", "L,shift+right", "Stretch a word", "Move it on by a word."),
    Command("pull-word", "H,shift+left", "Pull back a word", "Move it back by a word."),
    Command(
        "stretch-character", "greater_than_sign", "Nudge", "Move it on by a character."
    ),
    Command(
        "pull-character", "less_than_sign", "Nudge back", "Move it back by a character."
    ),
    Command("other-end", "o", "Other end", "Let the other end of the pick move."),
    Command("grow", "plus", "Grow", "Grow to the passage around."),
    Command("shrink", "minus", "Shrink", "Shrink back to where growing began."),
    Command("jump", "apostrophe", "Jump", "Put a letter on each passage in view."),
    Command(
        "pick-words",
        "semicolon",
        "From, to",
        "Put a letter on each word of the passage: two keys pick from, to.",
    ),
    Command("tag", "t", "Tag", "Tag the picked passage: type to filter.", True),
    Command(
        "tag-by-key",
        "1,2,3,4,5,6,7,8,9",
        "Tag at once",
        "Apply the tag that has this key.",
        each_key=True,
    ),
    Command(
        "tag-everywhere",
        "T",
        "Tag everywhere",
        "Tag every place where the picked words stand, here or in all articles.",
    ),
    Command(
        "accept-suggestion",
        "a",
        "Accept",
        "Tag the passage under the cursor as it is suggested.",
    ),
    Command("reject-suggestion", "x", "Reject", "Suggest this here no more."),
    Command("suggestions", "Y", "Suggestions", "Show what is suggested, or hide it."),
    Command(
        "more-like-this",
        "y",
        "Alike",
        "List paragraphs like the passage that are not tagged yet.",
    ),
    Command(
        "provenance",
        "P",
        "Also in",
        "List where the sentence stands word for word, the oldest first.",
    ),
    replace(
        TO_BROWSER,
        id="browse-passage",
        help="Open an address of the passage or the article in the browser; it asks"
        " first.",
        runs="browse",
    ),
    replace(TO_COPIES, id="copies-of-article", runs="copies"),
    Command(
        "versions",
        "B",
        "What changed",
        "Compare the text with the version before, from when its file changed.",
    ),
    Command(
        "word-rule",
        "W",
        "Keyword",
        "Suggest a tag wherever the picked words stand, from now on.",
    ),
    Command("repeat-tag", "full_stop", "Again", "Apply the last tag again."),
    Command(
        "tag-in-vivo", "quotation_mark", "In vivo", "Tag the words with their own name."
    ),
    Command(
        "tag-article",
        "A",
        "Tag article",
        "Tag the whole article; the same tag again takes it off.",
    ),
    Command(
        "about",
        "at",
        "About",
        "Correct what is known of the article, add to it, write its memo.",
    ),
    Command("memo", "m", "Memo", "Write a memo on the passage or its tag.", True),
    Command("remove", "d", "Untag", "Remove the annotation under the cursor."),
    Command(
        "rebound",
        "equals_sign",
        "Other ends",
        "Give the annotation under the cursor the ends of the pick.",
    ),
    Command("next-annotation", "tab", "Next tag", "Go to the next annotation."),
    Command(
        "previous-annotation", "shift+tab", "Previous tag", "Go to the one before."
    ),
    Command(
        "next-overlap",
        "O",
        "Overlaps",
        "Go through the annotations under the cursor.",
    ),
    Command(
        "show-hidden", "z", "Hidden", "Show the hidden lines with their reasons.", True
    ),
    Command(
        "next-hidden",
        "Z",
        "Next hidden",
        "Go to the next hidden line, and show them all.",
    ),
    Command(
        "ignore-line",
        "i",
        "Hide/keep",
        "Hide this line, or keep it, against the verdict.",
        True,
    ),
    Command("teach", "I", "Teach", "Hide or keep every line like this one."),
    Command("strength", "S", "Strength", "Clean more, or less: the next strength."),
    Command(
        "find",
        "f",
        "Find",
        "Find words in this article; tab: whole words, a pattern.",
        True,
    ),
    replace(TO_SEARCH, id="search-library", footer=False),
    replace(TO_PASSAGES, id="passages-of-tags"),
    Command("next-match", "n", "Next match", "Go to the next match."),
    Command("previous-match", "N", "Previous match", "Go to the match before."),
    Command("page-down", "space,pagedown", "Page down", "One page on."),
    Command("page-up", "b,pageup", "Page up", "One page back."),
    Command("first-passage", "home", "Start", "Go to the first passage."),
    Command("last-passage", "end", "End", "Go to the last passage."),
    Command(
        "done", "enter", "Done, next", "Mark the article done, go to the next.", True
    ),
    Command(
        "next-article",
        "right_square_bracket",
        "Next article",
        "Go to the next article; this one stays as it is.",
    ),
    Command(
        "previous-article", "left_square_bracket", "Article before", "Go back one."
    ),
    Command("focus-mode", "F", "Focus", "Dim everything but the sentence."),
    Command("narrower", "left_curly_bracket", "Narrower", "Shorter rows of text."),
    Command("wider", "right_curly_bracket", "Wider", "Longer rows of text."),
    Command(
        "simple-emoji",
        "E",
        "Simple emoji",
        "Show joined emoji and flags simply, where the terminal sets them askew.",
    ),
    Command("side", "v", "Annotations", "Show or hide the list beside the text."),
)
