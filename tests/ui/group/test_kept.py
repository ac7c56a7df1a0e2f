"""What is kept of a picture is painted again only where it looks otherwise, and no sooner."""

from collections.abc import Hashable

import pygame

from ui.colour import Colour
from ui.group.kept import Kept
from ui.paint import Drawing

BOX, BESIDE = pygame.Rect(0, 0, 4, 4), pygame.Rect(4, 0, 4, 4)
TURN_S = 1 / 60
RED, DARK = (200, 0, 0), (90, 0, 0)


def ground(grey: int) -> pygame.Surface:
    surface = pygame.Surface((8, 4))
    surface.fill((grey, grey, grey))
    return surface


def upon(grey: int) -> Kept:
    kept = Kept()
    kept.upon(ground(grey))
    return kept


def gathered(kept: Kept, looks: Hashable, t: float, *, busy: bool = False) -> bool:
    """Ask for a part at `t` seconds, 40 times a second at most; return whether it was gathered."""
    calls = list[Drawing]()
    kept.part("one", BOX, looks, t, 0.025, calls.append, busy=busy)
    return bool(calls)


def filled(
    kept: Kept, box: pygame.Rect, colour: Colour | None, t: float, *, busy: bool = False
) -> None:
    """Ask for a part at `t` seconds that is filled with a colour, or left bare."""

    def gather(drawing: Drawing) -> None:
        if colour is not None:
            surface = pygame.Surface(box.size)
            surface.fill(colour)
            drawing.image(surface, box.topleft)

    kept.part(str(box), box, colour, t, 0.0, gather, busy=busy)


def red_of(kept: Kept) -> tuple[int, int]:
    """Return how red both parts are."""
    return kept.picture.get_at((1, 1))[0], kept.picture.get_at((5, 1))[0]


def test_a_part_is_gathered_once_for_each_of_its_looks() -> None:
    kept, turns = upon(10), ((0.0, "a"), (0.1, "a"), (0.11, "b"), (0.2, "b"), (0.3, "b"))
    assert [gathered(kept, looks, t) for t, looks in turns] == [True, False, True, False, False]


def test_what_changes_all_the_time_is_gathered_as_often_as_is_asked() -> None:
    kept = upon(10)
    assert [gathered(kept, i, i * TURN_S) for i in range(6)] == [True, False] * 3
    assert gathered(kept, 99, 0.0), "a clock that runs back"


def test_what_was_gathered_in_one_turn_is_put_in_the_next() -> None:
    kept, seen = upon(10), list[int]()
    for i, colour in enumerate((RED, DARK, DARK, DARK)):
        filled(kept, BOX, colour, i * TURN_S)
        seen.append(red_of(kept)[0])
    assert seen == [200, 200, 90, 90], "the first at once, the second a turn after it came"


def test_where_turns_are_few_it_is_put_at_once() -> None:
    kept = upon(10)
    filled(kept, BOX, RED, 0.0)
    filled(kept, BOX, DARK, 0.1)
    assert red_of(kept)[0] == 90


def test_what_waited_too_long_is_gathered_anew() -> None:
    kept = upon(10)
    filled(kept, BOX, RED, 0.0)
    filled(kept, BOX, DARK, TURN_S)
    filled(kept, BOX, (50, 0, 0), 1.0)
    assert red_of(kept)[0] == 50


def test_a_busy_turn_leaves_it_as_it_is_but_not_for_long() -> None:
    kept = upon(10)
    filled(kept, BOX, RED, 0.0, busy=True)
    assert red_of(kept)[0] == 200, "never seen yet, it does not wait"
    filled(kept, BOX, DARK, TURN_S)
    filled(kept, BOX, DARK, 2 * TURN_S, busy=True)
    assert red_of(kept)[0] == 200
    filled(kept, BOX, DARK, 8 * TURN_S, busy=True)
    assert red_of(kept)[0] == 90


def test_a_part_leaves_its_neighbour_alone_and_lies_on_bare_ground() -> None:
    kept = upon(10)
    filled(kept, BOX, RED, 0.0)
    assert red_of(kept) == (200, 10)
    filled(kept, BESIDE, DARK, 0.0)
    assert red_of(kept) == (200, 90)
    filled(kept, BOX, None, 1.0)
    assert red_of(kept) == (10, 90)


def test_upon_another_ground_all_is_painted_anew() -> None:
    kept, first = Kept(), ground(10)
    kept.upon(first)
    filled(kept, BOX, RED, 0.0)
    kept.upon(first)
    assert red_of(kept) == (200, 10)
    kept.upon(ground(30))
    assert red_of(kept) == (30, 30)
    filled(kept, BOX, RED, 0.1)
    assert red_of(kept) == (200, 30)


def shown(kept: Kept, surface: pygame.Surface, t: float, *, whole: bool = False) -> None:
    """Show the picture where something else was drawn in the second box alone."""
    kept.show(surface, (BESIDE,), t, whole=whole)


def test_what_is_shown_is_the_picture_and_nothing_else_is_touched() -> None:
    kept, surface = upon(10), pygame.Surface((8, 4))
    filled(kept, BOX, RED, 0.0)
    shown(kept, surface, 0.0)
    assert (surface.get_at((1, 1))[0], surface.get_at((5, 1))[0]) == (200, 10)
    surface.fill((1, 1, 1))
    shown(kept, surface, TURN_S)
    assert (surface.get_at((1, 1))[0], surface.get_at((5, 1))[0]) == (1, 10), "what was drawn over"
    filled(kept, BOX, DARK, 0.2)
    shown(kept, surface, 0.2)
    assert surface.get_at((1, 1))[0] == 90, "what was put since"


def test_all_is_shown_again_where_anything_may_have_happened() -> None:
    kept, surface = upon(10), pygame.Surface((8, 4))
    filled(kept, BOX, RED, 0.0)
    shown(kept, surface, 0.0)
    for t, whole in ((TURN_S, True), (1.0, False), (0.5, False)):
        surface.fill((1, 1, 1))
        shown(kept, surface, t, whole=whole)
        assert surface.get_at((1, 1))[0] == 200, f"{t} {whole}: asked, after long, or back in time"
    other = pygame.Surface((8, 4))
    shown(kept, other, 0.51)
    assert other.get_at((1, 1))[0] == 200, "another surface"
    other.fill((1, 1, 1))
    kept.upon(ground(30))
    shown(kept, other, 0.52)
    assert other.get_at((1, 1))[0] == 30, "another ground"
