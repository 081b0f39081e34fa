"""Read articles without the page's junk, tag passages, export the annotations."""

__version__ = "0.1.0"
