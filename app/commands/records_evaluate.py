"""``unhurried records evaluate``: what many people's practices come to, nobody named."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from app.asking import Asking, secrets_option
from app.commands.records_report import (
    check_days,
    form_options,
    period_options,
)


@click.command()
@period_options()
@form_options()
@click.option("--json", "as_json", is_flag=True, help="Print the figures, and write no file.")
@secrets_option()
def evaluate(
    since: date | None,
    until: date | None,
    form: Any,
    paper: str,
    language: str | None,
    out: Path,
    as_json: bool,
    asking: Asking,
) -> None:
    """Evaluate everybody's practices: attendance, satisfaction, function.

    Nobody is named, and whatever tells of one to four people is hidden, also where it could be
    worked out from a total. Who has not agreed that their practices are kept is not counted.
    """
    from rich.console import Console

    from app.movements import told_movements
    from app.opening import opened
    from app.reporting import FIRST_DAY, FONTS
    from app.settings import load_settings, settings_path
    from records.report.evaluation import evaluated
    from records.report.evaluation_report import EvaluationData, evaluation_report

    check_days(since, until)
    spoken = language or load_settings(settings_path()).language
    movements = told_movements().exercises
    today = date.today()
    last = until or today
    with opened(asking) as store:
        with Console(stderr=True).status("reading ...") as status:
            found = store.many.over(
                since or FIRST_DAY,
                last,
                movements,
                lambda done: status.update(f"read {done} practices"),
            )
        figures = evaluated(found.people, found.attended)
        first = since or found.first_day or last
        if as_json:
            said = {"since": str(first), "until": str(last), **figures.as_json()}
            click.echo(json.dumps(said, ensure_ascii=False, indent=2))
        else:
            from records.report.putting_out import put_out

            data = EvaluationData(first, last, figures, found.made_with, today)
            paths = put_out(evaluation_report(data, spoken), out, form, paper, FONTS)
            click.echo(f"written to {', '.join(str(path) for path in paths)}")
        store.audit.add("exported", detail="evaluation")
