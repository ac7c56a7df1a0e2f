"""What a demonstration of a group says of what was seen."""

from pathlib import Path

import pytest

from app.group.demo import demo_group_to_files, lines_of
from app.settings import Settings
from exercises.library import find_exercise


def test_a_place_has_a_line_for_each_movement_that_it_did_and_one_where_it_did_none() -> None:
    did = {
        "movement": "sunrise-arms-standing",
        "seen": 0.995,
        "repetitions": [{"side": "left", "top": 90.0}],
        "cues": ["soften-back", "soften-back"],
    }
    records = [
        {"place": 1, "attended_s": 9.0, "movements": [did, did | {"repetitions": [], "cues": []}]},
        {"place": 2, "attended_s": 9.0, "movements": []},
        {"place": 3, "attended_s": 0.0, "movements": []},
    ]
    assert list(lines_of(records)) == [
        "place 1: sunrise-arms-standing, followed in 100%, repetitions 1, cues soften-back",
        "place 1: sunrise-arms-standing, followed in 100%, repetitions 0, cues none",
        "place 2: no movement was begun",
        "place 3: nobody was seen",
    ]


@pytest.mark.endurance
@pytest.mark.timeout(600)
def test_a_drawn_group_of_whom_one_goes_too_far_in_the_welcome_is_told_to_its_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    movement = find_exercise("sunrise-arms-standing")
    demo_group_to_files(4, movement, tmp_path, Settings(), 20.0)
    said = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in said[:4]] == [f"place {n}" for n in (1, 2, 3, 4)]
    assert "soften-back" in said[2]
