"""A practice is kept as soon as it is over, and what is said after that as well."""

import pygame

from app.practised import Practised
from app.practising import Kept
from feedback.intent import Intent
from feedback.moment import Plan
from feedback.pacing import Pacing
from feedback.said import Wrote
from tests.app.passing import BACK, ON, happens, passing
from tests.stories.test_arc_stories import arc, following, lived


def test_what_is_said_after_the_end_first_shows_is_kept_too_and_nothing_twice() -> None:
    kept: list[Practised] = []
    keep = Kept(kept.append)
    practice = arc(plan=Plan(("movement", "words", "summary")), pacing=Pacing())
    assert keep(practice) is None
    moments = lived(practice, following, 4, {1.0: Intent.NEXT, 2.0: Intent.NEXT, 3.0: Intent.NEXT})
    assert moments[-1].kind == "summary"
    first = keep(practice)
    practice.step(Intent.PREVIOUS, following(5), 5)
    assert keep(practice) is first
    practice.step(Wrote("my shoulder is warm"), following(6), 6)
    for t, asked in ((7.0, Intent.NEXT), (8.0, Intent.STOP), (9.0, Intent.LEAVE)):
        practice.step(asked, following(t), t)
    done = keep(practice)
    assert kept == [first, done]
    assert done is not None
    assert (done.words, done.ratings.stopped) == ("my shoulder is warm", True)
    assert first is not None
    assert done.record == first.record  # nobody moved in between


def test_it_is_kept_each_time_the_end_is_come_to() -> None:
    with passing() as at:
        at.turn()
        at.press(*[ON] * 12)
        assert at.step == "summary"
        assert len(at.closed) == 1
        at.press(BACK)
        happens(pygame.TEXTINPUT, text="warm")
        at.turn()
        at.press(ON)
        assert [said.words for said in at.closed] == ["", "warm"]
