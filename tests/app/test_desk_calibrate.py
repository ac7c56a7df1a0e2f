"""Finding and signing a range in the staff's window: by keyboard alone, by one switch, by mouse."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pygame
import pytest

from app.desk_calibrating import begin_calibrating
from app.figure_motion import Motion
from app.figure_options import FigureOptions
from app.settings import Settings
from exercises.library import find_exercise
from exercises.person import Consent, Person
from exercises.signed_range import SignedRange
from feedback.handles import Handle
from tests.app.calibrating_bench import Album, Calibrating
from tests.app.clinic import PIN, Clinic
from tests.app.desk_bench import TODAY, Bench
from tests.ui.reading import reading
from tests.vision.exact_body import SIZE, pose_seen
from ui.desk_place import desk_place
from ui.inputs import Click, Drag, Drop, Press, Typed
from ui.screens.calibrate import CalibrateScreen
from ui.screens.conflict import Conflict
from ui.screens.lock import Lock
from ui.screens.pin import Pin
from ui.screens.profile import Profile
from ui.screens.reason import Reason
from vision.replay import save_replay

CODE = "P-0147"
SUNRISE = find_exercise("sunrise-arms-seated")
LEFT, RIGHT = "shoulder_abduction_left", "shoulder_abduction_right"
SPACE, ENTER, TAB, ESC = pygame.K_SPACE, pygame.K_RETURN, pygame.K_TAB, pygame.K_ESCAPE
FPS = 6.0


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return an exact body recorded that rests and shows, its left shoulder stopping at 95."""
    figure = FigureOptions(fps=FPS, rest=3, top_left=95, reach=1.2)
    motion = Motion(SUNRISE, figure)
    poses = [pose_seen(motion.posture(index)) for index in range(round(90 * FPS))]
    path = tmp_path_factory.mktemp("shown") / "shown.npz"
    save_replay(path, [index / FPS for index in range(len(poses))], poses, SIZE)
    return str(path)


@pytest.fixture
def calibrating(clinic: Clinic, shown: str) -> Iterator[Calibrating]:
    with clinic.store() as store:
        store.people.add(Person(code=CODE, consent=Consent(on=TODAY, record=True)))
    made = Calibrating(shown)
    with Bench(clinic.place, begin=made.begin) as made.bench:
        made.bench.unlock().find("0147")
        yield made


def begin(calibrating: Calibrating) -> Bench:
    """Go from the profile to the calibration, by keyboard."""
    bench = calibrating.bench
    assert bench is not None
    bench.type("r")
    assert isinstance(bench.top, Profile)
    while bench.top.movements.held is None or bench.top.movements.held.key != SUNRISE.id:
        bench.press(pygame.K_DOWN)
    bench.press(ENTER)
    assert isinstance(bench.top, CalibrateScreen)
    return bench


def held(clinic: Clinic) -> dict[str, SignedRange]:
    with clinic.store() as store:
        return {own.measure_key: own for own in store.ranges.current(CODE)}


def numbers(own: SignedRange) -> tuple[float, float, float]:
    return own.low, own.high, own.ceiling


def test_both_sides_are_found_moved_and_signed_by_keyboard_alone(
    calibrating: Calibrating, clinic: Clinic
) -> None:
    bench, album = begin(calibrating), Album("keyboard")
    calibrating.until("neutral")
    album.keep(bench, "rest")
    calibrating.until("show", tops=2)
    album.keep(bench, "show")
    calibrating.until("adjust")
    found = calibrating.step.setting
    assert found is not None
    album.keep(bench, "found")
    bench.press(pygame.K_LEFT)  # the far end, nearer by one
    bench.press(TAB).press(pygame.K_RIGHT, shift=True)  # the ceiling, farther by five
    calibrating.turn()
    album.keep(bench, "moved")
    bench.press(ENTER)
    calibrating.until("adjust")
    bench.press(ENTER)
    calibrating.turn(2)
    assert isinstance(bench.top, Pin)
    assert held(clinic) == {}
    album.keep(bench, "sign")
    bench.type(PIN).press(ENTER)
    calibrating.turn()
    assert calibrating.step.kind == "finished"
    album.keep(bench, "signed")
    own = held(clinic)
    assert numbers(own[LEFT]) == (found.low, found.high - 1, found.ceiling + 5)
    assert own[RIGHT].high > own[LEFT].high + 15
    assert own[LEFT].signed_by == "AB"
    assert own[LEFT].review_on == TODAY + timedelta(weeks=4)
    assert len(own[LEFT].tops) == 3
    bench.press(ENTER)
    assert isinstance(bench.top, Profile)


