"""What the header of a library file says."""

APPLICATION_ID = 0x72656164
"""`read`: tells a library from any other database."""
