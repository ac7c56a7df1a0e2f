"""A little more, one thing at a time, and only with a therapist's yes."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.library import library
from exercises.person import Person, Screening
from exercises.programme import Item, Programme
from exercises.signed_range import SignedRange
from feedback.change import Because, Decision, Proposal
from feedback.comfort import COMFORTABLE_PRACTICES
from feedback.deciding import Outdated, accepted, ranges_to_sign
from feedback.outcome import PracticeOutcome
from feedback.progression import Known, proposal
from feedback.room_for_more import more_range
from tests.exercises.people_data import signed
from tests.feedback.outcomes import FIRST, comfortable_practice, felt
from words.tr import tr

LIBRARY = library()
SUNRISE = LIBRARY["sunrise-arms-seated"]
ITEM = Item(exercise_id=SUNRISE.id, repetitions=4)
MINE = Programme(id="mine", title="Mine", items=(ITEM,))
WELL = [comfortable_practice(day) for day in range(COMFORTABLE_PRACTICES)]
TODAY = FIRST + timedelta(days=30)


def known(
    outcomes: list[PracticeOutcome] = WELL,
    programme: Programme = MINE,
    versions: tuple[SignedRange, ...] = (),
    decisions: tuple[Decision, ...] = (),
    person: Person | None = None,
) -> Known:
    who = person or Person(code="P-0147")
    return Known(who, programme, versions, LIBRARY, outcomes, decisions)


def decided(day: int = 0, variable: str = "repetitions", accepted: bool = True) -> Decision:
    made = Proposal.model_validate(
        {
            "exercise_id": SUNRISE.id,
            "variable": variable,
            "before": 4,
            "after": 5,
            "on": FIRST,
            "reasons": [{"id": "because.no-pain-rise"}],
        }
    )
    return Decision(proposal=made, accepted=accepted, on=FIRST + timedelta(days=day))


def test_after_three_comfortable_practices_one_repetition_is_proposed_with_its_reasons() -> None:
    found = proposal(known(), TODAY)
    assert found is not None
    assert (found.exercise_id, found.variable) == (SUNRISE.id, "repetitions")
    assert (found.before, found.after, found.on) == (4, 5, TODAY)
    said = [tr(because.id, "en", **because.values) for because in found.reasons]
    assert said == [
        "3 comfortable practices in a row since 2026-03-01",
        "No rise in pain in any of them",
        "Effort 2 of 10 at most, where 3 is allowed",
        "Felt easier in 0, the same in 3",
        "One repetition more, 6 at most",
    ]
    assert Proposal.model_validate_json(found.model_dump_json()) == found


def test_two_comfortable_practices_are_not_enough() -> None:
    assert proposal(known(WELL[:2]), TODAY) is None
    assert proposal(known([]), TODAY) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"pain_after": 3},
        {"pain_after": None},
        {"pain_before": None},
        {"effort": 4},
        {"effort": None},
        {"flare": True},
        {"stopped": True},
        {"movements": felt(answer="heavier")},
        {"movements": felt(answer=None)},
        {"movements": felt(completed=False)},
        {"movements": felt(too_much=True)},
        {"movements": felt() + felt("side-bend-seated", too_much=True)},
    ],
)
def test_what_was_not_comfortable_or_is_not_known_to_be_begins_the_count_anew(
    changes: dict[str, object],
) -> None:
    last = [*WELL[:2], comfortable_practice(2, **changes)]  # type: ignore[arg-type]
    assert proposal(known(last), TODAY) is None
    since = [comfortable_practice(day) for day in (3, 4, 5)]
    assert proposal(known([*last, *since[:2]]), TODAY) is None
    assert proposal(known([*last, *since]), TODAY) is not None


def test_a_practice_without_the_movement_counts_neither_way_unless_it_hurt() -> None:
    other = comfortable_practice(1, ("side-bend-seated",), effort=None)
    assert proposal(known([WELL[0], other, *WELL[1:]]), TODAY) is not None
    hurt = comfortable_practice(1, ("side-bend-seated",), pain_after=5)
    assert proposal(known([WELL[0], hurt, *WELL[2:]]), TODAY) is None


def test_it_never_comes_with_malaise_after_exertion_or_before_one_is_cleared() -> None:
    tired = Person(code="P-1", flags=("post-exertional-malaise",))
    assert proposal(known(person=tired), TODAY) is None
    stopped = Screening(by="AB", on=FIRST, cleared=False)
    assert proposal(known(person=Person(code="P-1", screening=stopped)), TODAY) is None
    cleared = stopped.model_copy(update={"cleared": True})
    assert proposal(known(person=Person(code="P-1", screening=cleared)), TODAY) is not None


def test_every_answer_begins_the_count_anew_and_the_next_variable_comes_next() -> None:
    many = [comfortable_practice(day) for day in range(9)]
    assert proposal(known(many, decisions=(decided(day=6),)), TODAY) is None
    for answer in (True, False):
        found = proposal(known(many, decisions=(decided(day=2, accepted=answer),)), TODAY)
        assert found is not None
        assert found.variable == "exhale"
    both = (decided(day=1), decided(day=2, variable="exhale"))
    found = proposal(
        known(many, versions=(signed(high=90.0, ceiling=104.0),), decisions=both), TODAY
    )
    assert found is not None
    assert found.variable == "range"


def test_what_felt_easier_comes_first() -> None:
    names = (SUNRISE.id, "hand-to-heart-seated")
    items = tuple(Item(exercise_id=name, repetitions=3) for name in names)
    programme = MINE.model_copy(update={"items": items})
    same = [comfortable_practice(day, names) for day in range(3)]
    found = proposal(known(same, programme), TODAY)
    assert found is not None
    assert found.exercise_id == SUNRISE.id
    easier = [
        comfortable_practice(day, movements=felt() + felt(names[1], answer="easier"))
        for day in range(3)
    ]
    found = proposal(known(easier, programme), TODAY)
    assert found is not None
    assert found.exercise_id == names[1]


def test_six_repetitions_are_plenty_and_without_a_signature_no_range_is_proposed() -> None:
    full = MINE.model_copy(update={"items": (ITEM.model_copy(update={"repetitions": 6}),)})
    found = proposal(known(programme=full), TODAY)
    assert found is not None
    assert (found.variable, found.before, found.after) == ("exhale", 0.0, 0.5)


def test_where_there_is_no_room_nothing_is_proposed() -> None:
    kept = Programme(id="mine", title="Mine", items=(Item(exercise_id="wrist-circles-seated"),))
    outcomes = [comfortable_practice(day, ("wrist-circles-seated",)) for day in range(5)]
    assert proposal(known(outcomes, kept), TODAY) is None


def test_a_range_goes_a_tenth_farther_and_never_to_its_ceiling() -> None:
    arm = signed(low=50.0, high=60.0, ceiling=104.0)
    more = more_range(ITEM, SUNRISE, [arm])
    assert more is not None
    assert (more.measure_key, more.before, more.after) == ("shoulder_abduction_left", 60, 66)
    near = more_range(ITEM, SUNRISE, [signed(low=80.0, high=95.0, ceiling=99.0)])
    assert near is not None
    assert near.after == 98
    assert more_range(ITEM, SUNRISE, [signed(low=80.0, high=98.0, ceiling=99.0)]) is None
    assert more_range(ITEM, SUNRISE, [signed(low=80.0, high=98.0, ceiling=98.4)]) is None


def test_no_range_is_proposed_for_a_side_that_is_not_practised() -> None:
    left = signed(measure_key="shoulder_abduction_left", low=80.0, high=95.0, ceiling=99.0)
    right = signed(measure_key="shoulder_abduction_right", low=40.0, high=60.0, ceiling=110.0)
    both = more_range(ITEM, SUNRISE, [left, right])
    alone = more_range(ITEM.model_copy(update={"sides": "left"}), SUNRISE, [left, right])
    assert both is not None
    assert both.measure_key == "shoulder_abduction_right"
    assert alone is not None
    assert alone.measure_key == "shoulder_abduction_left"


def test_what_was_made_smaller_comes_back_before_a_range_grows() -> None:
    less = ITEM.model_copy(update={"range_share": 0.8})
    more = more_range(less, SUNRISE, [signed(low=50.0, high=60.0)])
    assert more is not None
    assert more.measure_key is None
    assert (more.before, more.after) == pytest.approx((0.8, 0.88))
    almost = more_range(ITEM.model_copy(update={"range_share": 0.95}), SUNRISE, [])
    assert almost is not None
    assert almost.after == 1


def proposed(variable: str, before: float, after: float, **more: object) -> Proposal:
    return Proposal.model_validate(
        {
            "exercise_id": SUNRISE.id,
            "variable": variable,
            "before": before,
            "after": after,
            "on": FIRST,
            "reasons": [Because(id="because.no-pain-rise")],
            **more,
        }
    )


@pytest.mark.parametrize(
    ("variable", "before", "after", "changed"),
    [
        ("repetitions", 4, 5, {"repetitions": 5}),
        ("exhale", 0, 0.5, {"exhale_s": 0.5}),
    ],
)
def test_a_yes_changes_one_thing_of_one_item(
    variable: str, before: float, after: float, changed: dict[str, float]
) -> None:
    now = accepted(MINE, proposed(variable, before, after), SUNRISE)
    assert now.items == (ITEM.model_copy(update=changed),)
    with pytest.raises(Outdated, match="nothing was changed"):
        accepted(now, proposed(variable, before, after), SUNRISE)


@pytest.mark.parametrize(
    ("variable", "before", "after"),
    [("repetitions", 4, 6), ("repetitions", 4, 4), ("exhale", 0, 2), ("range", 1, 1.2)],
)
def test_a_yes_to_more_than_one_small_step_changes_nothing(
    variable: str, before: float, after: float
) -> None:
    with pytest.raises(Outdated, match="no step from what holds now"):
        accepted(MINE, proposed(variable, before, after), SUNRISE)


def test_a_yes_to_a_range_is_a_draft_to_sign_with_the_ceiling_as_it_is() -> None:
    arm = signed(low=50.0, high=60.0, ceiling=104.0)
    wish = proposed("range", 60, 66, measure_key=arm.measure_key, rising=True)
    (draft,) = ranges_to_sign([arm], wish, SUNRISE)
    assert (draft.low, draft.high, draft.ceiling) == (50, 66, 104)
    assert accepted(MINE, wish, SUNRISE) == MINE
    changed = signed(low=50.0, high=58.0, ceiling=104.0, version=2)
    with pytest.raises(Outdated):
        ranges_to_sign([arm, changed], wish, SUNRISE)


@pytest.mark.parametrize("after", [59.0, 60.0, 67.0, 104.0, 200.0])
def test_a_step_that_is_no_step_is_refused(after: float) -> None:
    arm = signed(low=50.0, high=60.0, ceiling=64.0 if after == 66 else 104.0)
    wish = proposed("range", 60, after, measure_key=arm.measure_key, rising=True)
    with pytest.raises(Outdated):
        ranges_to_sign([arm], wish, SUNRISE)


def test_knees_that_rise_as_one_grow_as_one() -> None:
    rise = LIBRARY["sit-to-stand"]
    knees = [
        signed(f"knee_flexion_{side}", 30, 45, 10, exercise_id=rise.id)
        for side in ("left", "right")
    ]
    more = more_range(Item(exercise_id=rise.id), rise, knees)
    assert more is not None
    wish = proposed(
        "range",
        more.before,
        more.after,
        exercise_id=rise.id,
        measure_key=more.measure_key,
        rising=more.rising,
    )
    assert [(d.measure_key, d.low) for d in ranges_to_sign(knees, wish, rise)] == [
        ("knee_flexion_left", 24),
        ("knee_flexion_right", 24),
    ]


outcomes = st.builds(
    comfortable_practice,
    day=st.integers(0, 30),
    pain_before=st.none() | st.integers(0, 10),
    pain_after=st.none() | st.integers(0, 10),
    effort=st.none() | st.integers(0, 10),
    flare=st.booleans(),
    stopped=st.booleans(),
    movements=st.sampled_from(["easier", "same", "heavier", None]).map(lambda a: felt(answer=a)),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(outcomes | st.integers(0, 30).map(comfortable_practice), max_size=12))
def test_it_is_only_ever_proposed_on_comfortable_practices(some: list[PracticeOutcome]) -> None:
    found = proposal(known(some), TODAY)
    newest = sorted(some, key=lambda outcome: outcome.on)[-COMFORTABLE_PRACTICES:]
    good = len(newest) == COMFORTABLE_PRACTICES and all(
        outcome.pain_rise is not None
        and outcome.pain_rise <= 0
        and outcome.effort is not None
        and outcome.effort <= 3
        and not (outcome.flare or outcome.stopped)
        and outcome.movements[0].answer in ("easier", "same")
        for outcome in newest
    )
    assert (found is not None) == good


def test_a_day_that_was_made_smaller_neither_counts_nor_ends_the_row() -> None:
    small = comfortable_practice(9, smaller=True)
    assert proposal(known([*WELL[:2], small]), TODAY) is None
    assert proposal(known([*WELL, small]), TODAY) is not None
    hurt = comfortable_practice(9, smaller=True, pain_after=5)
    assert proposal(known([*WELL, hurt]), TODAY) is None
