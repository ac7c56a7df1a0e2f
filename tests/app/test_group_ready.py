"""What a group practises, made ready: talks and rests, and each place in its own way."""

from datetime import date
from typing import Any

import click
import pytest

from app.group.ready import AFTER, BEFORE, USUAL, Ready, ready
from app.group.ways import GENERAL_SHARE
from exercises.library import library
from exercises.person import Screening
from exercises.programmes import find_preset
from feedback.group.group import Group
from feedback.group.plan import Move, Rest, Talk
from feedback.ratings import Ratings
from records.errors import StoreFull, UnknownEntry
from records.store import Store
from tests.app.clinic import PIN, Clinic
from tests.records import specimens

KNOWN = library()
DAY = date(2026, 3, 2)
SUNRISE = "sunrise-arms-standing"


def made(people: dict[int, str] | None = None, **given: Any) -> Ready:
    given = {"programme": None, "store": None, "places": (1, 2), "today": DAY, **given}
    programme = given.pop("programme")
    return ready(programme, people or {}, known=KNOWN, **given)


def moves(plan: Ready) -> dict[str, Move]:
    found = [beat for beat in plan.plan.beats if isinstance(beat, Move)]
    return {move.shown.id: move for move in found}


def refused(people: dict[int, str] | None = None, **given: Any) -> str:
    with pytest.raises(click.ClickException) as caught:
        made(people, **given)
    assert "\n" not in caught.value.message
    return caught.value.message


@pytest.fixture
def store(clinic: Clinic) -> Any:
    with clinic.store() as opened:
        opened.people.add(specimens.person("P-1"))
        opened.people.add(specimens.person("P-2"))
        yield opened


def with_flags(store: Store, *flags: str, **changes: Any) -> None:
    kept = store.people.get("P-1")
    changed = kept.value.model_validate({**dict(kept.value), "flags": flags, **changes})
    store.people.update(changed, kept.row_version)


def test_a_group_talks_moves_and_rests_by_the_clock() -> None:
    plan = made()
    beats = plan.plan.beats
    assert beats[:2] == BEFORE
    assert beats[-4:] == AFTER
    assert [beat.id for beat in beats if isinstance(beat, Talk)] == [
        "welcome",
        "check-in",
        "with-a-neighbour",
        "reflection",
        "one-word",
        "goodbye",
    ]
    moved = 0.0
    for beat in beats:
        if isinstance(beat, Rest):
            assert beat.seconds == 60
            assert 180 <= moved <= 300
            moved = 0.0
        elif isinstance(beat, Move) and "rest" not in beat.shown.tags:
            moved += beat.shown.minutes * 60
    assert moved <= 300
    assert plan.codes == {}
    assert plan.said == ()


def test_it_takes_about_half_an_hour_and_each_movement_three_to_six_repetitions() -> None:
    beats = made().plan.beats
    seconds = sum(
        beat.shown.minutes * 60 + beat.shown.cycle_s if isinstance(beat, Move) else beat.seconds
        for beat in beats
    )
    assert 20 <= seconds / 60 <= 30
    for move in moves(made()).values():
        if move.shown.repetitions:
            sides = 2 if move.shown.sides == "alternating" else 1
            assert 3 <= move.shown.minutes * 60 / move.shown.cycle_s / sides <= 6


def test_the_rests_of_the_usual_programme_are_those_that_the_clock_gives() -> None:
    rested = [item.exercise_id for item in find_preset(USUAL).items if item.rest_s]
    beats = made().plan.beats
    before = [beats[row - 1] for row, beat in enumerate(beats) if isinstance(beat, Rest)]
    assert [move.shown.id for move in before if isinstance(move, Move)] == rested


def test_every_movement_of_it_is_seen_from_the_front_and_can_be_done_on_a_chair() -> None:
    for item in find_preset(USUAL).items:
        movement = KNOWN[item.exercise_id]
        assert movement.view == "front"
        assert movement.posture == "standing"
        assert any(KNOWN[name].posture == "seated" for name in movement.variants)


def test_a_chair_does_it_seated_and_the_guide_sits_where_everybody_does() -> None:
    move = moves(made(seated=(2,)))[SUNRISE]
    assert [move.way(place).id for place in (1, 2)] == [SUNRISE, "sunrise-arms-seated"]
    assert "sunrise-arms-seated" in moves(made(seated=(1, 2)))


def test_of_whom_nothing_is_known_goes_less_far_and_so_does_the_guide() -> None:
    written = KNOWN[SUNRISE].targets[0]
    move = moves(made())[SUNRISE]
    for less in (move.shown.targets[0], move.way(1).targets[0]):
        assert less.ceiling == pytest.approx(
            written.rest + GENERAL_SHARE * (written.ceiling - written.rest)
        )
    assert all(
        phase.breath != "rest" for each in moves(made()).values() for phase in each.way(1).phases
    )


def test_a_person_keeps_their_own_range_and_the_guide_shows_it_whole(store: Store) -> None:
    own = specimens.signed("P-1", exercise_id=SUNRISE)
    store.ranges.sign(own, PIN)
    plan = made({1: "p-1", 2: "P-2"}, store=store)
    move = moves(plan)[SUNRISE]
    assert plan.codes == {1: "P-1", 2: "P-2"}
    assert [(each.low, each.high, each.ceiling) for each in move.ranges[1]] == [(40, 80, 95)]
    assert move.ranges[2] == ()
    assert move.shown.targets == KNOWN[SUNRISE].targets
    assert any(
        "place 1: review due" in line
        for line in made({1: "P-1"}, store=store, today=date(2027, 1, 1)).said
    )


