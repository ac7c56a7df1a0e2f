from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.chooser import Chosen, Reasons, chosen
from feedback.cues import CUES, QUIET_S
from feedback.feedback import Cue
from tests.people import seconds
from words.tr import tr

IDS = [rule.id for rule in CUES]
QUIET = [rule.id for rule in CUES if not rule.protective]
STEP_S = 0.1
# A history: for each of some stretches of time, its length, the reasons in it, and seeing.
HISTORY = st.lists(
    st.tuples(st.integers(1, 80), st.sets(st.sampled_from(IDS), max_size=4), st.booleans()),
    min_size=1,
    max_size=12,
)
History = list[tuple[int, set[str], bool]]


def shown_over(history: History) -> tuple[list[Cue | None], list[set[str]], Chosen]:
    state, shown, wanted, step = Chosen(), [], [], 0
    for length, ids, seeing in history:
        for _ in range(length):
            reasons: Reasons = dict.fromkeys(sorted(ids))
            state = chosen(state, reasons, step * STEP_S, seeing=seeing)
            shown.append(state.shown)
            wanted.append(ids)
            step += 1
    return shown, wanted, state


def test_the_table_is_in_order_and_has_one_protective_cue() -> None:
    assert len(set(IDS)) == len(IDS)
    assert [rule.id for rule in CUES if rule.protective] == [CUES[0].id] == ["soften-back"]
    for rule in CUES:
        assert 2 <= rule.dwell_s <= rule.longest_s


@given(history=HISTORY)
@settings(max_examples=80, deadline=None)
def test_protective_cue_is_spoken_at_once_under_any_history(history: History) -> None:
    shown, wanted, _ = shown_over([*history, (1, {"soften-back"}, True)])
    for cue, ids in zip(shown, wanted, strict=True):
        if "soften-back" in ids:
            assert cue is not None
            assert cue.id == "soften-back"


@given(history=HISTORY)
@settings(max_examples=80, deadline=None)
def test_quiet_cues_never_toggle_faster_than_their_dwell(history: History) -> None:
    # Praise is left out: it goes as soon as it is no longer true.
    calm = [(length, ids - {"soften-back", "comfort"}, True) for length, ids, _ in history]
    shown, _, state = shown_over(calm)
    begun = [at for at, _ in state.given]
    assert all(b - a >= 2 * QUIET_S - 1e-6 for a, b in pairwise(begun))
    changes = [i for i in range(1, len(shown)) if shown[i] != shown[i - 1]]
    assert all((b - a) * STEP_S >= QUIET_S - STEP_S for a, b in pairwise(changes))


@given(history=HISTORY)
@settings(max_examples=80, deadline=None)
def test_no_cue_comes_without_its_reason_or_more_often_than_the_table_says(
    history: History,
) -> None:
    _, wanted, state = shown_over(history)
    for rule in CUES:
        times = [at for at, cue in state.given if cue == rule.id]
        assert len(times) <= rule.most
        assert all(rule.id in wanted[round(at / STEP_S)] for at in times)
        if not rule.protective:
            assert all(b - a >= rule.spacing_s - 1e-6 for a, b in pairwise(times))


@given(history=HISTORY)
@settings(max_examples=40, deadline=None)
def test_a_cue_that_needs_seeing_goes_with_it(history: History) -> None:
    blind = [(length, ids - {"soften-back"}, False) for length, ids, _ in history]
    shown, _, _ = shown_over(blind)
    need_none = {rule.id for rule in CUES if not rule.needs_seeing}
    assert need_none == {"camera-moved", "cannot-see"}
    assert {cue.id for cue in shown if cue is not None} <= need_none


@pytest.mark.parametrize("cue", QUIET)
def test_a_reason_that_does_not_last_is_not_spoken_of(cue: str) -> None:
    rule = next(rule for rule in CUES if rule.id == cue)
    state = Chosen()
    for t in seconds(max(rule.delay_s - 0.1, 0.0), fps=30):
        state = chosen(state, {cue: None}, t, seeing=True)
    assert state.shown is None


def test_the_more_urgent_of_two_is_chosen() -> None:
    state = Chosen()
    for t in seconds(2):
        state = chosen(state, {"within": "left", "slower": None}, t, seeing=True)
    assert state.shown is not None
    assert state.shown.id == "slower"


def test_a_second_side_joins_the_protective_cue_without_saying_it_again() -> None:
    state = chosen(Chosen(), {"soften-back": "left"}, 0.0, seeing=True)
    state = chosen(state, {"soften-back": None}, 0.2, seeing=True)
    assert state.shown == Cue("soften-back", since_s=0.0, protective=True, side=None)
    assert state.given == ((0.0, "soften-back"),)


def test_a_ceiling_passed_again_is_said_again() -> None:
    state = chosen(Chosen(), {"soften-back": "left"}, 0.0, seeing=True)
    state = chosen(state, {}, 0.6, seeing=True)
    state = chosen(state, {"soften-back": "left"}, 1.2, seeing=True)
    assert [at for at, _ in state.given] == [0.0, 1.2]


def test_a_moment_out_of_sight_past_the_ceiling_says_nothing_twice() -> None:
    state = Chosen()
    for frame, t in enumerate(seconds(6.0)):
        reasons: Reasons = {} if frame % 7 == 3 else {"soften-back": "left"}
        state = chosen(state, reasons, t, seeing=True)
        assert state.shown is not None
        assert state.shown.id == "soften-back"
    assert state.given == ((0.0, "soften-back"),)


@pytest.mark.parametrize(
    "contrary", ["within", "steady", "stand-front", "stand-side", "cannot-see-joint", "step-back"]
)
def test_comfort_is_not_praised_once_it_is_over(contrary: str) -> None:
    state = Chosen()
    for t in seconds(1.5):
        state = chosen(state, {"comfort": None}, t, seeing=True)
    assert state.shown is not None
    assert state.shown.id == "comfort"
    state = chosen(state, {contrary: None}, 1.5, seeing=True)
    assert state.shown is None


@pytest.mark.parametrize("cue", IDS)
def test_every_cue_has_words(cue: str) -> None:
    assert tr(f"cue.{cue}", side="one side")
