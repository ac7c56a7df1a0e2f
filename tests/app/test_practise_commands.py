"""Practising and analysing as a person, by command: what is offered, kept, and told."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.angles_csv import AnglesCsv
from app.asking import Asking
from app.keeping import Follow
from app.led import Led
from app.practised import Practised
from app.practising_person import practise_as
from app.today import Today, Wish, easings_since
from exercises.library import find_exercise, library
from exercises.person import Consent
from exercises.programme import Item, Programme
from exercises.range_draft import RangeDraft
from feedback.ratings import Felt, Ratings
from records import driver, keys
from records.errors import StoreError, StoreFull
from records.kept_practice import KeptPractice
from records.practices import Practices
from records.programmes import Applied
from tests.app.clinic import PIN, Clinic
from tests.records import specimens
from vision.replay import save_replay

CODE = "P-0147"
SUNRISE = "sunrise-arms-standing"
LEFT = "shoulder_abduction_left"
ARMS = find_exercise(SUNRISE)
NOWHERE = ("--headless", "--source", "nowhere.npz")
TODAY = date.today()


@pytest.fixture
def replay(tmp_path: Path) -> str:
    """Return a recording of a moment in which nobody is seen."""
    return empty_room(tmp_path, 3)


def empty_room(folder: Path, frames: int) -> str:
    path = folder / "empty-room.npz"
    save_replay(path, [0.5 * n for n in range(frames)], [None] * frames, (64, 48))
    return str(path)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def practice(replay: str, out: Path) -> tuple[str, ...]:
    """Return the beginning of a command that practises before the recording."""
    return ("practice", "--person", CODE, "--headless", "--source", replay, "--out", str(out))


def signed(clinic: Clinic, high: float = 85, ceiling: float = 95, movement: str = SUNRISE) -> None:
    draft = RangeDraft(exercise_id=movement, measure_key=LEFT, low=60, high=high, ceiling=ceiling)
    with clinic.store() as store:
        store.ranges.sign(draft.signed(CODE, "AB", TODAY), PIN)


def practised(wish: Wish | None = None, too_much: tuple[str, ...] = ()) -> Today:
    """Let the person practise without a picture, and return what they were given to do."""
    given: list[Today] = []

    def run(led: Led, keep: Callable[[Practised], None], follow: Follow) -> None:
        given.append(led.today("usual"))
        keep(Practised(specimens.practice(), felt(*too_much)))

    practise_as(CODE, wish or Wish((ARMS,)), library(), Asking(), run)
    return given[0]


def felt(*too_much: str) -> Ratings:
    """Return what was said where these were too much."""
    times = Counter(too_much)
    said = (Felt(exercise_id=e, too_much=True, times_too_much=n) for e, n in times.items())
    return Ratings(felt=tuple(said))


def summary(out: Path) -> list[dict[str, Any]]:
    found = json.loads((out / "summary.json").read_text())["movements"]
    assert isinstance(found, list)
    return found


def kept(clinic: Clinic) -> list[KeptPractice]:
    with clinic.store() as store:
        return list(store.practices.list(CODE))


def test_their_own_ranges_hold_and_the_practice_is_kept(
    clinic: Clinic, practice: tuple[str, ...], out: Path
) -> None:
    clinic.run("people", "add", CODE, "--consent", "record")
    signed(clinic)
    ran = clinic.run(*practice, SUNRISE)
    assert ran.error.strip() == f"the practice was kept for {CODE}"
    (movement,) = summary(out)
    assert movement["person"] == CODE
    assert movement["ranges"] == [{"measure": LEFT, "low": 60, "high": 85, "ceiling": 95}]
    (practised,) = kept(clinic)
    assert [each.exercise_id for each in practised.record.movements] == [SUNRISE]
    assert (datetime.now(UTC) - practised.began_at).total_seconds() < 120
    assert "pose full" in practised.made_with


def test_without_their_yes_nothing_is_kept_and_that_is_said(
    clinic: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.run("people", "add", CODE)
    practised()
    clinic.run("people", "set", CODE, "--consent", "record")
    clinic.run("people", "set", CODE, "--withdraw-consent")
    practised()
    line = f"nothing was kept: {CODE} has not agreed that practices are"
    assert capsys.readouterr().err.splitlines() == [line, line]
    assert kept(clinic) == []


def test_a_hidden_movement_is_refused_with_the_reason_in_one_line(
    clinic: Clinic, practice: tuple[str, ...], replay: str, out: Path
) -> None:
    clinic.run("people", "add", CODE, "--flag", "osteoporosis", "--spare", "shoulder")
    line = f"cat-cow-seated is not offered to {CODE}: rounding the spine loads thin vertebrae"
    assert line in clinic.refused(*practice, "cat-cow-seated").last
    analyze = ("analyze", replay, "--person", CODE, "--out", str(out), "--movement")
    assert line in clinic.refused(*analyze, "cat-cow-seated").last
    calibrate = ("calibrate", CODE, "cat-cow-seated", "--headless", "--source", replay)
    assert line in clinic.refused(*calibrate).last
    spared = clinic.refused(*practice, SUNRISE).last
    assert f"{SUNRISE} is not offered to {CODE}: " in spared
    assert not out.exists()


def test_who_was_looked_at_and_not_cleared_does_not_practise(
    clinic: Clinic, practice: tuple[str, ...]
) -> None:
    clinic.run("people", "add", CODE, "--screened-by", "AB", "--not-cleared")
    assert "is not cleared to practise" in clinic.refused(*practice, SUNRISE).last


def test_the_dial_a_flag_and_a_slower_pace_only_ever_narrow(
    clinic: Clinic, practice: tuple[str, ...], out: Path
) -> None:
    clinic.run("people", "add", CODE, "--flag", "shoulder-pain", "--tempo", "0.5")
    signed(clinic, high=80, ceiling=90)
    clinic.run(*practice, SUNRISE, "--smaller", "3")
    (movement,) = summary(out)
    (own,) = [each for each in movement["ranges"] if each["measure"] == LEFT]
    assert own == {"measure": LEFT, "low": 42, "high": 56, "ceiling": 63}
    assert "not in the range" in clinic.refused(*practice, SUNRISE, "--smaller", "-1").last


def test_a_flare_day_is_smaller_and_noted(
    clinic: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.run("people", "add", CODE, "--consent", "record")
    today = practised(Wish((ARMS,), flare=True))
    assert "smaller and shorter than signed" in capsys.readouterr().err
    assert today.exercises[0].minutes < ARMS.minutes
    assert today.exercises[0].targets[0].ceiling < ARMS.targets[0].ceiling
    assert kept(clinic)[0].ratings.flare
    assert "noted with a person" in clinic.refused("practice", SUNRISE, "--flare").last


def test_what_was_too_much_the_last_time_is_smaller_this_time(
    clinic: Clinic, practice: tuple[str, ...], out: Path
) -> None:
    clinic.run("people", "add", CODE, "--consent", "record")
    signed(clinic, movement=specimens.MOVEMENT)
    wish = Wish((find_exercise(specimens.MOVEMENT),))
    practised(wish, (specimens.MOVEMENT,) * 2)
    (felt,) = kept(clinic)[0].ratings.felt
    assert (felt.exercise_id, felt.times_too_much) == (specimens.MOVEMENT, 2)
    assert "smaller and shorter" in clinic.run(*practice, specimens.MOVEMENT).error
    (movement,) = summary(out)
    assert movement["ranges"][0]["ceiling"] < 95


def test_their_programme_is_gone_through_in_its_order(
    clinic: Clinic, practice: tuple[str, ...], out: Path, tmp_path: Path
) -> None:
    empty_room(tmp_path, 30)
    clinic.run("people", "add", CODE, "--consent", "record", "--flag", "osteoporosis")
    assert f"{CODE} has no programme yet" in clinic.refused(*practice).last
    own = Programme(
        id="mornings",
        title="Mornings",
        items=(
            Item(exercise_id="arriving-breath", minutes=0.01, rest_s=2),
            Item(exercise_id="cat-cow-seated"),
            Item(exercise_id="no-longer-there"),
            Item(exercise_id=SUNRISE, repetitions=2, range_share=0.5),
        ),
    )
    with clinic.store() as store:
        store.programmes.apply(CODE, own, 0, "AB", PIN)
    ran = clinic.run(*practice)
    assert "cat-cow-seated is left out: rounding the spine" in ran.error
    assert "no-longer-there is left out" in ran.error
    assert [each["movement"] for each in summary(out)] == ["arriving-breath", SUNRISE]
    breath, arms = kept(clinic)[0].record.movements
    assert (breath.exercise_id, breath.completed) == ("arriving-breath", True)
    assert arms.started_s >= breath.active_s + 2


def test_trouble_with_the_store_is_one_line_and_practising_goes_on_with_ends_cut(
    clinic: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.run("people", "add", CODE, "--consent", "record")
    key = next(clinic.place.key_folder.iterdir())
    whole = key.read_bytes()
    key.write_bytes(b"{}")
    today = practised()
    (line,) = capsys.readouterr().err.splitlines()
    assert "the key file is damaged" in line
    assert "their ranges are not known" in line
    assert today.person is None
    assert today.exercises[0].targets[0].ceiling == pytest.approx(0.6 * ARMS.targets[0].ceiling)
    assert "the key file is damaged" in clinic.refused("practice", "--person", CODE, *NOWHERE).last
    key.write_bytes(whole)
    assert kept(clinic) == []


def test_a_full_disk_at_the_end_is_said_in_one_line_and_nothing_is_lost(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.run("people", "add", CODE, "--consent", "record")

    def full(*_: object, **__: object) -> None:
        raise StoreFull(clinic.place.store)

    practised()
    with monkeypatch.context() as patch:
        patch.setattr(Practices, "begin", full)
        practised()
    line = capsys.readouterr().err.splitlines()[-1]
    assert line.startswith("this practice was not kept: ")
    assert "the disk is full" in line
    assert len(kept(clinic)) == 1


def test_somebody_who_is_not_there_is_no_trouble_but_a_mistake(
    clinic: Clinic, practice: tuple[str, ...]
) -> None:
    assert f"{CODE} is not in the store" in clinic.refused(*practice, SUNRISE).last
    assert "name a MOVEMENT" in clinic.refused("practice", "--headless").last


def test_without_a_person_no_store_is_needed(
    clinic: Clinic, replay: str, out: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path / "nothing-here"))
    plain = ("practice", SUNRISE, "--headless", "--source", replay, "--out", str(out))
    ran = clinic.run(*plain, "--smaller", "2")
    assert ran.error == ""
    assert (summary(out)[0]["person"], summary(out)[0]["ranges"]) == (None, [])
    assert not (tmp_path / "nothing-here").exists()


def test_a_review_that_is_due_is_told_before_it_begins(
    clinic: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.run("people", "add", CODE)
    due = ("--review-on", TODAY.isoformat(), "--sign", "AB", "--ceiling", "130")
    clinic.run("ranges", "set", CODE, SUNRISE, *due, secrets=(PIN,))
    practised()
    assert f"review due for ranges of {CODE}" in capsys.readouterr().err


def test_consent_withdrawn_while_practising_keeps_nothing(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.run("people", "add", CODE, "--consent", "record")
    first = Practices.begin

    def withdrawn_first(*given: Any, **more: Any) -> Any:
        with clinic.store() as store:
            person = store.people.get(CODE)
            consent = Consent(on=TODAY, record=True, withdrawn_on=TODAY)
            changed = person.value.model_copy(update={"consent": consent})
            store.people.update(changed, person.row_version)
        return first(*given, **more)

    monkeypatch.setattr(Practices, "begin", withdrawn_first)
    practised()
    assert "this practice was not kept" in capsys.readouterr().err
    assert kept(clinic) == []


def test_a_practice_that_cannot_be_read_takes_neither_person_nor_ceiling_away(
    clinic: Clinic, practice: tuple[str, ...], out: Path
) -> None:
    clinic.run("people", "add", CODE, "--consent", "record")
    signed(clinic, high=70, ceiling=75)
    practised()
    spoil(clinic, "practice")
    ran = clinic.run(*practice, SUNRISE)
    trouble, last = ran.error.strip().splitlines()
    assert f"a practice of {CODE}" in trouble
    assert trouble.endswith("what was eased before is not known; their ranges hold")
    assert last == f"the practice was kept for {CODE}"
    (movement,) = summary(out)
    assert movement["person"] == CODE
    (own,) = [each for each in movement["ranges"] if each["measure"] == LEFT]
    assert own["ceiling"] == 75
    clinic.run("people", "set", CODE, "--flag", "osteoporosis")
    assert "not offered" in clinic.refused(*practice, "cat-cow-seated").last


def test_a_programme_that_cannot_be_read_leaves_a_named_movement_its_ceiling_and_easings(
    clinic: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.run("people", "add", CODE, "--consent", "record")
    signed(clinic, high=70, ceiling=75, movement=specimens.MOVEMENT)
    wish = Wish((find_exercise(specimens.MOVEMENT),))
    practised(wish, (specimens.MOVEMENT,))
    with clinic.store() as store:
        store.programmes.apply(CODE, specimens.programme(), 0, "AB", PIN)
    spoil(clinic, "programme")
    capsys.readouterr()
    today = practised(wish)
    assert today.person is not None
    assert next(own for own in today.ranges if own.measure_key == LEFT).ceiling < 75
    said = capsys.readouterr().err
    assert f"a programme of {CODE}" in said
    with pytest.raises(StoreError, match=f"a programme of {CODE}"):
        practised(Wish())


def test_what_was_too_much_while_a_programme_was_signed_counts_after_it(clinic: Clinic) -> None:
    clinic.run("people", "add", CODE, "--consent", "record")
    movement = specimens.MOVEMENT
    began_at = datetime.now(UTC) - timedelta(seconds=60)
    ratings = felt(movement)

    def eased_after(signed_at: datetime) -> int:
        applied = Applied(specimens.programme(), 1, "AB", signed_at)
        with clinic.store() as store:
            return len(easings_since(store, CODE, applied))

    with clinic.store() as store:
        store.practices.add(CODE, specimens.kept_practice(began_at=began_at, ratings=ratings))
    assert eased_after(began_at + timedelta(seconds=50)) == 1
    assert eased_after(began_at + timedelta(seconds=99)) == 1
    assert eased_after(began_at + timedelta(seconds=101)) == 0


def test_a_key_file_that_gives_no_bytes_stops_no_named_movement(
    clinic: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.place.key_file.unlink()
    clinic.place.key_file.mkdir()
    assert practised().person is None
    assert "the key file cannot be read (Is a directory)" in capsys.readouterr().err


def test_a_practice_that_was_stopped_is_kept_all_the_same(
    clinic: Clinic,
    practice: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clinic.run("people", "add", CODE, "--consent", "record")
    write, rows = AnglesCsv.write, []

    def stop(*given: Any) -> None:
        write(*given)
        rows.append(given)
        if len(rows) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(AnglesCsv, "write", stop)
    assert f"the practice was kept for {CODE}" in clinic.refused(*practice, SUNRISE).error
    (practised,) = kept(clinic)
    assert practised.record.ended_s == pytest.approx(0.5)


def spoil(clinic: Clinic, table: str) -> None:
    """Let the one document of `table` be none that is understood."""
    key = keys.find_key(clinic.place.key_file)
    connection = driver.connect(clinic.place.store, key)
    try:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(f"UPDATE {table} SET document = '{{}}'")
    finally:
        connection.close()
