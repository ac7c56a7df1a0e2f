"""How a conflict and a calibration look, against small pictures of how they are meant to look.

To renew them after a change that is meant, as in tests/ui/test_looks.py.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from app.figure_motion import Motion
from app.figure_options import FigureOptions
from exercises.library import find_exercise
from exercises.person import Person
from tests.app.calibrating_bench import Calibrating
from tests.app.clinic import Clinic, a_clinic, first_place
from tests.app.desk_bench import Bench
from tests.vision.exact_body import SIZE, pose_seen
from ui.screens.conflict import Conflict
from vision.replay import save_replay

Check = Callable[[pygame.Surface, str], None]
SUNRISE = find_exercise("sunrise-arms-seated")
FPS = 6.0


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    """Return a clinic whose names every machine has the letters for."""
    first = first_place(tmp_path_factory.mktemp("first"))
    with a_clinic(tmp_path_factory.mktemp("looks"), first) as made:
        with made.store() as store:
            for code, name in (("P-0148", "Γαλάζιο Ποτάμι"), ("P-0161", None)):
                store.people.add(Person(code=code, display_name=name))
        yield made


def test_two_versions_of_one_person_side_by_side(filled: Clinic, looks_as_expected: Check) -> None:
    with Bench(filled.place) as bench:
        bench.unlock().find("0161").press(pygame.K_RETURN).type("Reed")
        with filled.store() as store:
            theirs = store.people.get("P-0161")
            changed = theirs.value.model_copy(update={"posture": "lying", "tempo": 0.7})
            store.people.update(changed, theirs.row_version)
        bench.press(pygame.K_s, ctrl=True)
        assert isinstance(bench.top, Conflict)
        looks_as_expected(bench.draw(), "desk-conflict")


def test_a_calibration_from_rest_to_what_is_signed(
    filled: Clinic, tmp_path: Path, looks_as_expected: Check
) -> None:
    motion = Motion(SUNRISE, FigureOptions(fps=FPS, rest=3, top_left=70))
    poses = [pose_seen(motion.posture(index)) for index in range(round(60 * FPS))]
    save_replay(tmp_path / "shown.npz", [i / FPS for i in range(len(poses))], poses, SIZE)
    calibrating = Calibrating(str(tmp_path / "shown.npz"))
    with Bench(filled.place, begin=calibrating.begin) as calibrating.bench:
        bench = calibrating.bench
        bench.unlock().find("0148").type("p").type("a").type("sunrise arms, seated")
        bench.press(pygame.K_RETURN).type("c")
        calibrating.turn(6)
        looks_as_expected(bench.draw(), "desk-calibrate-rest")
        calibrating.until("show", tops=1)
        calibrating.turn(30)
        looks_as_expected(bench.draw(), "desk-calibrate-show")
        calibrating.until("adjust")
        bench.press(pygame.K_TAB)
        calibrating.turn()
        looks_as_expected(bench.draw(), "desk-calibrate-adjust")
