"""The library file; the only room that knows SQL."""

from reader.store.errors import StoreError
from reader.store.filtering import Filter
from reader.store.reading import Reading
from reader.store.sorting import Order, Sort
from reader.store.store import Store, library

__all__ = ["Filter", "Order", "Reading", "Sort", "Store", "StoreError", "library"]
