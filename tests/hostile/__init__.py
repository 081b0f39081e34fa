"""Text that would be obeyed, put wherever text can stand, and a tour of all places."""
