"""Changes to a programme are told with their units."""

from dataclasses import replace

from exercises.programme import Item
from records.report.parts import Table
from records.report.programme_changes import change_rows
from tests.records.report.specimens import ARMS, programmes, progress_data


def test_a_pace_is_told_in_percent() -> None:
    one, two = programmes()
    slower = (Item(exercise_id=ARMS, repetitions=4, tempo=0.9),)
    data = replace(
        progress_data(),
        programmes=(
            replace(
                one,
                programme=one.programme.model_copy(
                    update={"items": (Item(exercise_id=ARMS, repetitions=4, tempo=1.0),)}
                ),
            ),
            replace(two, programme=two.programme.model_copy(update={"items": slower})),
        ),
    )
    (table,) = (part for part in change_rows(data, "en") if isinstance(part, Table))
    assert "pace 100 % → 90 %" in table.rows[-1][2]
