"""All that is kept about one person, for themselves, as one zip file."""

import zipfile
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import BinaryIO

from records.export.dossier import Dossier, Movements
from records.export.file_names import file_name
from records.export.moment_tables import angles, landmarks
from records.export.own_page import own_page
from records.export.plain_json import json_bytes
from records.export.sheets import sheets
from records.export.table import csv_lines
from records.told import Told, untold
from words.tr import tr


def write_copy(
    file: BinaryIO,
    dossier: Dossier,
    movements: Movements,
    now: datetime,
    language: str,
    beside: Mapping[str, object],
    *,
    with_name: bool = False,
    done: Told = untold,
) -> int:
    """Write a person's own copy, and return how many files are in it.

    In it are a page to read (``index.html``), all that is kept as JSON (``data.json``), tables, and
    of each practice its angles and where the body was seen.

    Parameters
    ----------
    file
        The zip.
    dossier, movements
        What is kept, and the movements known here.
    now
        When it is made, in the time of this machine.
    language
        Of the page: a language's ISO 639 code.
    beside
        What else is kept, by name: what was proposed, who read it.
    with_name
        Whether what they like to be called stands in it.
    """
    name = dossier.person.display_name if with_name else None
    person = dossier.person.model_copy(update={"display_name": name})
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as zipped:

        def put(path: str, pieces: Iterable[bytes]) -> None:
            entry = zipfile.ZipInfo(path, _time(now))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            with zipped.open(entry, "w") as out:
                for piece in pieces:
                    out.write(piece)

        put("index.html", [own_page(dossier, movements, language, now.date(), name)])
        kept: dict[str, object] = {
            "label": tr("report.label", language),
            "made_at": now,
            "person": person,
            "ranges": dossier.ranges,
            "programmes": dossier.programmes,
            "practices": [
                {
                    "id": each.ref,
                    "began_at": each.began_at,
                    "state": each.state,
                    "digest": each.digest,
                    "practice": each.practice,
                    "reviews": each.reviews,
                }
                for each in dossier.practices
            ],
            "diary": dossier.diary,
            "outcomes": dossier.outcomes,
            "observations": dossier.observations,
            **beside,
        }
        put("data.json", [json_bytes(kept)])
        for sheet in sheets([dossier], movements):
            put(f"tables/{file_name(f'{sheet.kind}.csv', dossier.code)}", csv_lines(sheet.table))
        for number, practised in enumerate(dossier.practices, 1):
            trace = practised.trace()
            if trace.times_s.size:
                for kind, table in (("angles", angles(trace)), ("landmarks", landmarks(trace))):
                    called = file_name(
                        f"{kind}.csv", dossier.code, day=practised.day, ref=practised.ref
                    )
                    put(f"practices/{called}", csv_lines(table))
            done(number, len(dossier.practices))
        return len(zipped.namelist())


def copy_name(code: str, day: date) -> str:
    """Return what a copy is called unless somebody calls it otherwise."""
    return file_name("copy.zip", code, day=day)


def _time(now: datetime) -> tuple[int, int, int, int, int, int]:
    """Return the time that a zip takes for a file; it begins in 1980."""
    return (max(now.year, 1980), now.month, now.day, now.hour, now.minute, now.second)
