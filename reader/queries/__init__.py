"""What can be asked of a library in one line: words, and what was tagged."""
