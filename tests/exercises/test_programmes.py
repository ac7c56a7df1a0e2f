"""Programmes as files, the presets, and a person's own copies."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.copying import for_person, suits
from exercises.fault import DefinitionError
from exercises.library import UnknownMovement, library
from exercises.offer import offered_to
from exercises.person import Person, Spared
from exercises.programme import Item, Programme
from exercises.programme_checks import programme_faults
from exercises.programme_file import load_programme, parse_programme
from exercises.programmes import UnknownPreset, find_preset, presets
from tests.exercises.people_data import people
from words.tr import tr
from words.wording import forbidden_in

LIBRARY = library()
MINE = """
id = "mine"
title = "Mine"
days = ["monday"]

[[items]]
exercise_id = "sunrise-arms-seated"
repetitions = 3
"""


def lines(text: str) -> list[str]:
    with pytest.raises(DefinitionError) as caught:
        parse_programme(text.encode(), "mine.toml", LIBRARY)
    return [str(fault) for fault in caught.value.faults]


def test_a_programme_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    mine = load_programme(path, LIBRARY)
    assert (mine.id, mine.days, mine.items[0].repetitions) == ("mine", ("monday",), 3)
    with pytest.raises(OSError, match=r"missing\.toml"):
        load_programme(tmp_path / "missing.toml", LIBRARY)


def test_an_unknown_movement_is_named_with_the_one_that_was_meant() -> None:
    assert lines(MINE.replace("sunrise-arms-seated", "sunrise-arm-seated")) == [
        'mine.toml: items[0].exercise_id: no movement is called "sunrise-arm-seated"; '
        "did you mean sunrise-arms-seated?"
    ]


def test_all_faults_are_named_at_once() -> None:
    items = """
[[items]]
exercise_id = "wrist-circles-seated"
repetitions = 3

[[items]]
exercise_id = "sit-to-stand"
sides = "left"

