"""Moving along a practice: one is always inside it, and inside what is in sight."""

from hypothesis import given
from hypothesis import strategies as st

from ui.review.scrubbing import LEAST_SPAN_S, Scrub, whole

moves = st.one_of(
    st.tuples(st.just("moved"), st.floats(-500, 500)),
    st.tuples(st.just("to"), st.floats(-500, 3000)),
    st.tuples(st.just("zoomed"), st.sampled_from([0.5, 2.0])),
    st.tuples(st.just("seeing"), st.floats(-10, 2000)),
)


def after(scrub: Scrub, way: str, value: float) -> Scrub:
    if way == "seeing":
        return scrub.seeing(value, value + 30)
    return {"moved": scrub.moved, "to": scrub.to, "zoomed": scrub.zoomed}[way](value)


@given(st.floats(0, 2000), st.lists(moves, max_size=12))
def test_whatever_is_done_the_moment_is_inside_what_is_in_sight(
    length: float, done: list[tuple[str, float]]
) -> None:
    scrub = whole(length)
    for way, value in done:
        scrub = after(scrub, way, value)
        assert 0 <= scrub.first_s <= scrub.at_s <= scrub.last_s <= length + 1e-9
        assert scrub.span_s >= min(LEAST_SPAN_S, length) - 1e-6


@given(st.floats(20, 2000), st.floats(0, 1))
def test_looking_closer_keeps_the_moment_where_it_stands(length: float, share: float) -> None:
    scrub = whole(length).to(share * length).zoomed(0.5)
    assert abs((scrub.at_s - scrub.first_s) / scrub.span_s - share) < 1e-6
    back = scrub.zoomed(2)
    assert (back.first_s, back.at_s) == (0.0, scrub.at_s)
    assert abs(back.last_s - length) < 1e-6
