"""``unhurried analyze``: measure recordings."""

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from app.commands.options import movement_option, out_option
from exercises.exercise import Exercise
from vision.source import SourceError


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@movement_option()
@out_option("Folder to write into; each recording gets a folder of its own there.")
@click.option(
    "--overlay",
    is_flag=True,
    help="Also write overlay.mp4: your recording with the skeleton on it. It shows the person, "
    "so keep it where you keep the recording.",
)
def analyze(files: tuple[str, ...], movement: Exercise, out: Path, overlay: bool) -> None:
    """Measure recordings of one movement.

    FILE is a video, a folder of images or a replay of landmarks. For each, writes
    OUT/NAME/angles.csv and summary.json. Files are analysed at their own rate. One that cannot
    be read is named, and the others are analysed all the same.
    """
    names = [_name_of(file) for file in files]
    # Whatever the case: some file systems take Clip and clip for the same.
    folded = [name.casefold() for name in names]
    twice = sorted({name for name in folded if folded.count(name) > 1})
    if twice:
        raise click.UsageError(
            f"two recordings are called {twice[0]!r} and would write to the same folder; "
            "analyse them one at a time with different --out folders"
        )
    console = Console()
    unread = 0
    for file, name in zip(files, names, strict=True):
        try:
            _analyze_one(file, movement, out / name, overlay, console)
        except SourceError as error:
            click.echo(f"unhurried: {error}", err=True)
            unread += 1
    sys.exit(1 if unread else 0)


def _name_of(file: str) -> str:
    """Return the recording's name without its ending; of ``..`` that of the folder it means."""
    path = Path(file)
    return (path.resolve() if path.name in ("", "..") else path).stem


def _analyze_one(
    file: str, movement: Exercise, folder: Path, overlay: bool, console: Console
) -> None:
    from app.analysis import analyse
    from app.sources import open_recording

    with (
        open_recording(file) as source,
        Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed} frames"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        ) as bar,
    ):
        task = bar.add_task(source.name, total=source.frame_count)
        summary = analyse(
            source,
            movement,
            folder,
            overlay=overlay,
            progress=lambda frames: bar.update(task, completed=frames),
        )
    zone = summary["zones"][0]
    sides: dict[str, int] = {}
    for repetition in zone["repetitions"]:
        sides[repetition["side"]] = sides.get(repetition["side"], 0) + 1
    counted = ", ".join(f"{count} {side}" for side, count in sides.items()) or "none"
    console.print(
        f"{source.name}: {summary['frames']} frames, {summary['seconds']:.1f} s, "
        f"seen {100 * zone['seen_fraction']:.0f}%; repetitions: {counted}; "
        f"partial {zone['partial']}, unfinished {zone['unfinished']}"
        + ("; the file ends early or is damaged: incomplete" if summary["incomplete"] else ""),
        highlight=False,
        soft_wrap=True,
    )
    console.print(f"written to {folder}", highlight=False, soft_wrap=True)
