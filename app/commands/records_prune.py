"""``unhurried records prune``: what is older than the clinic keeps it for."""

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from app.asking import Asking, secrets_option
from app.commands.options import json_option
from app.commands.person_options import by_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from records.retention import Going


@click.command()
@click.option("--remove", is_flag=True, help="Remove it; without this it is only shown.")
@by_option("Who says so, for the audit.")
@click.option("--yes", is_flag=True, help="Do not ask once more.")
@json_option()
@secrets_option()
def prune(remove: bool, by: str | None, yes: bool, as_json: bool, asking: Asking) -> None:
    """Show what is older than it is kept for, and with --remove remove it.

    For how long is said in the settings: keep_years for practices, diaries, outcomes and
    observations, keep_angles_months for the angles of practices. Without them nothing goes.
    """
    from app.bar import following
    from app.opening import opened
    from app.settings import load_settings, settings_path

    settings = load_settings(settings_path())
    if settings.keep_years is None and settings.keep_angles_months is None:
        raise click.ClickException(
            f"nothing says for how long: set keep_years or keep_angles_months in {settings_path()}"
        )
    before = months_before(date.today(), 12 * settings.keep_years) if settings.keep_years else None
    months = settings.keep_angles_months
    angles_before = months_before(date.today(), months) if months else None
    with opened(asking) as store:
        initials = store.staff.get(by).initials if by is not None else None
        going = store.retention.going(before, angles_before)
        _tell(going, as_json=as_json)
        if not (remove and going):
            return
        if not yes and not asking.yes("Remove all of this for good? Backups still hold it."):
            return
        with following("removing", "people") as told:
            store.retention.remove(before, angles_before, initials, told=told)
    click.echo("removed, and noted in the audit", err=True)


def months_before(day: date, months: int) -> date:
    """Return the day so many months earlier, the last of its month where it has no such day."""
    month = 12 * day.year + day.month - 1 - months
    for last in range(day.day, 0, -1):
        try:
            return date(month // 12, month % 12 + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has a first day")


def _tell(going: "Sequence[Going]", *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([{"code": each.code, **each.counts} for each in going], indent=1))
        return
    for each in going:
        counts = ", ".join(f"{count} {what}" for what, count in each.counts.items())
        click.echo(f"{each.code or 'groups'}: {counts}")
    if not going:
        click.echo("nothing is older than it is kept for", err=True)
