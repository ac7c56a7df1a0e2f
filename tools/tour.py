"""Draw the tour of the documentation: a whole practice, as it is lived through.

    python tools/tour.py [--out DIR] [--docs]

The drawn figure goes through a whole practice by keyboard alone, before the real pose model. What
is written to DIR (``out/tour`` without it):

- ``practice.mp4``: the practice as a time-lapse of a minute;
- ``LANGUAGE-THEME/NN-SCREEN.png``: every screen, in every language and theme, at 1280×720;
- ``en-calm-1920x1080`` and ``en-calm-800x600``: the same in other sizes.

``--docs`` renews the pictures in ``docs/tour`` that ``docs/tour.md`` shows.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
sys.path.insert(0, str(Path(__file__).parents[1]))

import pygame

from app.detection import picture_of
from app.figure_in_turn import FigureInTurn
from app.figure_options import FigureOptions
from app.frame_writer import FrameWriter
from app.led import Led
from app.rehearsal import Drawn, Rehearsal
from app.settings import Settings
from app.stage import Shown, Stage
from app.today import Today
from app.walk import Walker, screen_of
from exercises.library import find_exercise
from exercises.prepared import Prepared
from feedback.moment import WHOLE, Plan
from feedback.record import PracticeRecord
from ui.theme import PALETTES
from ui.view import Choices, ThemeName
from vision.landmarker import Landmarker
from words.tr import languages

ROOT = Path(__file__).parents[1]
SIZE, OTHER_SIZES = (1280, 720), ((1920, 1080), (800, 600))
FPS, LAPSE_S, LAPSE_FPS = 10.0, 60.0, 13.6
# How long after a screen came up it is pictured: once what eases has come to rest.
PICTURED_S = {"moving": 4.4, "showing": 3.6, "grounding": 13.0, "seeing": 1.4, "hands": 6.0}
USUAL_S = 2.9
MOVEMENTS = ("sunrise-arms-seated", "open-heart-seated", "arriving-breath")


@dataclass(frozen=True, slots=True, eq=False)
class Pictured:
    """A moment of which a picture is made."""

    screen: str
    drawn: Drawn
    record: PracticeRecord | None
    titles: dict[str, str]


def main() -> None:
    """Draw it all."""
    asked = argparse.ArgumentParser(description="Draw the tour of the documentation.")
    asked.add_argument("--out", type=Path, default=ROOT / "out" / "tour")
    asked.add_argument("--docs", action="store_true", help="renew the pictures of docs/tour.md")
    wanted = asked.parse_args()
    moments = lived(wanted.out)
    for language in languages():
        for theme in PALETTES:
            draw(moments, wanted.out / f"{language}-{theme}", language, theme, SIZE)
    for size in OTHER_SIZES:
        draw(moments, wanted.out / f"en-calm-{size[0]}x{size[1]}", "en", "calm", size)
    if wanted.docs:
        draw(moments, ROOT / "docs" / "tour", "en", "calm", (960, 540))
    print(f"{len(moments)} screens, in {', '.join(languages())} and {', '.join(PALETTES)}")
    print(f"written to {wanted.out}/")


def practice() -> Led:
    """Return three movements with a rest after the first, each once or twice."""
    done = tuple(
        Prepared(
            find_exercise(name).model_copy(update={"repetitions": 2, "minutes": 0.5}),
            (),
            20.0 if place == 0 else 0.0,
        )
        for place, name in enumerate(MOVEMENTS)
    )
    goal = "to reach the top shelf again"
    return Led(Plan(WHOLE, grounding="scan", goal=goal), {"usual": Today(done)})


def lived(out: Path) -> list[Pictured]:
    """Live through the practice, write the time-lapse, and return what is pictured."""
    out.mkdir(parents=True, exist_ok=True)
    return list(_frames(out))


def _frames(out: Path) -> Iterator[Pictured]:
    led, settings = practice(), Settings()
    options = FigureOptions(body=2, seed=1, fps=FPS)
    lasts_s = 326.0
    every = max(1, round(lasts_s * FPS / (LAPSE_S * LAPSE_FPS)))
    at, since_s = "", 0.0
    pictured: set[str] = set()
    with (
        FigureInTurn(options, led.movements("usual")[0]) as figure,
        Landmarker("full") as landmarker,
        FrameWriter(out / "practice.mp4", SIZE, LAPSE_FPS) as video,
    ):
        rehearsal = Rehearsal(
            figure,
            led.begin(settings),
            settings.choices(),
            SIZE,
            changed=figure.perform,
            does=Walker(),
        )
        for number, drawn in enumerate(rehearsal.moments(landmarker, None)):
            if number % every == 0:
                video.write(drawn.drawn)
            screen = screen_of(drawn.moment)
            if screen != at:
                at, since_s = screen, drawn.t
            if screen in pictured or drawn.t - since_s < PICTURED_S.get(screen, USUAL_S):
                continue
            pictured.add(screen)
            arc = rehearsal.arc
            assert arc is not None
            yield Pictured(screen, drawn, arc.record(drawn.t), arc.titles())


def draw(
    moments: list[Pictured], folder: Path, language: str, theme: ThemeName, size: tuple[int, int]
) -> None:
    """Draw every moment in one language, theme and size."""
    folder.mkdir(parents=True, exist_ok=True)
    pygame.font.init()
    surface = pygame.Surface(size)
    for number, each in enumerate(moments, start=1):
        choices = Choices(theme=theme)
        stage = Stage(size, choices, language, clinic_number="030 123 45 67")
        for before_s in (3.0, 1.5, 0.0):
            seen = each.drawn.seen
            image = seen.observation.frame.image
            seen = replace(seen, picture=picture_of(image, stage.picture_size))
            shown = Shown(
                each.drawn.moment,
                seen,
                "figure",
                None,
                each.drawn.t - before_s,
                each.drawn.sight,
                record=each.record if each.screen == "summary" else None,
                titles=each.titles,
            )
            stage.draw(surface, shown, choices)
        pygame.image.save(surface, folder / f"{number:02d}-{each.screen}.png")


if __name__ == "__main__":
    main()
