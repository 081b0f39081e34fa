"""The words that give away what a line is, when no rule knows the line itself."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.cleaning.rules.rule import phrases

_CLUES = {
    "newsletter": """
        newsletter; newsletters; inbox; subscribe; subscribed; subscriber; subscribers;
        subscribing; subscription; subscriptions; unsubscribe; signup; opt in; sign up;
        signing up; signed up; email address; weekly email; daily email; email update;
        get notified; get breaking; delivered weekly; delivered daily; to know;
        get the; get a; receive occasional; no credit; stay informed; stay updated;
        keep reading;
        anmeldung; abonnieren; suscribirse; рассылка; 뉴스레터
    """,
    "comments": """
        comment; comments; commenting; commented; commenter; reply; replies; upvote;
        downvote; moderated; disqus; notify me; you think; recipe rating; your review;
        your thoughts; thanks for; great post; great article; great info; great read;
        your blog; so happy; i agree; i love;
        kommentare; commentaires; comentarios; комментарии; 댓글
    """,
    "caption": """
        getty; screenshot; pictured; credit; photograph; photography; file photo;
        submitted photo; courtesy photo; view image; images by; image copyright;
        reuters; afp; shutterstock; alamy; unsplash; istock; wirecutter; bettmann
    """,
    "legal": """
        policy; policies; terms; privacy; cookie; cookies; copyright; reserved;
        trademark; trademarks; disclaimer; disclosure; disclosures; consent; gdpr; ccpa;
        liability; registered; licensed; licence; license; guidelines; personal data;
        personal information; vendors; third party; accessibility; notice; fine print;
        reject all; accept all; affiliate; partner; analytics; impressum; datenschutz;
        mentions; aviso; конфиденциальности; 개인정보
    """,
    "byline": """
        author; authors; editor; reporter; writer; columnist; columnists; journalist;
        correspondent; contributor; contributors; contributing; contributed; freelance;
        freelancer; biography; bio; professor; graduated; adjunct; is chairman;
        written by; reported from; staff; fact checked; analyst for; alumnus; i m; hi i;
        her work; his work; her writing; his writing; reporting by; story source;
        media contact; press contact; autor; auteur; автор; 기자
    """,
    "social": """
        follow; followed; facebook; twitter; instagram; linkedin; pinterest; youtube;
        tiktok; whatsapp; snapchat; socials; connect with; share; tweet; copy link;
        social media; rss;
        teilen; partager; compartir; поделиться; 공유
    """,
    "timestamp": """
        updated; published; posted; min read; mins read; minute read; minutes read;
        date; ago; first published; original; aktualisiert; publié; publicado
    """,
    "ads": """
        advertising; advertisement; advertise; ads; sponsored; sponsor; promo; coupon;
        coupons; voucher; discount; buy; shop; demo; pricing; free trial; order;
        tickets; sale; clicking here; get started; try; save; schedule; request; refresh
        your; next step; check price; view at; survey; app open; for free; anuncio
    """,
    "tags": "tags; tagged; topics; filed; filed under; in topics",
    "nav": """
        search; menu; skip; login; log in; log out; sign in; password; account; home;
        sitemap; navigation; browse; jump; close; modal; scroll; faq; help; contact;
        contact us; about; careers; icon; logo; settings; previous; back to; select;
        toggle; registration; page; loading; posts
    """,
    "related": """
        related; read; watch; listen; more; trending; popular; recommended; recommends;
        latest; stories; articles; explore; discover; best; review; reviews; coverage;
        also like; also love; also read; podcast; series; gallery; galleries;
        headlines; headline
    """,
}
"""The words and pairs of words that give a kind away; the first kind has the say."""
_RANKS = {
    tuple(phrase.split()): (rank, kind)
    for rank, (kind, listed) in enumerate(_CLUES.items())
    for phrase in phrases(listed)
}


_FIRST_WORDS = frozenset(words[0] for words in _RANKS)
LONGEST_NAV = 6
"""In a line of more words `home` or `contact` is what it is about."""


def by_words(tokens: Sequence[str]) -> tuple[str, str]:
    """The kind that a word or two give away, and the words."""
    if _FIRST_WORDS.isdisjoint(tokens):
        return "", ""
    found = [(_RANKS[words], words) for words in _phrases(tokens) if words in _RANKS]
    if len(tokens) > LONGEST_NAV:
        found = [one for one in found if one[0][1] != "nav"]
    if not found:
        return "", ""
    (_, kind), words = min(found, key=lambda one: one[0])
    return kind, " ".join(words)


def _phrases(tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
    yield from ((token,) for token in tokens)
    yield from pairwise(tokens)
