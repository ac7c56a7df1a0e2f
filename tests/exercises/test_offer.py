"""What flags and spared parts of the body change of what is offered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.caution import Caution
from exercises.exercise import Exercise
from exercises.flags import FLAGS, NO_HOLDS, Flag, may_progress
from exercises.guide import guide_at
from exercises.library import library
from exercises.offer import SMALL_SHARE, offered, offered_to
from exercises.own_targets import own_targets
from exercises.person import Area, Person, Spared
from exercises.rebuilt import rebuilt
from figure.kinematics import skeleton
from tests.exercises.definitions import plain
from words.tr import tr

LIBRARY = library()


def with_hold() -> Exercise:
    """Return arms that rise, stay with the breath held, and float down."""
    held = plain()
    rise, lower = held.phases
    stay = rise.model_copy(update={"id": "stay", "breath": "rest", "seconds": 3.0})
    return rebuilt(held, phases=(rise, stay, lower))


def cautioned(effect: str, flag: Flag = "shoulder-pain") -> Exercise:
    caution = Caution.model_validate({"flag": flag, "effect": effect, "reason": "a tender arm"})
    return rebuilt(with_hold(), cautions=(caution,))


def test_without_flags_a_movement_is_offered_as_it_is_written() -> None:
    for movement in LIBRARY.values():
        offer = offered(movement)
        assert offer.exercise is movement
        assert (offer.hidden, offer.changed_because) == (False, ())


def test_a_contraindicated_movement_is_hidden_with_the_reason_for_the_therapist() -> None:
    offer = offered(cautioned("hide"), ["shoulder-pain", "dizziness"])
    assert offer.hidden
    assert offer.hidden_because == ("a tender arm",)
    assert not offered(cautioned("hide"), ["dizziness"]).hidden


def test_an_end_of_range_is_cut_and_the_guide_with_it() -> None:
    offer = offered(cautioned("small"), ["shoulder-pain"])
    cut = offer.exercise.targets[0]
    assert (cut.rest, cut.low, cut.high, cut.ceiling) == pytest.approx((0, 36, 72, 90))
    assert offer.changed_because == ("a tender arm",)
    written, shown = (guide_at(e, 4.0).angles for e in (with_hold(), offer.exercise))
    assert shown.left_shoulder_elevation == pytest.approx(
        8 + SMALL_SHARE * (written.left_shoulder_elevation - 8)
    )


def test_a_flag_cuts_the_ends_it_guards_where_the_movement_says_nothing_of_it() -> None:
    offer = offered(plain(), ["shoulder-instability", "osteoporosis"])
    assert offer.exercise.targets[0].ceiling == pytest.approx(90)
    assert offer.changed_because == ("offer.small-shoulder-instability",)
    spoken_of = cautioned("no-hold")
    assert offered(spoken_of, ["shoulder-pain"]).exercise.targets == spoken_of.targets


@pytest.mark.parametrize("flag", sorted(NO_HOLDS))
def test_with_pregnancy_or_an_unsafe_breath_hold_no_breath_is_held(flag: Flag) -> None:
    offer = offered(with_hold(), [flag])
    assert [phase.breath for phase in offer.exercise.phases] == ["in", "out"]
    assert offer.changed_because == (f"offer.no-hold-{flag}",)
    assert offered(plain(), [flag]).changed_because == ()
    assert offered(with_hold(), ["dizziness"]).exercise == with_hold()


def test_malaise_after_exertion_leaves_the_movements_and_stops_the_progression() -> None:
    flags: tuple[Flag, ...] = ("post-exertional-malaise",)
    assert not may_progress(flags)
    assert all(offered(movement, flags).exercise is movement for movement in LIBRARY.values())


def test_a_spared_shoulder_leaves_out_that_side() -> None:
    person = Person(code="P-1", spare=(Spared(area="shoulder", side="left"),))
    offer = offered_to(LIBRARY["sunrise-arms-seated"], person)
    assert [own.measure.side for own in own_targets(offer.exercise)] == ["right", None]
    assert offer.changed_because == ("offer.one-side",)
    assert offered_to(LIBRARY["march-seated"], person).exercise is LIBRARY["march-seated"]


@pytest.mark.parametrize(
    ("name", "area", "side", "because"),
    [
        ("sunrise-arms-seated", "shoulder", None, "offer.spared-shoulder"),
        ("sit-to-stand", "knee", "left", "offer.spared-knee"),
        ("open-heart-seated", "shoulder", "right", "offer.spared-shoulder"),
        ("neck-turn-seated", "neck", None, "offer.spared-neck"),
        ("wrist-circles-seated", "wrist", None, "offer.spared-wrist"),
        ("wrist-circles-seated", "wrist", "left", "offer.spared-wrist"),
        ("twist-seated", "back", None, "offer.spared-back"),
    ],
)
def test_what_cannot_be_done_without_a_spared_part_is_hidden(
    name: str, area: Area, side: str | None, because: str
) -> None:
    spare = [Spared.model_validate({"area": area, "side": side})]
    assert offered(LIBRARY[name], (), spare).hidden_because == (because,)


def test_both_sides_spared_one_by_one_are_both() -> None:
    spare = [Spared(area="shoulder", side="left"), Spared(area="elbow", side="right")]
    assert offered(LIBRARY["sunrise-arms-seated"], (), spare).exercise.id == "sunrise-arms-seated"
    spare = [Spared(area="shoulder", side="left"), Spared(area="shoulder", side="right")]
    assert offered(LIBRARY["sunrise-arms-seated"], (), spare).hidden


flags = st.lists(st.sampled_from(FLAGS), unique=True, max_size=4)
spared = st.lists(
    st.builds(
        Spared,
        area=st.sampled_from(["neck", "shoulder", "elbow", "wrist", "back", "hip", "knee"]),
        side=st.sampled_from(["left", "right", None]),
    ),
    unique=True,
    max_size=2,
)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(sorted(LIBRARY)), flags, flags, spared)
def test_more_flags_never_offer_more(
    name: str, some: list[Flag], more: list[Flag], spare: list[Spared]
) -> None:
    written = LIBRARY[name]
    few, many = offered(written, some, spare), offered(written, [*some, *more], spare)
    assert many.hidden or not few.hidden
    for reason in (*many.hidden_because, *many.changed_because):
        assert tr(reason)
    if many.hidden:
        assert many.exercise is written
        return
    assert (many.exercise is written) == (not many.changed_because)
    held = {(own.row, own.side): own.target for own in own_targets(few.exercise)}
    for own in own_targets(many.exercise):
        before = held[own.row, own.side]
        assert abs(own.target.ceiling - before.rest) <= abs(before.ceiling - before.rest) + 1e-9
        assert abs(own.target.far - before.rest) <= abs(before.far - before.rest) + 1e-9
        assert own.target.rest == before.rest
    if not NO_HOLDS.isdisjoint([*some, *more]):
        assert all(phase.breath != "rest" for phase in many.exercise.phases)


def test_whatever_is_offered_can_still_be_drawn() -> None:
    for movement in LIBRARY.values():
        offer = offered(movement, ["shoulder-pain", "dizziness", "pregnancy", "osteoporosis"])
        assert skeleton(guide_at(offer.exercise, 3.0).angles).shape[0] == 33


def test_with_arthrosis_no_knee_is_led_or_let_past_25_degrees() -> None:
    offer = offered(LIBRARY["soft-knee-sink"], ("knee-arthrosis",))
    (knee,) = [t for t in offer.exercise.targets if t.measure == "knee_flexion"]
    assert knee.high < knee.ceiling <= 25
