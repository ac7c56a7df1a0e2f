"""Each number stays with its person when the places are moved to where people are found."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.group.place_match import matched
from vision.places import Body, about_all, laid_out
from vision.zones import Zone

SIZE = (1280, 720)
XS = (200, 500, 800, 1100)


def room(*xs: float, y: float = 300.0, trunk_px: float = 90.0) -> tuple[Zone, ...]:
    """Return places about people at so many pixels from the left, numbered from the left."""
    return about_all([Body(x, y, trunk_px) for x in xs], *SIZE)


def found_for(zones: tuple[Zone, ...], found: tuple[Zone, ...]) -> dict[int, int]:
    """Return at how many pixels from the left each number's person is."""
    return {
        number: round((zone.left + zone.width / 2) * SIZE[0])
        for number, zone in matched(zones, found).items()
    }


@pytest.mark.parametrize("here", [each for n in range(1, 5) for each in combinations(XS, n)])
def test_who_is_away_takes_no_number_along(here: tuple[int, ...]) -> None:
    assert found_for(room(*XS), room(*here)) == {XS.index(x) + 1: x for x in here}


@settings(max_examples=40, deadline=None)
@given(
    right=st.integers(-150, 150),
    down=st.integers(-60, 60),
    own=st.lists(st.integers(-30, 30), min_size=4, max_size=4),
)
def test_a_camera_that_was_turned_moves_all_alike(right: int, down: int, own: list[int]) -> None:
    there = [x + right + each for x, each in zip(XS, own, strict=True)]
    found = room(*there, y=300.0 + down)
    assert found_for(room(*XS), found) == dict(zip((1, 2, 3, 4), there, strict=True))


def test_a_camera_that_was_turned_while_one_between_is_away() -> None:
    assert found_for(room(*XS), room(390, 990, 1270)) == {1: 390, 3: 990, 4: 1270}


def test_one_more_than_places_takes_none_from_its_person() -> None:
    assert found_for(room(200, 500, 800), room(30, 210, 490, 640, 810)) == {1: 210, 2: 490, 3: 810}


def test_who_is_far_from_all_is_at_no_place() -> None:
    assert found_for(room(200, 500), room(210, 1100)) == {1: 210}


def test_two_rows_are_told_by_what_is_farther_up() -> None:
    far = [Body(x, 220.0, 60.0) for x in (260, 560, 860)]
    near = [Body(x, 380.0, 90.0) for x in (270, 570, 870)]
    places = about_all([*far, *near], *SIZE)
    turned = [Body(each.x - 40.0, each.y - 20.0, each.trunk_px) for each in (*far, *near)]
    turned[3] = Body(turned[0].x - 5.0, turned[3].y, turned[3].trunk_px)
    found = matched(places, about_all(turned, *SIZE))
    assert {zone.number for zone in places if zone.width < 0.2} == {1, 3, 5}
    assert {number for number, zone in found.items() if zone.width < 0.2} == {1, 3, 5}


def test_places_that_were_laid_out_find_their_people_in_order() -> None:
    people = (240, 500, 760, 1080)
    assert found_for(laid_out(4), room(*people)) == dict(enumerate(people, start=1))


def test_nothing_is_matched_with_nothing() -> None:
    assert matched((), room(200)) == {}
    assert matched(room(200), ()) == {}
