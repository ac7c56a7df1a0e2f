"""What is aimed for, beside what was found."""

from collections.abc import Iterable
from dataclasses import dataclass

from truth.aligned import table


@dataclass(frozen=True)
class Claim:
    """One target.

    Attributes
    ----------
    title
        Of what.
    found, wanted
        The result and the target, in words and figures.
    met
        Whether it is reached; `None` where it could not be tried.
    """

    title: str
    found: str
    wanted: str
    met: bool | None


_WORDS = {True: "met", False: "not met", None: "not tried"}


def claims_table(claims: Iterable[Claim]) -> str:
    """Return a line a claim."""
    rows = [(one.title, one.found, one.wanted, _WORDS[one.met]) for one in claims]
    return table(("target", "result", "wanted", ""), rows, left=4)


def met_of(claims: Iterable[Claim]) -> str:
    """Return how many are met, not met and not tried."""
    outcomes = [one.met for one in claims]
    return ", ".join(f"{outcomes.count(met)} {word}" for met, word in _WORDS.items())
