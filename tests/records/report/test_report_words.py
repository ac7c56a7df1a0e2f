"""What reports and handouts say is written in every language, and nothing that they never say."""

import re
from pathlib import Path
from typing import get_args

import records.report
from feedback.comparing import Claim
from feedback.instruments import PSFS_SOURCE
from feedback.observing import HELP
from records.report.evaluation import evaluated
from records.report.saying import WHY
from tests.records.report.of_many import people
from tests.words.catalogues import texts
from vision.measures import Withheld
from vision.viewpoint import Seen

KEYS = {key for key, _ in texts("en", "report", "handout")}
CODE = "".join(
    path.read_text(encoding="utf-8")
    for path in Path(str(records.report.__file__)).parent.glob("*.py")
)


def family(name: str) -> set[str]:
    return {
        key.removeprefix(f"report.{name}-") for key in KEYS if key.startswith(f"report.{name}-")
    }


def test_every_reason_view_and_claim_has_its_words() -> None:
    assert set(WHY) == set(Withheld) - {Withheld.GIVEN}
    assert set(WHY.values()) <= KEYS
    assert family("view") == set(get_args(Seen))
    assert set(get_args(Claim)) <= family("claim")
    assert family("help") == set(HELP)


def test_every_table_and_mean_of_an_evaluation_has_its_words() -> None:
    found = evaluated(people(60), [5, 6])
    assert {each.name for each in found.shared} == family("by")
    assert {each.name.partition("-")[0] for each in found.means} == family("mean")
    cells = {cell for each in found.shared for cell, _ in each.cells if cell[0].isalpha()}
    assert cells == family("cell")


def test_nothing_is_written_that_is_never_said() -> None:
    """A key stands in the code whole, or its last part does where the code puts it together."""
    quoted = set(re.findall(r'"([a-z][a-z0-9.-]*)"', CODE.replace("'", '"')))
    ends = {end for key in quoted for end in (key, key.rpartition(".")[2])}
    families = r"report\.(view|claim|help|by|mean|cell|state|felt|head|why)-|handout\."
    unsaid = {
        key
        for key in KEYS
        if key not in quoted and key.partition(".")[2] not in ends and not re.match(families, key)
    }
    assert unsaid == set()


def test_the_source_of_the_functional_scale_is_named() -> None:
    assert "Stratford" in PSFS_SOURCE
    assert "report.psfs-note" in KEYS
