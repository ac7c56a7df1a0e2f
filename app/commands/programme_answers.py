"""The answers to what is proposed for a person's programme."""

from datetime import date
from typing import TYPE_CHECKING

import click

from app.asking import Asking, secrets_option
from app.commands.person_options import code_argument, sign_option

if TYPE_CHECKING:
    from records.proposals import KeptProposal
    from records.store import Store


@click.command()
@code_argument()
@secrets_option()
def propose(code: str, asking: Asking) -> None:
    """Look whether a little more may be proposed for CODE, and keep it for a therapist's answer."""
    from app.movements import told_movements
    from app.opening import opened
    from app.programme_lines import proposal_lines
    from app.proposing import course_of, next_change, why_none

    known, today = told_movements().exercises, date.today()
    with opened(asking) as store:
        course = course_of(store, code, known, today)
        waiting = store.proposals.open(course.person.code)
        change = next_change(store, course, today) if waiting is None else waiting.proposal
        if change is None:
            click.echo(why_none(course))
            return
        if waiting is None:
            store.proposals.propose(course.person.code, change)
    for line in proposal_lines(change, known):
        click.echo(line)
    click.echo("it waits for an answer: unhurried programme accept or decline")


@click.command()
@code_argument()
@sign_option()
@secrets_option()
def accept(code: str, initials: str, asking: Asking) -> None:
    """Say yes to what is proposed for CODE, and sign what it changes."""
    from app.both import showing_both
    from app.movements import told_movements
    from app.opening import opened
    from app.programme_lines import applied_lines
    from app.proposing import course_of, yes_to
    from app.range_lines import signed_lines

    today = date.today()
    with opened(asking) as store:
        course = course_of(store, code, told_movements().exercises, today)
        kept = _waiting(store, course.person.code)
        yes = yes_to(course, kept.proposal, initials, today)
        pin = asking.secret(f"PIN of {initials}")
        with showing_both():
            store.proposals.accept(
                kept.id, initials, pin, programme=yes.programme, signed=yes.signed
            )
        applied = store.programmes.current(course.person.code)
    if yes.programme is not None and applied is not None:
        for line in applied_lines(applied):
            click.echo(line)
    for line in signed_lines(yes.signed, today):
        click.echo(line)


@click.command()
@code_argument()
@sign_option()
@secrets_option()
def decline(code: str, initials: str, asking: Asking) -> None:
    """Say no to what is proposed for CODE; all stays as it is."""
    from app.opening import opened

    with opened(asking) as store:
        code = store.people.get(code).value.code
        kept = _waiting(store, code)
        store.proposals.decline(kept.id, initials, asking.secret(f"PIN of {initials}"))
    click.echo(f"declined; the programme of {code} stays as it is")


def _waiting(store: "Store", code: str) -> "KeptProposal":
    waiting = store.proposals.open(code)
    if waiting is None:
        raise click.ClickException(f"nothing is proposed for {code}")
    return waiting
