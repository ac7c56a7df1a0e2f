"""What is kept of a picture is painted again only where it looks otherwise, and no sooner."""

import pygame

from ui.group.kept import Kept, Painting

BOX, BESIDE = pygame.Rect(0, 0, 4, 4), pygame.Rect(4, 0, 4, 4)


def ground(grey: int) -> pygame.Surface:
    surface = pygame.Surface((8, 4))
    surface.fill((grey, grey, grey))
    return surface


def noting(painted: list[float], t: float) -> Painting:
    """Return what notes that it was painted at `t` seconds."""
    return lambda picture: painted.append(t)


def red_of(kept: Kept) -> tuple[int, int]:
    """Return how red both parts are."""
    return kept.picture.get_at((1, 1))[0], kept.picture.get_at((5, 1))[0]


def test_a_part_is_painted_once_for_each_of_its_looks() -> None:
    kept, painted = Kept(), list[float]()
    kept.upon(ground(10))
    for t, looks in ((0.0, "a"), (0.1, "a"), (0.11, "b"), (0.2, "b"), (0.3, "b")):
        kept.part("one", BOX, looks, t, 0.05, noting(painted, t))
    assert painted == [0.0, 0.11]


def test_what_changes_all_the_time_is_painted_as_often_as_is_asked() -> None:
    kept, painted = Kept(), list[float]()
    kept.upon(ground(10))
    for i in range(13):
        t = i / 60
        kept.part("one", BOX, i, t, 0.025, noting(painted, t))
    assert painted == [i / 60 for i in range(0, 13, 2)]
    kept.part("one", BOX, 99, 0.0, 0.025, noting(painted, 0.0))  # a clock that runs back
    assert painted[-1] == 0.0


def test_a_part_leaves_its_neighbour_alone_and_lies_on_bare_ground() -> None:
    kept = Kept()
    kept.upon(ground(10))
    kept.part("one", BOX, 1, 0.0, 0.0, lambda picture: picture.fill((200, 0, 0)))
    assert red_of(kept) == (200, 10)
    kept.part("other", BESIDE, 1, 0.0, 0.0, lambda picture: picture.fill((90, 0, 0)))
    assert red_of(kept) == (200, 90)
    kept.part("one", BOX, 2, 1.0, 0.0, lambda picture: None)
    assert red_of(kept) == (10, 90)


def test_upon_another_ground_all_is_painted_anew() -> None:
    kept, first = Kept(), ground(10)
    kept.upon(first)
    kept.part("one", BOX, 1, 0.0, 9.0, lambda picture: picture.fill((200, 0, 0)))
    kept.upon(first)
    assert red_of(kept) == (200, 10)
    kept.upon(ground(30))
    assert red_of(kept) == (30, 30)
    kept.part("one", BOX, 1, 0.1, 9.0, lambda picture: picture.fill((200, 0, 0)))
    assert red_of(kept) == (200, 30)
