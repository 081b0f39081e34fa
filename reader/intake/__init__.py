"""Articles on their way into the library, and what is learned of them afterwards."""
