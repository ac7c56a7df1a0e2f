"""What a person may say of a drawn group."""

from dataclasses import fields
from pathlib import Path

import pytest

from app.drawn import parse_drawn
from app.drawn_group.options import GroupOptions, names_group, parse_group
from app.figure_options import FigureOptions
from vision.source import SourceError


def test_every_key_is_taken() -> None:
    options = parse_group(
        "figure:group=6, apart=1.25,rows=1,seated=2,passers=2,rests=2,over=3,body=4,tempo=1.5,"
        "seed=9,loop=12,seconds=7.5,ahead=3,size=640x360,fps=10"
    )
    assert options == GroupOptions(
        people=6,
        apart=1.25,
        rows=1,
        seated=2,
        passers=2,
        rests=2,
        over=3,
        body=4,
        tempo=1.5,
        seed=9,
        loop=12,
        seconds=7.5,
        ahead=3,
        width=640,
        height=360,
        fps=10,
    )


@pytest.mark.parametrize(
    ("people", "rows", "seated"),
    [(2, 1, 0), (3, 1, 0), (4, 1, 2), (5, 2, 3), (6, 2, 3), (7, 2, 4), (8, 2, 4)],
)
def test_without_a_word_up_to_four_are_in_one_row_and_of_four_every_other_one_sits(
    people: int, rows: int, seated: int
) -> None:
    options = parse_group(f"figure:group={people}")
    assert (options.in_rows, options.on_chairs) == (rows, seated)


def test_a_group_is_told_from_figures() -> None:
    assert names_group("figure:fps=10, group=4")
    assert not names_group("figure:people=4")
    assert not names_group("figure")
    assert isinstance(parse_drawn("figure:group=2"), GroupOptions)
    assert isinstance(parse_drawn("figure:people=2"), FigureOptions)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("group=9", "figure: group is 2 to 8 people, not “9”"),
        ("group=1", "figure: group is 2 to 8 people, not “1”"),
        ("group", "figure: group is 2 to 8 people, not “”"),
        (
            "group=4,apart=1.1",
            "figure: groups are drawn from 1.2 metres apart; closer, arms meet",
        ),
        ("group=4,apart=0", "figure: groups are drawn from 1.2 metres apart; closer, arms meet"),
        ("group=4,apart=2", "figure: apart is metres from 1.2 to 1.8, not “2”"),
        ("group=4,apart=nan", "figure: apart is metres from 1.2 to 1.8, not “nan”"),
        ("group=4,rows=3", "figure: rows is 1 or 2, not “3”"),
        ("group=4,seated=5", "figure: seated is 5, but the group has 4 people"),
        ("group=4,passers=3", "figure: passers is 0 to 2, not “3”"),
        ("group=2,rests=3", "figure: rests is 3, but the group has 2 people"),
        ("group=2,over=3", "figure: over is 3, but the group has 2 people"),
        ("group=2,over=1,rests=1", "figure: person 1 cannot both rest and go too far"),
        (
            "group=2,size=9x9",
            "figure: size is as in 1280x720, from 160x120 to 1920x1080, not “9x9”",
        ),
        ("group=2,passer=1", "a drawn group has no “passer”; did you mean passers?"),
    ],
)
def test_what_does_not_fit_is_said_in_one_line(said: str, line: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_group(f"figure:{said}")
    assert str(caught.value) == line


def test_a_word_like_no_key_is_answered_with_all_keys() -> None:
    with pytest.raises(SourceError, match=r"it takes group, apart, .* size"):
        parse_group("figure:group=2,xyzzy=1")


def test_every_option_stands_in_the_table() -> None:
    text = (Path(__file__).parents[2] / "docs" / "drawn-groups.md").read_text(encoding="utf-8")
    rows = [row for row in text.splitlines() if row.startswith("| `")]
    keys = {field.name for field in fields(GroupOptions)} - {"people", "width", "height"}
    for key in {*keys, "group", "size"}:
        assert any(row.startswith(f"| `{key}`") for row in rows), key
    for word in text.split():
        if word.startswith("figure:group="):
            parse_group(word)
