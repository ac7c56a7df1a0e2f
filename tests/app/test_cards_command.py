"""Cards and slips on paper, from the command to what a camera reads of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray

import app.group.paper
from app.group.card import read_card
from records.card_page import Card, card_pages
from tests.app.test_own_movements import home, run
from words.wording import forbidden_in

__all__ = ["home"]

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
    ran = run("cards", "P-0147", "p-0147", "abcdefghijkl-mnopqrstuvw", "--out", "c.pdf")
    assert ran.status == 0, ran.error
    assert "2 cards on 1 page, written to c.pdf" in ran.out
    ((text, drawn),) = pages("c.pdf")
    for word in ("P-0147", "abcdefghijkl-mnopqrstuvw", "Hold it up to the camera when you arrive."):
        text = text.replace(word, "")
    assert text.strip() == ""
    half = drawn.shape[1] // 2
    assert read_card(drawn[:, :half]) == "P-0147"
    assert read_card(drawn[:, half:]) == "abcdefghijkl-mnopqrstuvw"
    assert read_card(drawn) is None
    assert not list(Path().glob("*.part"))


def test_the_ninth_card_is_on_another_page() -> None:
    cards = [Card(f"P-{number}", np.zeros((2, 2), np.uint8)) for number in range(9)]
    assert len(list(card_pages(cards, "", "letter"))) == 2


@pytest.mark.parametrize("language", sorted(WORDS))
def test_a_slip_for_each_place_asks_before_and_after_without_names(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str
) -> None:
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path))
    (tmp_path / "settings.toml").write_text(f'language = "{language}"')
    ran = run("cards", "--sheet", "--places", "1", "--out", "s.pdf")
    assert "1 slip on 1 page, written to s.pdf" in ran.out
    ((text, drawn),) = pages("s.pdf")
    assert [word for word in WORDS[language] if word not in text] == []
    rows = " ".join(str(number) for number in range(11))
    assert text.count(rows) == 8
    assert forbidden_in(text, language) == ()
    half = drawn.shape[0] // 2
    assert drawn[half - 40 : half - 4].min() > 200  # nothing runs into the next slip


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

    def printed(path: Path, *what: Any) -> int:
        asked.extend(what)
        return 1

    monkeypatch.setattr(app.group.paper, "print_for_group", printed)
    assert run("cards", *given).status == 0
    assert (asked[0], list(asked[1])) == (codes, places)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "name a CODE"),
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