[[items]]
exercise_id = "arriving-breath"
exhale_s = 2
"""
    days = MINE.replace('["monday"]', '["monday", "monday"]')
    assert lines(days + items) == [
        "mine.toml: items[1].repetitions: wrist-circles-seated is not counted; "
        "say minutes in place of repetitions",
        "mine.toml: items[2].sides: sit-to-stand is not done with one side alone; "
        'say sides = "both"',
        "mine.toml: items[3].exhale_s: arriving-breath follows the person's own breath; "
        "leave it out",
        "mine.toml: days: a day is named twice; name each once",
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("repetitions = 3", "repetitons = 3"), "unknown key; did you mean repetitions?"),
        (("title", "titel"), "titel: unknown key; did you mean title?"),
        (("repetitions = 3", "repetitions = 300"), "items[0].repetitions: found 300"),
        (('"monday"', '"mondays"'), "days[0]: found 'mondays'"),
        (("[[items]]", "[items]"), "items: found"),
        (("repetitions = 3", "repetitions = "), "not TOML"),
    ],
)
def test_a_fault_says_where_and_what(change: tuple[str, str], said: str) -> None:
    assert any(said in line for line in lines(MINE.replace(*change)))


def test_what_is_no_programme_at_all_is_said_in_one_line() -> None:
    with pytest.raises(DefinitionError, match="larger than 64 kB; is it a programme"):
        parse_programme(b" " * 70_000, "big.toml", LIBRARY)
    with pytest.raises(DefinitionError, match="not UTF-8"):
        parse_programme(b"\xff", "mine.toml", LIBRARY)


def test_the_eight_presets_are_there_and_hold_together() -> None:
    assert list(presets()) == [
        "first-meeting",
        "chair",
        "standing-flow",
        "evening",
        "two-minute-break",
        "flare-day",
        "maintenance",
        "group-practice",
    ]
    for name, programme in presets().items():
        assert programme.id == name
        assert programme_faults(programme, LIBRARY) == ()
        assert not forbidden_in(f"{programme.title} {programme.note}")


def test_presets_last_as_long_as_they_say() -> None:
    minutes = {
        name: sum(
            (item.minutes or LIBRARY[item.exercise_id].minutes) + item.rest_s / 60
            for item in programme.items
        )
        for name, programme in presets().items()
    }
    assert minutes.pop("two-minute-break") == pytest.approx(2)
    assert all(10 <= m <= 40 for m in minutes.values())


def test_a_flare_day_goes_half_of_the_way_at_most() -> None:
    for item in find_preset("flare-day").items:
        counted = LIBRARY[item.exercise_id].repetitions > 0
        assert item.range_share <= 0.5 or not counted
        assert item.rest_s >= 90 or item is find_preset("flare-day").items[-1]


def test_an_unknown_preset_names_the_nearest() -> None:
    with pytest.raises(UnknownPreset, match="did you mean flare-day"):
        find_preset("flareday")
    with pytest.raises(UnknownPreset, match="one of first-meeting"):
        find_preset("xyz")


def test_a_seated_person_gets_the_seated_variants_and_what_has_none_is_left_out() -> None:
    person = Person(code="P-1", posture="seated")
    copy = for_person(find_preset("standing-flow"), person, LIBRARY)
    assert copy.programme is not None
    ids = [item.exercise_id for item in copy.programme.items]
    assert all(LIBRARY[name].posture == "seated" for name in ids)
    assert ("commencing-form", "commencing-form-seated") in copy.swapped
    left_out = {each.exercise_id: each.because for each in copy.left_out}
    assert left_out["weight-shift-standing"] == ("offer.posture-seated",)


def test_a_movement_that_is_no_longer_counted_loses_its_repetitions() -> None:
    copy = for_person(find_preset("standing-flow"), Person(code="P-1", posture="seated"), LIBRARY)
    assert copy.programme is not None
    clouds = [i for i in copy.programme.items if i.exercise_id.startswith("wave-hands")]
    assert [item.repetitions for item in clouds] == [None]
    assert programme_faults(copy.programme, LIBRARY) == ()


def test_what_a_flag_hides_is_left_out_with_the_reason() -> None:
    person = Person(code="P-1", flags=("neck-acute",))
    copy = for_person(find_preset("chair"), person, LIBRARY)
    assert copy.programme is not None
    (left_out,) = [each for each in copy.left_out if each.exercise_id == "neck-side-bend-seated"]
    assert left_out.because
    assert "neck-side-bend-seated" not in [i.exercise_id for i in copy.programme.items]


def test_a_pregnant_person_sits_where_lying_is_hidden() -> None:
    person = Person(code="P-1", flags=("pregnancy",))
    copy = for_person(find_preset("evening"), person, LIBRARY)
    assert ("closing-hands-on-belly-lying", "closing-hands-on-belly") in copy.swapped or (
        "closing-hands-on-belly-lying",
        "closing-hands-on-belly-seated",
    ) in copy.swapped


def test_a_spared_side_is_left_out_of_the_copy() -> None:
    person = Person(code="P-1", spare=(Spared(area="shoulder", side="left"),))
    mine = Programme(
        id="mine",
        title="Mine",
        items=(
            Item(exercise_id="sunrise-arms-seated"),
            Item(exercise_id="sunrise-arms-seated", sides="left"),
        ),
    )
    copy = for_person(mine, person, LIBRARY)
    assert copy.programme is not None
    assert [item.sides for item in copy.programme.items] == ["right"]
    assert copy.left_out[0].because[0] == "offer.spared-side"


def test_where_nothing_is_left_there_is_no_programme() -> None:
    person = Person(code="P-1", posture="lying")
    mine = Programme(id="mine", title="Mine", items=(Item(exercise_id="sit-to-stand"),))
    copy = for_person(mine, person, LIBRARY)
    assert copy.programme is None
    assert copy.left_out[0].because == ("offer.posture-lying",)


def test_a_programme_with_a_movement_that_is_gone_is_said_by_name() -> None:
    mine = Programme(id="mine", title="Mine", items=(Item(exercise_id="sunrise-arm-seated"),))
    with pytest.raises(UnknownMovement, match="did you mean sunrise-arms-seated"):
        for_person(mine, Person(code="P-1"), LIBRARY)


@settings(max_examples=50, deadline=None)
@given(people(), st.sampled_from(sorted(presets())))
def test_a_copy_holds_only_what_is_offered_in_a_posture_that_suits(
    person: Person, name: str
) -> None:
    written = find_preset(name)
    copy = for_person(written, person, LIBRARY)
    items = copy.programme.items if copy.programme else ()
    assert len(items) + len(copy.left_out) == len(written.items)
    for item in items:
        movement = LIBRARY[item.exercise_id]
        assert suits(movement, person)
        assert not offered_to(movement, person).hidden
    for left_out in copy.left_out:
        assert left_out.because
        assert all(tr(reason) for reason in left_out.because)
    if copy.programme is not None:
        assert programme_faults(copy.programme, LIBRARY) == ()
        assert for_person(copy.programme, person, LIBRARY).programme == copy.programme
