"""A whole practice of a group without windows: what all see, what its leader sees, what is kept."""

import json
import re
from pathlib import Path
from typing import Any

import pygame
import pytest

from app.drawn_group.options import GroupOptions
from app.group.demo import group_files
from app.group.demo_plan import demo_plan
from app.group.done import as_json, done_at
from app.group.rehearsal import GroupDrawn, GroupRehearsal
from app.group.show import first_at
from app.group.ways import GENERAL_SHARE, general
from app.group.witness import Witness
from app.settings import Settings
from exercises.library import find_exercise
from exercises.programme import Item
from feedback.group.group import Group
from feedback.group.leading import Invite, Lead, Led, Note
from feedback.group.plan import GroupPlan
from feedback.group.step import GroupStep
from tests.app.recorded_group import away, coming, zones
from tests.ui.group.written import writing
from ui.group.leader_view import LeaderView
from ui.group.public_words import words_of
from ui.view import Choices

SUNRISE = find_exercise("sunrise-arms-standing")
PLACES = (1, 2, 3, 4)
CODES = {1: "P-0147", 2: "Quill", 3: "Bea-77", 4: "K9"}
NOTES = "Bea-77 likes the chair at the window"
OVER, RESTS = 3, 2
MOVE_S, TALK_S = 40.0, 4.0
# The form of a seat has to be the other one within so long of the leader's being told.
WITHIN_S = 0.7


def plan() -> GroupPlan:
    anybody = general(Item(exercise_id=SUNRISE.id), SUNRISE).exercise
    return demo_plan(anybody, PLACES, (1, 3), move_s=MOVE_S, talk_s=TALK_S, rest_s=6.0)


class Practised:
    """One practice of recorded people, gone through to its end."""

    def __init__(self, *, draws: bool = False, every: int = 1) -> None:
        self.plan = plan()
        self.witness = Witness()
        self.written: set[str] = set()
        self.expected: set[str] = set()
        self.steps: list[tuple[float, GroupStep]] = []
        self._every = every
        ways = first_at(self.plan)
        self.rehearsal = GroupRehearsal(
            lambda t: Group(self.plan, t, rest_s=5.0),
            zones(len(PLACES)),
            ways,
            Choices(),
            (640, 400),
            does=self.does,
            view=LeaderView(CODES, "AB"),
            draws=False,
        )
        # Of what the library's own guide reaches, which nobody without a code is led to.
        reaches = {**dict.fromkeys(PLACES, GENERAL_SHARE), OVER: 1.1, RESTS: 0.0}
        seen = coming(ways, reaches, 120.0, TALK_S + SUNRISE.cycle_s)
        # Whoever is at the fourth place leaves for good.
        seen = (away(each, 4) if each.frame.time_s > 30 else each for each in seen)
        for moment in self.rehearsal.follow(seen):
            self.witness.note(moment.step, moment.step.public, moment.t)
            self.steps.append((moment.t, moment.step))
            if draws and len(self.steps) % every == 0:
                self.look(moment)

    def does(self, step: GroupStep, t: float) -> Led | None:
        """Lead it: on after every talk, a note, a pause, an invitation, slower."""
        asked: dict[float, Led] = {
            16.0: Note(OVER, NOTES),
            20.0: Lead.PAUSE,
            21.0: Lead.PAUSE,
            24.0: Lead.SLOWER,
            26.0: Invite(1),
            30.0: Invite(1),
            36.0: Lead.REST,
        }
        if round(t, 1) in asked:
            return asked[round(t, 1)]
        over = step.public.kind == "talking" and step.public.remaining_s <= 0
        return Lead.NEXT if over else None

    def look(self, moment: GroupDrawn) -> None:
        """Take down all that is written on the projected screen, once it has come to rest."""
        from ui.group.projected import ProjectedScreen

        surface, screen = pygame.Surface((640, 400)), ProjectedScreen((640, 400))
        screen.draw(surface, moment.step.public, Choices(), 0.0)
        with writing() as found:
            screen.draw(surface, moment.step.public, Choices(), 3.0)
        self.written |= {each.text for each in found}
        self.expected |= set(words_of(moment.step.public, "en"))

    def records(self) -> dict[int, dict[str, Any]]:
        assert self.rehearsal.group is not None
        t = self.steps[-1][0]
        done = done_at(self.rehearsal.group, PLACES, t)
        return {place: as_json(place, each) for place, each in done.items()}


