"""What the list can be sorted by, and which index gives each order."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self

from reader.store.walk import Leg


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
    COPIES = "copies"


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
    unknown: int | str | None = None
    """The least value, if it says that nobody knows: it comes last either way."""

    @property
    def key(self) -> tuple[str, ...]:
        """What it is sorted by; the id, at last, gives every row a place."""
        return tuple(dict.fromkeys((self.name, "id")))

    def legs(self, *, falls: bool) -> tuple[Leg, ...]:
        """The parts of the order, one after the other."""
        here = f"article INDEXED BY article_by_{self.by} WHERE removed = 0"
        if falls or self.unknown is None:
            return (Leg(here, self.key),)
        return (
            Leg(here, self.key, (self.unknown, _GREATEST)),
            Leg(f"{here} AND {self.name} = {self.unknown!r}", ("id",)),
        )


class _Copies(Column):
    """Versions of a story together, and then, or before, what is no copy."""

    @property
    def key(self) -> tuple[str, ...]:
        """How many they are, which they are, and the article."""
        return (
            f"coalesce((SELECT articles {_ITS_FAMILY}), 0)",
            f"coalesce((SELECT family.id {_ITS_FAMILY}), 0)",
            "id",
        )

    def legs(self, *, falls: bool) -> tuple[Leg, ...]:
        """Families by their size, whose members are looked up; and all the others."""
        members = Leg(
            "family INDEXED BY family_by_articles"
            " CROSS JOIN compared INDEXED BY compared_by_family"
            " ON compared.family = family.id"
            " CROSS JOIN article ON article.id = compared.article_id"
            " WHERE articles > 1 AND removed = 0",
            ("family.articles", "family.id", "compared.article_id"),
        )
        others = Leg(
            "article INDEXED BY article_by_added"
            f" WHERE removed = 0 AND NOT EXISTS (SELECT 1 {_ITS_FAMILY})",
            ("article.id",),
        )
        return (members, others) if falls else (others, members)


_GREATEST = 1 << 62
"""Greater than any id."""
_ITS_FAMILY = (
    "FROM compared JOIN family ON family.id = compared.family"
    " WHERE compared.article_id = article.id AND articles > 1"
)


COLUMNS = {
    Order.ADDED: Column(
        "id", "added", False, "in the order of import", "last import first"
    ),
    Order.TITLE: Column("title_key", "title", False, "by title", "by title, Z first"),
    Order.PUBLISHED: Column(
        "published", "published", True, "oldest first", "newest first", ""
    ),
    Order.SITE: Column("site", "site", False, "by site", "by site, Z first", ""),
    Order.LANGUAGE: Column(
        "language", "language", False, "by language", "by language, Z first", ""
    ),
    Order.STATUS: Column("status", "status", True, "done first", "unread first"),
    Order.WORDS: Column("words", "words", True, "shortest first", "longest first"),
    Order.HIDDEN: Column(
        *("hidden_share", "hidden_share", True),
        *("least hidden first", "most hidden first", -1),
    ),
    Order.TAGS: Column(
        "annotations", "annotations", True, "fewest tags first", "most tags first"
    ),
    Order.COPIES: _Copies("", "", True, "fewest copies first", "most copies first"),
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
