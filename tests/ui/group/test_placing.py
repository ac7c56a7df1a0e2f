"""Places that are set by hand stay in the picture, large enough, and numbered each once."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.group.placing import (
    LEAST_SIDE,
    MOST_PLACES,
    Placing,
    added,
    choosing,
    choosing_along,
    moved,
    placed,
    removed,
    resized,
    taken,
)
from vision.zones import Zone

ways = st.floats(-1.5, 1.5)
flags = st.booleans()
Step = Callable[[Placing], Placing]
step = st.one_of(
    st.builds(lambda right, down: lambda p: moved(p, right, down), ways, ways),
    st.builds(lambda w, h, *corner: lambda p: resized(p, w, h, corner), ways, ways, flags, flags),
    st.just(added),
    st.just(removed),
    st.builds(lambda by: lambda p: choosing_along(p, by), st.sampled_from((-1, 1))),
    st.builds(lambda number: lambda p: choosing(p, number), st.integers(0, 9)),
)
sides = st.floats(0.02, 1.4)


@st.composite
def zones(draw: st.DrawFn) -> Zone:
    """Return any zone there may be: its middle is in the picture, an edge may not be."""
    width, height = draw(sides), draw(sides)
    across, down = draw(st.floats(0, 1)), draw(st.floats(0, 1))
    return Zone(draw(st.integers(1, 99)), across - width / 2, down - height / 2, width, height)


def check(placing: Placing) -> None:
    numbers = [zone.number for zone in placing.zones]
    assert len(set(numbers)) == len(numbers) <= MOST_PLACES
    assert numbers == sorted(numbers)
    for zone in placing.zones:
        assert min(zone.width, zone.height) >= LEAST_SIDE - 1e-9
        assert min(zone.left, zone.top) >= -1e-9
        assert max(zone.left + zone.width, zone.top + zone.height) <= 1 + 1e-9


@settings(max_examples=60, deadline=None)
@given(found=st.lists(zones(), max_size=10), steps=st.lists(step, max_size=12))
def test_whatever_is_done_the_places_stay_in_the_picture(
    found: list[Zone], steps: Sequence[Step]
) -> None:
    placing = placed(tuple(found))
    check(placing)
    for one in steps:
        placing = one(placing)
        check(placing)


@settings(max_examples=60, deadline=None)
@given(found=st.lists(zones(), min_size=1, max_size=6), right=ways, down=ways)
def test_moving_changes_no_size_and_nothing_else(
    found: list[Zone], right: float, down: float
) -> None:
    before = placed(tuple(found))
    after = moved(before, right, down)
    assert after.zone is not None
    assert before.zone is not None
    assert after.zone.width == pytest.approx(before.zone.width)
    assert after.zone.height == pytest.approx(before.zone.height)
    assert after.zones[1:] == before.zones[1:]


@settings(max_examples=60, deadline=None)
@given(zone=zones(), wider=ways, higher=ways, on_left=flags, upper=flags)
def test_resizing_by_a_corner_leaves_the_opposite_one(
    zone: Zone, wider: float, higher: float, on_left: bool, upper: bool
) -> None:
    before = placed((zone,)).zones[0]
    after = resized(placed((zone,)), wider, higher, (on_left, upper)).zones[0]
    if on_left:
        assert after.left + after.width == pytest.approx(before.left + before.width)
    else:
        assert after.left == pytest.approx(before.left)
    if upper:
        assert after.top + after.height == pytest.approx(before.top + before.height)
    else:
        assert after.top == pytest.approx(before.top)


def test_places_are_added_where_there_is_room_until_there_are_eight() -> None:
    placing = Placing()
    for count in range(1, 12):
        placing = added(placing)
        assert len(placing.zones) == min(count, MOST_PLACES)
    apart = added(added(Placing()))
    one, other = apart.zones
    assert one.left + one.width <= other.left or other.left + other.width <= one.left
    assert apart.chosen == 2


def test_a_number_that_was_removed_is_given_again() -> None:
    placing = removed(choosing(added(added(added(Placing()))), 2))
    assert [zone.number for zone in placing.zones] == [1, 3]
    assert placing.chosen == 3
    assert [zone.number for zone in added(placing).zones] == [1, 2, 3]


def test_what_is_found_is_numbered_from_the_left() -> None:
    found = (Zone(7, 0.6, 0.1, 0.2, 0.8), Zone(3, 0.1, 0.1, 0.2, 0.8))
    placing = placed(found)
    assert [(zone.number, zone.left) for zone in placing.zones] == [(1, 0.1), (2, 0.6)]
    assert placing.chosen == 1
    assert placed(()) == Placing()


def test_with_nothing_chosen_nothing_is_done() -> None:
    nothing = Placing()
    for one in (moved(nothing, 0.1, 0.1), resized(nothing, 0.1, 0.1), removed(nothing)):
        assert one == nothing
    assert choosing_along(nothing, 1) == nothing
    last = choosing_along(choosing(added(added(nothing)), None), -1)
    assert last.chosen == 2


def test_numbers_that_cannot_be_are_refused() -> None:
    zone = Zone(1, 0.1, 0.1, 0.2, 0.2)
    with pytest.raises(ValueError, match="of its own"):
        Placing((zone, zone))
    with pytest.raises(ValueError, match="no place 4"):
        Placing((zone,), 4)


@settings(max_examples=60, deadline=None)
@given(
    first=st.lists(zones(), min_size=1, max_size=8, unique_by=lambda zone: zone.number),
    found=st.lists(zones(), max_size=8),
    steps=st.lists(step, max_size=8),
)
def test_numbers_that_are_fixed_stay_whatever_is_done(
    first: list[Zone], found: list[Zone], steps: Sequence[Step]
) -> None:
    placing = Placing(tuple(first), first[0].number, fixed=True)
    for one in (*steps, lambda each: taken(each, tuple(found)), *steps):
        placing = one(placing)
        assert placing.fixed
        assert [zone.number for zone in placing.zones] == [zone.number for zone in first]


def test_numbers_that_are_not_fixed_are_given_anew_with_what_is_found() -> None:
    found = (Zone(7, 0.6, 0.1, 0.2, 0.8), Zone(3, 0.1, 0.1, 0.2, 0.8))
    assert taken(added(Placing()), found) == placed(found)
