"""Where places are laid, and what is to be said of them."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vision.place_check import SEES_DEG, Checked, aside_deg, check
from vision.places import MOST_PLACES, Body, about_all, core, laid_out, within_reach, zone_about
from vision.zones import Zone

SIZE = (1280, 720)


@pytest.mark.parametrize("count", range(1, MOST_PLACES + 1))
def test_places_that_are_laid_out_are_in_the_picture_and_apart(count: int) -> None:
    zones = laid_out(count)
    assert sorted(zone.number for zone in zones) == list(range(1, count + 1))
    for zone in zones:
        left, top, right, bottom = zone.pixels(*SIZE)
        assert right - left >= 200
        assert bottom - top >= 400
    middles = [zone.left + zone.width / 2 for zone in zones]
    assert all(abs(a - b) >= 0.1 for a, b in combinations(middles, 2))


@pytest.mark.parametrize("count", [0, -1, MOST_PLACES + 1])
def test_no_other_number_of_places_is_laid_out(count: int) -> None:
    with pytest.raises(ValueError, match="one to 8"):
        laid_out(count)


bodies = st.builds(
    Body,
    st.floats(0, SIZE[0] - 1),
    st.floats(0, SIZE[1] - 1),
    st.floats(10, 300),
)


@given(bodies)
def test_a_place_about_somebody_has_them_in_its_middle(body: Body) -> None:
    zone = zone_about(body, 3, *SIZE)
    assert zone.number == 3
    assert within_reach(zone, body, SIZE[0])
    left, _, right, _ = core(zone).pixels(*SIZE)
    assert left - 1 <= body.x <= right + 1


@given(st.lists(bodies, max_size=12))
def test_no_more_places_than_can_be_served_and_numbered_from_the_left(people: list[Body]) -> None:
    zones = about_all(people, *SIZE)
    assert len(zones) == min(len(people), MOST_PLACES)
    middles = [zone.left + zone.width / 2 for zone in zones]
    assert middles == sorted(middles)
    assert [zone.number for zone in zones] == list(range(1, len(zones) + 1))


def row(apart_trunks: float, count: int = 3, trunk_px: float = 80.0) -> list[Body]:
    first = SIZE[0] / 2 - (count - 1) / 2 * apart_trunks * trunk_px
    return [Body(first + n * apart_trunks * trunk_px, 260.0, trunk_px) for n in range(count)]


def said(people: list[Body], zones: tuple[Zone, ...] | None = None) -> dict[int, set[str]]:
    found = check(about_all(people, *SIZE) if zones is None else zones, people, SIZE)
    return {place: {each.id for each in checked} for place, checked in found.places.items()}


@pytest.mark.parametrize("apart_m", [1.2, 1.5, 1.8])
def test_people_far_enough_apart_are_seen_well(apart_m: float) -> None:
    assert said(row(apart_m / 0.5)) == {1: {"seen-well"}, 2: {"seen-well"}, 3: {"seen-well"}}


def test_people_closer_than_arms_allow_are_told_of_who_is_too_close() -> None:
    found = check(about_all(row(0.8 / 0.5), *SIZE), row(0.8 / 0.5), SIZE)
    assert Checked("too-close", 2) in found.places[1]
    assert {Checked("too-close", 1), Checked("too-close", 3)} <= set(found.places[2])


def test_whoever_stands_behind_and_between_others_is_not_too_close() -> None:
    front = row(2.4, count=2, trunk_px=90)
    behind = Body(SIZE[0] / 2, 250.0, 62.0)
    assert said([*front, behind]) == {place: {"seen-well"} for place in (1, 2, 3)}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (Body(640, 300, 25), "too-far"),
        (Body(640, 200, 180), "too-near"),
        (Body(30, 300, 90), "cut-off"),
        (Body(640, 650, 90), "cut-off"),
    ],
)
def test_who_is_too_far_too_near_or_cut_off_is_told(body: Body, told: str) -> None:
    assert told in said([body])[1]


def test_who_is_far_to_the_side_is_told_that_turning_the_mat_helps() -> None:
    assert aside_deg(SIZE[0], SIZE[0]) == pytest.approx(SEES_DEG / 2)
    assert aside_deg(SIZE[0] / 2, SIZE[0]) == 0
    told = said(row(1.2 / 0.5, count=4, trunk_px=100.0))
    assert told == {1: {"aside"}, 2: {"seen-well"}, 3: {"seen-well"}, 4: {"aside"}}
    # What else is amiss is mended first.
    assert said([Body(30, 300, 90)])[1] == {"cut-off"}


def test_an_empty_place_and_two_in_one_are_told() -> None:
    people = row(3.0, count=2)
    zones = about_all(people, *SIZE)
    assert said(people[:1], zones) == {1: {"seen-well"}, 2: {"nobody"}}
    beside = Body(people[0].x + 60, people[0].y, people[0].trunk_px)
    assert "two-here" in said([*people, beside], zones)[1]


def test_nine_people_on_eight_places_leave_one_without() -> None:
    people = [Body(80 + 140 * n, 300.0, 40.0) for n in range(9)]
    found = check(about_all(people[:8], *SIZE), people, SIZE)
    assert found.placeless == 1


def test_places_laid_over_one_another_are_told() -> None:
    zone = zone_about(Body(640, 300, 80), 1, *SIZE)
    other = Zone(2, zone.left + 0.02, zone.top, zone.width, zone.height)
    found = check((zone, other), [], SIZE)
    assert Checked("overlaps", 2) in found.places[1]
    assert Checked("overlaps", 1) in found.places[2]


@given(st.lists(bodies, max_size=9), st.integers(1, MOST_PLACES))
def test_something_is_said_of_every_place_whoever_is_there(people: list[Body], count: int) -> None:
    found = check(laid_out(count), people, SIZE)
    assert sorted(found.places) == list(range(1, count + 1))
    assert all(found.places.values())
    assert 0 <= found.placeless <= len(people)
