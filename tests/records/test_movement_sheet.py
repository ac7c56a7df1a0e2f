"""The printed sheet of movements: pages, texts, figures, fonts."""

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray

import ui
from exercises.exercise import Exercise
from exercises.library import find_exercise
from records.movement_sheet import LABEL, MOST_ON_A_PAGE, Entry, block_of, write_sheet
from records.print_page import Image, Text, use_fonts, width_mm, wrapped
from tests.exercises.definitions import plain

FONTS = sorted((Path(str(ui.__file__)).parent / "fonts").glob("*.ttf"))
WIDTH = 178.0


def entry(exercise: Exercise, *, wide: int = 60, own: bool = False) -> Entry:
    """Return a movement with a grey square for each figure, each darker than the last."""
    count = len(exercise.phases) + 1
    shades = np.linspace(200, 20, count).astype(np.uint8)
    return Entry(exercise, tuple(np.full((100, wide, 3), shade, np.uint8) for shade in shades), own)


def texts_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    document.close()
    return [" ".join(page.split()) for page in pages]


def grey(path: Path, page: int = 0) -> NDArray[np.uint8]:
    document = pypdfium2.PdfDocument(path)
    picture = np.asarray(document[page].render(scale=1, grayscale=True).to_numpy(), np.uint8)
    document.close()
    return picture.reshape(picture.shape[:2])


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_everything_that_is_asked_for_is_on_the_page(
    tmp_path: Path, paper: str, size: tuple[int, int]
) -> None:
    movement = find_exercise("sit-to-stand")
    pages = write_sheet(tmp_path / "s.pdf", [entry(movement, own=True)], FONTS, paper)
    assert pages == 1
    (text,) = texts_of(tmp_path / "s.pdf")
    wanted = [movement.title, movement.id, movement.how, movement.prompt, movement.helps]
    wanted += [*movement.care, movement.camera, *movement.tags, *movement.variants, "your own"]
    wanted += [phase.words for phase in movement.phases] + ["breathe in · 3 s", "to begin"]
    wanted += ["knee flexion from 90", "not past −10°", "side view", "1 / 1", LABEL]
    flat = text.replace(" ", "")
    assert [part for part in wanted if part.replace(" ", "") not in flat] == []
    document = pypdfium2.PdfDocument(tmp_path / "s.pdf")
    assert document[0].get_size() == pytest.approx(size, abs=1)
    document.close()


def test_a_movement_that_the_camera_cannot_see_says_so(tmp_path: Path) -> None:
    movement = find_exercise("wrist-circles-seated")
    write_sheet(tmp_path / "s.pdf", [entry(movement)], FONTS, "a4")
    (text,) = texts_of(tmp_path / "s.pdf")
    assert "runs by time and breath alone" in text
    assert "not seen by the camera" in text


def test_two_or_three_share_a_page_and_pages_are_numbered(tmp_path: Path) -> None:
    entries = [entry(plain({"id": f"movement-{i}", "title": f"Movement {i}"})) for i in range(7)]
    count = write_sheet(tmp_path / "s.pdf", entries, FONTS, "a4")
    pages = texts_of(tmp_path / "s.pdf")
    held = [sum(f"Movement {i}" in page for i in range(7)) for page in pages]
    assert sum(held) == 7
    assert 2 <= max(held) <= MOST_ON_A_PAGE
    assert [f"{n} / {count}" in page for n, page in enumerate(pages, start=1)] == [True] * count


def test_its_fonts_are_in_it_and_the_same_movements_make_the_same_file(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_sheet(tmp_path / name, [entry(plain())], FONTS, "a4")
    data = (tmp_path / "one").read_bytes()
    assert b"Lato" in data
    assert b"/FontFile2" in data
    assert data == (tmp_path / "two").read_bytes()


def test_each_figure_has_ink_of_its_own_that_reads_in_grey(tmp_path: Path) -> None:
    movement = plain()
    write_sheet(tmp_path / "s.pdf", [entry(movement)], FONTS, "a4")
    picture = grey(tmp_path / "s.pdf")
    shades = [shade for shade in (200, 110, 20) if (np.abs(picture.astype(int) - shade) < 6).any()]
    assert shades == [200, 110, 20]


@pytest.mark.parametrize("movement", ["sit-to-stand", "wave-hands-like-clouds-standing"])
def test_nothing_overlaps_and_nothing_leaves_the_page(movement: str) -> None:
    use_fonts(FONTS)
    block = block_of(entry(find_exercise(movement)), WIDTH)
    boxes = []
    for item in block.items:
        if isinstance(item, Text):
            wide = width_mm(item.text, item.size_pt, item.weight)
            left = item.x - {"left": 0.0, "center": wide / 2, "right": wide}[item.align]
            boxes.append((left, item.y - item.size_pt * 0.24, left + wide, item.y))
        elif isinstance(item, Image):
            boxes.append((item.x, item.y, item.x + item.width, item.y + item.height))
    for left, top, right, bottom in boxes:
        assert -0.01 <= left <= right <= WIDTH + 0.5
        assert 0 <= top <= bottom <= block.height + 2
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = (
                one[2] <= other[0] + 0.01 or other[2] <= one[0] + 0.01
                or one[3] <= other[1] + 0.01 or other[3] <= one[1] + 0.01
            )  # fmt: skip
            assert apart, (one, other)


def test_odd_texts_are_printed_as_they_are(tmp_path: Path) -> None:
    title = "$x^2$ and 100 % \\ of " + "W" * 160
    write_sheet(
        tmp_path / "s.pdf", [entry(plain({"title": title, "how": "体操 élan"}))], FONTS, "a4"
    )
    (text,) = texts_of(tmp_path / "s.pdf")
    assert "$x^2$" in text
    assert "élan" in text


def test_a_sheet_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no movement"):
        write_sheet(tmp_path / "s.pdf", [], FONTS, "a4")
    assert not (tmp_path / "s.pdf").exists()


def test_text_is_wrapped_within_its_width_and_no_word_is_lost() -> None:
    use_fonts(FONTS)
    text = "Sweep both arms out to the sides and up, as high as is easy, then let them float down."
    lines = wrapped(text, 40, 9)
    assert " ".join(lines) == text
    assert max(width_mm(line, 9) for line in lines) <= 40
    long = wrapped("W" * 100, 20, 9)
    assert "".join(long) == "W" * 100
    assert max(width_mm(line, 9) for line in long) <= 20
    assert wrapped("", 20, 9) == []
