"""``unhurried records export``: tables, motion files, FHIR, or a set for research."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.asking import Asking, secrets_option
from app.commands.options import json_option
from app.commands.person_options import Day, PersonCode, by_option
from app.commands.records_report import check_days

if TYPE_CHECKING:
    from records.export.dossier import Dossier, Movements
    from records.export.outgoing import Outgoing
    from records.store import Store

FORMS = ("csv", "mot", "trc", "fhir", "research")


@click.command()
@click.argument("codes", type=PersonCode(), metavar="[CODE]...", nargs=-1)
@click.option(
    "--format", "form", type=click.Choice(FORMS), required=True, help="In which form; see above."
)
@click.option("--since", type=Day(), metavar="DAY", help="From this day on, as in 2026-03-02.")
@click.option("--until", type=Day(), metavar="DAY", help="Up to this day, which is included.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="Where to; files of the same names are replaced.",
)
@click.option(
    "--set",
    "set_name",
    default="research",
    show_default=True,
    metavar="NAME",
    help="Of research: which set. In each, people are called otherwise; the same one goes on.",
)
@click.option(
    "--snomed-licence",
    "with_snomed",
    is_flag=True,
    help="Of fhir: the clinic holds a licence for SNOMED CT, so body sites have its codes.",
)
@by_option()
@json_option()
@secrets_option()
def export(
    codes: tuple[str, ...],
    form: str,
    since: date | None,
    until: date | None,
    out: Path,
    set_name: str,
    with_snomed: bool,
    by: str | None,
    as_json: bool,
    asking: Asking,
) -> None:
    """Write what is kept of each CODE to files; without a CODE, of everybody.

    \b
    csv       tables that any spreadsheet opens, and the angles of each practice
    mot, trc  motion and marker files for OpenSim, one for each movement
    fhir      a bundle for each person, FHIR R4
    research  one set of all who agreed to research: other names, other days

    All files come, or none. They are not encrypted: they go by codes, and are kept as records are.
    """
    from app.movements import told_movements
    from app.opening import opened
    from records.export.gathering import gather
    from records.export.outgoing import Outgoing
    from words.tr import tr

    check_days(since, until)
    if with_snomed and form != "fhir":
        raise click.UsageError("--snomed-licence is of --format fhir alone")
    movements = told_movements().exercises
    label = tr("report.label")
    with opened(asking) as store:
        initials = store.staff.get(by).initials if by is not None else None
        chosen = _chosen(store, codes)
        if form == "research":
            chosen, notes = _agreeing(store, chosen)
        else:
            notes = []
        with Outgoing(out) as outgoing:
            dossiers = []
            for code in _told(chosen):
                dossier = gather(store, code, since, until)
                dossiers.append(dossier)
                if form != "research":
                    notes += _put(outgoing, dossier, movements, form, label, with_snomed)
            if form == "research":
                _put_set(store, outgoing, dossiers, movements, set_name, label)
                _refuse_taken_back(store, dossiers)
            for code in chosen:
                store.audit.add("exported", initials, code, form)
        practices = sum(len(each.practices) for each in dossiers)
    told = {
        "format": form,
        "folder": str(out),
        "files": [path.name for path in outgoing.paths],
        "people": len(chosen),
        "practices": practices,
        "notes": notes,
    }
    _say(told, as_json=as_json)


def _chosen(store: "Store", codes: Sequence[str]) -> list[str]:
    """Return the codes as they are kept, each once; all of them where none was named."""
    from records.export_errors import NothingToExport

    if codes:
        return list(dict.fromkeys(store.people.get(code).value.code for code in codes))
    everybody = [each.code for each in store.people.list(limit=store.people.count() + 1)]
    if not everybody:
        raise NothingToExport("there is nobody yet")
    return everybody


def _agreeing(store: "Store", codes: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return who agreed to research, and what is to be said of who did not."""
    from records.export.research import may_research
    from records.export_errors import NothingToExport

    agreed = [code for code in codes if may_research(store.people.get(code).value)]
    if not agreed:
        raise NothingToExport("nobody among them has agreed to research")
    without = len(codes) - len(agreed)
    return agreed, [f"{without} who did not agree to research are not in it"] if without else []


def _put(
    outgoing: "Outgoing",
    dossier: "Dossier",
    movements: "Movements",
    form: str,
    label: str,
    with_snomed: bool,
) -> list[str]:
    from records.export.person_files import PLAIN, put_fhir

    if form != "fhir":
        return list(PLAIN[form](outgoing, dossier, movements))
    now = datetime.now().astimezone()
    return list(put_fhir(outgoing, dossier, movements, now, label, with_snomed=with_snomed))


def _put_set(
    store: "Store",
    outgoing: "Outgoing",
    dossiers: Sequence["Dossier"],
    movements: "Movements",
    set_name: str,
    label: str,
) -> None:
    from importlib.metadata import version

    from records.export.research import disguised, write_set
    from records.export.research_readme import readme_of

    hidden = [disguised(each, store.studies.of(each.code, set_name)) for each in dossiers]
    made_with = f"unhurried {version('unhurried')}"
    readme = readme_of(hidden, movements, set_name, label, made_with)
    write_set(outgoing, hidden, movements, readme)


def _refuse_taken_back(store: "Store", dossiers: Sequence["Dossier"]) -> None:
    """Let no file come where somebody took something back while the set was written."""
    from records.export.research import may_research, may_research_words

    for each in dossiers:
        now = store.people.get(each.code).value
        silent = may_research_words(each.person) and not may_research_words(now)
        if silent or not may_research(now):
            raise click.ClickException(
                f"{each.code} took back meanwhile what they had agreed to; nothing was written. "
                "Run it again"
            )


def _told(codes: Sequence[str]) -> Sequence[str]:
    """Return the codes with a bar that follows them, where somebody is looking."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    quiet = not console.is_terminal or len(codes) < 2
    return track(codes, "writing", console=console, transient=True, disable=quiet)  # type: ignore[return-value]


def _say(told: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    files, notes = told["files"], told["notes"]
    assert isinstance(files, list)
    assert isinstance(notes, list)
    for note in notes:
        click.echo(note, err=True)
    people = "1 person" if told["people"] == 1 else f"{told['people']} people"
    practices = "1 practice" if told["practices"] == 1 else f"{told['practices']} practices"
    count = "1 file" if len(files) == 1 else f"{len(files)} files"
    click.echo(f"{people}, {practices}: {count} in {told['folder']}; they are not encrypted")
