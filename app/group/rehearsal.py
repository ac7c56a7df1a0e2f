"""A group's practice without windows: every frame of a source, at its own time, both pictures."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass

import pygame

from app.ahead import ahead
from app.group.analysis import looked_at
from app.group.detection import GroupSeen, PlaceSeen
from app.group.eyes import GroupEyes, exercise_at
from app.group.following import GroupFollow, follow_no_group
from app.group.inviting import Inviting
from exercises.exercise import Exercise
from feedback.group.group import Group
from feedback.group.leading import Lead, Led
from feedback.group.place_sight import PlaceSight, poses_of
from feedback.group.step import GroupStep
from ui.group.leader import LeaderScreen
from ui.group.leader_view import LeaderView
from ui.group.projected import ProjectedScreen
from ui.view import Choices
from vision.frames import Frame
from vision.models import ModelSize
from vision.place_eye import Look, PlaceEye
from vision.zones import Zone

# The rate a source is taken for that states none.
UNSTATED_FPS = 30.0


@dataclass(frozen=True, slots=True, eq=False)
class GroupDrawn:
    """One moment of a rehearsal: the surfaces are drawn on again for the next one."""

    step: GroupStep
    t: float
    projected: pygame.Surface
    leader: pygame.Surface


def by_the_clock(step: GroupStep, t: float) -> Led | None:
    """Lead as somebody who goes on from every talk as soon as its time is over."""
    public = step.public
    return Lead.NEXT if public.kind == "talking" and public.remaining_s <= 0 else None


class GroupRehearsal:
    """Practises from frames at their own times, as fast as they are seen.

    Parameters
    ----------
    begin
        Makes the practice, given the second of the first frame.
    first
        What is done first at each place, by its number.
    does
        What whoever leads asks, given the last moment and its second.
    draws
        Whether the pictures are drawn; without them only the practice goes on.
    follow
        Called at each frame with what the practice was given and where it is.
    """

    def __init__(
        self,
        begin: Callable[[float], Group],
        zones: Sequence[Zone],
        first: dict[int, Exercise],
        choices: Choices,
        size: tuple[int, int],
        *,
        does: Callable[[GroupStep, float], Led | None] = by_the_clock,
        inviting: Inviting | None = None,
        view: LeaderView | None = None,
        language: str = "en",
        draws: bool = True,
        follow: GroupFollow = follow_no_group,
    ) -> None:
        pygame.font.init()
        self._begin, self._zones, self._first, self._does = begin, tuple(zones), first, does
        self._inviting = inviting or Inviting({})
        self._view = view or LeaderView()
        self._choices, self._draws, self._follow = choices, draws, follow
        self._surfaces = pygame.Surface(size), pygame.Surface(size)
        self._projected, self._leader = (
            ProjectedScreen(size, language),
            LeaderScreen(size, language),
        )
        self.group: Group | None = None

    def moments(
        self, frames: Iterator[Frame], fps: float | None, model: ModelSize = "lite"
    ) -> Iterator[GroupDrawn]:
        """Look at every frame at every place, and yield each moment.

        Raises
        ------
        SourceError, ModelError
            Where a frame or the model cannot be had.
        """
        with ExitStack() as stack:
            eyes = [stack.enter_context(PlaceEye(zone, model)) for zone in self._zones]
            looks = stack.enter_context(closing(looked_at(frames, eyes)))
            seen = (
                self._seen(frame, found, fps or UNSTATED_FPS, camera_moved=moved)
                for frame, found, moved in looks
            )
            coming = stack.enter_context(closing(ahead(seen)))
            yield from self.follow(coming)

    def follow(self, coming: Iterator[GroupSeen]) -> Iterator[GroupDrawn]:
        """Practise what was seen, until it ends or the practice is over."""
        eyes = GroupEyes(self._zones)
        step: GroupStep | None = None
        asked: deque[Led] = deque()
        for seen in coming:
            t = seen.frame.time_s
            group = self.group = self.group or self._begin(t)
            eyes.see(seen, exercise_at(step, self._first))
            led = None if step is None else self._does(step, t)
            if led is not None:
                asked.append(led)
            sights = eyes.sights()
            step = group.step(asked.popleft() if asked else None, sights, t)
            height, width = seen.frame.image.shape[:2]
            self._follow(group, step, sights, (width, height), t)
            asked.extend(self._inviting.after(step))
            yield self._drawn(step, sights, t)
            if step.public.kind == "finished":
                return

    def _seen(
        self, frame: Frame, looks: Sequence[Look], fps: float, *, camera_moved: bool
    ) -> GroupSeen:
        t = frame.time_s
        places = {
            zone.number: PlaceSeen(look, frame, fps, t)
            for zone, look in zip(self._zones, looks, strict=True)
        }
        return GroupSeen(places, frame, t, camera_moved=camera_moved)

    def _drawn(self, step: GroupStep, sights: Mapping[int, PlaceSight], t: float) -> GroupDrawn:
        projected, leader = self._surfaces
        if self._draws:
            poses = poses_of(sights, t)
            self._projected.draw(projected, step.public, self._choices, t, poses=poses)
            self._leader.draw(leader, step, self._view, self._choices, t)
        return GroupDrawn(step, t, projected, leader)