def test_what_was_eased_and_what_their_programme_says_holds_in_a_group(store: Store) -> None:
    before = moves(made({1: "P-1"}, store=store))[SUNRISE].way(1).targets[0]
    store.practices.add(
        "P-1", specimens.kept_practice(ratings=Ratings(pain_before=2, pain_after=5))
    )
    plan = made({1: "P-1"}, store=store, today=date(2026, 3, 3))
    after = moves(plan)[SUNRISE].way(1)
    assert after.targets[0].ceiling < before.ceiling
    assert after.minutes == 1
    assert any(line.startswith("place 1: smaller") for line in plan.said)


def test_the_pace_is_the_groups(store: Store) -> None:
    with_flags(store, tempo=0.5)
    move = moves(made({1: "P-1"}, store=store))[SUNRISE]
    assert move.way(1).cycle_s == KNOWN[SUNRISE].cycle_s


def test_a_hidden_movement_is_done_in_a_gentler_way_and_that_is_said(store: Store) -> None:
    with_flags(store, "knee-arthrosis")
    plan = made({1: "P-1"}, store=store)
    move = moves(plan)["drawing-the-bow-standing"]
    assert move.way(1).id == "drawing-the-bow-seated"
    assert plan.resting == {}
    (line,) = plan.said
    assert line.startswith("place 1 does drawing-the-bow-seated in drawing-the-bow-standing: ")


def test_where_there_is_no_gentler_way_the_place_rests_and_breathes_along(store: Store) -> None:
    with_flags(store, "neck-acute")
    plan = made({1: "P-1"}, store=store)
    resting = {plan.plan.beats[row].shown.id: who for row, who in plan.resting.items()}  # type: ignore[union-attr]
    assert resting == {
        "looking-backward-standing": frozenset({1}),
        "drawing-the-bow-standing": frozenset({1}),
    }
    assert moves(plan)["looking-backward-standing"].way(1).id == "arriving-breath-standing"
    assert sum("place 1 is invited to rest in" in line for line in plan.said) == 2


def test_a_chair_rests_in_what_is_only_done_standing(store: Store) -> None:
    plan = made(programme="maintenance", seated=(2,))
    move = moves(plan)["soft-knee-sink"]
    assert move.way(2).id == "arriving-breath"
    assert any(
        line.startswith("place 2 is invited to rest in soft-knee-sink") for line in plan.said
    )
    everybody = made(programme="maintenance", seated=(1, 2))
    assert "soft-knee-sink" not in moves(everybody)
    assert any(line.startswith("soft-knee-sink is left out") for line in everybody.said)


def test_a_person_who_practises_seated_sits_at_any_place(store: Store) -> None:
    with_flags(store, posture="seated")
    move = moves(made({1: "P-1"}, store=store))[SUNRISE]
    assert [move.way(place).posture for place in (1, 2)] == ["seated", "standing"]


def test_repetitions_without_minutes_take_the_time_they_take() -> None:
    move = moves(made(programme="chair", seated=(1, 2)))["cat-cow-seated"]
    assert move.shown.minutes == pytest.approx(4 * 10 / 60)


def test_what_cannot_be_meant_is_refused_in_one_line(store: Store) -> None:
    assert "for place 1 and for place 2" in refused({1: "P-1", 2: "p-1"}, store=store)
    assert "no place 7; the places are 1, 2" in refused({7: "P-1"}, store=store)
    assert "place 1: 'P 1' is not a person's code" in refused({1: "P 1"}, store=store)
    assert "did you mean group-practice" in refused(programme="group-practise")
    assert "at least one place" in refused(places=())
    assert "store init" in refused({1: "P-1"})
    with pytest.raises(UnknownEntry, match=r"the person P-9 is not in the store \(place 2\); add"):
        made({1: "P-1", 2: "P-9"}, store=store)
    with_flags(store, screening=Screening(by="AB", on=DAY, cleared=False))
    assert "not cleared" in refused({1: "P-1"}, store=store)


def test_whose_ranges_cannot_be_read_keeps_to_the_general_ones(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreFull(store.place.store)

    monkeypatch.setattr(store.ranges, "current", full)
    plan = made({1: "P-1"}, store=store)
    assert plan.codes == {}
    assert "nothing is kept" in plan.said[0]
    assert moves(plan)[SUNRISE].way(1) == moves(made())[SUNRISE].way(1)


def test_a_movement_that_is_gone_is_left_out() -> None:
    known = {name: each for name, each in KNOWN.items() if name != SUNRISE}
    plan = ready(None, {}, store=None, known=known, places=(1,))
    assert plan.said == (f"{SUNRISE} is left out: there is no such movement any more",)


def test_what_is_ready_can_be_practised(store: Store) -> None:
    plan = made({1: "P-1"}, store=store, seated=(2,))
    group = Group(plan.plan)
    assert group.step(None, {}, 0.1).public.talk == "welcome"


def test_of_whoever_has_not_agreed_nothing_is_kept_and_that_is_said(store: Store) -> None:
    kept = store.people.get("P-2")
    store.people.update(kept.value.model_validate({**dict(kept.value), "consent": None}), 1)
    plan = made({1: "P-1", 2: "P-2"}, store=store)
    assert plan.kept == {1}
    assert [line for line in plan.said if "agreed" in line] == [
        "place 2: nothing is kept for P-2, who has not agreed that practices are"
    ]
