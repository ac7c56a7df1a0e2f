"""What exported files are called: by a code, a day, a practice and a number, and nothing else."""

import re
from datetime import date

from exercises.code import check_code

_REF = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_KIND = re.compile(r"[a-z]+(-[a-z]+)*\.[a-z]+")


def file_name(
    kind: str,
    code: str | None = None,
    *,
    day: date | None = None,
    ref: str | None = None,
    number: int | None = None,
) -> str:
    """Return a name such as ``P-0147_2026-03-02_019c…_1_angles.mot``; never one with a path in it.

    Parameters
    ----------
    kind
        What it holds and its ending, as in ``practices.csv``.
    code
        Whose, where it is of one person.
    day, ref, number
        Of a practice, its day and what it is called, and which movement of it.

    Raises
    ------
    CodeError
        Where `code` is no person's code.
    ValueError
        Where `ref` or `kind` could be a path.
    """
    if not _KIND.fullmatch(kind) or (ref is not None and not _REF.fullmatch(ref)):
        raise ValueError(f"not to be a file's name: {kind!a}, {ref!a}")
    parts = [
        None if code is None else check_code(code),
        None if day is None else day.isoformat(),
        ref,
        None if number is None else str(number),
        kind,
    ]
    return "_".join(part for part in parts if part is not None)
