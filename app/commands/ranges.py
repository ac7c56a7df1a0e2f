"""``unhurried ranges``: what is comfortable for one person, and what is never passed."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from app.asking import Asking, secrets_option
from app.commands.options import Movement
from app.commands.person_options import Day, code_argument, sign_option
from exercises.exercise import Exercise
from exercises.signed_range import SignedRange

if TYPE_CHECKING:
    from records.store import Store

movement_argument = click.argument("movement", type=Movement(), metavar="MOVEMENT")
any_movement_argument = click.argument(
    "movement", type=Movement(), metavar="[MOVEMENT]", required=False
)


@click.group()
def ranges() -> None:
    """Show and set the ranges that are signed for a person."""


@ranges.command()
@code_argument()
@any_movement_argument
@secrets_option()
def show(code: str, movement: Exercise | None, asking: Asking) -> None:
    """Show the ranges that hold for CODE, in MOVEMENT or in all, and whether a review is due."""
    from app.movements import told_movements
    from app.opening import opened
    from app.range_lines import signed_lines, unsigned_lines
    from exercises.offer import offered_to

    told_movements()
    with opened(asking) as store:
        person = store.people.get(code).value
        held = store.ranges.current(code, None if movement is None else movement.id)
    if not held and movement is None:
        click.echo(f"{person.code} has no range signed yet; the movements' own hold")
    for line in signed_lines(held, date.today()):
        click.echo(line)
    if movement is not None:
        for line in unsigned_lines(held, offered_to(movement, person).exercise):
            click.echo(f"  {line}")


@ranges.command()
@code_argument()
@any_movement_argument
@secrets_option()
def history(code: str, movement: Exercise | None, asking: Asking) -> None:
    """Show every version there was, the oldest first; none is ever changed or taken away."""
    from app.movements import told_movements
    from app.opening import opened
    from app.range_lines import signed_lines

    told_movements()
    with opened(asking) as store:
        versions = store.ranges.history(code, None if movement is None else movement.id)
    for line in signed_lines(sorted(versions, key=_place), date.today()):
        click.echo(line)


@ranges.command("set")
@code_argument()
@movement_argument
@click.option("--measure", metavar="NAME", help="By default the measure that leads the movement.")
@click.option(
    "--side",
    type=click.Choice(["left", "right", "both"]),
    default="both",
    show_default=True,
    help="For both the numbers are the left side's; leans and turns to the right are negative.",
)
@click.option("--comfort", nargs=2, type=float, metavar="LOW HIGH", help="The comfortable range.")
@click.option("--ceiling", type=float, metavar="LIMIT", help="What is never passed.")
@click.option("--review-on", type=Day(), metavar="DAY", help="By default in four weeks.")
@click.option(
    "--override-reason",
    metavar="TEXT",
    help="Why the ceiling may be beyond the movement's own; at least ten characters.",
)
@click.option(
    "--after",
    type=click.IntRange(min=0),
    metavar="VERSION",
    help="The version you looked at: where another holds by now, nothing is signed.",
)
@sign_option()
@secrets_option()
def set_(
    code: str,
    movement: Exercise,
    measure: str | None,
    side: str,
    comfort: tuple[float, float] | None,
    ceiling: float | None,
    review_on: date | None,
    override_reason: str | None,
    after: int | None,
    initials: str,
    asking: Asking,
) -> None:
    """Set a range of CODE in MOVEMENT by hand, and sign it.

    What is not given stays as it is now.
    """
    from app.movements import told_movements
    from app.opening import opened
    from app.setting_ranges import Wish, drafts_for, signed_drafts

    told_movements()
    wish = Wish(measure, side, comfort, ceiling, override_reason)
    with opened(asking) as store:
        person = store.people.get(code).value
        versions = store.ranges.history(code)
        drafts = drafts_for(person, movement, versions, wish)
        signed = signed_drafts(drafts, person.code, initials, date.today(), versions, review_on)
        if after is not None:
            signed = tuple(each.model_copy(update={"version": after + 1}) for each in signed)
        sign(store, signed, asking)


def sign(store: "Store", signed: Sequence[SignedRange], asking: Asking) -> None:
    """Ask for the PIN and keep `signed`, all of them or none.

    Raises
    ------
    Stale
        Where somebody else was quicker; both are shown before.
    """
    from app.both import showing_both
    from app.range_lines import signed_lines

    pin = asking.secret(f"PIN of {signed[0].signed_by}")
    with showing_both():
        store.ranges.sign_all(signed, pin)
    for line in signed_lines(signed, date.today()):
        click.echo(line)


def _place(signed: SignedRange) -> tuple[str, str, bool, int]:
    return signed.exercise_id, signed.measure_key, signed.rising, signed.version
