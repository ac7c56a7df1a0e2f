"""What a person may say of the drawn figure."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from app.figure_options import FigureOptions, parse_figure
from vision.source import SourceError


def test_the_word_alone_is_the_plain_figure() -> None:
    assert parse_figure("figure") == parse_figure("figure:") == FigureOptions()


def test_every_key_is_taken() -> None:
    options = parse_figure(
        "figure:body=2, turn=-15,top_left=95,top_right=120.5,reach=0.8,tempo=1.2,rest=2.5,"
        "seed=7,left_knee_flexion_top=60,right_hip_abduction_top=12.5,people=3,size=640x480,fps=15"
    )
    assert options == FigureOptions(
        body=2,
        turn=-15,
        top_left=95,
        top_right=120.5,
        reach=0.8,
        tempo=1.2,
        rest=2.5,
        joint_tops=(("left_knee_flexion", 60), ("right_hip_abduction", 12.5)),
        seed=7,
        people=3,
        width=640,
        height=480,
        fps=15,
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("figure:trun=15", "figure has no “trun”; did you mean turn?"),
        ("figure:body=9", "figure: body is 1 to 6, not “9”"),
        ("figure:body=two", "figure: body is 1 to 6, not “two”"),
        ("figure:turn=nan", "figure: turn is degrees from -90 to 90, not “nan”"),
        ("figure:people=0", "figure: people is 1 to 8, not “0”"),
        ("figure:size=big", "figure: size is as in 1280x720, from 160x120 to 1920x1080, not “big”"),
        ("figure:size=9x9", "figure: size is as in 1280x720, from 160x120 to 1920x1080, not “9x9”"),
        (
            "figure:left_knee_flexion_top=bent",
            "figure: left_knee_flexion_top is degrees from -180 to 180, not “bent”",
        ),
        (
            "figure:left_kne_flexion_top=9",
            "figure has no “left_kne_flexion_top”; did you mean left_knee_flexion_top?",
        ),
        ("figure:seed", "figure: seed is a whole number from 0, not “”"),
    ],
)
def test_what_does_not_fit_is_said_in_one_line(text: str, line: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_figure(text)
    assert str(caught.value) == line


def test_a_word_like_no_key_is_answered_with_all_keys() -> None:
    with pytest.raises(SourceError, match=r"it takes body, turn, .* size"):
        parse_figure("figure:xyzzy=1")


def test_every_option_stands_in_the_table_with_what_it_takes_and_what_it_is_without() -> None:
    text = (Path(__file__).parents[2] / "docs" / "figure.md").read_text(encoding="utf-8")
    rows = [row for row in text.splitlines() if row.startswith("| `")]
    for field in fields(FigureOptions):
        if field.name in ("width", "height", "joint_tops"):
            continue
        (row,) = [row for row in rows if f"`{field.name}`" in row]
        without = float(row.split("|")[3])
        assert without == field.default, field.name
    assert any("`size`" in row and "1280x720" in row for row in rows)
    for option in re.findall(r"figure:(\S+)", text):
        parse_figure(f"figure:{option}")
