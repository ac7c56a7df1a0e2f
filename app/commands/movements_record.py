"""``unhurried movements record``: a movement proposed from a performance."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.movements_new import NewId
from app.commands.options import Movement, seconds_option
from exercises.exercise import Exercise

if TYPE_CHECKING:
    from app.performance import Performance
    from vision.source import Source

# Before a camera, long enough to walk there, perform it three times and walk back; of a drawn
# figure, which has no end, four cycles of ten seconds.
CAMERA_S, FIGURE_S = 60.0, 42.0


@click.command()
@click.argument("source", required=False, metavar="[VIDEO]")
@click.option("--camera", metavar="N", help="Perform it before this camera: its index or name.")
@click.option("--id", "movement_id", type=NewId(), metavar="ID", help="What it is to be called.")
@click.option("--title", metavar="TEXT", help="Its name, as a person reads it.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where to write it; without it, into your own folder of movements.",
)
@click.option(
    "--movement", type=Movement(), metavar="ID", help="What a drawn figure (figure:…) performs."
)
@seconds_option()
def record(
    source: str | None,
    camera: str | None,
    movement_id: str | None,
    title: str | None,
    out: Path | None,
    movement: Exercise | None,
    seconds: float | None,
) -> None:
    """Propose a movement from somebody who performs it.

    VIDEO is a video, a folder of images, a replay of landmarks, or figure[:body=2,seed=1] with
    --movement. Or perform it before a --camera: stand or sit still a moment, do it three times or
    more, unhurried, and be still again; Ctrl-C ends.

    Writes a definition that passes `check`: which angles move, from where to where, on which
    sides, how long each part takes, and a guide that moves as the performer did. What cannot be
    seen (title, how, care, prompt, words) is a gentle general text, marked to be reworded. No
    picture is kept.
    """
    if (source is None) == (camera is None):
        raise click.UsageError("give a VIDEO, or --camera N")
    if title is not None and not 1 <= len(title.strip()) <= 400:
        raise click.UsageError("--title has from 1 to 400 characters")
    _refuse(movement_id, out)
    named = source if source is not None else camera
    assert named is not None
    with _opened(named, movement, live=camera is not None) as opened:
        performed = _seen(opened, seconds)
        label = {"figure": "drawn figure", "camera": "camera"}.get(opened.kind, "recording")
    _propose(performed, label, movement_id, title, out)


def _refuse(movement_id: str | None, out: Path | None) -> None:
    """Say at once what would be refused at the end."""
    from app.movements import IdTakenError, refuse_taken

    if out is not None and out.exists():
        raise click.ClickException(f"{out} is there already; choose another --out")
    try:
        if movement_id is not None and out is None:
            refuse_taken(movement_id)
    except IdTakenError as taken:
        raise click.ClickException(str(taken)) from None


def _opened(named: str, movement: Exercise | None, *, live: bool) -> "Source":
    from app.figure_source import FigureSource, parse_figure
    from vision.open_source import open_source

    def figure(text: str) -> "Source":
        if movement is None:
            raise click.UsageError("a drawn figure needs --movement ID: what it performs")
        return FigureSource(parse_figure(text), movement)

    source = open_source(named, figure=figure)
    if source.live != live:
        source.close()
        wanted = f"{named} is no camera" if live else f"{named} is a camera: give --camera {named}"
        raise click.UsageError(wanted)
    return source


def _seen(source: "Source", seconds: float | None) -> "Performance":
    from rich.console import Console

    from app.performance import LONGEST_S, performance

    console = Console(stderr=True)
    if source.live:
        click.echo("perform it now: still, three times or more, still again; Ctrl-C ends", err=True)
        seconds = CAMERA_S if seconds is None else seconds
    elif source.kind == "figure":
        seconds = FIGURE_S if seconds is None else seconds
    with console.status("looking ...") as status:

        def tell(frames: int, time_s: float, seen: bool) -> None:
            if frames % 5 == 0:
                whom = "somebody is seen" if seen else "nobody is seen"
                status.update(f"{time_s:.0f} s: {whom}")

        found = performance(source, seconds=seconds, progress=tell)
    if found.cut_short:
        click.echo(f"only its first {LONGEST_S / 60:.0f} minutes were looked at", err=True)
    return found


def _propose(
    performed: "Performance",
    label: str,
    movement_id: str | None,
    title: str | None,
    out: Path | None,
) -> None:
    from app.movements import ENDING, IdTakenError, free_id, keep_own, movements, own_folder
    from app.proposal_text import nothing_line, proposal_lines, proposal_text
    from exercises.own_folder import next_number
    from feedback.authoring import propose
    from feedback.authoring_led import NothingToProposeError

    try:
        proposal = propose(
            performed.sights,
            movement_id=movement_id,
            title=title.strip() if title else None,
            number=next_number(movements()),
        )
    except NothingToProposeError as nothing:
        raise click.ClickException(nothing_line(nothing)) from None
    if movement_id is None:
        proposal = proposal.called(free_id(proposal.exercise.id))
    called = proposal.exercise.id
    file = out or own_folder() / f"{called}{ENDING}"
    text = proposal_text(proposal, label, str(file))
    try:
        if out is None:
            keep_own(called, text)
        else:
            with out.open("x", encoding="utf-8") as written:
                written.write(text)
    except IdTakenError as taken:
        raise click.ClickException(str(taken)) from None
    for line in proposal_lines(proposal):
        click.echo(line)
    click.echo(f"written: {file}")
    click.echo("Reword the texts that say so, and look at the guide. Then:")
    click.echo(f'  unhurried movements check "{file}"')
    if out is None:
        click.echo(f"  unhurried practice {called}")
