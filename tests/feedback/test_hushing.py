"""How much is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.library import find_exercise
from feedback.coach import Coach
from feedback.cues import CUES
from feedback.hushing import ALWAYS, HALVED_AFTER, Amount, Hush
from tests.people import arms, cues_of, live, swing

SUNRISE = find_exercise("sunrise-arms-seated")
TALKATIVE = 100.0


def said(hush: Hush, top: float = 135.0) -> list[str]:
    """Return all that is said to somebody who goes beyond their comfort, and fast."""
    coach = Coach(SUNRISE, hush=hush)
    return [
        cue
        for _, cue in cues_of(
            live(coach, lambda t: arms(t, swing(t, 10, top, cycle_s=4)), TALKATIVE, fps=10)
        )
    ]


def test_less_is_said_as_a_movement_becomes_familiar() -> None:
    amounts = [len(said(Hush(times=n * HALVED_AFTER))) for n in range(4)]
    assert amounts == sorted(amounts, reverse=True)
    assert amounts[0] > amounts[2]
    assert amounts[3] == 0


@pytest.mark.parametrize("amount", ["usual", "few", "none"])
def test_what_protects_is_said_whatever_is_chosen(amount: Amount) -> None:
    plain = said(Hush(), top=165).count("soften-back")
    assert plain > 10
    assert said(Hush(amount, times=99), top=165).count("soften-back") == plain


def test_without_cues_nothing_else_is_said() -> None:
    assert set(said(Hush("none"), top=165)) <= ALWAYS
    assert said(Hush("none")) == []


def test_few_is_each_thing_once() -> None:
    few = said(Hush("few"))
    assert few
    assert len(few) == len(set(few))


@given(amount=st.sampled_from(["usual", "few", "none"]), times=st.integers(0, 200))
def test_no_more_is_ever_said_than_usually(amount: Amount, times: int) -> None:
    for rule in CUES:
        most = Hush(amount, times).most(rule.id)
        assert most <= rule.most
        assert most == rule.most or rule.id not in ALWAYS
