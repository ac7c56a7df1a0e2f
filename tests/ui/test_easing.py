"""Things glide to where they are going, and give way to one another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.changing import Changing
from ui.easing import Glides


def test_a_value_stands_at_its_goal_when_first_asked_for() -> None:
    assert Glides().to("a", 3.0, 10.0) == 3.0
    assert Glides().to("a", 3.0, 10.0, begin=1.0) == 1.0


def test_a_value_arrives_in_its_time_and_stays() -> None:
    glides = Glides()
    glides.to("a", 0.0, 0.0)
    glides.to("a", 1.0, 1.0, over_s=0.5)
    assert 0.4 < glides.to("a", 1.0, 1.25, over_s=0.5) < 0.6
    assert glides.to("a", 1.0, 1.5, over_s=0.5) == 1.0
    assert glides.to("a", 1.0, 99.0, over_s=0.5) == 1.0


@given(st.lists(st.sampled_from([0.0, 1.0]), min_size=2, max_size=20))
def test_a_value_never_jumps_however_often_its_goal_changes(goals: list[float]) -> None:
    glides = Glides()
    last = glides.to("a", goals[0], 0.0)
    for i, goal in enumerate(goals):
        value = glides.to("a", goal, i / 60)
        assert abs(value - last) < 0.1
        last = value


def test_forgetting_starts_anew() -> None:
    glides = Glides()
    glides.to("band.a", 1.0, 0.0)
    glides.to("calm", 1.0, 0.0)
    glides.forget("band.")
    assert glides.to("band.a", 0.0, 0.0) == 0.0
    assert glides.to("calm", 0.0, 0.0) == 1.0


def test_the_old_is_gone_before_the_new_comes() -> None:
    said = Changing("rise")
    assert said.to("rise", 0.0).opacity == 1.0
    shown = [said.to("sink", t / 100) for t in range(50)]
    assert shown[0].what == "rise"
    assert shown[-1].what == "sink"
    assert shown[-1].opacity == pytest.approx(1.0)
    turn = next(i for i, s in enumerate(shown) if s.what == "sink")
    assert shown[turn].opacity < 0.05
    assert shown[turn - 1].opacity < 0.05
    opacities = [s.opacity for s in shown]
    assert max(abs(a - b) for a, b in pairwise(opacities)) < 0.12