def test_one_switch_goes_all_the_way_to_the_signature(calibrating: Calibrating) -> None:
    bench = begin(calibrating)
    kinds = []
    for _ in range(3000):
        calibrating.turn()
        if not isinstance(bench.top, CalibrateScreen):
            break
        if calibrating.step.kind == "adjust":
            bench.press(pygame.K_PAGEDOWN)
        kinds.append(calibrating.step.kind)
    assert isinstance(bench.top, Pin)
    assert kinds.count("adjust") == 2


def drag(bench: Bench, at: tuple[int, int], to: tuple[int, int]) -> None:
    for event in (Click(at), Drag(to), Drop(to)):
        bench.do(event)


def circle(calibrating: Calibrating, where: str, handle: Handle, value: float) -> tuple[int, int]:
    """Return where a circle lies on the arc or on the straight line, in pixels."""
    panels = calibrating.screen.panels
    line = panels.person.arcs[0] if where == "arc" else panels.gauge
    assert line is not None
    x, y = line.circle(handle, value)
    return round(x), round(y)


@pytest.mark.parametrize("where", ["arc", "gauge"])
def test_the_ends_are_drawn_with_the_mouse(calibrating: Calibrating, where: str) -> None:
    bench = begin(calibrating)
    calibrating.until("adjust")
    bench.draw()
    found = calibrating.step.setting
    assert found is not None
    wish = found.ceiling + 10
    drag(
        bench,
        circle(calibrating, where, "ceiling", found.ceiling),
        circle(calibrating, where, "ceiling", wish),
    )
    calibrating.turn()
    setting = calibrating.step.setting
    assert setting is not None
    assert setting.ceiling == pytest.approx(wish, abs=1)
    assert (setting.near, setting.far) == (found.near, found.far)
    assert calibrating.step.handle == "ceiling"


def test_a_ceiling_beyond_the_movements_own_needs_a_written_reason(
    calibrating: Calibrating, clinic: Clinic
) -> None:
    bench = begin(calibrating)
    calibrating.until("adjust")
    bench.press(TAB, *[pygame.K_RIGHT] * 20, shift=True)
    calibrating.turn()
    assert calibrating.step.setting is not None
    assert calibrating.step.setting.ceiling == SUNRISE.targets[0].ceiling
    bench.type("o")
    assert isinstance(bench.top, Reason)
    bench.type("too short").press(ENTER)
    assert isinstance(bench.top, Reason)
    bench.type(", so: agreed with the surgeon").press(ENTER)
    calibrating.turn()
    bench.press(pygame.K_RIGHT, shift=True)
    calibrating.turn()
    bench.press(ENTER)
    calibrating.until("adjust")
    bench.type("s")
    calibrating.turn(2)
    bench.type(PIN).press(ENTER)
    own = held(clinic)[LEFT]
    assert own.ceiling == SUNRISE.targets[0].ceiling + 5
    assert own.override_reason == "too short, so: agreed with the surgeon"


def test_what_another_window_signed_meanwhile_is_shown_beside_ones_own(
    calibrating: Calibrating, clinic: Clinic
) -> None:
    bench = begin(calibrating)
    calibrating.until("adjust")
    bench.press(ENTER)
    calibrating.until("neutral")
    bench.type("s")
    calibrating.turn(2)
    assert isinstance(bench.top, Pin)
    theirs = SignedRange(
        person=CODE,
        exercise_id=SUNRISE.id,
        measure_key=LEFT,
        low=40.0,
        high=50.0,
        ceiling=60.0,
        signed_by="AB",
        signed_on=TODAY,
    )
    with clinic.store() as store:
        store.ranges.sign(theirs, PIN)
    bench.type(PIN).press(ENTER)
    assert isinstance(bench.top, Conflict)
    assert held(clinic)[LEFT] == theirs
    with reading() as found:
        bench.draw()
    texts = [each.text for each in found]
    assert any("40° to 50°, at most 60°" in text for text in texts)
    bench.type("y").type(PIN).press(ENTER)
    assert held(clinic)[LEFT].version == 2
    assert held(clinic)[LEFT].high > 60
    calibrating.turn(2)
    assert calibrating.step.kind == "finished"
    bench.press(ENTER)
    assert isinstance(bench.top, Profile)


