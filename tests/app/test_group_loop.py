"""The loop of a group in its windows on SDL's dummy driver: led, watched, and left alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
import pygame
import pytest

from app.clock import monotonic
from app.group.answered import answers_of
from app.group.bumped import Bumped
from app.group.demo_plan import demo_plan
from app.group.detection import GroupSeen
from app.group.eyes import GroupEyes, exercise_at, need_of
from app.group.leader_desk import LeaderDesk
from app.group.loop import REOPENS_S, GroupLoop
from app.group.show import first_at
from app.group.watching import Nobody
from app.group.windows import Closed, Windows
from app.settings import Settings
from app.timings import Timings
from exercises.library import find_exercise
from feedback.group.group import Group
from feedback.group.place_sight import PlaceSight
from feedback.group.step import GroupStep
from tests.app.recorded_group import coming, zones
from ui.group.leader_view import LeaderView
from vision.frames import Frame
from vision.places import Body, laid_out, zone_about
from vision.turns import Need
from vision.zones import Zone
from words.tr import tr

SUNRISE = find_exercise("sunrise-arms-standing")
PLACES = (1, 2)
PLAN = demo_plan(SUNRISE, PLACES, talk_s=1.0, move_s=10.0, rest_s=2.0)
TURN_S = 0.1


@dataclass
class Camera:
    """Stands in for what watches a group.

    Attributes
    ----------
    lost
        What is said of the camera while it shows nothing.
    moved
        Whether it is being moved.
    people
        Who is found all over the picture.
    """

    lost: str | None = None
    moved: bool = False
    people: tuple[Body, ...] | None = None
    zones: tuple[Zone, ...] = field(default_factory=lambda: zones(len(PLACES)))
    last: GroupSeen | None = None
    ended = False
    needs: list[GroupStep] = field(default_factory=list)
    scans: bool = False

    def __post_init__(self) -> None:
        self._coming = coming(first_at(PLAN), {}, 600.0, 1.0)
        self._eyes = GroupEyes(self.zones)

    def look(self, step: GroupStep | None, t: float) -> Mapping[int, PlaceSight]:
        if self.lost is not None:
            return {}
        seen = next(self._coming)
        frame = Frame(seen.frame.image, t, seen.frame.index)
        places = {n: replace(each, frame=frame, found_s=t) for n, each in seen.places.items()}
        self.last = GroupSeen(places, frame, t, self.people, self.moved)
        self._eyes.see(self.last, exercise_at(step, first_at(PLAN)))
        return self._eyes.sights()

    def notice(self, t: float) -> str | None:
        return self.lost

    def follow(self, step: GroupStep) -> None:
        self.needs.append(step)

    def each_per_s(self, step: GroupStep, t: float) -> int | None:
        return 10

    def take_places(self, zones: Sequence[Zone]) -> None:
        self.zones = tuple(zones)

    def look_all_over(self, wanted: bool) -> None:
        self.scans = wanted


class Led:
    """A loop that is turned by hand."""

    def __init__(self, windows: Windows, camera: Camera | Nobody, *, asks: bool = False) -> None:
        self.windows, self.camera = windows, camera
        self.desk = LeaderDesk(windows.size, "en", PLACES if asks else ())
        self.desk.ask("before")
        self.finished: list[Group] = []
        self.views: list[LeaderView] = []
        self.loop = GroupLoop(
            lambda t: Group(PLAN, t),
            camera,
            windows,
            self.desk,
            Timings(),
            codes={1: "P-0147"},
            finished=self.finished.append,
        )
        plain = self.desk.draw

        def draw(surface: object, step: object, view: LeaderView, *rest: object) -> None:
            self.views.append(view)
            plain(surface, step, view, *rest)  # type: ignore[arg-type]

        self.desk.draw = draw  # type: ignore[method-assign, assignment]
        self.t = monotonic()
        self.over = False

    @property
    def step(self) -> GroupStep:
        assert self.loop.step is not None
        return self.loop.step

    def turn(self, times: int = 1) -> None:
        for _ in range(times):
            self.t += TURN_S
            self.over = self.loop.turn(self.t) or self.over
            self.windows.present()
            self.loop.turn_leader(self.t)

    def press(self, key: int, text: str = "", *, at: object = None) -> None:
        where: dict[str, object] = {} if at is None else {"window": at}
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, {"key": key, "mod": 0, **where}))
        if text:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, {"text": text, **where}))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, {"key": key, "mod": 0, **where}))
        self.turn()

    def close(self, window: object) -> None:
        pygame.event.post(pygame.event.Event(pygame.WINDOWCLOSE, window=window))
        self.turn()


@pytest.fixture
def displays() -> list[int]:
    return [1]


@pytest.fixture
def windows(displays: list[int]) -> Iterator[Windows]:
    with Windows(Settings(), (640, 400), displays=lambda: displays[0]) as opened:
        pygame.event.clear()
        yield opened


@pytest.fixture
def led(windows: Windows) -> Led:
    made = Led(windows, Camera())
    made.turn(2)
    return made


def test_it_is_led_by_keys_and_each_place_is_followed(led: Led) -> None:
    kinds = [led.step.public.kind]
    led.press(pygame.K_RIGHT)
    kinds.append(led.step.public.kind)
    led.press(pygame.K_RIGHT)
    led.turn(40)
    kinds.append(led.step.public.kind)
    assert kinds == ["talking", "showing", "moving"]
    assert {each.state for each in led.step.places} <= {"moving", "easy", "still"}
    assert all(seat.seen for seat in led.step.public.seats)
    led.press(pygame.K_SPACE)
    assert led.step.public.kind == "paused"


def test_the_end_is_told_once_and_leaves_the_last_page_until_it_is_left(led: Led) -> None:
    for _ in range(8):
        led.press(pygame.K_RIGHT)
    assert led.step.public.kind == "finished"
    assert len(led.finished) == 1
    led.press(pygame.K_ESCAPE)
    led.press(pygame.K_ESCAPE)
    assert led.over


def test_who_arrives_and_ends_is_asked_on_the_leaders_window_alone(windows: Windows) -> None:
    led = Led(windows, Camera(), asks=True)
    led.turn()
    assert led.desk.page == "arriving"
    assert led.loop.group is None
    led.press(pygame.K_4, "4")
    led.press(pygame.K_RETURN)
    led.press(pygame.K_ESCAPE)
    assert led.desk.page == "arriving", "once is by mistake"
    led.press(pygame.K_ESCAPE)
    led.turn()
    assert led.loop.group is not None
    for _ in range(8):
        led.press(pygame.K_RIGHT)
    assert led.desk.page == "closing"
    assert not led.over
    for _ in range(5):
        led.press(pygame.K_TAB)
    led.press(pygame.K_w, "warm")
    led.press(pygame.K_ESCAPE)
    led.press(pygame.K_LEFT)
    led.press(pygame.K_ESCAPE)
    led.turn()
    assert led.desk.page == "closing", "nobody who is left is skipped by one key"
    led.press(pygame.K_ESCAPE)
    led.turn()
    assert led.over
    answers = answers_of(led.desk.answers)
    assert answers.ratings(1).pain_before == 4
    assert answers.word(1) == "warm"
    assert answers.empty(2)


def test_a_leaders_window_closed_by_mistake_leaves_hot_keys_and_comes_back(led: Led) -> None:
    assert led.windows.leader is not None
    led.close(led.windows.leader._window)
    assert led.windows.leader is None
    assert led.windows.projected is not None
    assert "L opens" in led.windows.projected.title
    led.press(pygame.K_SPACE)
    assert led.step.public.kind == "paused"
    led.press(pygame.K_SPACE)
    led.press(pygame.K_l)
    assert led.windows.leader is not None
    assert not led.over
    led.turn(3)
    assert led.step.public.kind == "talking"


@pytest.mark.parametrize("page", ["arriving", "closing"])
def test_a_leaders_window_closed_while_it_asks_opens_again_by_itself(
    windows: Windows, page: str
) -> None:
    led = Led(windows, Nobody(), asks=True)
    led.turn()
    if page == "closing":
        led.press(pygame.K_ESCAPE)
        led.press(pygame.K_ESCAPE)
        for _ in range(9):
            led.press(pygame.K_RIGHT)
    assert led.desk.page == page
    assert led.windows.leader is not None
    led.close(led.windows.leader._window)
    led.turn(round(REOPENS_S / TURN_S) - 2)
    assert led.windows.leader is None
    led.turn(3)
    assert led.windows.leader is not None
    assert led.desk.page == page


def test_before_it_begins_the_projected_window_queues_nothing_and_can_be_left(
    windows: Windows,
) -> None:
    led = Led(windows, Nobody(), asks=True)
    led.turn()
    assert windows.leader is not None
    assert windows.projected is not None
    led.close(windows.leader._window)
    for key in (pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_ESCAPE, pygame.K_l):
        led.press(key, at=windows.projected._window)
    assert windows.leader is not None
    led.press(pygame.K_ESCAPE)
    led.press(pygame.K_ESCAPE)
    led.turn(3)
    assert led.step.public.kind == "talking"
    assert led.step.index == 0
    again = Led(windows, Nobody(), asks=True)
    again.turn()
    again.close(windows.leader._window)
    again.press(pygame.K_ESCAPE)
    assert not again.over
    again.press(pygame.K_ESCAPE)
    assert again.over
    assert again.loop.group is None


def test_the_systems_wish_to_end_it_is_followed_whichever_windows_there_are(led: Led) -> None:
    assert led.windows.leader is not None
    led.close(led.windows.leader._window)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    led.turn()
    assert led.over
    with Windows(Settings(), (640, 400), one=True) as windows:
        pygame.event.clear()
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        assert list(windows.happened(0.0)) == [Closed.ALL]
        assert windows.projected is not None
        window = windows.projected._window
        pygame.event.post(pygame.event.Event(pygame.WINDOWCLOSE, window=window))
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        assert list(windows.happened(0.0)) == [Closed.PROJECTED], "the last one was closed by hand"


def test_a_projected_window_closed_is_asked_of_and_ends_nothing(led: Led) -> None:
    assert led.windows.projected is not None
    led.close(led.windows.projected._window)
    assert led.windows.projected is None
    before = led.step.elapsed_s
    led.turn(5)
    assert led.step.elapsed_s > before
    assert not led.views[-1].projected
    led.press(pygame.K_o, "o")
    led.turn()
    assert led.windows.projected is not None
    assert led.views[-1].projected


def test_codes_are_hidden_to_begin_with_where_everybody_sees_the_leaders_window() -> None:
    for there in (1, 2):
        with Windows(Settings(), (640, 400), displays=partial(int, there)) as windows:
            led = Led(windows, Nobody())
            led.turn(3)
            screen, view = led.desk._leader, led.views[-1]
            says = screen._says(view, led.t)
            assert screen.codes_shown == (there == 2)
            assert says == ("" if there == 2 else tr("leader.codes-hidden"))
            led.press(pygame.K_c, "c")
            assert screen.codes_shown == (there == 1)
            assert screen._says(view, led.t) == "", "C is the leader's own wish"


def test_a_projector_that_goes_and_comes_is_followed(led: Led, displays: list[int]) -> None:
    projected = led.windows.projected
    assert projected is not None
    assert not projected.full_screen
    for there in (2, 1, 2):
        displays[0] = there
        led.turn(12)
        assert projected.full_screen == (there == 2)
    assert not led.over


@pytest.mark.parametrize("lost", ["notice.camera-lost", "notice.dark", "notice.frozen"])
def test_a_camera_that_is_away_stops_nothing_and_is_told_to_the_leader(led: Led, lost: str) -> None:
    led.press(pygame.K_RIGHT)
    led.press(pygame.K_RIGHT)
    led.turn(10)
    assert isinstance(led.camera, Camera)
    led.camera.lost = lost
    before = led.step
    led.turn(150)
    assert led.step.elapsed_s == pytest.approx(before.elapsed_s + 15, abs=0.2)
    assert {each.state for each in led.step.places} == {"unseen"}
    assert not any(each.notices for each in led.step.places), "nobody has left"
    assert led.views[-1].notice == lost
    led.camera.lost = None
    led.turn(3)
    assert led.views[-1].notice is None
    assert all(seat.seen for seat in led.step.public.seats)


def test_a_camera_that_was_bumped_is_asked_of(led: Led) -> None:
    assert isinstance(led.camera, Camera)
    led.camera.moved = True
    led.turn(2)
    led.camera.moved = False
    led.turn(2)
    assert led.views[-1].notice == "leader.camera-moved"
    assert led.camera.scans
    led.press(pygame.K_k, "k")
    led.turn()
    assert led.views[-1].notice is None
    before = led.camera.zones = laid_out(len(PLACES))
    led.press(pygame.K_p, "p")
    assert led.desk.page == "placing"
    led.press(pygame.K_RIGHT)
    led.press(pygame.K_RETURN)
    assert led.desk.page == "leading"
    assert led.camera.zones[0] != before[0]
    assert led.camera.zones[1:] == before[1:]


def test_the_places_are_checked_anew_once_the_camera_rests() -> None:
    bumped, image = Bumped(), np.zeros((720, 1280, 3), np.uint8)
    here = Body(300.0, 300.0, 100.0)
    places = [zone_about(here, 1, 1280, 720), zone_about(Body(900.0, 300.0, 100.0), 2, 1280, 720)]

    def seen(people: tuple[Body, ...] | None, *, moved: bool = False) -> GroupSeen:
        return GroupSeen({}, Frame(image, 0.0, 0), 0.0, people, moved)

    bumped.see(seen(None), places)
    assert not bumped.asks
    bumped.see(seen((), moved=True), places)
    for people in ((here, here), (here,)):
        assert bumped.asks
        assert bumped.found is None
        bumped.see(seen(people), places)
    assert bumped.found is not None
    assert bumped.empty == (2,)
    bumped.settled()
    bumped.see(seen((here,)), places)
    assert not bumped.asks


def test_led_by_the_guide_alone_it_goes_through_as_well(windows: Windows) -> None:
    led = Led(windows, Nobody())
    led.turn(2)
    led.press(pygame.K_RIGHT)
    led.press(pygame.K_RIGHT)
    led.turn(20)
    assert led.step.public.kind == "moving"
    assert {each.state for each in led.step.places} == {"unseen"}
    assert led.views[-1].each_per_s is None
    assert not any(each.notices for each in led.step.places)


def test_one_window_alone_is_led_by_hot_keys_and_left_by_two_escapes() -> None:
    with Windows(Settings(), (640, 400), one=True) as windows:
        pygame.event.clear()
        led = Led(windows, Camera())
        led.turn(2)
        before = led.step.public.remaining_s
        led.press(pygame.K_l)
        led.turn()
        assert led.step.public.remaining_s > before + 50
        led.press(pygame.K_ESCAPE)
        led.press(pygame.K_ESCAPE)
        led.turn()
        assert led.step.public.kind == "finished"


def test_what_needs_it_is_looked_at_more() -> None:
    assert need_of("past") is need_of("moving") is need_of("beyond") is Need.PRESSING
    assert need_of("still") is Need.QUIET
    assert need_of("empty") is Need.EMPTY
    assert need_of("apart") is Need.NONE
    assert need_of("easy") is Need.USUAL


def test_places_set_while_a_group_practises_keep_the_numbers_of_their_people(led: Led) -> None:
    camera = led.camera
    assert isinstance(camera, Camera)
    assert camera.last is not None
    height, width = camera.last.frame.image.shape[:2]
    first, _ = camera.zones = laid_out(len(PLACES))
    camera.people = (Body(0.8 * width, 0.4 * height, 0.1 * height),)
    led.press(pygame.K_p, "p")
    led.turn(2)
    for key, text in ((pygame.K_DELETE, ""), (pygame.K_DELETE, ""), (pygame.K_PLUS, "+")):
        led.press(key, text)
    led.press(pygame.K_p, "p")
    led.press(pygame.K_RETURN)
    assert [zone.number for zone in camera.zones] == [1, 2]
    assert camera.zones[0] == first, "who is out of the room keeps their place"
    assert camera.zones[1].left + camera.zones[1].width / 2 == pytest.approx(0.8)
    led.turn(2)
    assert led.desk.page == "leading"


def test_g_shows_those_who_are_seen_as_figures_and_as_forms_again(led: Led) -> None:
    for seats in ("figures", "forms"):
        led.press(pygame.K_g, "g")
        assert led.windows.choices.seats == seats
