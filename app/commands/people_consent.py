"""``unhurried people consent``: what a person agreed to, and what they take back."""

from collections.abc import Iterator
from datetime import date

import click

from app.asking import Asking, secrets_option
from app.commands.options import json_option
from app.commands.person_options import Day, by_option, code_argument
from app.profile_lines import AGREED
from exercises.consent import PURPOSES, Consent, Given, Purpose

MEANT = (
    "Withdrawn, nothing new is kept or used for it. What was kept before stays until it is pruned, "
    "or until they are forgotten: unhurried people forget {code}"
)
UNUSED: dict[Purpose, str] = {"mirror": " (nothing uses it yet)"}
"""Said of what is asked and kept, and taken up by nothing so far."""


@click.command()
@code_argument()
@click.option(
    "--give",
    multiple=True,
    type=click.Choice(PURPOSES),
    help="They agree to it. Once for each.",
)
@click.option(
    "--withdraw",
    multiple=True,
    type=click.Choice([*PURPOSES, "all"]),
    help="They take it back. Once for each.",
)
@click.option("--on", type=Day(), metavar="DAY", help="When they said so; by default today.")
@by_option("Whom they said it to.")
@json_option()
@secrets_option()
def consent(
    code: str,
    give: tuple[Purpose, ...],
    withdraw: tuple[str, ...],
    on: date | None,
    by: str | None,
    as_json: bool,
    asking: Asking,
) -> None:
    """Show what CODE agreed to, each with its day; give and withdraw it.

    Nothing uses the purpose mirror yet.

    Each change is noted in the audit.
    """
    from app.opening import opened

    changing = bool(give or withdraw)
    if not changing and (on is not None or by is not None):
        raise click.UsageError("--on and --by are of a change; give --give or --withdraw as well")
    if on is not None and on > date.today():
        raise click.UsageError(f"--on {on} is yet to come")
    with opened(asking) as store:
        kept = store.people.get(code)
        found = kept.value.consent
        if changing:
            initials = store.staff.get(by).initials if by is not None else None
            found = _changed(found, give, withdraw, on or date.today())
            changed = kept.value.model_copy(update={"consent": found})
            store.people.update(changed, kept.row_version, initials)
    if as_json:
        click.echo(found.model_dump_json() if found is not None else "null")
        return
    for line in consent_lines(kept.value.code, found):
        click.echo(line)
    if withdraw:
        click.echo(MEANT.format(code=kept.value.code), err=True)


def consent_lines(code: str, consent: Consent | None) -> Iterator[str]:
    """Yield what stands of each purpose, one a line."""
    asked = "not asked yet" if consent is None else f"asked last on {consent.on}"
    yield f"{code}  {asked}"
    wide = max(map(len, PURPOSES))
    for purpose in PURPOSES:
        given = consent.of(purpose) if consent is not None else None
        yield f"{purpose:{wide}}  {_stands(given):38}  {AGREED[purpose]}{UNUSED.get(purpose, '')}"


def _stands(given: Given | None) -> str:
    if given is None:
        return "no"
    if given.withdrawn_on is not None:
        return f"given {given.on}, withdrawn {given.withdrawn_on}"
    return f"given {given.on}"


def _changed(
    consent: Consent | None, give: tuple[Purpose, ...], withdraw: tuple[str, ...], on: date
) -> Consent:
    """Return what stands after a change.

    Raises
    ------
    click.UsageError
        Where it makes no consent: one line.
    """
    twice = sorted(set(give) & set(withdraw))
    if twice or ("all" in withdraw and (give or len(withdraw) > 1)):
        raise click.UsageError(
            f"{twice[0] if twice else '--withdraw all'}: given and withdrawn are two wishes; "
            "make them one after the other"
        )
    found = consent or Consent(on=on)
    try:
        if "all" in withdraw:
            found = found.all_withdrawn(on)
        for purpose in PURPOSES:
            if purpose in withdraw:
                found = found.withdrawing(purpose, on)
            elif purpose in give:
                found = found.agreeing(purpose, on)
    except ValueError as error:
        raise click.UsageError(_said(error)) from None
    if found.may("words") and not found.may("research") and "words" in give:
        raise click.UsageError("words are of research: give --give research as well")
    return found


def _said(error: ValueError) -> str:
    from pydantic import ValidationError

    from app.one_fault import one_fault

    return one_fault(error) if isinstance(error, ValidationError) else str(error)
