"""The annotations by tag, as a report tells of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.exchange.outgoing import Leaf, Outgoing
from reader.model import Annotation, Article, Tag
from reader.text.counted import counted
from reader.text.safe import safe


@dataclass(frozen=True, slots=True)
class Quotation:
    """One annotation with the words that a report shows of it."""

    article: Article
    annotation: Annotation
    words: str
    """Without hidden lines, and with plain line ends."""

    before: str
    """What stands in front of it on the same line, in whole words."""
    after: str

    @property
    def memo(self) -> str:
        """With plain line ends."""
        return _plain(self.annotation.memo)

    @property
    def origin(self) -> str:
        """The article, where it is from, and the paragraph."""
        article = self.article
        named = (article.title, article.site, article.author, article.published)
        place = f"paragraph {self.annotation.paragraph}"
        return safe(", ".join([*filter(None, named), place]))


@dataclass(frozen=True, slots=True)
class Section:
    """A tag with its quotations; without a tag, the memos that stand alone."""

    tag: Tag | None
    quotations: Sequence[Quotation]

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.tag.path if self.tag else "Memos without a tag"

    @property
    def articles(self) -> frozenset[int]:
        """The ids of the articles that it quotes."""
        return frozenset(each.article.id for each in self.quotations)


def sections(outgoing: Outgoing) -> Iterator[Section]:
    """Each tag that is used, in the order of the codebook; then the bare memos."""
    by_tag: dict[int | None, list[Quotation]] = {}
    for leaf in outgoing.leaves():
        for quotation in _quotations(leaf):
            tag = quotation.annotation.tag
            by_tag.setdefault(tag.id if tag else None, []).append(quotation)
    for tag in outgoing.tags():
        if tag.id in by_tag:
            yield Section(tag, by_tag[tag.id])
    if None in by_tag:
        yield Section(None, by_tag[None])


def count_of(found: Sequence[Section]) -> int:
    """How many annotations a report has."""
    return sum(len(section.quotations) for section in found)


def extent(found: Sequence[Section]) -> str:
    """The same in words: `12 annotations in 3 articles.`, as a sentence."""
    articles = frozenset[int]().union(*(section.articles for section in found))
    said = counted(count_of(found), "annotation")
    return f"{said} in {counted(len(articles), 'article')}."


def _quotations(leaf: Leaf) -> Iterator[Quotation]:
    page = leaf.page
    for annotation in leaf.annotations:
        words = _plain(page.shown.words(annotation.span)).strip()
        before, after = _context(annotation, len(page.shown.text))
        yield Quotation(page.article, annotation, words, before, after)


def _context(annotation: Annotation, size: int) -> tuple[str, str]:
    """What stands around it on its lines; a word that is cut off is an ellipsis."""
    span, prefix, suffix = annotation.span, annotation.prefix, annotation.suffix
    before, after = prefix.rpartition("\n")[2], suffix.partition("\n")[0]
    if before == prefix and len(prefix) < span.start:
        before = f"…{before.partition(' ')[2] or before}"
    if after == suffix and span.end + len(suffix) < size:
        after = f"{after.rpartition(' ')[0] or after}…"
    return before, after.removesuffix("\r")


def _plain(text: str) -> str:
    """The text with a line feed alone at the end of each line."""
    return text.replace("\r\n", "\n")
