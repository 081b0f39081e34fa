"""The library's annotations on their way to a file, and a file's into the library."""