def test_a_conflict_left_for_later_goes_back_to_the_last_range(
    calibrating: Calibrating, clinic: Clinic
) -> None:
    bench = begin(calibrating)
    calibrating.until("adjust")
    bench.press(ENTER)
    calibrating.until("neutral")
    bench.type("s")
    calibrating.turn(2)
    theirs = SignedRange(
        person=CODE,
        exercise_id=SUNRISE.id,
        measure_key=LEFT,
        low=40.0,
        high=50.0,
        ceiling=60.0,
        signed_by="AB",
        signed_on=TODAY,
    )
    with clinic.store() as store:
        store.ranges.sign(theirs, PIN)
    bench.type(PIN).press(ENTER, ESC)
    calibrating.turn(2)
    assert calibrating.step.kind == "adjust"
    assert held(clinic)[LEFT] == theirs


def test_a_patient_alone_is_shown_no_numbers_signs_nothing_and_leaves_a_locked_window(
    calibrating: Calibrating, clinic: Clinic
) -> None:
    bench = calibrating.bench
    assert bench is not None
    bench.type("r")
    assert isinstance(bench.top, Profile)
    while bench.top.movements.held is None or bench.top.movements.held.key != SUNRISE.id:
        bench.press(pygame.K_DOWN)
    bench.type("l")
    calibrating.until("show", tops=1)
    with reading() as found:
        bench.draw()
    assert found
    assert not any(sign in each.text for each in found for sign in "±°%")
    calibrating.until("finished")
    with reading() as found:
        bench.draw()
    assert found
    assert not any(sign in each.text for each in found for sign in "±°%")
    bench.press(SPACE)
    assert isinstance(bench.top, Lock)
    assert held(clinic) == {}
    with clinic.store() as store:
        (entry,) = store.diary.list(CODE)
    assert entry.value.words.startswith("Shown alone, not signed. Sunrise arms, seated: ")


def test_a_shown_top_is_taken_back_and_a_side_left_out(
    calibrating: Calibrating, clinic: Clinic
) -> None:
    bench = begin(calibrating)
    calibrating.until("show", tops=1)
    bench.type("a")
    calibrating.turn()
    assert calibrating.step.tops == ()
    bench.type("s")
    calibrating.turn()
    assert (calibrating.step.kind, calibrating.step.index) == ("neutral", 1)
    calibrating.until("show", tops=1)
    bench.press(SPACE)
    calibrating.until("adjust")
    bench.press(SPACE)
    calibrating.turn(2)
    bench.type(PIN).press(ENTER)
    assert list(held(clinic)) == [RIGHT]


@pytest.mark.parametrize("at", ["neutral", "adjust", "sign"])
def test_it_is_left_at_any_moment_and_nothing_has_changed(
    calibrating: Calibrating, clinic: Clinic, at: str
) -> None:
    bench = begin(calibrating)
    calibrating.until("adjust" if at == "sign" else at)
    if at == "sign":
        bench.press(ENTER)
        calibrating.until("neutral")
        bench.type("s")
        calibrating.turn(2)
        bench.press(ESC)  # not signed: back to the last range
        calibrating.turn()
        assert calibrating.step.kind == "adjust"
    bench.press(ESC)
    calibrating.turn()
    assert isinstance(bench.top, Profile)
    assert held(clinic) == {}


@pytest.mark.endurance
def test_a_drawn_figure_before_the_real_pose_model_is_calibrated_by_keyboard_alone(
    clinic: Clinic,
) -> None:
    with clinic.store() as store:
        store.people.add(Person(code=CODE))
    calibrating = Calibrating(
        "figure:body=2,top_left=95,reach=1.2,tempo=1.2,rest=2.4,fps=5,size=480x360"
    )
    album = Album("figure")
    with Bench(clinic.place, begin=calibrating.begin) as calibrating.bench:
        bench = calibrating.bench
        album.keep(bench, "lock")
        bench.unlock()
        album.keep(bench, "people")
        bench.find("0147")
        album.keep(bench, "profile")
        begin(calibrating)
        steps: dict[str, Callable[[], None]] = {
            "rest": lambda: calibrating.turn(4),
            "show": lambda: calibrating.until("show"),
            "rising": lambda: calibrating.turn(14),
            "first-top": lambda: calibrating.until("show", tops=1),
        }
        for name, go in steps.items():
            go()
            album.keep(bench, name)
        bench.press(SPACE)  # one is enough
        calibrating.until("adjust")
        album.keep(bench, "adjust")
        bench.press(SPACE)
        calibrating.until("neutral")
        bench.type("s")
        calibrating.turn(2)
        album.keep(bench, "sign")
        bench.type(PIN).press(ENTER)
        calibrating.turn()
        album.keep(bench, "signed")
        bench.press(SPACE)
        album.keep(bench, "back")
    low, high, ceiling = numbers(held(clinic)[LEFT])
    assert 80 <= low < high <= 95
    assert high < ceiling <= 110


