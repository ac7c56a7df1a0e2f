"""What the pages for writers say is what the program does."""

import re
from pathlib import Path

from exercises.exercise import Exercise
from exercises.joints import JOINTS
from exercises.library import library
from exercises.loading import MAX_BYTES, parse
from figure.joint_angles import MIDLINE_SIGNED
from vision.measures import MEASURES, NAMES

DOCS = Path(__file__).parents[2] / "docs"
MOVEMENTS = (DOCS / "movements.md").read_text(encoding="utf-8")
LIBRARY_PAGE = (DOCS / "movements-library.md").read_text(encoding="utf-8")
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
    assert f"The {len(library())} that come with the program" in MOVEMENTS
    assert f"All {len(library())} movements that come with the program" in LIBRARY_PAGE


def test_every_key_of_a_movement_is_written_of() -> None:
    for key in Exercise.model_fields:
        assert re.search(rf"`{key}\b|^{key} = ", MOVEMENTS, re.MULTILINE) or key in (
            "phases",
            "targets",
        ), key


def test_the_page_of_the_library_tells_what_its_files_say() -> None:
    lines = [line for line in LIBRARY_PAGE.splitlines() if re.match(r"\| \d", line)]
    rows = {cells[1].strip(" `"): cells for cells in (line.strip("|").split("|") for line in lines)}
    assert list(rows) == list(library())
    for movement_id, movement in library().items():
        number, _, view, measured, breath, flags = (cell.strip() for cell in rows[movement_id])
        assert (int(number), view) == (movement.number, movement.view)
        for target in movement.targets:
            told = f"{target.measure} {target.rest:g} → {target.low:g} to {target.high:g}, "
            assert target.role == "steady" or told + f"ceiling {target.ceiling:g}" in measured
        assert movement.seen or measured == "time and breath alone"
        assert breath == ", ".join(f"{p.breath} {p.seconds:g} s" for p in movement.phases)
        out = {c.flag for c in movement.cautions if c.effect == "hide"}
        assert set(re.findall(r"([a-z-]+) \(out\)", flags)) == out
        for caution in movement.cautions:
            assert caution.flag in flags
