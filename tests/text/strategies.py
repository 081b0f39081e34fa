"""Texts to try the laws on: prose, scripts, and what no one would write."""

from hypothesis import strategies as st

FRAGMENTS = (
    "Kim visited China.",
    "the U.S. That is",
    "ties... many",
    "Jong-un's",
    '"We agree. They said no," he said.',
    "3.5%",
    "Mr. Smith",
    "e\u0301",
    "\u0301",
    "\u200d",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "\U0001f1fa\U0001f1f8",
    "\U0001f1f0",
    "\u4e2d\u56fd\u3002\u300c\u4f1a\u8ac7\u300d",
    "\u0645\u0631\u062d\u0628\u0627",
    "\u0939\u093f\u0928\u094d\u0926\u0940",
    "\u0600",
    "\ud800",
    "\x1b[31m",
    "(a, b)",
    "\u201cquoted\u201d",
    "\u2019",
    "https://a.example/b?c=1.",
    "\u2026",
    "?!",
    "\ufeff",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\x0c",
    "\u2028",
    "\u00a0",
)

prose = st.lists(st.sampled_from(FRAGMENTS), max_size=24).map("".join)
spaced = st.lists(st.sampled_from(FRAGMENTS), max_size=24).map(" ".join)
anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
texts = prose | spaced | anything