def test_a_source_that_cannot_be_opened_is_said_on_the_screen_one_came_from(
    clinic: Clinic, tmp_path: Path
) -> None:
    with clinic.store() as store:
        store.people.add(Person(code=CODE))
    begins = begin_calibrating(Settings(), str(tmp_path / "nothing.mp4"))
    with Bench(clinic.place, begin=begins) as bench:
        bench.unlock().find("0147").type("r").press(ENTER)
        deadline = time.monotonic() + 20
        while isinstance(bench.top, CalibrateScreen) and time.monotonic() < deadline:
            time.sleep(0.01)
            bench.desk.follow(bench.top, bench.top.turn(0.0))
            bench.settle()
        assert isinstance(bench.top, Profile)
        assert "nothing.mp4" in bench.top.said


def test_a_patient_alone_before_no_camera_is_left_before_a_locked_window(
    clinic: Clinic, tmp_path: Path
) -> None:
    with clinic.store() as store:
        store.people.add(Person(code=CODE))
    begins = begin_calibrating(Settings(), str(tmp_path / "nothing.mp4"))
    with Bench(clinic.place, begin=begins) as bench:
        bench.unlock().find("0147").type("r").type("l")
        deadline = time.monotonic() + 20
        while isinstance(bench.top, CalibrateScreen) and time.monotonic() < deadline:
            time.sleep(0.01)
            bench.desk.follow(bench.top, bench.top.turn(0.0))
            bench.settle()
        assert isinstance(bench.top, Lock)


def test_a_switch_that_is_held_goes_on_once_and_arrows_go_on_moving(
    calibrating: Calibrating,
) -> None:
    bench = begin(calibrating)
    calibrating.until("adjust")
    found = calibrating.step.setting
    assert found is not None
    left = pygame.K_LEFT
    bench.at_once(Press(left), Press(left, repeated=True), Press(left, repeated=True))
    calibrating.turn()
    assert calibrating.step.setting is not None
    assert calibrating.step.setting.far == found.far - 3
    bench.at_once(Press(SPACE, repeated=True), Press(pygame.K_s, repeated=True), Typed("s"))
    calibrating.turn()
    assert (calibrating.step.kind, calibrating.step.index) == ("adjust", 0)
    bench.at_once(Press(SPACE), *[Press(SPACE, repeated=True)] * 20)
    calibrating.turn()
    assert (calibrating.step.kind, calibrating.step.index) == ("neutral", 1)
    assert calibrating.step.neutral is None


def test_a_reason_is_asked_for_only_where_something_was_found(
    calibrating: Calibrating, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = begin(calibrating)
    calibrating.until("adjust")
    nothing = replace(calibrating.step, setting=None)
    monkeypatch.setattr(CalibrateScreen, "step", property(lambda _: nothing))
    bench.type("o")
    assert isinstance(bench.top, CalibrateScreen)


@pytest.mark.parametrize(("size", "text_scale"), [((1920, 1080), 1.4), ((1280, 720), 1.6)])
def test_large_type_leaves_the_straight_line_its_room(
    calibrating: Calibrating, size: tuple[int, int], text_scale: float
) -> None:
    bench = begin(calibrating)
    bench.resize(size, text_scale)
    calibrating.until("adjust")
    with reading() as found:
        bench.draw()
    place = desk_place(size, text_scale, 0)
    body, panels, sentence = place.body, calibrating.screen.panels, found[-1]
    assert panels.gauge is not None
    foot = body.top + panels.picture_size[1] - place.sizes.pad_px
    side = [each for each in found if each.at.left > body.left + panels.picture_size[0]]
    side = [each for each in side if body.top <= each.at.top < body.bottom and each != sentence]
    assert len(side) > 3
    assert all(each.at.bottom <= foot for each in side)
    assert panels.gauge._box.bottom <= foot
    assert any(each.at.colliderect(panels.gauge._box) for each in side)
    for a, b in combinations(side, 2):
        assert not a.at.inflate(-2, -0.3 * a.at.height).colliderect(b.at), (a, b)
