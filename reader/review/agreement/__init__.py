"""How far coders agree, in the coefficients that papers report."""

from reader.review.agreement.codings import Coding, Mark
from reader.review.agreement.figures import agreement
from reader.review.agreement.measure import Measure
from reader.review.agreement.report import Agreement, TagAgreement

__all__ = [
    "Agreement",
    "Coding",
    "Mark",
    "Measure",
    "TagAgreement",
    "agreement",
]
