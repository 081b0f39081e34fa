"""What other programs write, read."""
