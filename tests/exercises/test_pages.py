"""What the pages for writers say is what the program does."""

import re
from pathlib import Path

from exercises.joints import JOINTS
from exercises.library import library
from exercises.loading import MAX_BYTES, parse
from figure.joint_angles import MIDLINE_SIGNED
from vision.measures import MEASURES, NAMES

DOCS = Path(__file__).parents[2] / "docs"
MOVEMENTS = (DOCS / "movements.md").read_text(encoding="utf-8")
MEASURES_PAGE = (DOCS / "measures.md").read_text(encoding="utf-8")


def table_rows(page: str) -> list[list[str]]:
    lines = [line for line in page.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_the_example_is_a_movement_that_can_be_read() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", MOVEMENTS, flags=re.DOTALL)
    assert parse(example.encode(), "docs/movements.md").id == "plain-rise"


def test_the_size_named_is_the_size_kept() -> None:
    assert f"at most {MAX_BYTES // 1024} kB" in MOVEMENTS


def test_every_joint_angle_is_described() -> None:
    described = {name for row in table_rows(MOVEMENTS) for name in re.findall(r"`(\w+)`", row[0])}
    without_side = {name for name in JOINTS if not name.startswith(("left_", "right_"))}
    assert without_side <= described
    assert set(MIDLINE_SIGNED) <= described


def test_the_table_of_measures_has_each_in_its_order_with_its_unit_and_view() -> None:
    rows = table_rows(MEASURES_PAGE)
    assert [row[0].strip("`| ") for row in rows] == list(NAMES)
    for name, (_, _, view, _, unit, *_) in zip(NAMES, rows, strict=True):
        measure = next(measure for measure in MEASURES if measure.name == name)
        assert unit.replace(" ", "_").startswith(measure.unit)
        if len(measure.views) == 1:
            assert view.startswith(next(iter(measure.views)))


def test_the_page_names_as_many_movements_as_there_are() -> None:
    assert len(library()) == 12
    assert "The twelve that come with the program" in MOVEMENTS
