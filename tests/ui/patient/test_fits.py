"""Nothing overflows its box, nothing overlaps, all of it can be read, in every size and type."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pygame
import pytest

from feedback.summing import Change, Summed
from tests.ui.patient.stage import NUMBER, SCALES, SIZES, moment, sitting, views
from tests.ui.stands import check_stands, grid, setting
from ui import typed
from ui.colour import contrast
from ui.layout import layout
from ui.patient.frame import framed, ring_px
from ui.patient.screen import PatientView
from ui.theme import PALETTES
from ui.view import Choices, ThemeName
from words.tr import languages

ALL = list(views())


def check_all_stands(name: str, size: tuple[int, int], scale: float, **given: Any) -> None:
    at = sitting(name, size, Choices(text_scale=scale))
    at.view = replace(at.view, **given)
    with setting() as found:
        place = layout(size, scale, "calm")
        at.screen.draw(pygame.Surface(size), place, at.view, at.choices)
    check_stands(found, size, at.screen.boxes)


@pytest.mark.parametrize(("size", "scale"), grid(SIZES, SCALES))
@pytest.mark.parametrize("name", ALL)
def test_everything_is_said_in_full_apart_and_within(
    name: str, scale: float, size: tuple[int, int]
) -> None:
    check_all_stands(name, size, scale, caption="sound.caption.in")


@pytest.mark.parametrize(
    ("size", "scale"), [((800, 600), 1.6), ((1280, 720), 1.0), ((1920, 1080), 0.8)]
)
@pytest.mark.parametrize("language", [each for each in languages() if each != "en"])
@pytest.mark.parametrize("name", ALL)
def test_other_languages_are_said_in_full_as_well(
    name: str, language: str, scale: float, size: tuple[int, int]
) -> None:
    check_all_stands(name, size, scale, language=language, caption="sound.caption.in")


def test_a_text_that_is_too_long_for_its_place_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = PatientView.tr

    def longer(view: PatientView, id: str, **values: object) -> str:
        said = plain(view, id, **values)
        return " ".join([said] * 20) if id == "arrival.title" else said

    monkeypatch.setattr(PatientView, "tr", longer)
    with pytest.raises(AssertionError, match=r"cut|leaves|over one another|across|small"):
        check_all_stands("arrival", (800, 600), 1.0)


@pytest.mark.parametrize("size", SIZES)
def test_the_longest_goal_and_the_longest_summary_still_stand(size: tuple[int, int]) -> None:
    goal = "Comb my own hair, and take the cup from the shelf, on most days of the week " * 2
    check_all_stands("today", size, 1.6, moment=moment("today", goal=goal.strip()))
    everything = Summed(
        "quarter",
        tuple(f"A rather long movement {i}, standing" for i in range(6)),
        (Change("pain", "more"), Change("mood", "less"), Change("energy", "less")),
        ("stopped", "too-much", "rested"),
        contact=True,
    )
    check_all_stands("summary", size, 1.6, summed=everything, clinic_number=NUMBER)


@pytest.mark.parametrize("theme", list(PALETTES))
@pytest.mark.parametrize("name", ALL)
def test_every_text_is_told_from_its_ground_in_every_theme(name: str, theme: ThemeName) -> None:
    at = sitting(name, choices=Choices(theme=theme))
    for lit in (None, 0, 1):
        at.view = replace(at.view, scanned=lit)
        with setting() as found:
            at.draw()
        for each in found:
            assert contrast(each.colour, each.ground) >= 4.5, (each.text, each.ground)


@pytest.mark.parametrize("theme", ["calm", pytest.param("projector", marks=pytest.mark.endurance)])
def test_a_projector_and_a_tall_window_draw_every_screen(theme: ThemeName) -> None:
    for name in ALL:
        for size in ((800, 1100), (640, 400)):
            sitting(name, size, Choices(theme=theme, text_scale=1.6)).draw()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_a_foot_with_more_than_stands_on_one_row_takes_a_second(
    size: tuple[int, int], scale: float
) -> None:
    place = layout(size, scale, "calm")
    labels = ("Weiter", "Zurück", "Schmerz sagen", "Innehalten", "Für heute beenden", "Pause", "!")
    named = tuple((label, label, "S") for label in labels)
    where = framed(place, "A title that is rather long for what it says, and wraps", named)
    window = pygame.Rect((0, 0), size)
    assert [pill.id for pill in where.pills] == list(labels)
    for one, other in combinations(where.pills, 2):
        apart = one.box.inflate(ring_px(place), ring_px(place))
        assert not apart.colliderect(other.box)
    for pill in where.pills:
        assert window.contains(pill.box)
        assert typed.width_of(pill.label, pill.size_px, "Medium") <= pill.box.width
        assert where.body.bottom + ring_px(place) <= pill.box.top
    assert where.title.bottom < where.body.top
    assert where.body.height > 0.4 * size[1]


def test_keys_are_printed_where_there_is_room_and_left_out_where_not() -> None:
    named = tuple((id, label, "Esc") for id, label in (("on", "Go on"), ("leave", "Leave")))
    assert [p.key for p in framed(layout((1280, 720), 1.0, "calm"), "", named).pills] == ["Esc"] * 2
    many = named * 4
    assert {p.key for p in framed(layout((800, 600), 1.6, "calm"), "", many).pills} == {""}


def keys_on(name: str, size: tuple[int, int], scale: float) -> dict[str, str]:
    at = sitting(name)
    foot = at.screen.where(layout(size, scale, "calm"), at.view).pills
    return {pill.id: pill.key for pill in foot}


@pytest.mark.parametrize("name", [n for n in ALL if not n.startswith(("comparing", "words"))])
def test_the_keys_of_on_and_back_are_printed_in_a_usual_window(name: str) -> None:
    printed = keys_on(name, (1280, 720), 1.0)
    assert printed["on"] == "Enter"
    assert printed.get("back", "Backspace") == "Backspace"


def test_the_keys_of_on_and_back_give_way_first() -> None:
    printed = keys_on("after", (800, 600), 1.6)
    assert (printed["on"], printed["stop"], printed["leave"]) == ("", "S", "Esc")


def test_a_key_that_does_something_else_there_is_not_printed() -> None:
    for name, id, key in (("comparing", "on", ""), ("words", "back", "Page Up")):
        at = sitting(name)
        assert {each.id: each.key for each in at.screen.options(at.view)}[id] == key
