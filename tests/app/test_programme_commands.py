"""Programmes by command: copied for a person, signed, eased at once, changed only with a yes."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from exercises.programme import Item, Programme
from exercises.range_draft import RangeDraft
from exercises.signed_range import SignedRange
from feedback.change import Because, Proposal
from feedback.outcome import Answer
from feedback.ratings import Felt, Ratings
from tests.app.clinic import PIN, Clinic
from tests.records import specimens
from words.tr import tr

CODE = "P-0147"
SEATED = specimens.MOVEMENT
NOW = datetime.now(UTC)
TODAY = date.today()
SIGNED = ("--sign", "AB")
WELL = Ratings(
    pain_before=2, pain_after=2, effort=2, felt=(Felt(exercise_id=SEATED, answer="same"),)
)


@pytest.fixture(autouse=True)
def person(clinic: Clinic) -> None:
    clinic.run("people", "add", CODE, "--posture", "seated", "--consent", "record")


def practised(clinic: Clinic, *ratings: Ratings) -> None:
    """Keep a practice for each of `ratings`, the last an hour ago, a minute between."""
    with clinic.store() as store:
        for number, each in enumerate(ratings):
            began_at = NOW - timedelta(minutes=60 - number)
            store.practices.add(CODE, specimens.kept_practice(began_at=began_at, ratings=each))


def applied(clinic: Clinic, repetitions: int = 4, **item: object) -> None:
    """Let a programme of one movement be signed yesterday."""
    only = Item.model_validate({"exercise_id": SEATED, "repetitions": repetitions, **item})
    mornings = Programme(id="mornings", title="Mornings", items=(only,))
    with clinic.store() as store:
        store.programmes.apply(CODE, mornings, 0, "AB", PIN, NOW - timedelta(days=1))


def test_the_presets_are_listed_with_what_they_hold(clinic: Clinic) -> None:
    listed = clinic.run("programme", "presets").out
    for preset in ("first-meeting: ", "chair: ", "standing-flow: ", "evening: ", "flare-day: "):
        assert preset in listed
    assert " 1. arriving-breath, 2 minutes" in listed


def test_a_preset_is_copied_for_the_person_and_signed(clinic: Clinic) -> None:
    clinic.run("people", "set", CODE, "--flag", "osteoporosis")
    done = clinic.run("programme", "apply", CODE, "chair", *SIGNED, secrets=(PIN,))
    assert "cat-cow-seated is left out: rounding the spine loads thin vertebrae" in done.error
    shown = clinic.run("programme", "show", CODE).out
    assert shown == done.out
    assert f"version 1, signed by AB on {TODAY}" in shown
    assert "cat-cow-seated" not in shown
    assert "sunrise-arms-seated, 5 repetitions, rest 60 s" in shown
    assert "programme: On a chair" in clinic.run("people", "show", CODE).out


def test_for_who_sits_the_seated_equals_stand_in(clinic: Clinic) -> None:
    done = clinic.run("programme", "apply", CODE, "standing-flow", *SIGNED, secrets=(PIN,))
    assert "commencing-form-seated stands in for commencing-form" in done.error
    assert "weight-shift-standing is left out: " in done.error
    assert "commencing-form-seated" in done.out
    assert "-standing" not in done.out


def test_a_copy_is_taken_as_a_file_edited_and_applied_again(clinic: Clinic, tmp_path: Path) -> None:
    clinic.run("programme", "apply", CODE, "evening", *SIGNED, secrets=(PIN,))
    text = clinic.run("programme", "show", CODE, "--toml").out
    own = tmp_path / "own.toml"
    own.write_text(text.replace("[[items]]", 'days = ["monday", "friday"]\n\n[[items]]', 1))
    done = clinic.run("programme", "apply", CODE, str(own), *SIGNED, secrets=(PIN,))
    assert "; monday, friday" in done.out
    again = clinic.run("programme", "show", CODE, "--toml").out
    assert again.replace('days = ["monday", "friday"]\n', "") == text
    history = clinic.run("programme", "show", CODE, "--history").out
    assert history.index("version 1, signed") < history.index("version 2, signed")


def test_every_fault_of_a_file_is_named_and_nothing_is_signed(
    clinic: Clinic, tmp_path: Path
) -> None:
    faulty = tmp_path / "faulty.toml"
    faulty.write_text(
        'id = "x"\ntitle = "X"\ndays = ["monday", "monday"]\n[[items]]\n'
        'exercise_id = "sunrise-arm-seated"\n'
    )
    refused = clinic.refused("programme", "apply", CODE, str(faulty), *SIGNED, secrets=(PIN,))
    assert "did you mean sunrise-arms-seated?" in refused.error
    assert "a day is named twice" in refused.error
    nearest = clinic.refused("programme", "apply", CODE, "chiar", *SIGNED, secrets=(PIN,))
    assert "did you mean chair?" in nearest.last
    absent = clinic.refused("programme", "apply", CODE, "none.toml", *SIGNED, secrets=(PIN,))
    assert "none.toml" in absent.last
    assert "no programme yet" in clinic.run("programme", "show", CODE).error


def test_the_second_of_two_windows_is_told_and_sees_both_programmes(clinic: Clinic) -> None:
    clinic.run("programme", "apply", CODE, "chair", *SIGNED, secrets=(PIN,))
    late = ("programme", "apply", CODE, "evening", "--after", "0", *SIGNED)
    refused = clinic.refused(*late, secrets=(PIN,))
    assert "theirs: version 1" in refused.error
    assert "chair: On a chair" in refused.error
    assert "yours:  version 0" in refused.error
    assert "changed in another window" in refused.last
    assert "chair: On a chair" in clinic.run("programme", "show", CODE).out


def test_nothing_is_proposed_before_enough_comfortable_practices(clinic: Clinic) -> None:
    assert "no programme yet" in clinic.refused("programme", "propose", CODE).last
    applied(clinic)
    practised(clinic, WELL, WELL)
    assert "nothing to propose yet" in clinic.run("programme", "propose", CODE).out
    assert (
        "nothing is proposed"
        in clinic.refused("programme", "accept", CODE, *SIGNED, secrets=(PIN,)).last
    )


def test_one_repetition_more_is_proposed_with_its_reasons_and_waits_for_a_yes(
    clinic: Clinic,
) -> None:
    applied(clinic)
    practised(clinic, WELL, WELL, WELL)
    proposed = clinic.run("programme", "propose", CODE).out
    assert "repetitions from 4 to 5" in proposed
    assert proposed.count("because: ") >= 4
    assert clinic.run("programme", "propose", CODE).out == proposed
    shown = clinic.run("programme", "show", CODE).out
    assert "4 repetitions" in shown
    assert "proposed, and waiting for an answer:" in shown
    accept = ("programme", "accept", CODE, *SIGNED)
    assert "not the PIN" in clinic.refused(*accept, secrets=("0000",)).last
    done = clinic.run(*accept, secrets=(PIN,)).out
    assert "version 2, signed by AB" in done
    assert "5 repetitions" in done
    assert "nothing to propose yet" in clinic.run("programme", "propose", CODE).out


def test_a_no_leaves_all_as_it_is(clinic: Clinic) -> None:
    applied(clinic)
    practised(clinic, WELL, WELL, WELL)
    clinic.run("programme", "propose", CODE)
    said = clinic.run("programme", "decline", CODE, *SIGNED, secrets=(PIN,)).out
    assert "stays as it is" in said
    shown = clinic.run("programme", "show", CODE).out
    assert "version 1" in shown
    assert "proposed" not in shown


def test_with_post_exertional_malaise_nothing_is_ever_proposed(clinic: Clinic) -> None:
    applied(clinic)
    practised(clinic, WELL, WELL, WELL)
    clinic.run("people", "set", CODE, "--flag", "post-exertional-malaise")
    assert "nothing more is ever proposed" in clinic.run("programme", "propose", CODE).out


def test_a_yes_to_more_range_signs_it_short_of_its_ceiling(clinic: Clinic) -> None:
    applied(clinic, repetitions=6)
    for side in ("left", "right"):
        draft = RangeDraft(
            exercise_id=SEATED,
            measure_key=f"shoulder_abduction_{side}",
            low=60,
            high=80,
            ceiling=100,
        )
        with clinic.store() as store:
            store.ranges.sign(draft.signed(CODE, "AB", TODAY), PIN)
    practised(clinic, WELL, WELL, WELL)
    proposed = clinic.run("programme", "propose", CODE).out
    assert "range of shoulder_abduction_" in proposed
    assert "from 80 to 8" in proposed
    done = clinic.run("programme", "accept", CODE, *SIGNED, secrets=(PIN,)).out
    assert "ceiling 100°; version 2" in done
    holding: list[SignedRange] = []
    with clinic.store() as store:
        holding += store.ranges.current(CODE)
    assert {own.ceiling for own in holding} == {100.0}
    assert max(own.high for own in holding) <= 88
    assert max(own.version for own in holding) == 2


def test_a_proposal_that_is_outdated_changes_nothing(clinic: Clinic) -> None:
    applied(clinic, repetitions=5)
    old = Proposal(
        exercise_id=SEATED,
        variable="repetitions",
        before=4,
        after=5,
        on=TODAY,
        reasons=(Because(id="because.no-pain-rise"),),
    )
    with clinic.store() as store:
        store.proposals.propose(CODE, old)
    refused = clinic.refused("programme", "accept", CODE, *SIGNED, secrets=(PIN,))
    assert "from 4 to 5" in refused.last
    assert "nothing was changed" in refused.last
    assert "version 1" in clinic.run("programme", "show", CODE).out


@pytest.mark.parametrize("answer", ["same", "heavier"])
def test_what_was_too_much_is_eased_at_once_and_noted(clinic: Clinic, answer: Answer) -> None:
    applied(clinic)
    too_much = Felt(exercise_id=SEATED, answer=answer, too_much=True)
    practised(clinic, WELL, WELL, Ratings(pain_before=1, pain_after=4, felt=(too_much,)))
    shown = clinic.run("programme", "show", CODE).out
    assert f": {SEATED}, {tr('easing.too-much')}" in shown
    assert f": all movements, {tr('easing.pain-rise')}" in shown
    assert "nothing to propose yet" in clinic.run("programme", "propose", CODE).out
    clinic.run("programme", "apply", CODE, "evening", *SIGNED, secrets=(PIN,))
    assert "eased on" not in clinic.run("programme", "show", CODE).out
