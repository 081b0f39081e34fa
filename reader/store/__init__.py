"""The library file; the only room that knows SQL."""

from reader.store.articles import Order
from reader.store.errors import StoreError
from reader.store.store import Reading, Store, library

__all__ = ["Order", "Reading", "Store", "StoreError", "library"]
