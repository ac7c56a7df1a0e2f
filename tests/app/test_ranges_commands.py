"""Ranges by command: set by hand and signed, shown with their review, and never overwritten."""

from datetime import date, timedelta

import pytest

from app.asking import Asking
from exercises.range_draft import RangeDraft
from tests.app.clinic import ANOTHER, PIN, Clinic

SUNRISE = "sunrise-arms-standing"
LEFT, RIGHT = "shoulder_abduction_left", "shoulder_abduction_right"
TODAY = date.today()
SET = ("ranges", "set", "P-0147", SUNRISE)
SIGNED = ("--sign", "AB")


@pytest.fixture(autouse=True)
def person(clinic: Clinic) -> None:
    clinic.run("people", "add", "P-0147")


def test_a_range_is_set_by_hand_and_every_version_stays(clinic: Clinic) -> None:
    first = clinic.run(
        *SET, "--side", "left", "--comfort", "70", "85", "--ceiling", "95", *SIGNED, secrets=(PIN,)
    )
    assert f"{LEFT}: comfortable 70 to 85, ceiling 95°; version 1, set by hand" in first.out
    # What is not given stays as it is now; both ends may come in either order.
    clinic.run(*SET, "--side", "left", "--comfort", "80", "60", *SIGNED, secrets=(PIN,))
    shown = clinic.run("ranges", "show", "P-0147").out
    assert f"{LEFT}: comfortable 60 to 80, ceiling 95°; version 2" in shown
    assert "70 to 85" not in shown
    assert f"signed by AB on {TODAY}; review on {TODAY + timedelta(weeks=4)}" in shown
    versions = clinic.run("ranges", "history", "P-0147", SUNRISE).out.splitlines()
    assert [line.split("; ")[1].split(",")[0] for line in versions[1:]] == [
        "version 1",
        "version 2",
    ]


def test_in_one_movement_what_no_range_is_signed_for_is_shown_too(clinic: Clinic) -> None:
    assert "no range signed yet" in clinic.run("ranges", "show", "P-0147").out
    clinic.run(*SET, "--side", "left", "--ceiling", "130", *SIGNED, secrets=(PIN,))
    shown = clinic.run("ranges", "show", "P-0147", SUNRISE).out
    assert f"{LEFT}: comfortable 60 to 120, ceiling 130°; version 1" in shown
    assert f"{RIGHT}: none signed; the movement's own is comfortable 60 to 120" in shown
    assert "trunk_side_lean: none signed" in shown


def test_both_sides_are_signed_at_once_and_leans_to_the_right_are_negative(clinic: Clinic) -> None:
    clinic.run(*SET, "--comfort", "60", "80", "--ceiling", "95", *SIGNED, secrets=(PIN,))
    shown = clinic.run("ranges", "show", "P-0147").out
    assert f"{LEFT}: comfortable 60 to 80" in shown
    assert f"{RIGHT}: comfortable 60 to 80" in shown
    bend = ("ranges", "set", "P-0147", "side-bend-seated", "--comfort")
    clinic.run(*bend, "6", "12", "--ceiling", "15", *SIGNED, secrets=(PIN,))
    shown = clinic.run("ranges", "show", "P-0147", "side-bend-seated").out
    assert "trunk_side_lean: comfortable 6 to 12, ceiling 15°" in shown
    assert "trunk_side_lean: comfortable -12 to -6, ceiling -15°" in shown
    right = ("-10", "-5", "--ceiling", "-12", "--side", "right")
    clinic.run(*bend, *right, *SIGNED, secrets=(PIN,))
    shown = clinic.run("ranges", "show", "P-0147", "side-bend-seated").out
    assert "comfortable -10 to -5, ceiling -12°; version 2" in shown
    assert "comfortable 6 to 12, ceiling 15°; version 1" in shown


def test_beyond_the_movements_own_ceiling_a_reason_is_needed_and_stays_written(
    clinic: Clinic,
) -> None:
    beyond = (*SET, "--side", "left", "--comfort", "90", "150", "--ceiling", "165", *SIGNED)
    refused = clinic.refused(*beyond, secrets=(PIN,))
    assert "the ceiling 165 is beyond the movement's own, 150; write a reason" in refused.last
    short = clinic.refused(*beyond, "--override-reason", "dancer", secrets=(PIN,))
    assert "a reason" in short.last
    assert "no range signed" in clinic.run("ranges", "show", "P-0147").out
    reason = "a dancer, seen by the surgeon"
    signed = clinic.run(*beyond, "--override-reason", reason, secrets=(PIN,))
    assert "ceiling 165°; version 1, set by hand; signed by AB" in signed.out
    assert f"beyond the movement's own: {reason}" in signed.out
    # Within the movement's own no reason is kept: it would let a later ceiling out.
    within = (*SET, "--side", "left", "--comfort", "90", "100", "--ceiling", "140")
    inside = clinic.run(*within, "--override-reason", reason, *SIGNED, secrets=(PIN,))
    assert reason not in inside.out


