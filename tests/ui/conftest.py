"""What the tests of the picture share: pictures that are expected, and how to renew them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pygame
import pytest

EXPECTED = Path(__file__).parents[1] / "expected"
OUTPUT = Path(__file__).parents[1] / "output"
WIDTH = 320


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that renews the expected pictures."""
    parser.addoption(
        "--update-pictures",
        action="store_true",
        help="save what is drawn now as the expected pictures (give tests/ui as the path)",
    )


@pytest.fixture
def looks_as_expected(request: pytest.FixtureRequest) -> Callable[[pygame.Surface, str], None]:
    """Return a check that a surface, made small, looks like the expected picture of a name.

    Loose on purpose: on average within 2 of 255, and no more than 2% of the pixels off by over 24,
    so that another font renderer or rounding passes and a thing out of place does not.
    """
    update = bool(request.config.getoption("--update-pictures", default=False))

    def check(surface: pygame.Surface, name: str) -> None:
        small = (WIDTH, round(WIDTH * surface.get_height() / surface.get_width()))
        drawn = pygame.transform.smoothscale(surface, small)
        path = EXPECTED / f"{name}.png"
        if update:
            EXPECTED.mkdir(exist_ok=True)
            pygame.image.save(drawn, path)
            return
        expected = pygame.image.load(path)
        assert expected.get_size() == drawn.get_size()
        difference = np.abs(
            pygame.surfarray.array3d(drawn).astype(np.int16) - pygame.surfarray.array3d(expected)
        )
        off = float((difference.max(axis=2) > 24).mean())
        if difference.mean() > 2.0 or off > 0.02:
            OUTPUT.mkdir(exist_ok=True)
            both = pygame.Surface((2 * small[0], small[1]))
            both.blit(expected, (0, 0))
            both.blit(drawn, (small[0], 0))
            pygame.image.save(both, OUTPUT / f"{name}.png")
            pytest.fail(f"{name} looks different; expected and drawn are in tests/output")

    return check
