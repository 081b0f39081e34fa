"""What was learned from labelled pages: a small model over a line and its place."""
