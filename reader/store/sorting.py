"""What the list can be sorted by, and which index gives each order."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self


class Order(StrEnum):
    """A column that the list can be sorted by."""

    ADDED = "added"
    TITLE = "title"
    PUBLISHED = "date"
    STATUS = "status"
    SITE = "site"
    LANGUAGE = "language"
    WORDS = "words"
    HIDDEN = "hidden"
    TAGS = "tags"


class Column(NamedTuple):
    """How an order is walked."""

    name: str
    """A column of the article table."""
    by: str
    """After `article_by_`, the name of the index of `removed` and this column."""
    falls: bool
    """Whether the greatest comes first, unless it is turned round."""
    rising: str
    """What comes first when the least does, in words."""
    falling: str


COLUMNS = {
    Order.ADDED: Column(
        "id", "added", False, "in the order of import", "last import first"
    ),
    Order.TITLE: Column("title_key", "title", False, "by title", "by title, Z first"),
    Order.PUBLISHED: Column(
        "published", "published", True, "oldest first", "newest first"
    ),
    Order.SITE: Column("site", "site", False, "by site", "by site, Z first"),
    Order.LANGUAGE: Column(
        "language", "language", False, "by language", "by language, Z first"
    ),
    Order.STATUS: Column("status", "status", True, "done first", "unread first"),
    Order.WORDS: Column("words", "words", True, "shortest first", "longest first"),
    Order.HIDDEN: Column(
        "hidden_share", "hidden_share", True, "least hidden first", "most hidden first"
    ),
    Order.TAGS: Column(
        "annotations", "annotations", True, "fewest tags first", "most tags first"
    ),
}


@dataclass(frozen=True, slots=True)
class Sort:
    """A column, and which way."""

    order: Order = Order.ADDED
    turned: bool = False
    """Whether it goes against the usual way of the column."""

    @classmethod
    def read(cls, said: str) -> Self:
        """What `str` gave; anything else is the order of import."""
        name = said.removeprefix("-")
        if name not in tuple(Order):
            return cls()
        return cls(Order(name), turned=said.startswith("-"))

    def __str__(self) -> str:
        return f"-{self.order}" if self.turned else self.order.value

    @property
    def falls(self) -> bool:
        """Whether the greatest comes first."""
        return COLUMNS[self.order].falls != self.turned

    @property
    def words(self) -> str:
        """What comes first, for a person."""
        column = COLUMNS[self.order]
        return column.falling if self.falls else column.rising

    @property
    def after(self) -> Self:
        """The next column, its usual way."""
        orders = list(Order)
        place = orders.index(self.order) + 1
        return type(self)(orders[place % len(orders)])

    @property
    def other_way(self) -> Self:
        """The same column the other way round."""
        return type(self)(self.order, not self.turned)
