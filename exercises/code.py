"""What people and staff are called in files and logs: codes and initials, never names."""

import re
from typing import Annotated
from unicodedata import normalize

from pydantic import AfterValidator, Field

_CODE = r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"
_SHORTEST, _LONGEST = 2, 24
# Letters of any script, with the marks that some scripts write them with.
_INITIALS = r"^\p{L}[\p{L}\p{M}]*$"
_MOST_INITIALS = 6

Code = Annotated[str, Field(min_length=_SHORTEST, max_length=_LONGEST, pattern=_CODE)]
"""A person's code, as in ``P-0147``: letters, digits and single hyphens, so never a path."""

Initials = Annotated[
    str,
    Field(min_length=1, max_length=_MOST_INITIALS, pattern=_INITIALS),
    AfterValidator(lambda text: normalize("NFC", text)),
]
"""A member of staff's initials: one to six letters of any script."""


class CodeError(ValueError):
    """Not a person's code; says in one line what one looks like."""


def check_code(text: str) -> str:
    """Return `text` if it is a person's code.

    Raises
    ------
    CodeError
        Where it is not; the message shows no more than the beginning of what was given.
    """
    if _SHORTEST <= len(text) <= _LONGEST and re.fullmatch(_CODE, text):
        return text
    shown = ascii(text[:_LONGEST] + ("…" if len(text) > _LONGEST else ""))
    raise CodeError(
        f"{shown} is not a person's code; use {_SHORTEST} to {_LONGEST} of the letters A to Z and "
        "digits, with single hyphens between, as in P-0147"
    )
