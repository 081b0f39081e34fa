"""Files on disk, as decoded text and what is known about it."""