def test_with_a_flag_the_ceiling_that_is_offered_is_what_needs_a_reason(clinic: Clinic) -> None:
    clinic.run("people", "set", "P-0147", "--flag", "shoulder-pain")
    wide = (*SET, "--side", "left", "--comfort", "60", "85", "--ceiling", "95", *SIGNED)
    assert "beyond the movement's own, 90" in clinic.refused(*wide, secrets=(PIN,)).last
    clinic.run("people", "set", "P-0147", "--flag", "osteoporosis")
    hidden = ("ranges", "set", "P-0147", "cat-cow-seated", "--ceiling", "5", *SIGNED)
    refused = clinic.refused(*hidden, secrets=(PIN,)).last
    assert "cat-cow-seated is not offered to P-0147: rounding the spine" in refused


def test_a_review_that_is_due_is_told_and_blocks_nothing(clinic: Clinic) -> None:
    due = ("--review-on", TODAY.isoformat())
    clinic.run(*SET, "--side", "left", "--ceiling", "130", *due, *SIGNED, secrets=(PIN,))
    assert f"review due since {TODAY}" in clinic.run("ranges", "show", "P-0147").out
    assert "ranges: 1 signed; review due for 1" in clinic.run("people", "show", "P-0147").out
    past = ("--review-on", "2020-01-01")
    refused = clinic.refused(*SET, "--ceiling", "130", *past, *SIGNED, secrets=(PIN,))
    assert "the review is before the signature" in refused.last


def test_the_second_of_two_windows_is_told_and_sees_both(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(asking: Asking, what: str) -> str:
        """Let the other window sign while this one asks for the PIN."""
        draft = RangeDraft(exercise_id=SUNRISE, measure_key=LEFT, low=50, high=70, ceiling=80)
        with clinic.store() as store:
            store.ranges.sign(draft.signed("P-0147", "AB", TODAY), PIN)
        return PIN

    monkeypatch.setattr(Asking, "secret", meanwhile)
    mine = (*SET, "--side", "left", "--comfort", "70", "85", "--ceiling", "95", *SIGNED)
    refused = clinic.refused(*mine)
    theirs, yours, last = refused.error.strip().splitlines()
    assert theirs.startswith(f"theirs: {LEFT}: comfortable 50 to 70, ceiling 80")
    assert yours.startswith(f"yours:  {LEFT}: comfortable 70 to 85, ceiling 95")
    assert "changed in another window" in last
    monkeypatch.undo()
    monkeypatch.setenv("UNHURRIED_HOME", str(clinic.place.folder))
    assert "comfortable 50 to 70, ceiling 80" in clinic.run("ranges", "show", "P-0147").out
    seen = clinic.refused(*mine, "--after", "0", secrets=(PIN,))
    assert "theirs: " in seen.error


def test_only_who_may_sign_does_and_only_with_their_pin(clinic: Clinic) -> None:
    wish = (*SET, "--ceiling", "130")
    assert "not the PIN of AB" in clinic.refused(*wish, *SIGNED, secrets=("0000",)).last
    assert "CD may not sign" in clinic.refused(*wish, "--sign", "CD", secrets=(ANOTHER,)).last
    assert "ZZ is not in the store" in clinic.refused(*wish, "--sign", "ZZ", secrets=(PIN,)).last
    assert "--sign" in clinic.refused(*wish, "--sign", "A B", secrets=(PIN,)).last
    assert "Missing option '--sign'" in clinic.refused(*wish).last
    assert "no range signed" in clinic.run("ranges", "show", "P-0147").out


def test_after_five_faulty_pins_there_is_a_pause(
    clinic: Clinic, caplog: pytest.LogCaptureFixture
) -> None:
    wish = (*SET, "--ceiling", "130", *SIGNED)
    for _ in range(5):
        assert "not the PIN" in clinic.refused(*wish, secrets=("0000",)).last
    assert "the next can be tried in" in clinic.refused(*wish, secrets=(PIN,)).last
    assert "AB: 5 faulty PINs" in caplog.text
    assert "0000" not in caplog.text


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ((), "nothing to set: give --comfort LOW HIGH, --ceiling LIMIT, or both"),
        (("--comfort", "80", "80"), "reversed range, 80 to 80"),
        (("--comfort", "60", "80", "--ceiling", "70"), "the ceiling 70 is inside 60–80"),
        (("--ceiling", "nan"), "ceiling: input should be a finite number"),
        (("--measure", "shoulder_abducton", "--ceiling", "90"), "did you mean shoulder_abduction?"),
        (("--comfort", "-40", "-20"), "ends before the movement begins, at 0"),
        (("--comfort", "60", "80", "--ceiling", "20"), "asks for no falling"),
    ],
)
def test_what_makes_no_range_is_refused_in_one_line(
    clinic: Clinic, given: tuple[str, ...], line: str
) -> None:
    assert line in clinic.refused(*SET, *given, *SIGNED, secrets=(PIN,)).last


def test_what_is_not_measured_or_not_done_has_no_range(clinic: Clinic) -> None:
    circles = ("ranges", "set", "P-0147", "wrist-circles-seated", "--ceiling", "5", *SIGNED)
    assert "runs by time and breath" in clinic.refused(*circles, secrets=(PIN,)).last
    clinic.run("people", "set", "P-0147", "--spare", "shoulder:left")
    left = (*SET, "--side", "left", "--ceiling", "90", *SIGNED)
    assert "its left is not offered" in clinic.refused(*left, secrets=(PIN,)).last
    unknown = clinic.refused("ranges", "show", "P-0147", "sunrise-arms")
    assert "did you mean" in unknown.last
