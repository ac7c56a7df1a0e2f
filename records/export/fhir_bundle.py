"""One person's records as a FHIR R4 bundle: plain dictionaries, without a library of FHIR."""

import json
from datetime import datetime
from uuid import UUID

from records.export.dossier import Dossier, Movements
from records.export.fhir_angles import Place, angle_observations
from records.export.fhir_answers import (
    diary_answers,
    observed,
    outcome_answers,
    practice_answers,
)
from records.export.fhir_codes import (
    LOCAL,
    LOCAL_CODES,
    LOINC_NOTICE,
    PERSON_CODE,
    SNOMED_NOTICE,
    VERSION,
)
from records.export.fhir_parts import Part, id_of, moment, text_of
from records.export.fhir_questions import resources as questionnaires


def bundle(
    dossier: Dossier,
    movements: Movements,
    now: datetime,
    label: str,
    *,
    with_snomed: bool = False,
) -> Part:
    """Return all that is kept about one person, known by their code alone.

    Parameters
    ----------
    dossier
        What is kept.
    movements
        The movements known here. Of one that is not, no angle is told: nobody can say of which.
    now
        When it is made, with its time zone.
    label
        What it is for and what not, said of the device.
    with_snomed
        Whether the clinic declared that it holds a licence for SNOMED CT.

    Raises
    ------
    MissingCode
        Where something has no code: none is made up.
    """
    person = id_of("person", dossier.code)
    notices = [label, LOINC_NOTICE, *([SNOMED_NOTICE] if with_snomed else [])]
    devices = {
        made: _device(made, notices)
        for made in dict.fromkeys(each.practice.made_with for each in dossier.practices)
    }
    found = [_person(dossier.code, person), *devices.values(), _codes(), *questionnaires()]
    for practised in dossier.practices:
        device = UUID(devices[practised.practice.made_with]["id"])
        place = Place(dossier, practised, movements, person, device, with_snomed)
        found += [*practice_answers(practised, person), *angle_observations(place)]
    found += _beside_practices(dossier, person)
    return {
        "resourceType": "Bundle",
        "id": str(id_of("bundle", dossier.code, moment(now))),
        "type": "collection",
        "timestamp": moment(now),
        "entry": [{"fullUrl": f"urn:uuid:{each['id']}", "resource": each} for each in found],
    }


def bundle_bytes(whole: Part) -> bytes:
    """Return a bundle as it is written.

    Raises
    ------
    ValueError
        For a number that JSON does not have, as NaN: none is ever written.
    """
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1).encode(
        "utf-8", "replace"
    )


def _beside_practices(dossier: Dossier, person: UUID) -> list[Part]:
    return [
        *(part for each in dossier.diary for part in diary_answers(each, person)),
        *(part for each in dossier.outcomes for part in outcome_answers(each, person)),
        *(observed(each, person) for each in dossier.observations),
    ]


def _person(code: str, id_: UUID) -> Part:
    return {
        "resourceType": "Patient",
        "id": str(id_),
        "identifier": [{"system": PERSON_CODE, "value": code}],
    }


def _device(made_with: str, notices: list[str]) -> Part:
    return {
        "resourceType": "Device",
        "id": str(id_of("device", made_with)),
        "status": "active",
        "deviceName": [{"name": "unhurried", "type": "model-name"}],
        "type": {"text": "movement-awareness software, not a cleared medical device"},
        "version": [{"value": text_of(made_with) or "unknown"}],
        "note": [{"text": notice} for notice in notices],
    }


def _codes() -> Part:
    return {
        "resourceType": "CodeSystem",
        "id": str(id_of("codes")),
        "url": LOCAL,
        "version": VERSION,
        "name": "UnhurriedMeasures",
        "title": "Measures of unhurried that no common code system has",
        "status": "active",
        "experimental": False,
        "caseSensitive": True,
        "content": "complete",
        "count": len(LOCAL_CODES),
        "concept": [
            {"code": code, "display": code.replace("_", " "), "definition": meaning}
            for code, meaning in LOCAL_CODES.items()
        ],
    }
