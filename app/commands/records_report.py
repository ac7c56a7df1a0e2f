"""``unhurried records report``: a person's practices on paper, or as a page for a browser."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args
from uuid import UUID

import click

from app.asking import Asking, secrets_option
from app.commands.options import language_option
from app.commands.person_options import Day, code_argument
from app.commands.practice_id import PracticeId
from app.uncollected import uncollected

Decorator = Callable[[Callable[..., None]], Callable[..., None]]
KINDS = ("practice", "progress", "summary", "plan", "helps", "flare", "family")


def period_options() -> Decorator:
    """Return the ``--since`` and ``--until`` options."""

    def put(command: Callable[..., None]) -> Callable[..., None]:
        until = click.option("--until", type=Day(), metavar="DAY", help="The last day; today.")
        since = click.option(
            "--since", type=Day(), metavar="DAY", help="The first day; that of the first practice."
        )
        return since(until(command))

    return put


def form_options() -> Decorator:
    """Return the options of how a report is put out."""

    def put(command: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(
            (
                click.option(
                    "--format",
                    "form",
                    type=click.Choice(("pdf", "png", "html"), case_sensitive=False),
                    default="pdf",
                    show_default=True,
                    help="A PDF, pictures, or one page for a browser that needs nothing else.",
                ),
                click.option(
                    "--paper",
                    type=click.Choice(("a4", "letter"), case_sensitive=False),
                    default="a4",
                    show_default=True,
                ),
                language_option(),
                click.option(
                    "--out",
                    type=click.Path(file_okay=False, path_type=Path),
                    default=Path(),
                    show_default=True,
                    metavar="DIR",
                    help="The folder to write into; what is there by the same name is replaced.",
                ),
            )
        ):
            command = option(command)
        return command

    return put


@click.command()
@code_argument()
@click.option(
    "--kind",
    type=click.Choice(KINDS, case_sensitive=False),
    default="practice",
    show_default=True,
    help="The last four are handouts for the person and their family.",
)
@click.option(
    "--practice",
    "which",
    type=PracticeId(),
    default="latest",
    show_default=True,
    metavar="ID",
    help="Which practice, for --kind practice.",
)
@period_options()
@form_options()
@secrets_option()
@uncollected()
def report(
    code: str,
    kind: str,
    which: UUID | None,
    since: date | None,
    until: date | None,
    form: Any,
    paper: str,
    language: str | None,
    out: Path,
    asking: Asking,
) -> None:
    """Write a report of CODE: one practice, progress, a case summary, or a handout.

    Files are named by code and day; no name is in them. What is written is noted in the audit.
    """
    from app.movements import told_movements
    from app.opening import opened
    from app.reporting import FONTS
    from app.settings import load_settings, settings_path
    from records.report.putting_out import put_out

    check_days(since, until)
    settings = load_settings(settings_path())
    spoken = language or settings.language
    movements = told_movements().exercises
    with opened(asking) as store:
        made = _made(
            store, code, kind, which, (since, until), movements, settings.clinic_number, spoken
        )
        paths = put_out(made, out, form, paper, FONTS)
        store.audit.add("exported", code=made.code, detail=f"report {kind}")
    click.echo(f"written to {', '.join(str(path) for path in paths)}")


def _made(
    store: Any,
    code: str,
    kind: str,
    which: UUID | None,
    span: tuple[date | None, date | None],
    movements: Any,
    clinic_number: str,
    language: str,
) -> Any:
    from app import reporting
    from records.report.handouts import Handout

    today = date.today()
    if kind == "practice":
        return reporting.report_of_practice(store, code, which, movements, today, language)
    if kind == "progress":
        return reporting.report_of_progress(store, code, *span, movements, today, language)
    if kind == "summary":
        return reporting.report_of_case(store, code, *span, movements, today, language)
    named: Handout = next(each for each in get_args(Handout) if each == kind)
    return reporting.handout_for(store, code, named, movements, today, clinic_number, language)


def check_days(since: date | None, until: date | None) -> None:
    """Refuse a while that ends before it begins.

    Raises
    ------
    click.BadParameter
        Where it does: one line.
    """
    if since is not None and since > (until or date.today()):
        raise click.BadParameter(f"{since} is after {until or 'today'}", param_hint="--since")
