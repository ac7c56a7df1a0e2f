"""Which versions hold, what may be added, and what comes from elsewhere."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from exercises.importing import imported
from exercises.library import library
from exercises.offer import offered
from exercises.own_targets import own_targets
from exercises.range_draft import RangeDraft
from exercises.ranges import target_for
from exercises.signed_range import SignedRange
from exercises.versions import RangeRefused, check_range, latest, next_version, safe_ranges
from tests.exercises.people_data import TODAY, signed

LIBRARY = library()
SEATED, STANDING = LIBRARY["sunrise-arms-seated"], LIBRARY["sunrise-arms-standing"]
REASON = "a dancer, cleared by the surgeon"


def ceiling_of(versions: list[SignedRange], name: str = "sunrise-arms-seated") -> float:
    movement = LIBRARY[name]
    return target_for(
        movement, movement.targets[0], "left", safe_ranges(versions, movement)
    ).ceiling


def test_the_newest_version_holds_and_the_others_stay_to_be_read() -> None:
    versions = [signed(version=1), signed(version=3, ceiling=99.0), signed(version=2)]
    assert latest(versions) == (versions[1],)
    assert ceiling_of(versions) == 99
    assert next_version(versions, versions[0].key) == 4
    assert next_version([], versions[0].key) == 1


def test_two_of_one_number_hold_by_the_nearer_ceiling() -> None:
    assert ceiling_of([signed(ceiling=120.0), signed(ceiling=101.0)]) == 101


def test_sides_and_directions_have_versions_of_their_own() -> None:
    bends = [
        signed("trunk_side_lean", 5, 12, 18, exercise_id="side-bend-seated", version=4),
        signed("trunk_side_lean", -9, -4, -14, exercise_id="side-bend-seated", version=1),
    ]
    assert latest(bends) == tuple(bends)
    movement = LIBRARY["side-bend-seated"]
    held = safe_ranges(bends, movement)
    assert [own.target.ceiling for own in own_targets(movement, held)] == [18, -14]


def test_ranges_of_two_people_are_never_put_together() -> None:
    with pytest.raises(ValueError, match="more than one person"):
        latest([signed(), signed(person="P-2")])


def test_a_shoulder_signed_seated_is_as_tender_standing_and_never_freer() -> None:
    tender = signed()
    held = safe_ranges([tender], STANDING)
    own = target_for(STANDING, STANDING.targets[0], "left", held)
    assert (own.low, own.high, own.ceiling) == (60, 95, 104)
    assert target_for(STANDING, STANDING.targets[0], "right", held) == STANDING.targets[0]
    free = signed(low=150.0, high=165.0, ceiling=175.0, override_reason=REASON)
    assert safe_ranges([free], STANDING) == ()


def test_what_is_signed_for_the_movement_itself_goes_before_its_variants() -> None:
    both = [signed(), signed(exercise_id=STANDING.id, ceiling=120.0)]
    assert ceiling_of(both, STANDING.id) == 120


def test_what_is_signed_for_another_movement_says_nothing() -> None:
    assert safe_ranges([signed()], LIBRARY["two-hands-hold-up-heavens"]) == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ceiling": 160.0}, "beyond the movement's own, 150; write a reason"),
        ({"measure_key": "shoulder_flexion_left"}, "asks for no rising shoulder_flexion_left"),
        ({"exercise_id": "side-bend-seated"}, "side-bend-seated"),
        ({"low": -20.0, "high": -5.0, "ceiling": 10.0}, "ends before the movement begins, at 0"),
        ({"low": 20.0, "high": 40.0, "ceiling": 10.0}, "asks for no falling"),
        (
            {"measure_key": "trunk_side_lean", "low": -15.0, "high": 15.0, "ceiling": 25.0},
            "beyond the movement's own, 20",
        ),
    ],
)
def test_a_range_that_does_not_hold_is_refused_in_one_line(
    changes: dict[str, float | str], said: str
) -> None:
    wish = signed(**changes)  # type: ignore[arg-type]
    with pytest.raises(RangeRefused) as refused:
        check_range(wish, SEATED if wish.exercise_id == SEATED.id else LIBRARY["side-bend-seated"])
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_written_reason_lets_a_ceiling_go_beyond_the_movements() -> None:
    check_range(signed(ceiling=160.0, override_reason=REASON), SEATED)
    assert ceiling_of([signed(ceiling=160.0, override_reason=REASON)]) == 160
    check_range(signed(), SEATED)


def test_a_flag_draws_the_ceiling_nearer_and_a_reason_is_needed_beyond_it() -> None:
    cut = offered(SEATED, ["shoulder-pain"]).exercise
    with pytest.raises(RangeRefused, match="beyond the movement's own, 90"):
        check_range(signed(), cut)
    held = safe_ranges([signed()], cut)
    assert target_for(cut, cut.targets[0], "left", held).ceiling == pytest.approx(90)
    why = signed(override_reason="pain settled for six weeks")
    check_range(why, cut)
    assert target_for(cut, cut.targets[0], "left", safe_ranges([why], cut)).ceiling == 104


def test_a_draft_is_signed_with_initials_a_date_and_a_review() -> None:
    draft = RangeDraft(
        exercise_id=SEATED.id,
        measure_key="shoulder_abduction_left",
        low=86,
        high=91,
        ceiling=100,
        tops=(95.8, 96.1, 96.4),
        error=4.8,
        view="front",
    )
    own = draft.signed("P-0147", "AB", TODAY, version=2)
    assert (own.low, own.high, own.ceiling, own.version) == (86, 91, 100, 2)
    assert own.review_on == TODAY + timedelta(weeks=4)
    assert draft.signed("P-0147", "AB", TODAY, review_on=TODAY).review_on == TODAY
    assert RangeDraft.model_validate_json(draft.model_dump_json()) == draft
    with pytest.raises(ValidationError):
        draft.signed("../P", "AB", TODAY)
    with pytest.raises(ValidationError, match="reversed"):
        RangeDraft.model_validate({**draft.model_dump(), "low": 95})


def test_an_import_that_narrows_is_taken_and_one_that_widens_waits() -> None:
    ours = [signed(version=3)]
    nearer, wider = signed(ceiling=99.0, version=1), signed(ceiling=110.0, version=9)
    assert imported(ours, [nearer], SEATED) == ((signed(ceiling=99.0, version=4),), ())
    assert imported(ours, [wider], SEATED) == ((), (wider,))
    farther_comfort = signed(high=100.0, version=1)
    assert imported(ours, [farther_comfort], SEATED) == ((), (farther_comfort,))


def test_an_import_of_what_is_known_or_of_another_movement_changes_nothing() -> None:
    ours = [signed(version=3)]
    assert imported(ours, [signed(version=1)], SEATED) == ((), ())
    other = signed(exercise_id=STANDING.id, ceiling=99.0)
    assert imported(ours, [other], SEATED) == ((), ())


def test_an_override_from_elsewhere_waits_even_where_nothing_is_known_here() -> None:
    beyond = signed(ceiling=160.0, override_reason=REASON)
    assert imported([], [beyond], SEATED) == ((), (beyond,))
    without = signed(ceiling=160.0)
    assert imported([], [without], SEATED) == ((), (without,))
    inside = signed()
    assert imported([], [inside], SEATED) == ((inside,), ())


@st.composite
def some_versions(draw: st.DrawFn) -> list[SignedRange]:
    found = []
    for _ in range(draw(st.integers(0, 4))):
        low = draw(st.floats(5, 150))
        high = low + draw(st.floats(1, 40))
        found.append(
            signed(
                draw(st.sampled_from(["shoulder_abduction_left", "shoulder_abduction_right"])),
                low,
                high,
                high + draw(st.floats(1, 40)),
                exercise_id=draw(st.sampled_from([SEATED.id, STANDING.id])),
                version=draw(st.integers(1, 5)),
                override_reason=draw(st.sampled_from([None, None, REASON])),
            )
        )
    return found


@settings(max_examples=100, deadline=None)
@given(some_versions(), some_versions())
def test_no_import_ever_lets_a_person_go_farther(
    ours: list[SignedRange], theirs: list[SignedRange]
) -> None:
    taken, waiting = imported(ours, theirs, SEATED)
    before = own_targets(SEATED, safe_ranges(ours, SEATED))
    after = own_targets(SEATED, safe_ranges([*ours, *taken], SEATED))
    for now, then in zip(after, before, strict=True):
        assert now.target.ceiling <= then.target.ceiling
        assert now.target.high <= then.target.high
    assert not {own.key for own in taken if own.override_reason}
    assert len(taken) + len(waiting) <= len(theirs)
