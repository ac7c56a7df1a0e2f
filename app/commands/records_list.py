"""``unhurried records list`` and ``show``: what is kept of a person's practices."""

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import click

from app.asking import Asking, secrets_option
from app.commands.options import json_option
from app.commands.person_options import PersonCode, code_argument
from app.commands.practice_id import PracticeId

if TYPE_CHECKING:
    from feedback.angle_trace import AngleTrace
    from records.kept_practice import PracticeEntry


@click.command("list")
@code_argument()
@click.option("--limit", type=click.IntRange(1, 100_000), default=1000, help="At most so many.")
@json_option()
@secrets_option()
def list_(code: str, limit: int, as_json: bool, asking: Asking) -> None:
    """List the practices of the person CODE, the newest first."""
    from app.opening import opened

    with opened(asking) as store:
        entries = store.practices.entries(code, limit=limit)
        store.audit.add("read", code=code, detail="list of practices")
    if as_json:
        click.echo(json.dumps([_in_short(entry) for entry in entries], indent=1))
        return
    if not entries:
        click.echo(f"nothing is kept of practices of {code} yet", err=True)
    for entry in entries:
        short = _in_short(entry)
        click.echo(
            f"{entry.id}  {_day(entry)}  {_minutes(short['seconds'])}  {entry.state:11}  "
            f"{', '.join(short['movements']) or 'no movement'}"
        )


@click.command()
@click.argument("practice", type=PracticeId())
@click.option(
    "--person", "code", type=PersonCode(), metavar="CODE", help="Whose latest, with `latest`."
)
@json_option()
@secrets_option()
def show(practice: UUID | None, code: str | None, as_json: bool, asking: Asking) -> None:
    """Show what is kept of one PRACTICE: its id, or `latest` with --person."""
    from app.opening import opened
    from records.errors import UnknownEntry

    if practice is None and code is None:
        raise click.UsageError("`latest` of whom? Name them with --person CODE")
    with opened(asking) as store:
        if practice is None:
            assert code is not None
            newest = store.practices.entries(code, limit=1)
            if not newest:
                raise UnknownEntry("a practice of", code)
            entry = newest[0]
        else:
            entry = store.practices.get(practice)
        trace = store.traces.read(entry.id)
        store.audit.add("read", code=entry.code, detail=f"practice {entry.id}")
    if as_json:
        document = entry.practice.model_dump(mode="json")
        click.echo(json.dumps({**_in_short(entry), "angles": _angles(trace), **document}, indent=1))
        return
    for line in _lines(entry, trace):
        click.echo(line)


def _in_short(entry: "PracticeEntry") -> dict[str, Any]:
    record = entry.practice.record
    return {
        "id": str(entry.id),
        "code": entry.code,
        "state": entry.state,
        "began_at": entry.practice.began_at.isoformat(),
        "seconds": round(record.ended_s - record.started_s, 1),
        "movements": list(dict.fromkeys(each.exercise_id for each in record.movements)),
        "digest": entry.digest,
        "unkept_s": entry.practice.unkept_s,
    }


def _angles(trace: "AngleTrace") -> dict[str, Any]:
    return {
        "moments": int(trace.times_s.size),
        "until_s": round(float(trace.times_s[-1]), 3) if trace.times_s.size else 0.0,
        "measures": list(trace.measures),
        "picture_px": list(trace.picture_px),
    }


def _lines(entry: "PracticeEntry", trace: "AngleTrace") -> list[str]:
    practice, short = entry.practice, _in_short(entry)
    lines = [
        f"practice {entry.id} of {entry.code}, {entry.state}",
        f"  {_day(entry)}, {_minutes(short['seconds'])}, with {practice.with_staff or 'nobody'}",
        f"  {practice.made_with}",
    ]
    lines += [
        f"  {each.exercise_id}: {_minutes(each.active_s)}, repetitions "
        f"{len(each.summary.repetitions)}, seen {100 * each.summary.seen_fraction:.0f}%"
        for each in practice.record.movements
    ]
    said = practice.ratings.model_dump(exclude_defaults=True, mode="json")
    lines += [f"  {what}: {value}" for what, value in said.items() if isinstance(value, int)]
    lines += [f"  {line}" for line in (*practice.words.splitlines(), *practice.note.splitlines())]
    lines.append(f"  angles: {trace.times_s.size} moments of {len(trace.measures)} measures")
    if practice.unkept_s:
        lines.append(f"  {practice.unkept_s:.0f} s of its angles could not be kept")
    return lines


def _day(entry: "PracticeEntry") -> str:
    return entry.practice.began_at.astimezone().strftime("%Y-%m-%d %H:%M")


def _minutes(seconds: float) -> str:
    whole_s = round(seconds)
    return f"{whole_s // 60}:{whole_s % 60:02} min"
