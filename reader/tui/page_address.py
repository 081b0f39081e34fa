"""The address of an article that came as the file of a web page, as the page has it."""

from reader.model import Article
from reader.store import Store


def page_address(store: Store, article: Article) -> str:
    """The address that the page says it has; empty for what is none or says none."""
    # Most articles are no pages; what reads those is large.
    from reader.sources.formats import is_page
    from reader.sources.own_address import own_address

    if not is_page(article.source):
        return ""
    return own_address(store.articles.original(article.version_id))
