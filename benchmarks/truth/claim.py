"""What is aimed for, beside what was found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from truth.aligned import table

# Widths in characters at which targets, results and what was wanted go on in the next line.
TITLE, FOUND, WANTED = 32, 36, 24


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
    """Return a line a claim, or a few where it takes them."""
    rows = [line for one in claims for line in _lines(one)]
    return table(("target", "result", "wanted", ""), rows, left=4)


def _lines(one: Claim) -> Iterator[tuple[str, str, str, str]]:
    columns = wrap(one.title, TITLE), wrap(one.found, FOUND), wrap(one.wanted, WANTED)
    for row in range(max(map(len, columns))):
        cells = [column[row] if row < len(column) else "" for column in columns]
        yield cells[0], cells[1], cells[2], _WORDS[one.met] if row == 0 else ""


def met_of(claims: Iterable[Claim]) -> str:
    """Return how many are met, not met and not tried."""
    outcomes = [one.met for one in claims]
    return ", ".join(f"{outcomes.count(met)} {word}" for met, word in _WORDS.items())
