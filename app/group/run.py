"""A group's practice from what was asked for on the command line: in windows, or to files."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from app.ahead import ahead, frames_of
from app.drawn_group.options import GroupOptions, names_group, parse_group
from app.drawn_group.places import sitting
from app.group.analysis import with_places
from app.group.answers import UNANSWERED, GroupAnswers
from app.group.following import GroupFollow, follow_no_group
from app.group.inviting import Inviting
from app.group.ready import Ready
from app.group.show import Keep, Running
from app.group.wish import GroupWish
from app.settings import Settings
from exercises.exercise import Exercise
from feedback.group.group import Group
from feedback.group.plan import GroupPlan
from ui.group.leader_view import LeaderView
from vision.frames import Frame
from vision.places import laid_out
from vision.source import Source, SourceError
from vision.zones import Zone

if TYPE_CHECKING:
    from app.group.painted import PaintedGroup
    from app.group.windows import Windows
    from records.store import Store


class Keeps(TypedDict, total=False):
    """What keeps a group's practice, as `app.group.show.lead` takes it."""

    keep: Keep
    running: Running


UNKEPT = (
    "nothing of this practice is kept, and nobody is asked how they are; it is of whoever is named "
    "with --person or --cards"
)
"""What is said before it begins where there is no store."""


def painted(
    options: GroupOptions, exercise: Exercise, told: Callable[[int, int], None]
) -> "PaintedGroup":
    """Return a drawn group, painted."""
    from app.group.painted import PaintedGroup

    return PaintedGroup(options, exercise, told)


def drawn_zones(group: "PaintedGroup") -> tuple[Zone, ...]:
    """Return the places about everybody whom the real scan finds in a drawn group."""
    from app.group.analysis import PROPOSED_IN, PROPOSED_WITHIN_S, proposed

    zones = proposed(group.first(PROPOSED_IN, PROPOSED_WITHIN_S / (PROPOSED_IN - 1)))
    if not zones:
        raise SourceError("drawn group: nobody was found in it")
    return zones


def lead_in_windows(
    wish: GroupWish,
    settings: Settings,
    store: "Store | None",
    *,
    size: tuple[int, int],
    one: bool = False,
    seconds: float | None = None,
    stats: bool = False,
) -> None:
    """Let a group practise in its windows.

    Raises
    ------
    click.ClickException, StoreError, SourceError, ModelError
        Where something cannot be used: one line.
    """
    from app.group.show import Shown, lead
    from app.group.windows import Windows

    wish.refuse_unfit()
    said: list[str] = []
    drawn = _drawn(wish, store)  # painted before there is a window that could not answer
    with Windows(settings, size, one=one) as windows:
        zones = drawn[1] if drawn is not None else _zones_in(windows, wish, settings)
        if zones is None:
            return
        numbers = _numbers(zones, wish)
        wish = wish.on_chairs(_drawn_chairs(wish), numbers)
        made = wish.ready(numbers, store)
        _say(made.said)
        opening = drawn[0].opened if drawn is not None else _opening(wish.source, made.plan)
        arrived: Ready | None = made
        if store is not None and not one:
            arrived = _arrived(windows, wish, made, store, opening, zones, settings)
        if arrived is None:
            return
        keeps = Keeps() if store is None else _keeping(wish, store, arrived, said)
        if store is None:
            _say([UNKEPT])
        lead(
            windows,
            arrived,
            settings,
            opening,
            zones,
            how=Shown(initials=wish.initials, seconds=seconds, stats=stats),
            **keeps,
        )
    _say(said)


def _arrived(
    windows: "Windows",
    wish: GroupWish,
    made: Ready,
    store: "Store",
    opening: Callable[[], Source] | None,
    zones: Sequence[Zone],
    settings: Settings,
) -> Ready | None:
    """Return the practice ready for whoever arrived at which place; `None` where it was left."""
    from app.group.codes_window import take_codes

    numbers = made.plan.places

    def ready(people: Mapping[int, str], store: "Store") -> Ready:
        return replace(wish, people=people).ready(numbers, store)

    arrived = take_codes(windows, made, store, ready, opening, zones, settings.language)
    if arrived is not None:
        _say(line for line in arrived.said if line not in made.said)
    return arrived


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, err=True)


def _keeping(wish: GroupWish, store: "Store", made: Ready, said: list[str]) -> "Keeps":
    """Return what keeps a practice, and puts what there is to say of that into `said`."""
    from app.group.keeping import GroupKeeping

    room = None if wish.room is None else wish.room.name
    keeping = GroupKeeping(made, datetime.now(UTC), room=room, led_by=wish.initials)

    def keep(group: Group, t: float, answers: GroupAnswers) -> None:
        said[:] = keeping.keep(store, group, t, answers)

    return {"keep": keep, "running": lambda answers: keeping.running(store, answers)}


def _drawn(
    wish: GroupWish, store: "Store | None"
) -> "tuple[PaintedGroup, tuple[Zone, ...]] | None":
    """Return the drawn group that is asked for, painted, with places about everybody in it.

    It performs what is done first of that which the camera measures. `None` where people are.
    """
    if wish.source is None or not _is_drawn(wish.source):
        return None
    options = parse_group(wish.source)
    group = painted(options, _performed_by(options, wish, store), say_painted)
    if wish.room is not None:
        return group, wish.room.zones
    return group, drawn_zones(group) if wish.places is None else laid_out(wish.places)


