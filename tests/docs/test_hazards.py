"""Every hazard is told whole, and the tests that stand against it are there."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_COLUMNS = 7


def rows() -> Iterator[list[str]]:
    """Yield the cells of each hazard."""
    for line in (ROOT / "docs/hazards.md").read_text("utf-8").splitlines():
        if re.match(r"\| H\d+ \|", line):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def test_every_hazard_is_told_whole_and_has_a_number_of_its_own() -> None:
    hazards = list(rows())
    assert len(hazards) > 30
    assert [each[0] for each in hazards] == [f"H{n}" for n in range(1, len(hazards) + 1)]
    for each in hazards:
        assert len(each) == _COLUMNS, each[0]
        assert all(each), each[0]


def test_every_hazard_names_tests_and_each_of_them_exists() -> None:
    texts: dict[str, str] = {}
    for number, *_, tests in rows():
        named = re.findall(r"`(tests/[^`]+)`", tests)
        assert named, number
        for name in named:
            path, colons, function = name.partition("::")
            assert colons, f"{number} names a file and no test: {name}"
            if path not in texts:
                texts[path] = (ROOT / path).read_text("utf-8")
            assert re.search(rf"^ *def {function}\(", texts[path], re.MULTILINE), (
                f"{number}: {name}"
            )
