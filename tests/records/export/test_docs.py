"""``docs/exports.md`` names every column and every code that an export may hold."""

from pathlib import Path

from records.export import fhir_codes as codes
from records.export.sheets import sheets
from tests.records.export.people import MOVEMENTS, dossier

DOCS = (Path(__file__).parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_column_is_in_it_with_its_meaning() -> None:
    for sheet in sheets([dossier()], MOVEMENTS):
        assert f"### {sheet.kind}.csv" in DOCS
        for column in sheet.table.columns:
            assert f"| `{column.head}` | {column.meaning} |" in DOCS, (sheet.kind, column.head)


def test_every_code_system_and_unit_is_in_it() -> None:
    named = {*codes.LOINC_CODES, *codes.SNOMED_CODES, *codes.CATEGORIES, *codes.ABSENT_CODES}
    systems = {codes.LOINC, codes.UCUM, codes.CATEGORY, codes.ABSENT, codes.LOCAL}
    assert [each for each in sorted(named | systems) if each not in DOCS] == []
    assert [
        each for each in codes.UCUM_CODES | set(codes.LOCAL_CODES) if f"`{each}`" not in DOCS
    ] == []
    assert codes.LOINC_NOTICE in " ".join(DOCS.split())
