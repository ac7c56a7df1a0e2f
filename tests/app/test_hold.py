"""A practice is held while the camera is away."""

from app.hold import Hold
from feedback.intent import Intent


def test_the_practice_is_paused_once_and_resumed_when_the_camera_is_back() -> None:
    hold = Hold()
    assert hold.intent(None, away=True, kind="moving") is Intent.PAUSE
    assert hold.intent(None, away=True, kind="paused") is None
    assert hold.intent(None, away=False, kind="paused") is Intent.PAUSE
    assert hold.intent(None, away=False, kind="moving") is None


def test_a_pause_of_the_persons_own_is_left_alone() -> None:
    hold = Hold()
    assert hold.intent(Intent.PAUSE, away=False, kind="moving") is Intent.PAUSE
    assert hold.intent(None, away=True, kind="paused") is None
    assert hold.intent(None, away=False, kind="paused") is None


def test_going_on_by_hand_while_the_camera_is_away_ends_the_hold() -> None:
    hold = Hold()
    hold.intent(None, away=True, kind="moving")
    assert hold.intent(Intent.PAUSE, away=False, kind="paused") is Intent.PAUSE
    assert hold.intent(None, away=False, kind="moving") is None


def test_leaving_always_goes_through() -> None:
    hold = Hold()
    hold.intent(None, away=True, kind="moving")
    assert hold.intent(Intent.LEAVE, away=True, kind="paused") is Intent.LEAVE
