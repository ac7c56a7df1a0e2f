"""``unhurried practice``: practise before a camera."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.asking import Asking, secrets_option
from app.commands.options import (
    MovementId,
    need_display,
    out_option,
    seconds_option,
    stats_option,
    window_size_option,
)
from app.commands.person_options import person_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.keeping import Follow
    from app.led import Led
    from app.practised import Practised
    from app.settings import Settings

    Keep = Callable[[Practised], None]

# Steps of the dial from 1 down to its smallest.
MOST_STEPS = 7


@click.command()
@click.argument("movements", nargs=-1, type=MovementId(), metavar="MOVEMENT...")
@person_option(
    "Practise as this person: with their ranges, flags, pace and, where no MOVEMENT is named, "
    "their programme."
)
@click.option(
    "--smaller",
    type=click.IntRange(0, MOST_STEPS),
    default=0,
    metavar="STEPS",
    help="Smaller today, by so many tenths of every way from rest; 0 to 7.",
)
@click.option(
    "--flare", is_flag=True, help="The person calls it a flare day: less, and noted with it."
)
@click.option(
    "--whole/--movements-only",
    default=None,
    help="From arriving to closing, or the movements alone. Whole by default with --person in a "
    "window.",
)
@click.option(
    "--source",
    metavar="SOURCE",
    help="camera, a camera's index or name, a video, a folder of images, a replay (.npz), or "
    "figure[:body=2,turn=15,top_left=95,seed=1]. Without it: the camera in the settings.",
)
@seconds_option()
@window_size_option()
@click.option("--headless", is_flag=True, help="No window: write the screen to files in --out.")
@out_option("Folder for --headless. From a camera only the figure on plain ground is written.")
@stats_option()
@secrets_option()
def practice(
    movements: tuple[str, ...],
    code: str | None,
    smaller: int,
    flare: bool,
    whole: bool | None,
    source: str | None,
    seconds: float | None,
    size: tuple[int, int],
    headless: bool,
    out: Path,
    stats: bool,
    asking: Asking,
) -> None:
    """Practise one or several movements, one after the other.

    Space pauses, Esc leaves, the arrows change the movement, H lists the keys.
    """
    from app.settings import load_settings, settings_path

    if code is None and flare:
        raise click.UsageError("--flare is noted with a person: name them with --person CODE")
    if code is None and not movements:
        raise click.UsageError("name a MOVEMENT, or with --person CODE whose programme it is")
    settings = load_settings(settings_path())
    named = source or settings.camera
    if not headless:
        at_once = code is None  # for a person there may be something to ask before
        need_display("use --headless --out DIR to write to files", leave_open=at_once)
    if not headless and code is None:
        from app.display import first_picture

        first_picture(settings, size)

    def run(led: "Led", keep: "Keep", follow: "Follow") -> None:
        if headless:
            _to_files(named, led, out, settings, seconds, keep, follow)
            return
        from app.display import first_picture

        first_picture(settings, size)
        from app.show import show

        show(
            named,
            led,
            settings,
            size=size,
            seconds=seconds,
            stats=stats,
            keep=keep,
            follow=follow,
        )

    from app.led import for_anyone_led
    from app.movements import movements as all_movements
    from app.movements import say_left_out
    from app.today import Wish

    found = all_movements()  # read with the window there, as it takes a while
    say_left_out(found)
    wish = Wish(tuple(found.find(each) for each in movements), smaller, flare)
    leads = whole if whole is not None else code is not None and not headless
    if code is None:
        led = for_anyone_led(wish, settings, found.exercises, whole=leads)
        from app.keeping import follow_nothing

        run(led, lambda done: None, follow_nothing)
        return
    from app.practising_person import practise_as

    practise_as(code, wish, found.exercises, asking, run, settings if leads else None)


def _to_files(
    source: str,
    led: "Led",
    out: Path,
    settings: "Settings",
    seconds: float | None,
    keep: "Keep",
    follow: "Follow",
) -> None:
    from app.figure_in_turn import FigureInTurn
    from app.headless import rehearse_to_files
    from app.sources import open_in_turn

    with open_in_turn(source, led.movements("usual")[0]) as opened:
        if opened.frame_count is None and seconds is None:
            click.echo("the source has no end: Ctrl-C stops, or the end of the movements")
        written = rehearse_to_files(
            opened,
            led,
            out,
            "practice",
            settings,
            seconds,
            changed=opened.perform if isinstance(opened, FigureInTurn) else lambda exercise: None,
            ended=keep,
            follow=follow,
        )
    click.echo(f"{written.frames} frames, {written.seconds:.1f} s, written to {out}/")
