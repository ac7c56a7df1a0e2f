"""``unhurried movements show``: all there is to know of one movement."""

from collections.abc import Iterator

import click
from rich.console import Console
from rich.markup import escape

from app.commands.options import Movement
from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.unit_words import UNIT_WORDS
from vision.measures import MEASURES

SIDES = {
    "each": "both sides, each counted",
    "together": "both sides together",
    "alternating": "left, then right",
    "midline": "no sides",
}
EFFECTS = {"hide": "left out", "small": "smaller", "no-hold": "without holding"}
# What has to be said with a number, so that nobody takes it for more than it is.
NOTES = {
    "neck_rotation": "of a usual whole turn of about 50 degrees, until the person's own is "
    "calibrated; a proxy, never degrees",
    "shoulder_hike": "of the trunk's length, from the person's own rest",
    "pelvis_shift": "of the feet's distance",
    "heel_height": "of the foot's length, from the person's own rest",
}


@click.command()
@click.argument("movement", type=Movement(), metavar="ID")
def show(movement: Exercise) -> None:
    """Show one movement: how, ranges, phases, care, and for whom it is changed."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold]{escape(movement.title)}[/bold] ({movement.id}), {movement.posture}")
    for line in _lines(movement):
        console.print(escape(line))


def _lines(movement: Exercise) -> Iterator[str]:
    yield movement.how
    yield f"Helps with: {movement.helps}. Good for: {', '.join(movement.tags)}."
    yield f"View: {movement.view}. {movement.camera}"
    if not movement.seen:
        yield "Measured: nothing; it runs by time and breath alone."
    yield f"Sides: {SIDES[movement.sides]}. Offered: {_offered(movement)}."
    for target in movement.targets:
        yield f"  {_range(target)}"
    for phase in movement.phases:
        yield f"  {phase.seconds:g} s, {phase.breath}: {phase.words}"
    yield f"Prompt: {movement.prompt}"
    for care in movement.care:
        yield f"Care: {care}"
    for caution in movement.cautions:
        yield f"With {caution.flag}: {EFFECTS[caution.effect]}; {caution.reason}"
    if movement.variants:
        yield f"As well: {', '.join(movement.variants)}"
    if movement.alike:
        yield f"Looks the same to the camera, and counts for it: {', '.join(movement.alike)}"


def _offered(movement: Exercise) -> str:
    about = f"about {movement.minutes:g} minutes"
    return f"{movement.repetitions} repetitions, {about}" if movement.repetitions else about


def _range(target: Target) -> str:
    unit = next(UNIT_WORDS[measure.unit] for measure in MEASURES if measure.name == target.measure)
    note = f" {NOTES[target.measure]}" if target.measure in NOTES else ""
    return (
        f"{target.measure} ({target.role}): from {target.rest:g}, comfortable "
        f"{target.low:g} to {target.high:g}, ceiling {target.ceiling:g} {unit}{note}"
    )