@pytest.fixture(scope="module")
def practised() -> Practised:
    return Practised(draws=True, every=15)


def test_it_comes_to_its_end_through_all_its_parts(practised: Practised) -> None:
    kinds = dict.fromkeys(step.public.kind for _, step in practised.steps)
    assert list(kinds) == ["talking", "showing", "moving", "paused", "resting", "finished"]


def test_nothing_on_the_projected_screen_is_of_one_person(practised: Practised) -> None:
    about_them = {*CODES.values(), NOTES, "AB"}
    for text in practised.written | set(practised.witness.texts):
        assert not re.search(r"\d", text), text
        for each in about_them:
            assert not re.search(rf"\b{re.escape(each)}\b", text, re.IGNORECASE), text
    assert len(practised.written) > 12


def test_what_is_told_to_be_public_is_all_that_is_written(practised: Practised) -> None:
    short = {"in", "out", "pause", "your own"}
    assert practised.written - practised.expected <= short | {"rest"}


def test_who_goes_too_far_is_told_to_the_leader_and_changes_form_in_time(
    practised: Practised,
) -> None:
    told = [n for n in practised.witness.notices if n["notice"] == "past-limit" and n["told"]]
    assert {n["place"] for n in told} == {OVER}
    changed = [s for s in practised.witness.seats if s["shows"] == "other-form"]
    assert {s["seat"] for s in changed} == {OVER}
    assert abs(changed[0]["t"] - told[0]["t"]) <= WITHIN_S


def test_who_leaves_for_good_is_told_to_the_leader_alone(practised: Practised) -> None:
    gone = [n for n in practised.witness.notices if n["notice"] == "gone" and n["told"]]
    assert {n["place"] for n in gone} == {4}
    last = practised.steps[-1][1]
    assert {each.number: each.state for each in last.places}[4] == "empty"


def test_each_record_holds_what_its_person_did(practised: Practised) -> None:
    records = practised.records()
    counted = {
        place: sum(len(movement["repetitions"]) for movement in record["movements"])
        for place, record in records.items()
    }
    assert counted[RESTS] == 0
    assert counted[1] >= 1
    assert counted[OVER] >= 2
    cues = {place: set(records[place]["movements"][0]["cues"]) for place in PLACES}
    assert cues[OVER] == {"soften-back"}
    assert not cues[1] | cues[RESTS] | cues[4]
    assert records[OVER]["notes"] == [NOTES]
    assert records[4]["attended_s"] < records[1]["attended_s"]


@pytest.mark.endurance
def test_four_drawn_figures_before_the_real_model(tmp_path: Path) -> None:
    options = GroupOptions(4, rests=RESTS, over=OVER, loop=20.0, fps=10.0, width=960, height=540)
    written = group_files(options, SUNRISE, tmp_path, Settings(), move_s=60.0)
    told = json.loads((tmp_path / "group.json").read_text(encoding="utf-8"))
    assert told == json.loads(json.dumps(written.told))
    for name in ("projected.mp4", "projected.png", "leader.mp4", "leader.png"):
        assert (tmp_path / name).stat().st_size > 10_000
    assert not any(re.search(r"\d", each["text"]) for each in told["public"]["texts"])
    past = {n["place"] for n in told["leader"]["notices"] if n["notice"] == "past-limit"}
    other = {s["seat"] for s in told["public"]["seats"] if s["shows"] == "other-form"}
    assert past == other == {OVER}
    records = {
        each["place"]: max(each["movements"], key=lambda movement: movement["active_s"])
        for each in told["records"]
    }
    assert all(each["seen"] > 0.95 for each in records.values())
    assert len(records[RESTS]["repetitions"]) == 0
    assert all(len(records[place]["repetitions"]) >= 8 for place in (1, 3, 4))
    assert set(records[OVER]["cues"]) == {"soften-back"}
