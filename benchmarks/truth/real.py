"""What real recordings with known truth tell: printed, and what is claimed of it."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from truth import judging, keraal
from truth.aligned import headed, number, share, table
from truth.claim import Claim, claims_table


def of_real(data: Path) -> list[Claim]:
    """Print what real recordings tell and return what is claimed; say so where one is absent."""
    claims = []
    for folder, title, part in (
        ("keraal", "Arms of a real person beside motion capture", _of_capture),
        ("uiprmd", "Judgement of repetitions", _of_judge),
    ):
        if (data / folder).is_dir():
            text, found = part(data)
        else:
            text = f"skipped: there is no folder {folder} in ../shared/data beside this checkout"
            found = [Claim(title, "skipped: no data", "", None)]
        headed(title, text)
        claims += found
    return claims


def of_counts(data: Path) -> list[Claim]:
    """Print what is counted, of exact figures and of real recordings, and return the same."""
    if find_spec("truth.counts") is None:
        return []
    counts = import_module("truth.counts")
    there = data if data.is_dir() else None
    rows = [*counts.rows(there), *counts.clip_rows(there)]
    claims = [Claim(row.title, str(row.found), str(row.wanted), row.met) for row in rows]
    headed("Repetitions", claims_table(claims))
    return claims


def _of_capture(data: Path) -> tuple[str, list[Claim]]:
    rows = [
        (
            f"{arm.side} arm",
            str(arm.frames),
            share(1 - arm.given),
            number(arm.course_r, 3),
            number(arm.excursion),
            number(arm.captured),
            number(arm.excursion - arm.captured),
            number(arm.spread),
        )
        for arm in keraal.arms(data)
    ]
    header = "KERAAL|frames|withheld|course r|excursion|by capture|apart|own p90"
    return table(header.split("|"), rows), []


def _of_judge(data: Path) -> tuple[str, list[Claim]]:
    rows = judging.rows(data)
    cells = [
        (
            row.title,
            str(row.repetitions),
            number(row.ours, 3),
            " ".join(number(area, 2) for area in row.each_subject),
            number(row.raw, 3),
            row.raw_name,
        )
        for row in rows
    ]
    header = "UI-PRMD, right against otherwise: AUC|repetitions|ours|each subject|best raw|which"
    claims = []
    for row in rows:
        if row.wanted is not None:
            met = row.ours >= row.wanted and row.ours > row.raw
            wanted = f"≥{row.wanted:.2f} and above {row.raw:.3f}"
            claims.append(Claim(f"{row.title}, AUC", number(row.ours, 3), wanted, met))
    return table(header.split("|"), cells), claims
