"""Where in a practice one is, and which part of it is in sight: pure, moved by keys and mouse."""

from dataclasses import dataclass

LEAST_SPAN_S = 5.0
"""No less is shown at once (a default of ours)."""


@dataclass(frozen=True, slots=True)
class Scrub:
    """A moment of a practice, and the part in sight round it.

    Always ``0 <= first_s <= at_s <= last_s <= length_s``.

    Attributes
    ----------
    length_s
        Of the whole practice.
    at_s
        The moment.
    first_s, last_s
        The part in sight.
    """

    length_s: float
    at_s: float
    first_s: float
    last_s: float

    @property
    def span_s(self) -> float:
        """Seconds in sight."""
        return self.last_s - self.first_s

    def to(self, at_s: float) -> "Scrub":
        """Return another moment; what is in sight follows as little as it has to."""
        at = min(max(at_s, 0.0), self.length_s)
        first = self.first_s
        if at < first:
            first = at
        elif at > self.last_s:
            first = at - self.span_s
        return _within(self.length_s, at, first, self.span_s)

    def moved(self, by_s: float) -> "Scrub":
        """Return the moment so much later."""
        return self.to(self.at_s + by_s)

    def zoomed(self, factor: float) -> "Scrub":
        """Return the same moment with `factor` as much in sight, the moment where it stands."""
        span = min(max(self.span_s * factor, LEAST_SPAN_S), self.length_s)
        share = (self.at_s - self.first_s) / self.span_s if self.span_s else 0.0
        return _within(self.length_s, self.at_s, self.at_s - share * span, span)

    def seeing(self, first_s: float, last_s: float) -> "Scrub":
        """Return the moment with a part of the practice in sight, moved into it where it is not."""
        first, last = (min(max(each, 0.0), self.length_s) for each in sorted((first_s, last_s)))
        span = min(max(last - first, LEAST_SPAN_S), self.length_s)
        first = min(max(first, 0.0), self.length_s - span)
        at = min(max(self.at_s, first), first + span)
        return _within(self.length_s, at, first, span)


def whole(length_s: float) -> Scrub:
    """Return the beginning of a practice, with all of it in sight."""
    length = max(length_s, 0.0)
    return Scrub(length, 0.0, 0.0, length)


def _within(length: float, at: float, first: float, span: float) -> Scrub:
    first = min(max(first, 0.0), max(length - span, 0.0))
    last = min(first + span, length)
    return Scrub(length, min(max(at, first), last), first, last)
