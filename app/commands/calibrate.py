"""``unhurried calibrate``: find one person's own range in one movement."""

from datetime import date
from typing import TYPE_CHECKING

import click

from app.asking import Asking, secrets_option
from app.commands.options import Movement, need_display, seconds_option, window_size_option
from app.commands.person_options import code_argument, sign_option
from exercises.exercise import Exercise

if TYPE_CHECKING:
    from app.calibration import Plan, Sides
    from exercises.range_draft import RangeDraft
    from records.store import Store


@click.command()
@code_argument()
@click.argument("movement", type=Movement(), metavar="MOVEMENT")
@click.option(
    "--side",
    type=click.Choice(["left", "right", "both"]),
    default="both",
    show_default=True,
    help="Of the person.",
)
@click.option(
    "--source",
    metavar="SOURCE",
    help="As for practice; a drawn figure rests before each show. Without it: the camera in the "
    "settings.",
)
@seconds_option()
@window_size_option()
@click.option("--headless", is_flag=True, help="No window: what is measured is printed.")
@click.option(
    "--locked",
    is_flag=True,
    help="The person is alone: ceilings stay as they are, and nothing is signed.",
)
@sign_option(required=False)
@secrets_option()
def calibrate(
    code: str,
    movement: Exercise,
    side: "Sides",
    source: str | None,
    seconds: float | None,
    size: tuple[int, int],
    headless: bool,
    locked: bool,
    initials: str | None,
    asking: Asking,
) -> None:
    """Find the comfortable range of CODE in MOVEMENT: rest, then show what is comfortable.

    For each side the person rests for two seconds, then shows three times, unhurried, how far is
    comfortable. At most three minutes are measured. Nothing holds before it is signed.
    """
    from app.calibration import planned
    from app.movements import told_movements
    from app.opening import opened
    from app.settings import load_settings, settings_path

    if locked and initials is not None:
        raise click.UsageError("--locked is without a therapist: nothing is signed in it")
    if initials is not None and not headless:
        raise click.UsageError("in the window it is signed there; --sign goes with --headless")
    settings = load_settings(settings_path())
    named = source or settings.camera
    if not headless:
        need_display("use --headless to print what is measured")
    told_movements()
    with opened(asking) as store:
        person = store.people.get(code).value
        versions = store.ranges.history(person.code)
        plan = planned(person, movement, versions, side, locked=locked)
        if headless:
            _without_window(plan, named, seconds, store, initials, asking)
            return
        from app.calibrate_window import calibrate_in_window

        calibrate_in_window(named, plan, settings, store, size=size, seconds=seconds)


def _without_window(
    plan: "Plan",
    source: str,
    seconds: float | None,
    store: "Store",
    initials: str | None,
    asking: Asking,
) -> None:
    from app.calibration import calibrated, open_for_calibrating
    from app.calibration_lines import Telling
    from app.range_lines import draft_line
    from vision.landmarker import Landmarker

    drafts: tuple[RangeDraft, ...] = ()
    told = Telling()
    with open_for_calibrating(source, plan) as opened, Landmarker("full") as landmarker:
        for moment in calibrated(plan, opened, landmarker, seconds):
            for line in told.lines(moment):
                click.echo(line)
            drafts = moment.step.drafts
    if not drafts:
        raise click.ClickException("nothing was found, and nothing was signed")
    if initials is None:
        for draft in drafts:
            click.echo(f"found: {draft_line(draft)}")
        click.echo("nothing is signed yet: a therapist looks at it, and --sign INITIALS signs")
        return
    from app.commands.ranges import sign
    from app.setting_ranges import signed_drafts

    today = date.today()
    sign(store, signed_drafts(drafts, plan.person.code, initials, today, plan.versions), asking)
