"""How long it takes to the first picture: of a practice, and of home.

    python benchmarks/startup.py

From the moment the program is asked for to the moment its first picture is shown, each in a new
process. In each round Python with NumPy and pygame alone, which any first picture needs, is
started as well, so that a change in the machine's speed meets all three; medians are printed. It
needs a display; one of Xvfb will do.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from app.has_display import has_display
from exercises.person import Person
from records.place import Place
from records.store import make_store, open_store

ROUNDS = 7
TARGET_MS = 1000
BARE = """
import time
import numpy, pygame
print(time.time())
"""
# The clock on the wall is the one that two processes share on every system.
TO_FIRST_PICTURE = """
import os, sys, time
import pygame
shows = pygame.display.flip
def shown():
    shows()
    print(time.time(), flush=True)
    os._exit(0)
pygame.display.flip = shown
from app.main import main
main()
"""
COMMANDS = {
    "practice": ["practice", "sunrise-arms-seated", "--source", "figure"],
    "home": [],
}


def main() -> None:
    """Print a line for each."""
    if not has_display():
        print("no display here, and so no first picture: nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        one_person(Place(Path(folder) / "data", Path(folder) / "key"))
        env = {
            **os.environ,
            "UNHURRIED_HOME": str(Path(folder) / "data"),
            "UNHURRIED_KEY_HOME": str(Path(folder) / "key"),
            # Else every picture under Xvfb takes a while of its own (docs/adr/0003).
            "SDL_FRAMEBUFFER_ACCELERATION": "0",
        }
        bare: list[float] = []
        taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for _ in range(ROUNDS):
            bare.append(started([BARE], env))
            for name, arguments in COMMANDS.items():
                taken[name].append(started([TO_FIRST_PICTURE, *arguments], env))
    reference = statistics.median(bare)
    print(f"{'Python with NumPy and pygame alone':36} {reference:6.0f} ms")
    for name, times in taken.items():
        median = statistics.median(times)
        print(
            f"{'first picture of ' + name:36} {median:6.0f} ms, {median / reference:.1f} times as "
            f"long  (target under {TARGET_MS} ms)"
        )


def one_person(place: Place) -> None:
    """Make a store that opens by itself and holds one person, as at home."""
    make_store(place)
    with open_store(place) as store:
        store.people.add(Person(code="P-0147"))


def started(arguments: list[str], env: dict[str, str]) -> float:
    """Return the milliseconds from starting Python to the moment it prints."""
    began = time.time()
    ran = subprocess.run(
        [sys.executable, "-c", *arguments], env=env, check=True, stdout=subprocess.PIPE, text=True
    )
    return 1000 * (float(ran.stdout.split()[-1]) - began)


if __name__ == "__main__":
    main()
