"""The small parts that FHIR resources are made of, as plain dictionaries."""

from datetime import date, datetime
from math import isfinite
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from records.export.fhir_codes import (
    ABSENT,
    ABSENT_CODES,
    CATEGORIES,
    CATEGORY,
    LOCAL,
    LOCAL_CODES,
    LOINC,
    LOINC_CODES,
    ROOT,
    SNOMED,
    UCUM,
    UCUM_CODES,
)
from records.export_errors import MissingCode

Part = dict[str, Any]
"""A resource, or a part of one."""

_NAMESPACE = uuid5(NAMESPACE_URL, ROOT)
_DECIMALS = 1


def id_of(*parts: str) -> UUID:
    """Return the id of what `parts` name: the same at every export, so that reading twice adds
    nothing."""
    return uuid5(_NAMESPACE, "/".join(parts))


def reference(id_: UUID) -> Part:
    """Return a reference to the resource `id_` of the same bundle."""
    return {"reference": f"urn:uuid:{id_}"}


def text_of(words: str) -> str | None:
    """Return words as FHIR takes them, `None` where they are empty.

    Its strings hold no other blanks than space, tab and line ends: others become one of those.
    """
    plain = "".join(_blank(sign) if sign.isspace() else sign for sign in words)
    return plain if plain.strip() else None


def _blank(sign: str) -> str:
    if sign in "\n\r\t ":
        return sign
    return "\n" if sign in "\u2028\u2029\u0085" else " "


def local(code: str, text: str | None = None) -> Part:
    """Return one of our own codes as a concept.

    Raises
    ------
    MissingCode
        Where it is not among them.
    """
    return concept([local_coding(code)], text or LOCAL_CODES[code])


def local_coding(code: str) -> Part:
    """Return one of our own codes.

    Raises
    ------
    MissingCode
        Where it is not among them.
    """
    if code not in LOCAL_CODES:
        raise MissingCode(code)
    return {"system": LOCAL, "code": code}


def loinc(code: str) -> Part:
    """Return a code of LOINC.

    Raises
    ------
    MissingCode
        Where it is not among those that DOMAIN.md names.
    """
    if code not in LOINC_CODES:
        raise MissingCode(code)
    return {"system": LOINC, "code": code}


def concept(coding: list[Part], text: str) -> Part:
    """Return codes and what they say in words."""
    return {"coding": coding, "text": text} if coding else {"text": text}


def snomed(code: str) -> Part:
    """Return a code of SNOMED CT."""
    return {"system": SNOMED, "code": code}


def category(code: str) -> list[Part]:
    """Return the kind of an observation.

    Raises
    ------
    MissingCode
        Where it is not among those that are used here.
    """
    if code not in CATEGORIES:
        raise MissingCode(code)
    return [{"coding": [{"system": CATEGORY, "code": code}]}]


def absent(code: str, why: str) -> Part:
    """Return why there is no value."""
    if code not in ABSENT_CODES:
        raise MissingCode(code)
    return concept([{"system": ABSENT, "code": code}], why)


def quantity(value: float, unit: str) -> Part:
    """Return a number with its UCUM unit.

    Raises
    ------
    MissingCode
        For a unit that is not among those used here.
    ValueError
        For what is no number: it is to be left out, or its absence told.
    """
    if unit not in UCUM_CODES:
        raise MissingCode(unit)
    if not isfinite(value):
        raise ValueError(f"{value} is no number")
    rounded = round(value, _DECIMALS)
    plain = int(rounded) if rounded == int(rounded) else rounded
    return {"value": plain, "unit": unit.strip("{}"), "system": UCUM, "code": unit}


def component(code: str, **value: Any) -> Part:
    """Return one component of an observation under a code of our own."""
    return {"code": local(code), **value}


def measured(code: str, value: float | None, unit: str) -> list[Part]:
    """Return a component with a number; none where there is no number."""
    if value is None or not isfinite(value):
        return []
    return [component(code, valueQuantity=quantity(value, unit))]


def moment(when: datetime) -> str:
    """Return a moment as FHIR writes it, to the second, with its time zone."""
    return when.isoformat(timespec="seconds")


def day(when: date) -> str:
    """Return a day as FHIR writes it."""
    return when.isoformat()
