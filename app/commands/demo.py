"""``unhurried demo``: the drawn figure before the real pose model."""

from pathlib import Path

import click

from app.commands.options import (
    movement_option,
    out_option,
    seconds_option,
    stats_option,
    window_size_option,
)
from exercises.exercise import Exercise

# Two cycles of ten seconds.
HEADLESS_S = 20.0
FIGURE = "figure:body=2,seed=1"


@click.command()
@movement_option("sunrise-arms-standing")
@click.option(
    "--group",
    type=click.IntRange(2, 8),
    metavar="N",
    help="A drawn group of so many, who are painted beforehand, each in their own way.",
)
@seconds_option()
@window_size_option()
@click.option("--headless", is_flag=True, help="No window: write demo.mp4 and demo.png to --out.")
@out_option("Folder for --headless.")
@stats_option()
def demo(
    movement: Exercise,
    group: int | None,
    seconds: float | None,
    size: tuple[int, int],
    headless: bool,
    out: Path,
    stats: bool,
) -> None:
    """See it work without a camera.

    A drawn figure performs the movement; the real pose model looks at every frame. In a window the
    arrows change the movement. With no display it renders to files.
    """
    from app.has_display import has_display
    from app.settings import load_settings, settings_path

    settings = load_settings(settings_path())
    if headless or not has_display(leave_open=True):
        if not headless:
            click.echo("no display here: rendering to files instead of a window")
        if group is not None:
            from app.group.demo import demo_group_to_files

            demo_group_to_files(group, movement, out, settings, seconds)
            return
        from app.demo import demo_to_files

        demo_to_files(FIGURE, movement, out, settings, seconds or HEADLESS_S)
        return
    if group is not None:
        from app.group.demo import demo_group

        demo_group(group, movement, settings, size=size, seconds=seconds, stats=stats)
        return
    from app.display import first_picture

    first_picture(settings, size)
    from app.led import plain
    from app.show import show
    from app.today import Wish, for_anyone
    from exercises.library import library

    others = [other for other in library().values() if other.targets and other is not movement]
    led = plain(for_anyone(Wish((movement, *others))))
    show(FIGURE, led, settings, size=size, seconds=seconds, stats=stats)
