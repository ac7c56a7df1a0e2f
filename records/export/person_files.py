"""The files of one person in each form, put among those that are on their way out."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Literal, get_args

from records.export.dossier import Dossier, Movements, Practised
from records.export.fhir_bundle import bundle, bundle_bytes
from records.export.file_names import file_name
from records.export.led import unknown_in
from records.export.moment_tables import angles
from records.export.opensim_markers import marker_file
from records.export.opensim_motion import motion
from records.export.outgoing import Outgoing
from records.export.sheets import sheets
from records.export.stretches import Stretch, stretches
from records.export.table import csv_lines

Form = Literal["csv", "mot", "trc", "fhir"]
"""In which form one person's records leave the store."""
FORMS: tuple[Form, ...] = get_args(Form)


def put_csv(out: Outgoing, dossier: Dossier, movements: Movements) -> Iterator[str]:
    """Put tables, and of each practice its angles; yield a line for what is told besides."""
    for sheet in sheets([dossier], movements):
        out.write(file_name(f"{sheet.kind}.csv", dossier.code), csv_lines(sheet.table))
    for practised in dossier.practices:
        trace = practised.trace()
        if trace.times_s.size:
            out.write(_name("angles.csv", dossier, practised), csv_lines(angles(trace)))
    yield from _unknown(dossier, movements, "the measure of their repetitions is blank")


def put_motion(out: Outgoing, dossier: Dossier, _movements: Movements) -> Iterator[str]:
    """Put a motion file for each movement that was measured; yield what was left out of them."""
    for practised, stretch in _stretches(dossier):
        title = f"{dossier.code} {practised.day} movement {stretch.number} {stretch.exercise_id}"
        made = motion(title, stretch)
        if made is None:
            continue
        name = _name("angles.mot", dossier, practised, stretch.number)
        out.write(name, [made.data])
        if made.left_out:
            yield f"{name}: seen too seldom beside the others: {', '.join(made.left_out)}"
        if made.moments < made.of:
            yield f"{name}: {made.of - made.moments} of {made.of} moments, something unseen in each"


def put_markers(out: Outgoing, dossier: Dossier, _movements: Movements) -> Iterator[str]:
    """Put a marker file for each movement in which the body was seen; nothing is told besides."""
    for practised, stretch in _stretches(dossier):
        name = _name("markers.trc", dossier, practised, stretch.number)
        made = marker_file(name, stretch)
        if made is not None:
            out.write(name, [made.data])
    yield from ()


def put_fhir(
    out: Outgoing,
    dossier: Dossier,
    movements: Movements,
    now: datetime,
    label: str,
    *,
    with_snomed: bool,
) -> Iterator[str]:
    """Put a bundle; yield which movements it tells no angle of.

    Raises
    ------
    MissingCode
        As `bundle` does.
    """
    whole = bundle(dossier, movements, now, label, with_snomed=with_snomed)
    name = file_name("fhir.json", dossier.code, day=now.date())
    out.write(name, [bundle_bytes(whole)])
    yield from _unknown(dossier, movements, "no angle of theirs is told")


PLAIN: dict[str, Callable[[Outgoing, Dossier, Movements], Iterator[str]]] = {
    "csv": put_csv,
    "mot": put_motion,
    "trc": put_markers,
}
"""The forms that need nothing else."""


def _stretches(dossier: Dossier) -> Iterator[tuple[Practised, Stretch]]:
    for practised in dossier.practices:
        for stretch in stretches(practised.trace()):
            yield practised, stretch


def _name(kind: str, dossier: Dossier, practised: Practised, number: int | None = None) -> str:
    return file_name(kind, dossier.code, day=practised.day, ref=practised.ref, number=number)


def _unknown(dossier: Dossier, movements: Movements, so: str) -> Iterator[str]:
    unknown = unknown_in(dossier.practices, movements)
    if unknown:
        yield f"{dossier.code}: not known here any more, so {so}: {', '.join(unknown)}"
