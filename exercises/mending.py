"""A guess at what a faulty definition was meant to be, so that it can be searched for more faults.

A movement is looked at as a whole only once each of its parts can be read; one misspelt key would
hide a guide that is too fast. The guess is only looked at for more faults, never used.
"""

from copy import deepcopy
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from exercises.fault import nearest
from exercises.pydantic_faults import expected_words, keys_beside

# Keys on which nothing else in a movement depends, and what may stand in for them.
_STAND_INS = {
    "format": 1,
    "id": "guess",
    "number": 1,
    "title": "-",
    "camera": "-",
    "repetitions": 0,
    "minutes": 1.0,
    "prompt": "-",
    "how": "-",
    "care": (),
    "tags": ("rest",),
    "helps": "-",
    "cautions": (),
    "variants": (),
    "alike": (),
}


def mended(data: dict[str, Any], error: ValidationError) -> dict[str, Any]:
    """Return a copy of `data` in which the faults of `error` are mended as far as is plain.

    Unknown keys go under the name that was meant, or away; misspelt words are spelt; what nothing
    else depends on is stood in for. The rest stays as it is.
    """
    guess = deepcopy(data)
    details = error.errors()
    for detail in sorted(details, key=lambda detail: detail["type"] != "extra_forbidden"):
        _mend(guess, detail)
    return guess


def _mend(guess: dict[str, Any], detail: ErrorDetails) -> None:
    if not detail["loc"]:
        return
    *way, key = detail["loc"]
    table: Any = guess
    for step in way:
        table = table[step]
    if detail["type"] == "missing" and key in table:
        return  # it stood under a misspelt key
    if detail["type"] == "extra_forbidden":
        value = table.pop(key)
        if meant := nearest(str(key), keys_beside(detail["loc"])):
            table.setdefault(meant, value)
    elif detail["type"] == "literal_error":
        table[key] = nearest(str(detail["input"]), expected_words(detail)) or detail["input"]
    elif (top := str(detail["loc"][0])) in _STAND_INS:
        guess[top] = _STAND_INS[top]
