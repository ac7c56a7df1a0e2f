"""A drawn group before the real pose model: nobody has to be there to see a group practise."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from app.ahead import frames_of
from app.drawn_group.options import GroupOptions
from app.group.demo_plan import MOVE_S, demo_plan
from app.group.painted import PaintedGroup
from app.group.ready import Ready
from app.group.rehearsal import GroupRehearsal
from app.group.run import drawn_zones, say_painted
from app.group.show import Shown, first_at, lead
from app.group.to_files import SIZE, GroupWritten, group_to_files
from app.group.ways import general
from app.group.windows import Windows
from app.settings import Settings
from exercises.exercise import Exercise
from exercises.programme import Item
from feedback.group.group import Group
from feedback.group.plan import GroupPlan
from ui.group.leader_view import LeaderView
from vision.zones import Zone

# So many seconds of a drawn group are painted, which takes several times as long.
LOOP_S = 20.0


def demo_group(
    count: int,
    exercise: Exercise,
    settings: Settings,
    *,
    size: tuple[int, int],
    seconds: float | None = None,
    stats: bool = False,
) -> None:
    """Show a drawn group in windows: painted first, with places where the real scan finds people.

    Raises
    ------
    SourceError, ModelError
        Where it cannot be painted, or the model not be used.
    """
    group, zones, plan = _made(options_of(count), exercise)
    with Windows(settings, size) as windows:
        how = Shown(seconds=seconds, stats=stats)
        lead(windows, Ready(plan), settings, group.opened, zones, how=how)


def demo_group_to_files(
    count: int, exercise: Exercise, folder: Path, settings: Settings, seconds: float | None
) -> None:
    """Write what a drawn group sees, and its leader, into `folder`; and print what was seen.

    Raises
    ------
    SourceError, ModelError, OSError
        Where the group, the model or the folder cannot be used.
    """
    # One who goes too far and one who rests, where there are enough for it to be nobody's.
    told = group_files(options_of(count), exercise, folder, settings, seconds=seconds).told
    for line in lines_of(told["records"]):
        click.echo(line)
    click.echo(f"written: projected.mp4 and .png, leader.mp4 and .png, group.json in {folder}/")


def lines_of(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Return what remains of each place as it is told: a line for each movement that it did.

    Parameters
    ----------
    records
        Those of ``group.json``.
    """
    for record in records:
        place = f"place {record['place']}"
        if not record["movements"]:
            seen = record["attended_s"] > 0
            yield f"{place}: {'no movement was begun' if seen else 'nobody was seen'}"
        for movement in record["movements"]:
            counted = len(movement["repetitions"])
            cues = ", ".join(dict.fromkeys(movement["cues"])) or "none"
            yield (
                f"{place}: {movement['movement']}, followed in {100 * movement['seen']:.0f}%, "
                f"repetitions {counted}, cues {cues}"
            )


def options_of(count: int) -> GroupOptions:
    """Return a drawn group for a demonstration: of three or more one rests and one goes far."""
    many = count > 2
    return GroupOptions(count, loop=LOOP_S, rests=2 if many else 0, over=3 if many else 0)


def group_files(
    options: GroupOptions,
    exercise: Exercise,
    folder: Path,
    settings: Settings,
    *,
    seconds: float | None = None,
    move_s: float | None = None,
) -> GroupWritten:
    """Let a drawn group practise without windows, and write what was shown to whom.

    Parameters
    ----------
    move_s
        How long they move; without it as long as in a demonstration.
    """
    group, zones, plan = _made(options, exercise, move_s)
    rehearsal = GroupRehearsal(
        lambda t: Group(plan, t),
        zones,
        first_at(plan),
        settings.choices(),
        SIZE,
        view=LeaderView(each_per_s=round(options.fps)),
        language=settings.language,
    )
    with group.opened() as source:
        return group_to_files(
            rehearsal,
            frames_of(source),
            options.fps,
            folder,
            places=plan.places,
            seconds=seconds,
            language=settings.language,
        )


def _made(
    options: GroupOptions, exercise: Exercise, move_s: float | None = None
) -> tuple[PaintedGroup, tuple[Zone, ...], GroupPlan]:
    # Nobody has a code: so all keep to the general ranges, as they would in any practice.
    exercise = general(Item(exercise_id=exercise.id), exercise).exercise
    group = PaintedGroup(options, exercise, say_painted)
    zones = drawn_zones(group)
    numbers = tuple(zone.number for zone in zones)
    lasts_s = MOVE_S if move_s is None else move_s
    return group, zones, demo_plan(exercise, numbers, group.seated, move_s=lasts_s)
