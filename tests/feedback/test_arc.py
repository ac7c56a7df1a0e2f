"""A whole practice with whatever is asked of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.library import library
from feedback.arc import Arc
from feedback.grounding import GROUNDINGS, LINES, Grounding, grounded, lasts_s
from feedback.intent import Intent
from feedback.moment import WHOLE, Plan
from feedback.pacing import GENTLE
from feedback.practice import Practice
from feedback.said import DAYS, SIGNS, Asked, Compared, DayChosen, Rated, SignNamed, Wrote
from tests.people import arms
from vision.sight import nobody

MOVEMENTS = [library()["sunrise-arms-seated"], library()["ankle-pumps-lying"]]
asked = st.one_of(
    st.none(),
    st.sampled_from(list(Intent)),
    st.builds(
        Rated,
        st.sampled_from(["pain", "mood", "energy", "effort"]),
        st.integers(-5, 20) | st.none(),
    ),
    st.builds(Compared, st.sampled_from(["easier", "same", "heavier"])),
    st.builds(DayChosen, st.sampled_from(DAYS)),
    st.builds(SignNamed, st.sampled_from(SIGNS), st.booleans()),
    st.builds(Wrote, st.text(max_size=50)),
)


@given(
    keys=st.lists(st.tuples(asked, st.floats(0, 30), st.booleans()), max_size=60),
    grounding=st.sampled_from([None, *GROUNDINGS]),
)
def test_keys_mashed_in_any_order_never_end_in_an_exception_and_lose_nothing(
    keys: list[tuple[Asked | None, float, bool]], grounding: Grounding | None
) -> None:
    arc = Arc(
        Plan(WHOLE, grounding=grounding),
        lambda day, t: Practice(MOVEMENTS, (), t, pacing=GENTLE),
        lambda day: MOVEMENTS,
    )
    t, moved, over = 0.0, 0.0, False
    for key, later, here in keys:
        t += later
        moment = arc.step(key, arms(t, 40) if here else nobody(t), t)
        record = arc.record(t)
        now = sum(each.active_s for each in record.movements) if record else 0.0
        assert now >= moved
        moved = now
        assert not over or moment.kind == "finished"
        over = moment.kind == "finished"
        arc.ratings()


def test_a_practice_without_movements_is_refused() -> None:
    with pytest.raises(ValueError, match="movements"):
        Arc(Plan(("arrival",)), lambda day, t: Practice(MOVEMENTS), lambda day: MOVEMENTS)


@pytest.mark.parametrize("way", GROUNDINGS)
def test_arriving_goes_through_every_line_in_order(way: Grounding) -> None:
    found = [grounded(way, t / 4).line for t in range(round(lasts_s(way) * 4))]
    assert list(dict.fromkeys(found)) == list(LINES[way])
    assert grounded(way, 1e6).row == len(LINES[way]) - 1
