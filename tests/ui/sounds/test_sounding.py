"""Practices as they sound, over synthetic seconds."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from exercises.library import library
from ui.sounds.sounding import (
    APART_S,
    SHORTEST_BREATH_S,
    Heard,
    Sounding,
    after,
    begins,
    shortest_s,
)

FPS = 60
Rung = tuple[float, str]


def moments(kind: str, breaths: Iterable[tuple[str, int, float]]) -> Iterator[Heard]:
    """Yield sixty moments a second of breaths, each with its cycle and its seconds."""
    for breath, cycle, lasts_s in breaths:
        for _ in range(round(lasts_s * FPS)):
            yield Heard(kind, breath, cycle, lasts_s)


def six_a_minute(cycles: int, first: int = 0) -> list[tuple[str, int, float]]:
    return [
        each
        for cycle in range(first, first + cycles)
        for each in (("in", cycle, 4.0), ("out", cycle, 6.0))
    ]


def rung(practice: Iterable[Heard]) -> list[Rung]:
    sounding, heard = Sounding(), []
    for frame, now in enumerate(practice):
        sounding, chime = after(sounding, now, frame / FPS)
        if chime is not None:
            heard.append((frame / FPS, chime))
    return heard


def names(heard: list[Rung]) -> list[str]:
    return [name for _, name in heard]


def test_a_practice_of_five_breaths_has_one_chime_for_each_in_and_out() -> None:
    heard = rung([*moments("moving", six_a_minute(5)), *[Heard("finished", "out", 4)] * 600])
    # The start rings in place of the first breath's chime.
    assert names(heard) == ["start", "out", *["in", "out"] * 4, "end"]
    assert [round(t, 2) for t, _ in heard] == [0, 4, 10, 14, 20, 24, 30, 34, 40, 44, 50]


def test_a_breath_through_two_phases_rings_once() -> None:
    halves = [("in", 0, 2.0), ("in", 0, 2.0), ("out", 0, 3.0), ("out", 0, 3.0), ("in", 1, 4.0)]
    assert names(rung(moments("moving", halves))) == ["start", "out", "in"]


def test_a_breath_that_goes_on_over_the_end_of_a_cycle_rings_once() -> None:
    over = [("in", 0, 3.0), ("out", 0, 4.0), ("in", 0, 2.0), ("in", 1, 3.0), ("out", 1, 4.0)]
    assert names(rung(moments("moving", over))) == ["start", "out", "in", "out"]


def test_a_practice_seen_first_then_done_together_starts_once() -> None:
    first, then = moments("showing", six_a_minute(1)), moments("moving", six_a_minute(2))
    assert names(rung([*first, *then])) == ["start", "out", "in", "out", "in", "out"]


def test_the_person_pauses_in_mid_breath_and_hears_nothing_until_the_next_one() -> None:
    begun = list(moments("moving", six_a_minute(2)))
    cut = round(12 * FPS)
    paused = [Heard("paused", "in", 1)] * (30 * FPS)
    heard = rung([*begun[:cut], *paused, *begun[cut:]])
    assert names(heard) == ["start", "out", "in", "out"]
    assert [t for t, _ in heard if 12 <= t < 42] == []


def test_a_practice_paused_from_the_first_moment_starts_when_it_goes_on() -> None:
    heard = rung([*[Heard("paused", "in", 0)] * 300, *moments("moving", six_a_minute(1))])
    assert heard == [(5.0, "start"), (9.0, "out")]


def test_leaving_the_picture_again_and_again_rings_nothing_new() -> None:
    flickering = [Heard("paused" if frame % 3 else "moving", "in", 0) for frame in range(4 * FPS)]
    assert names(rung(flickering)) == ["start"]


def test_a_rest_is_one_bowl_and_then_quiet() -> None:
    heard = rung(
        [
            *moments("moving", six_a_minute(1)),
            *moments("resting", six_a_minute(3)),
            *moments("moving", six_a_minute(1)),
        ]
    )
    assert names(heard) == ["start", "out", "rest", "in", "out"]


def test_a_pause_within_a_rest_does_not_ring_the_bowl_again() -> None:
    heard = rung(
        [
            *moments("moving", six_a_minute(1)),
            *moments("resting", six_a_minute(1)),
            *moments("paused", six_a_minute(1)),
            *moments("resting", six_a_minute(1)),
        ]
    )
    assert names(heard) == ["start", "out", "rest"]


def test_a_pause_between_breaths_has_the_bowl() -> None:
    held = [("in", 0, 4.0), ("rest", 0, 2.0), ("out", 0, 4.0)]
    assert names(rung(moments("moving", held))) == ["start", "rest", "out"]


def test_a_breath_of_ones_own_has_no_chimes() -> None:
    assert names(rung(moments("moving", [("natural", n, 5.0) for n in range(6)]))) == ["start"]


def test_a_rest_right_after_a_chime_waits_its_turn() -> None:
    breaths = [("in", 0, 4.0), ("out", 0, 0.0)]
    heard = rung(
        [*moments("moving", breaths), *[Heard("moving", "out", 0)] * 12]
        + [Heard("resting", "natural", 0)] * 120
    )
    assert names(heard) == ["start", "out", "rest"]
    assert heard[2][0] - heard[1][0] >= APART_S


def test_a_rest_left_before_its_turn_has_no_bowl() -> None:
    heard = rung(
        [Heard("moving", "in", 0)] * 6
        + [Heard("resting", "natural", 0)] * 12
        + [Heard("moving", "out", 0)] * 240
    )
    assert names(heard) == ["start"]


def test_whoever_leaves_right_after_a_chime_hears_the_end_a_little_later() -> None:
    heard = rung([Heard("moving", "in", 0)] * 6 + [Heard("finished", "in", 0)] * 120)
    assert names(heard) == ["start", "end"]
    assert heard[1][0] >= APART_S


def test_a_practice_that_never_began_has_no_end() -> None:
    assert rung([Heard("finished", "natural", 0)] * 60) == []


def test_a_practice_ends_once_whatever_comes_after_it() -> None:
    over = [*moments("finished", [("out", 0, 2.0)])]
    again = [*moments("moving", [("in", 1, 4.0)]), *over]
    assert names(rung([*moments("moving", six_a_minute(1)), *over, *again])) == [
        "start",
        "out",
        "end",
        "in",
    ]


def test_the_next_movement_rings_its_own_first_breath() -> None:
    both = [*moments("moving", [("in", 3, 4.0)]), *moments("moving", [("in", 0, 4.0)])]
    assert names(rung(both)) == ["start", "in"]


def test_a_moment_that_is_paused_calls_for_nothing() -> None:
    assert begins(Heard("moving", "in", 0), Heard("paused", "out", 0)) is None
    assert begins(Heard("moving", "in", 0), Heard("moving", "out", 0)) == "out"
    assert begins(None, Heard("paused", "in", 0)) is None


def test_the_shortest_breath_of_a_cycle_is_known_beforehand() -> None:
    turns = (("in", 2.0), ("out", 3.0), ("out", 3.0), ("in", 1.0), ("rest", 1.0), ("in", 2.5))
    assert shortest_s(turns, "in") == 1.0
    assert shortest_s(turns[:4], "in") == 3.0, "around the end of the cycle"
    assert shortest_s(turns, "out") == 6.0
    assert shortest_s((("natural", 5.0),), "in") == float("inf")
    assert shortest_s((), "in") == float("inf")


def test_every_paced_breath_of_the_library_has_its_chime() -> None:
    for movement in library().values():
        if movement.pace == "breath":
            phases = [(phase.breath, phase.seconds) for phase in movement.phases]
            for breath in ("in", "out"):
                assert shortest_s(phases, breath) >= SHORTEST_BREATH_S, movement.id


BREATHS = st.lists(
    st.tuples(
        st.sampled_from(["in", "out", "rest", "natural"]),
        st.integers(0, 4),
        st.floats(0.05, 3.0),
    ),
    max_size=12,
)
KINDS = st.sampled_from(["showing", "moving", "resting", "paused", "grounding", "finished"])
PRACTICES = st.lists(st.tuples(KINDS, BREATHS), max_size=5)


@given(PRACTICES)
def test_whatever_happens_chimes_keep_their_distance_and_are_told_once(
    parts: list[tuple[str, list[tuple[str, int, float]]]],
) -> None:
    practice = [moment for kind, breaths in parts for moment in moments(kind, breaths)]
    heard = rung(practice)
    assert all(later - earlier >= APART_S for (earlier, _), (later, _) in pairwise(heard))
    assert names(heard).count("start") <= 1
    assert names(heard).count("end") <= 1
    assert all(practice[round(t * FPS)].kind != "paused" for t, _ in heard)


@given(PRACTICES)
def test_no_breath_shorter_than_a_second_and_a_half_has_a_chime(
    parts: list[tuple[str, list[tuple[str, int, float]]]],
) -> None:
    practice = [moment for kind, breaths in parts for moment in moments(kind, breaths)]
    for t, name in rung(practice):
        now = practice[round(t * FPS)]
        of_step = name in ("start", "end") or now.kind == "resting"
        assert of_step or now.lasts_s >= SHORTEST_BREATH_S
