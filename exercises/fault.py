"""What is amiss in a definition, said so that its writer can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing amiss.

    Attributes
    ----------
    file
        The file's name as the person gave it; empty while the definition is not from a file.
    key_path
        Where in the file, as in ``phases[1].guide.shoulder_elevation``; empty for the whole file.
    message
        What was found.
    hint
        What would be right, where that is known, as in ``did you mean front?``.
    """

    file: str
    key_path: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Return the fault in one line, whatever its file holds."""
        where = ": ".join(part for part in (self.file, self.key_path) if part)
        said = "; ".join(part for part in (self.message, self.hint) if part)
        line = f"{where}: {said}" if where else said
        return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)


class DefinitionError(ValueError):
    """A definition with faults; all of them, in the order they were found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def nearest(found: str, known: Iterable[str]) -> str | None:
    """Return the word of `known` that `found` was probably meant to be, if one is near.

    One that is spelt alike, else the first that begins with what was found.
    """
    words = list(known)
    begun = [word for word in words if found and word.startswith(found)]
    return next(iter([*get_close_matches(found, words, n=1), *begun]), None)


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """Return ``did you mean …?`` for the nearest known word, or nothing where none is near."""
    near = nearest(found, known)
    return f"did you mean {near}?" if near else ""
