"""``unhurried staff``: who signs."""

from typing import TYPE_CHECKING

import click

from app.asking import Asking, secrets_option
from app.commands.person_options import by_option

if TYPE_CHECKING:
    from exercises.staff import Staff
    from records.store import Store

agreed_by_option = by_option("A therapist or clinician who agrees; their PIN is asked for.")
recovery_option = click.option(
    "--recovery", is_flag=True, help="Agree with the store's recovery code, where no PIN is known."
)


@click.group()
def staff() -> None:
    """Add and list staff, and change their PINs."""


@staff.command()
@click.argument("initials")
@click.option(
    "--role",
    required=True,
    type=click.Choice(["therapist", "clinician", "assistant"]),
    help="Therapists and clinicians sign; assistants do not.",
)
@agreed_by_option
@recovery_option
@secrets_option()
def add(initials: str, role: str, by: str | None, recovery: bool, asking: Asking) -> None:
    """Add somebody by their INITIALS; their PIN is asked for.

    Once there is somebody who signs, one of them has to agree (--by).
    """
    from app.opening import opened

    member = _member(initials, role)
    with opened(asking) as store:
        _agreed(store, by, recovery, asking)
        store.staff.add(member, asking.new_secret(f"New PIN of {member.initials}"))
    click.echo(f"{member.initials}, {member.role}, was added")


@staff.command()
@click.argument("initials")
@agreed_by_option
@recovery_option
@secrets_option()
def pin(initials: str, by: str | None, recovery: bool, asking: Asking) -> None:
    """Change the PIN of INITIALS; the old one is asked for, or that of somebody who agrees."""
    from app.opening import opened

    with opened(asking) as store:
        known = store.staff.get(initials)
        if by is None and not recovery:
            store.staff.check(known.initials, asking.secret(f"Old PIN of {known.initials}"))
        else:
            _agreed(store, by, recovery, asking)
        store.staff.change_pin(known.initials, asking.new_secret(f"New PIN of {known.initials}"))
    click.echo(f"{known.initials} has a new PIN")


@staff.command()
@click.argument("initials")
@agreed_by_option
@recovery_option
@secrets_option()
def remove(initials: str, by: str | None, recovery: bool, asking: Asking) -> None:
    """Let INITIALS sign no more; what they signed stays."""
    from app.opening import opened

    with opened(asking) as store:
        known = store.staff.get(initials)
        _agreed(store, by, recovery, asking)
        store.staff.remove(known.initials)
    click.echo(f"{known.initials} signs no more; what they signed stays")


@staff.command("list")
@secrets_option()
def list_(asking: Asking) -> None:
    """List the staff."""
    from rich.console import Console
    from rich.table import Table

    from app.opening import opened

    table = Table(box=None, pad_edge=False)
    for heading in ("initials", "role", "signs"):
        table.add_column(heading, no_wrap=True)
    with opened(asking) as store:
        for member in store.staff.list():
            signs = "yes" if member.may_sign else "no" if member.active else "no longer here"
            table.add_row(member.initials, member.role, signs)
    Console(highlight=False).print(table)


def _member(initials: str, role: str) -> "Staff":
    from pydantic import ValidationError

    from exercises.staff import Staff

    try:
        return Staff.model_validate({"initials": initials, "role": role})
    except ValidationError:
        raise click.BadParameter(
            f"{initials!r} are not initials; use 1 to 6 letters, as in AB"
        ) from None


def _agreed(store: "Store", by: str | None, recovery: bool, asking: Asking) -> None:
    """Ask for the word of somebody who signs; the first of all staff needs nobody's.

    Raises
    ------
    StoreError, click.ClickException
        Where nobody agrees.
    """
    from records.keys import recover_key

    if recovery:
        recover_key(store.place.key_file, asking.secret("Recovery code"))
    elif by is not None:
        store.staff.check_signer(by, asking.secret(f"PIN of {by}"))
    elif any(member.may_sign for member in store.staff.list()):
        raise click.UsageError(
            "somebody who signs has to agree: --by INITIALS, or --recovery with the recovery code"
        )
