"""Finding a passage again in a text that was changed.

Both texts are at hand, so they are compared first and searched only where that does
not answer. What cannot be found with certainty is said to be doubtful or lost; it is
never guessed in silence.
"""

from reader.text.anchoring.carrying import Carried, Carrier

__all__ = ["Carried", "Carrier"]
