"""``unhurried analyze``: measure recordings."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from app.asking import Asking, secrets_option
from app.commands.options import movement_option, out_option, seconds_option
from app.commands.person_options import person_option
from exercises.exercise import Exercise
from vision.source import SourceError

if TYPE_CHECKING:
    from app.summary import Whose


class Places(click.ParamType[int | Literal["auto"]]):
    """A number of places, or ``auto``."""

    name = "places"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> int | Literal["auto"]:
        """Return the number, or ``auto``."""
        from vision.places import MOST_PLACES

        text = str(value).strip().casefold()
        if text == "auto":
            return "auto"
        if not text.isdecimal() or not 1 <= int(text) <= MOST_PLACES:
            known = f"a number from 1 to {MOST_PLACES} nor auto"
            self.fail(f"{value!r} is neither {known}", param, context)
        return int(text)


# A drawn figure has no end; without a word of how long, two cycles of ten seconds are analysed.
FIGURE_S = 20.0


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@movement_option()
@person_option("Whose recordings they are: their own ranges, flags and pace hold.")
@out_option("Folder to write into; each recording gets a folder of its own there.")
@seconds_option()
@click.option(
    "--overlay",
    is_flag=True,
    help="Also write overlay.mp4 and overlay.png: your recording with the skeleton and the angles "
    "on it. They show the person, so keep them where you keep the recording.",
)
@click.option(
    "--places",
    type=Places(),
    metavar="N|auto",
    help="Several people in the picture: so many places side by side, or one about everybody who "
    "is found in the first second.",
)
@secrets_option()
def analyze(
    files: tuple[str, ...],
    movement: Exercise,
    code: str | None,
    out: Path,
    seconds: float | None,
    overlay: bool,
    places: int | Literal["auto"] | None,
    asking: Asking,
) -> None:
    """Measure recordings of one movement.

    FILE is a video, a folder of images, a replay of landmarks, or figure[:body=2,turn=45,seed=1]
    for a drawn body (20 s of it, unless --seconds says otherwise). For each, writes
    OUT/NAME/angles.csv and summary.json, of several people zone by zone. Files are analysed at
    their own rate. One that cannot be read is named, and the others are analysed all the same.
    """
    if places is not None and (overlay or code is not None):
        other = "--overlay" if overlay else "--person"
        raise click.UsageError(f"{other} is for one person; leave it out, or --places")
    names = [_name_of(file) for file in files]
    # Whatever the case: some file systems take Clip and clip for the same.
    folded = [name.casefold() for name in names]
    twice = sorted({name for name in folded if folded.count(name) > 1})
    if twice:
        raise click.UsageError(
            f"two recordings are called {twice[0]!r} and would write to the same folder; "
            "analyse them one at a time with different --out folders"
        )
    from app.movements import told_movements

    told_movements()
    done, whose = (movement, None) if code is None else _of_person(code, movement, asking)
    console = Console()
    unread = 0
    for file, name in zip(files, names, strict=True):
        try:
            _analyze_one(file, done, whose, out / name, seconds, overlay, places, console)
        except SourceError as error:
            click.echo(f"unhurried: {error}", err=True)
            unread += 1
    sys.exit(1 if unread else 0)


def _of_person(code: str, movement: Exercise, asking: Asking) -> "tuple[Exercise, Whose]":
    """Return the movement as the person does it, and whose ranges hold in it."""
    from app.opening import opened
    from app.summary import Whose
    from app.today import as_signed

    with opened(asking) as store:
        person = store.people.get(code).value
        done = as_signed(movement, person, store.ranges.current(person.code))
    return done.exercise, Whose(person.code, done.ranges)


def _name_of(file: str) -> str:
    """Return the recording's name without its ending; of ``..`` that of the folder it means.

    A figure's is all that was said of it, with nothing in it that a file's name may not hold.
    """
    if file.partition(":")[0].casefold() == "figure":
        return re.sub(r"[^\w.=,-]+", "-", file)
    path = Path(file)
    return (path.resolve() if path.name in ("", "..") else path).stem


def _analyze_one(
    file: str,
    movement: Exercise,
    whose: "Whose | None",
    folder: Path,
    seconds: float | None,
    overlay: bool,
    places: int | Literal["auto"] | None,
    console: Console,
) -> None:
    from app.sources import open_recording
    from app.summary_lines import lines_of

    with (
        open_recording(file, movement) as source,
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
        if seconds is None and source.kind == "figure":
            seconds = FIGURE_S

        def progress(frames: int) -> None:
            bar.update(task, completed=frames)

        if places is None:
            from app.analysis import analyse

            summary = analyse(
                source,
                movement,
                folder,
                overlay=overlay,
                seconds=seconds,
                whose=whose,
                progress=progress,
            )
        else:
            from app.group.analysis import analyse_group

            count = None if places == "auto" else places
            summary = analyse_group(
                source, movement, folder, count, seconds=seconds, progress=progress
            )
    for line in lines_of(source.name, summary):
        console.print(line, highlight=False, soft_wrap=True)
    console.print(f"written to {folder}", highlight=False, soft_wrap=True)
