"""What is kept of a group: each with a code their own practice, of others that somebody came."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from time import monotonic, sleep
from typing import Any

import pytest
from pydantic import ValidationError

from app.group.answers import GroupAnswers, Marks
from app.group.following import GroupFollow
from app.group.keeping import GroupKeeping, keep_group
from app.group.leader import leader_of
from app.group.noted import LONGEST_NOTE
from app.group.ready import Ready, ready
from app.settings import Settings, SettingsError, load_settings, save_settings
from exercises.library import library
from feedback.easing import easings_of
from feedback.group.group import Group
from feedback.group.leading import Apart, Lead, Led, Note
from feedback.group.place_sight import PlaceSight
from records.errors import StoreFull
from records.kept_practice import KeptPractice
from records.store import Store
from tests.app.clinic import Clinic
from tests.feedback.grouping import led, raising
from tests.people import seconds
from tests.records import specimens
from tests.records.specimens import NOON

ANSWERS = GroupAnswers(
    before={1: Marks(pain=3, mood=5, energy=4), 3: Marks(pain=9)},
    after={1: Marks(pain=2, mood=7, energy=5, effort=2)},
    satisfaction={1: 8, 3: 1},
    one_word={1: "warm", 3: "tired"},
)


@pytest.fixture
def store(clinic: Clinic) -> Iterator[Store]:
    with clinic.store() as opened:
        opened.people.add(specimens.person("P-1"))
        opened.people.add(specimens.person("P-2", consent=None))
        yield opened


def practised(
    store: Store, people: dict[int, str], *, seen: tuple[int, ...]
) -> tuple[Ready, Group]:
    """Return a group that was led past its welcome, moved for a while, and was left."""
    made = ready(None, people, store=store, known=library(), places=(1, 2, 3))
    group = Group(made.plan)
    asks: dict[float, Any] = {
        0.2: Lead.NEXT,
        0.4: Lead.NEXT,
        0.6: Lead.NEXT,
        5.0: Note(1, "Sat down once."),
        6.0: Note(1, "Smiled."),
        7.0: Note(3, "Who is this?"),
        12.0: Lead.LEAVE,
    }
    led(group, dict.fromkeys(seen, raising), 12.4, asks, fps=5)
    return made, group


def kept(store: Store, made: Ready, group: Group, answers: GroupAnswers = ANSWERS) -> list[str]:
    return list(
        keep_group(
            store, group, made, 12.4, answers, began_at=NOON, room="Garden room", led_by="AB"
        )
    )


def until(there: Callable[[], bool]) -> None:
    """Wait for what a thread of its own writes."""
    waited = monotonic() + 10
    while not there() and monotonic() < waited:
        sleep(0.01)
    assert there()


def test_a_person_has_a_practice_like_any_other(store: Store) -> None:
    made, group = practised(store, {1: "P-1"}, seen=(1, 3))
    lines = kept(store, made, group)
    (one,) = store.practices.list("P-1")
    assert lines[0] == "place 1: the practice was kept for P-1"
    assert one.began_at == NOON
    assert one.record.movements[0].exercise_id == "arriving-breath-standing"
    assert (one.ratings.pain_before, one.ratings.pain_after, one.ratings.effort) == (3, 2, 2)
    assert (one.ratings.satisfaction, one.words) == (8, "warm")
    assert (one.note, one.with_staff) == ("Sat down once.\nSmiled.", "AB")
    assert "pose lite" in one.made_with
    (outcome,) = store.practices.outcomes("P-1")
    assert outcome.pain_rise == -1
    assert easings_of(outcome) == ()


def test_of_a_place_without_a_code_only_that_somebody_came_is_kept(store: Store) -> None:
    made, group = practised(store, {1: "P-1"}, seen=(1, 3))
    lines = kept(store, made, group)
    (whole,) = store.groups.list()
    assert (whole.room, whole.led_by, whole.began_at) == ("Garden room", "AB", NOON)
    seen = {each.place: each.seen_s for each in whole.places}
    assert seen[1] > 10
    assert seen[3] > 10
    assert seen[2] == 0
    assert "tired" not in whole.model_dump_json()
    assert "P-1" not in whole.model_dump_json()
    assert lines[1:] == [
        "place 3: what was noted was not kept, as no code is there",
        "somebody was seen at 2 of 3 places; that was kept",
    ]


def test_who_has_not_agreed_or_was_never_there_has_nothing_kept_and_that_is_said(
    store: Store,
) -> None:
    store.people.add(specimens.person("P-3"))
    made, group = practised(store, {1: "P-1", 2: "P-2", 3: "P-3"}, seen=(1, 2))
    lines = kept(store, made, group, GroupAnswers(satisfaction={2: 9}))
    assert lines[1] == "place 2: nothing was kept; P-2 has not agreed that practices are"
    assert store.practices.list("P-2") == []
    assert lines[2].startswith("place 3: the practice was kept")  # a note was written of them
    made, group = practised(store, {2: "P-3"}, seen=(1,))
    assert kept(store, made, group)[0] == (
        "place 2: nothing was seen or said, so nothing was kept for P-3"
    )


def test_led_by_the_guide_alone_what_is_answered_is_kept_all_the_same(store: Store) -> None:
    made, group = practised(store, {1: "P-1"}, seen=())
    kept(store, made, group)
    (one,) = store.practices.list("P-1")
    assert (one.record.movements, one.words) == ((), "warm")
    assert store.groups.list()[0].attended == 0


def test_what_is_answered_later_takes_its_place(store: Store) -> None:
    made, group = practised(store, {1: "P-1"}, seen=(1,))
    keeping = GroupKeeping(made, NOON)
    keeping.keep(store, group, 12.4)
    group.step(Note(1, "Rang later."), {}, 20.0)
    again = keeping.keep(store, group, 20.0, ANSWERS)
    (one,) = store.practices.list("P-1")
    assert (one.ratings.satisfaction, one.with_staff) == (8, None)
    assert one.note.endswith("Rang later.")
    assert one.record.ended_s < 13
    assert len(store.groups.list()) == 1
    assert again == (
        "place 1: the practice was kept for P-1",
        "place 3: what was noted was not kept, as no code is there",
        "somebody was seen at 1 of 3 places; that was kept",
    )


def test_trouble_with_one_place_stops_no_other(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.people.add(specimens.person("P-3"))
    made, group = practised(store, {1: "P-1", 3: "P-3"}, seen=(1, 3))
    begin = store.practices.begin

    def full(code: str, *given: Any, **named: Any) -> Any:
        if code == "P-1":
            raise StoreFull(store.place.store)
        return begin(code, *given, **named)

    monkeypatch.setattr(store.practices, "begin", full)
    lines = kept(store, made, group)
    assert "this practice was not kept for P-1" in lines[0]
    assert lines[1] == "place 3: the practice was kept for P-3"


def test_a_long_note_is_kept_as_far_as_there_is_room_and_that_is_said(store: Store) -> None:
    made, group = practised(store, {1: "P-1"}, seen=(1,))
    for _ in range(LONGEST_NOTE // 250):
        group.step(Note(1, "x" * 299), {}, 13.0)
    lines = kept(store, made, group)
    (one,) = store.practices.list("P-1")
    assert one.note.startswith("Sat down once.\nSmiled.\nxxx")
    assert one.note.endswith("x…")
    assert len(one.note) == LONGEST_NOTE
    assert lines[0] == (
        "place 1: the practice was kept for P-1; what was noted ends at 4000 characters, as there "
        "is no room for more"
    )
    with pytest.raises(ValidationError):
        KeptPractice.model_validate(dict(one) | {"note": one.note + "x"})


def test_what_is_in_no_shape_to_be_kept_of_one_place_takes_nobody_else_along(store: Store) -> None:
    store.people.add(specimens.person("P-3"))
    made, group = practised(store, {1: "P-1", 3: "P-3"}, seen=(1, 3))
    endless = ANSWERS.model_copy(update={"one_word": {1: "so " * 2000}})
    lines = kept(store, made, group, endless)
    assert lines[0].startswith("place 1: this practice was not kept for P-1: a practice is not ")
    assert lines[1:] == [
        "place 3: the practice was kept for P-3",
        "somebody was seen at 2 of 3 places; that was kept",
    ]
    nameless = keep_group(store, group, made, 12.4, ANSWERS, began_at=NOON, led_by="Anna Berg")
    assert ["was not kept" in line for line in nameless] == [True] * 3


def test_who_leads_is_looked_at_before_anything_begins(clinic: Clinic) -> None:
    refused = clinic.refused("group", "--guide-only", "--headless", "--led-by", "TOOLONGX")
    assert refused.last.endswith("'TOOLONGX' is not somebody's initials; as in AB")


def test_each_with_a_code_who_agreed_is_written_while_all_practise(store: Store) -> None:
    store.people.add(specimens.person("P-3"))
    made = ready(
        None, {1: "P-1", 2: "P-2", 3: "P-3"}, store=store, known=library(), places=(1, 2, 3)
    )
    group, keeping = Group(made.plan), GroupKeeping(made, NOON, led_by="AB")
    with keeping.running(store, lambda: ANSWERS) as follow:
        t, step = 0.0, None
        for t in seconds(25.0, 10.0):
            # Each talk is gone on from, and whoever is at 3 is apart.
            talks = step is None or step.public.kind == "talking"
            asked: Any = Apart(3) if step is None else Lead.NEXT if talks else None
            sights = {place: PlaceSight(raising(t), 10.0, stranger=False) for place in (1, 2, 3)}
            step = group.step(asked, sights, t)
            follow(group, step, sights, (1280, 720), t)
        until(lambda: bool(store.practices.entries("P-1")))
        (running,) = store.practices.entries("P-1")
        assert running.state == "running"
        assert running.practice.ratings.pain_before == 3
    keeping.keep(store, group, t, ANSWERS)
    (one,) = store.practices.entries("P-1")
    assert (one.state, one.practice.with_staff, one.practice.words) == ("ended", "AB", "warm")
    trace = store.traces.read(one.id)
    assert trace.times_s.size > 50
    assert trace.picture_px == (1280, 720)
    assert {each.posture for each in one.practice.set_up} == {"standing"}
    assert store.practices.list("P-2") == []
    for entry in store.practices.entries("P-3"):
        assert store.traces.read(entry.id).times_s.size == 0


def test_led_by_the_guide_alone_all_is_kept_as_it_comes_and_nothing_waits_for_the_end(
    store: Store,
) -> None:
    made = ready(None, {1: "P-1", 2: "P-2"}, store=store, known=library(), places=(1, 2, 3))
    group, keeping = Group(made.plan), GroupKeeping(made, NOON, room="Garden room", led_by="AB")
    answered = [GroupAnswers(before={1: Marks(pain=3)})]

    def go(follow: GroupFollow, asked: Led | None, t: float) -> None:
        follow(group, group.step(asked, {}, t), {}, (0, 0), t)

    def written() -> KeptPractice:
        (entry,) = store.practices.entries("P-1")
        return entry.practice

    with keeping.running(store, lambda: answered[0]) as follow:
        for t in seconds(1.0, 10.0):
            go(follow, None, t)
        until(lambda: bool(store.practices.entries("P-1") and store.groups.list()))
        assert written().ratings.pain_before == 3
        (begun,) = store.groups.list()
        assert (begun.room, begun.led_by, begun.attended, len(begun.places)) == (
            "Garden room",
            "AB",
            0,
            3,
        )
        go(follow, Note(1, "Hums along."), 2.5)
        until(lambda: written().note == "Hums along.")
        go(follow, Lead.LEAVE, 3.0)
        keeping.keep(store, group, 3.0, answered[0])
        # Another page was left, and no more happens: the next may never be.
        answered[0] = ANSWERS
        go(follow, None, 9.0)
        until(lambda: written().words == "warm")
        (entry,) = store.practices.entries("P-1")
        assert entry.state == "ended"
        assert entry.practice.record.ended_s - entry.practice.record.started_s < 3.1
    before = store.practices.entries("P-1")
    keeping.keep(store, group, 20.0, ANSWERS)
    assert [each.practice for each in store.practices.entries("P-1")] == [before[0].practice]
    assert store.groups.list() == [begun]


def test_how_many_are_there_is_kept_now_and_then_while_they_practise(store: Store) -> None:
    made = ready(None, {}, store=store, known=library(), places=(1, 2))
    group, keeping = Group(made.plan), GroupKeeping(made, NOON)
    with keeping.running(store) as follow:
        for t in seconds(12.0, 5.0):
            sights = {1: PlaceSight(raising(t), 10.0, stranger=False)}
            follow(group, group.step(None, sights, t), sights, (1280, 720), t)
        until(lambda: any(each.attended for each in store.groups.list()))
    (whole,) = store.groups.list()
    assert whole.places[0].seen_s == pytest.approx(10, abs=0.5)
    assert whole.places[1].seen_s == 0


@pytest.mark.parametrize(
    "answers",
    [
        {"satisfaction": {1: 11}},
        {"satisfaction": {0: 5}},
        {"one_word": {1: "two\nlines"}},
        {"before": {1: {"pain": -1}}},
    ],
)
def test_what_is_no_answer_is_refused(answers: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        GroupAnswers(**answers)


def test_those_who_lead_take_turns() -> None:
    monday = date(2026, 3, 2)
    days = [monday + timedelta(days=day) for day in range(5)]
    for initials in (("AB",), ("AB", "CD"), ("AB", "CD", "EF"), tuple("ABCDEFG")):
        week = [leader_of(day, initials) for day in days]
        assert all(len(initials) == 1 or a != b for a, b in pairwise(week))
        mondays = {leader_of(monday + timedelta(weeks=n), initials) for n in range(len(initials))}
        assert mondays == set(initials)
    assert leader_of(monday, ()) == ""


def test_who_leads_is_a_setting(tmp_path: Any) -> None:
    path = tmp_path / "settings.toml"
    save_settings(Settings(leaders=("AB", "Ö")), path)
    assert load_settings(path).leaders == ("AB", "Ö")
    path.write_text('leaders = ["Anna Berg"]')
    with pytest.raises(SettingsError, match="leaders"):
        load_settings(path)
