"""Reports on paper: what is in them, that nothing leaves its page, and that nothing is obeyed."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest

from exercises.person import Goal, Person
from feedback.ratings import DiaryEntry, Ratings
from records.print_page import PAPERS, Text, figure_of, use_fonts
from records.report.measuring import width_mm, wrapped
from records.report.paper import laid_out
from records.report.parts import Report
from records.report.practice_report import practice_report
from records.report.progress_report import progress_report
from records.report.putting_out import put_out
from records.report.setting import MARGIN
from records.report.summary_report import summary_report
from records.report.trace_chart import thinned
from tests.records.report.specimens import (
    BEGAN,
    CODE,
    HOSTILE,
    LONG,
    MADE_ON,
    MOVEMENTS,
    entries,
    entry,
    movement,
    practice,
    practice_data,
    progress_data,
    summary_data,
)

FONTS = tuple(
    Path(__file__).parents[3] / "ui" / "fonts" / f"Lato-{each}.ttf"
    for each in ("Regular", "Medium")
)
WORDS = (HOSTILE + LONG)[:3990]


@pytest.fixture(autouse=True)
def _fonts() -> None:
    use_fonts(FONTS)


def hostile() -> Iterator[Report]:
    many = [movement(each, 30.0 * n, 60.0) for n, each in enumerate(list(MOVEMENTS)[:24])]
    rated = Ratings(pain_before=2, pain_after=6, stopped=True, signs=("faintness",), flare=True)
    kept = practice(BEGAN, *many, words=WORDS, note=WORDS, ratings=rated)
    yield practice_report(practice_data(entry=entry(kept)), "de")
    person = Person(
        code=CODE,
        wary_of=WORDS,
        goals=tuple(Goal(words="W" * 300, activity="x") for _ in range(20)),
    )
    diary = [DiaryEntry(day=MADE_ON, words=WORDS, helped=WORDS, early_signs=WORDS)] * 9
    yield summary_report(summary_data(person, diary=diary), "es")
    yield progress_report(progress_data(diary=diary, entries=[entry(kept), entry(kept, 2)]), "en")


def test_a_practice_is_one_page_with_its_numbers_errors_versions_and_label(tmp_path: Path) -> None:
    (path,) = put_out(practice_report(practice_data(), "en"), tmp_path, "pdf", "a4", FONTS)
    assert path.name == "P-0147-2026-03-02-practice.pdf"
    document = pdfium.PdfDocument(path)
    assert len(document) == 1
    text = document[0].get_textpage().get_text_range()
    document.close()
    for said in ("90° ± 6°", "from the front", "Slower may feel easier", "joint out of sight"):
        assert said in text
    for said in ("mediapipe 0.10.33", "not a cleared medical device", "Signature", "floating"):
        assert said in text


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_hostile_leaves_its_page_and_one_page_stays_one(paper: str) -> None:
    wide, high = PAPERS[paper]
    for report in hostile():
        pages = laid_out(report, paper)
        assert not report.one_page or len(pages) == 1
        texts = [item for page, _ in pages for item in page.items if isinstance(item, Text)]
        for item in texts:
            room = width_mm(item.text, item.size_pt, item.weight)
            left = item.x - {"left": 0.0, "center": room / 2, "right": room}[item.align]
            assert left >= MARGIN - 0.6, item
            assert left + room <= wide - MARGIN + 0.6, item
            assert 0 < item.y < high - 4, item
        said = " ".join(item.text for item in texts)
        whole = {"en": "whole text", "de": "ganzer Text", "es": "texto completo"}
        assert whole[report.language] in said
        assert "\u202e" not in said
        assert "U+4F53 CJK UNIFIED IDEOGRAPH-4F53" in said


@pytest.mark.parametrize("form", ["pdf", "png"])
def test_what_is_hostile_is_drawn_as_it_is(tmp_path: Path, form: str) -> None:
    kept = practice(BEGAN, words="$\\frac{x}$ {0} %s מזג אוויר 体操 🙂")
    report = practice_report(practice_data(entry=entry(kept)), "en")
    (path,) = put_out(report, tmp_path, form, "letter", FONTS)  # type: ignore[arg-type]
    assert path.stat().st_size > 10_000
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_words_that_are_read_from_the_right_end_at_the_right() -> None:
    report = practice_report(practice_data(entry=entry(practice(words="יום טוב"))), "en")
    ((page, _),) = laid_out(replace(report, title="מזג"), "a4")
    own = next(i for i in page.items if isinstance(i, Text) and "טוב" in i.text)
    assert own.align == "right"


def test_no_line_is_wider_than_was_measured_and_no_letter_is_lost() -> None:
    text = "Sweep both arms out to the sides. " + "W" * 90 + " Weit über das Maß hinaus"
    lines = wrapped(text, 40, 9)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(width_mm(line, 9) for line in lines) <= 40


def test_a_practice_without_angles_and_one_that_was_cut_off_say_so() -> None:
    report = practice_report(
        practice_data(entry=entry(state="interrupted"), trace=None, ranges=()), "en"
    )
    said = str(report.parts)
    assert "cut off" in said
    assert "No angles are kept" in said


def test_progress_over_many_practices_ends_in_time_and_stays_short() -> None:
    pages = laid_out(progress_report(progress_data(entries=entries(60)), "en"), "letter")
    assert len(pages) <= 3


def test_a_long_course_is_drawn_in_few_points_that_keep_its_ends_and_its_gaps() -> None:
    times = np.arange(18_000) / 10
    values = 40 + 40 * np.sin(times)
    values[7000:7400] = np.nan
    values[12_345] = 130.0
    xs, ys = thinned(times, values)
    assert len(xs) == len(ys) < 2200
    assert np.nanmax(ys) == 130.0
    assert np.nanmin(ys) == np.nanmin(values)
    assert np.isnan(ys[(xs >= 700.5) & (xs < 739.5)]).all()
    assert (np.diff(xs) > 0).all()


def test_a_weight_that_the_fonts_lack_is_no_news_to_whoever_asks_for_a_page(
    caplog: pytest.LogCaptureFixture,
) -> None:
    odd_pt = 17.23  # fonts found once are not looked for again
    heading = Text(20, 20, "Moving at home", odd_pt, "Medium")
    figure_of([heading], "a4").savefig(BytesIO(), format="png", dpi=20)
    assert not caplog.records
