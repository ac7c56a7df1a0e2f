"""Cards and slips on paper, from the command to what a camera reads of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray

import app.group.paper
from app.group.card import read_card
from app.group.paper import sheet_words
from records.arrival_page import arrival_pages
from records.card_page import Card, card_pages
from tests.app.test_own_movements import home, run
from words.tr import tr
from words.wording import forbidden_in

__all__ = ["home"]

LONG = "abcdefghijkl-mnopqrstuvw"
SLIP = ("--sheet", "--places", "1")
WORDS = {
    "en": ("Place 1", "Before", "After", "Pain", "Mood", "Energy", "Effort", "One word", "content"),
    "de": ("Platz 1", "Vorher", "Nachher", "Schmerz", "Stimmung", "Energie", "Ein Wort"),
    "es": ("Lugar 1", "Antes", "Después", "Dolor", "Ánimo", "Energía", "Una palabra"),
}


def pages(path: str) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    document = pypdfium2.PdfDocument(path)
    for number in range(len(document)):
        text = " ".join(document[number].get_textpage().get_text_bounded().split())
        drawn = np.asarray(document[number].render(scale=2, grayscale=True).to_numpy(), np.uint8)
        yield text, drawn.reshape(drawn.shape[:2])
    document.close()


def test_a_printed_card_is_read_again_and_holds_the_code_alone(home: Path) -> None:
    ran = run("cards", "P-0147", "p-0147", LONG, "--out", "c.pdf", *SLIP)
    assert ran.status == 0, ran.error
    assert "2 cards and 1 slip on 2 pages, written to c.pdf" in ran.out
    (text, drawn), (slip, _) = pages("c.pdf")
    assert slip.startswith("Place 1")
    for word in ("P-0147", LONG, "Hold it up to the camera when you arrive."):
        text = text.replace(word, "")
    assert text.strip() == ""
    half = drawn.shape[1] // 2
    assert read_card(drawn[:, :half]) == "P-0147"
    assert read_card(drawn[:, half:]) == LONG
    assert read_card(drawn) is None
    assert not list(Path().glob("*.part"))


def test_a_large_card_takes_a_page_and_is_read_from_farther_away(home: Path) -> None:
    assert run("cards", "P-0147", LONG, "--large", "--out", "c.pdf").status == 0
    (text, drawn), (other, _) = pages("c.pdf")
    assert text.startswith("P-0147")
    assert other.startswith(LONG)
    # As 1280 pixels across 70 degrees show the page from 2.2 m: 914 pixels for 2.2 m.
    wide_px = round(914 * 0.210 / 2.2)
    size = (wide_px, round(wide_px * 297 / 210))
    small = np.asarray(cv2.resize(drawn, size, interpolation=cv2.INTER_AREA), np.uint8)
    room = np.full((720, 1280), 110, np.uint8)
    room[200 : 200 + size[1], 500 : 500 + size[0]] = small
    assert read_card(room) == "P-0147"


def test_the_ninth_card_is_on_another_page() -> None:
    cards = [Card(f"P-{number}", np.zeros((2, 2), np.uint8)) for number in range(9)]
    assert len(list(card_pages(cards, "", "letter"))) == 2


@pytest.mark.parametrize("language", sorted(WORDS))
def test_a_slip_for_each_place_asks_before_and_after_without_names(language: str) -> None:
    headings = [tr("sheet.place", language, number=number) for number in (1, 2, 3)]
    first, second = arrival_pages(headings, sheet_words(language))
    said = [text.get_text() for text in first.texts]
    assert [word for word in WORDS[language] if not any(word in each for each in said)] == []
    assert [said.count(str(number)) for number in range(11)] == [2 * 8] * 11
    assert forbidden_in(" ".join(said), language) == ()
    # Nothing runs into the next slip, nor off the page.
    lowest = min(text.get_position()[1] for text in second.texts)
    assert lowest > 0.51
    assert all(0 < text.get_position()[0] < 1 for text in first.texts)


@pytest.mark.parametrize(
    ("given", "codes", "places"),
    [
        (("A-1", "A-2", "A-3", "--sheet"), ("A-1", "A-2", "A-3"), [1, 2, 3]),
        (("--sheet",), (), [1, 2, 3, 4, 5, 6, 7, 8]),
        (("A-1", "--sheet", "--places", "2"), ("A-1",), [1, 2]),
        (("A-1", "A-2", "a-1"), ("A-1", "A-2"), []),
    ],
)
def test_there_are_as_many_slips_as_asked_for_as_codes_or_eight(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    given: tuple[str, ...],
    codes: tuple[str, ...],
    places: list[int],
) -> None:
    asked: list[Any] = []

    def printed(path: Path, *what: Any, large: bool) -> int:
        asked.extend(what)
        return 1

    monkeypatch.setattr(app.group.paper, "print_for_group", printed)
    assert run("cards", *given).status == 0
    assert (asked[0], list(asked[1])) == (codes, places)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "name a CODE"),
        (("--sheet", "--large"), "--large is of cards"),
        (("A-1", "--places", "3"), "add --sheet"),
        (("Anna Berg",), "is not a person's code"),
        (("--sheet", "--places", "9"), "1<=x<=8"),
        (("A-1", "--out", "nowhere/c.pdf"), "No such file"),
    ],
)
def test_what_cannot_be_printed_is_said_in_one_line(
    home: Path, given: tuple[str, ...], said: str
) -> None:
    ran = run("cards", *given)
    assert ran.status != 0
    assert said in ran.error.strip().splitlines()[-1]
