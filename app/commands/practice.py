"""``unhurried practice``: practise before a camera."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.options import (
    Movement,
    need_display,
    out_option,
    seconds_option,
    stats_option,
    window_size_option,
)
from exercises.exercise import Exercise

if TYPE_CHECKING:
    from ui.view import Choices


@click.command()
@click.argument("movements", nargs=-1, required=True, type=Movement(), metavar="MOVEMENT...")
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
def practice(
    movements: tuple[Exercise, ...],
    source: str | None,
    seconds: float | None,
    size: tuple[int, int],
    headless: bool,
    out: Path,
    stats: bool,
) -> None:
    """Practise one or several movements, one after the other.

    Space pauses, Esc leaves, the arrows change the movement, H lists the keys.
    """
    from app.settings import load_settings, settings_path

    settings = load_settings(settings_path())
    named = source or settings.camera
    if headless:
        _to_files(named, movements, out, settings.choices(), seconds)
        return
    need_display()
    from app.show import show

    show(named, movements, settings, size=size, seconds=seconds, stats=stats)


def _to_files(
    source: str,
    movements: tuple[Exercise, ...],
    out: Path,
    choices: "Choices",
    seconds: float | None,
) -> None:
    from app.headless import rehearse_to_files
    from app.sources import open_practice

    with open_practice(source, movements[0]) as opened:
        if opened.kind == "figure" and len(movements) > 1:
            raise click.UsageError("the figure performs one movement at a time with --headless")
        if opened.frame_count is None and seconds is None:
            click.echo("the source has no end: Ctrl-C stops, or the end of the movements")
        written = rehearse_to_files(opened, movements, out, "practice", choices, seconds)
    click.echo(f"{written.frames} frames, {written.seconds:.1f} s, written to {out}/")