def _performed_by(options: GroupOptions, wish: GroupWish, store: "Store | None") -> Exercise:
    """Return what a drawn group performs; without a word of places, each of it has one."""
    numbers = wish.numbers or tuple(range(1, options.people + 1))
    return _performed(wish.on_chairs(_drawn_chairs(wish), numbers).ready(numbers, store).plan)


def _performed(plan: GroupPlan) -> Exercise:
    """Return the first movement of a plan whose way the camera measures, else the first."""
    from app.group.show import movements_of

    every = movements_of(plan)
    leads = (each for each in every if any(target.role == "lead" for target in each.targets))
    return next(leads, every[0])


def _opening(source: str | None, plan: GroupPlan) -> Callable[[], Source] | None:
    """Return what opens a source; `None` where the guide leads alone."""
    from app.sources import open_practice

    if source is None:
        return None
    performed = _performed(plan)
    return lambda: open_practice(source, performed, in_time=True)


def _is_drawn(source: str) -> bool:
    return source.partition(":")[0].casefold() == "figure" and names_group(source)


def say_painted(done: int, of: int) -> None:
    """Say how many pictures of a drawn group are painted, on one line."""
    click.echo(f"\rpainting a drawn group: {done} of {of} pictures", nl=done >= of, err=True)


def _zones_in(windows: "Windows", wish: GroupWish, settings: Settings) -> tuple[Zone, ...] | None:
    """Return where the places are: none where the guide leads alone; `None` to leave it."""
    from app.group.places_window import set_up_places

    if wish.source is None:
        return ()
    if wish.room is not None:
        return wish.room.zones
    return set_up_places(wish.source, None, wish.places, settings, windows=windows)


def _numbers(zones: Sequence[Zone], wish: GroupWish) -> tuple[int, ...]:
    """Return the numbers of the places: led by the guide alone, those that are asked for."""
    return tuple(sorted(zone.number for zone in zones)) or wish.numbers


def lead_to_files(
    wish: GroupWish,
    settings: Settings,
    store: "Store | None",
    folder: Path,
    *,
    seconds: float | None = None,
) -> None:
    """Let a group practise without windows, every frame of its source, and write what was shown.

    Raises
    ------
    click.ClickException, StoreError, SourceError, ModelError, OSError
        Where something cannot be used: one line.
    """
    from app.group.rehearsal import UNSTATED_FPS, GroupRehearsal
    from app.group.show import first_at
    from app.group.to_files import SIZE, group_to_files

    wish.refuse_unfit()
    said: list[str] = []
    with (
        _recorded(wish, store) as source,
        closing(ahead(frames_of(source))) as read,
        ExitStack() as closing_with,
    ):
        zones, frames = _zones_of(wish, read, source.name)
        numbers = _numbers(zones, wish)
        made = wish.on_chairs(_drawn_chairs(wish), numbers).ready(numbers, store)
        _say(made.said)
        keeps = Keeps() if store is None else _keeping(wish, store, made, said)
        follow: GroupFollow = follow_no_group
        if "running" in keeps:
            follow = closing_with.enter_context(keeps["running"](lambda: UNANSWERED))
        # Without windows every place is seen in every picture there is.
        fps = max(round(source.fps or UNSTATED_FPS), 1)
        each_per_s = None if wish.source is None else fps
        rehearsal = GroupRehearsal(
            lambda t: Group(made.plan, t, rest_s=settings.rest_seconds),
            zones,
            first_at(made.plan),
            settings.choices(),
            SIZE,
            inviting=Inviting(made.resting),
            view=LeaderView(made.codes, wish.initials, each_per_s),
            language=settings.language,
            follow=follow,
        )
        written = group_to_files(
            rehearsal,
            frames,
            source.fps,
            folder,
            places=made.plan.places,
            seconds=seconds,
            language=settings.language,
        )
    if rehearsal.group is not None and "keep" in keeps:
        keeps["keep"](rehearsal.group, written.ended_s, UNANSWERED)
    _say(said)
    told = written.told
    click.echo(f"{told['frames']} frames, {told['seconds']:.1f} s, written to {folder}/")


def _drawn_chairs(wish: GroupWish) -> frozenset[int]:
    """Return the numbers of those of a drawn group who sit; they are numbered from the left.

    Of people, and in a room, which has its own places, none are known.
    """
    if wish.source is None or not _is_drawn(wish.source) or wish.room is not None:
        return frozenset()
    sits = enumerate(sitting(parse_group(wish.source)), start=1)
    return frozenset(number for number, on_chair in sits if on_chair)


def _recorded(wish: GroupWish, store: "Store | None") -> Source:
    from app.group.unseen import Unseen
    from app.sources import open_practice
    from exercises.library import find_exercise

    if wish.source is None:
        return Unseen()
    performed = find_exercise("sunrise-arms-standing")
    if _is_drawn(wish.source):
        performed = _performed_by(parse_group(wish.source), wish, store)
    return open_practice(wish.source, performed)


def _zones_of(
    wish: GroupWish, frames: Iterator[Frame], name: str
) -> tuple[tuple[Zone, ...], Iterator[Frame]]:
    if wish.source is None:
        return (), frames
    if wish.room is not None:
        return wish.room.zones, frames
    return with_places(frames, wish.places, name)
