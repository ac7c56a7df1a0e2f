"""What a group is asked for by command: which places there are, and what is refused in one line."""

from contextlib import suppress
from pathlib import Path

import click
import pytest

from app.group.demo_plan import demo_plan
from app.group.ready import Ready
from app.group.run import UNKEPT, lead_in_windows, lead_to_files
from app.group.show import Shown, lead
from app.group.unseen import Unseen
from app.group.windows import Windows
from app.group.wish import GroupWish
from app.settings import Settings
from exercises.library import find_exercise
from records.rooms import Room
from tests.app.clinic import Clinic
from ui.group.leader_view import LeaderView
from vision.places import laid_out

SIZE = 640, 400
GARDEN = Room(name="Garden room", zones=laid_out(6))
LED_ALONE = ("group", "--headless", "--guide-only", "--seconds", "1")


def refused(wish: GroupWish) -> str:
    with pytest.raises(click.ClickException) as caught:
        wish.refuse_unfit()
    assert "\n" not in caught.value.message
    return caught.value.message


def test_the_room_says_which_places_there_are_also_where_the_guide_leads_alone() -> None:
    assert GroupWish(room=GARDEN).numbers == (1, 2, 3, 4, 5, 6)
    assert GroupWish(room=GARDEN, source="figure:group=4").numbers == (1, 2, 3, 4, 5, 6)


def test_the_guide_alone_leads_as_many_as_are_asked_for_or_named() -> None:
    assert GroupWish().numbers == (1, 2, 3, 4)
    assert GroupWish(people={2: "P-0147"}).numbers == (1, 2)
    assert GroupWish(seated=frozenset({6})).numbers == (1, 2, 3, 4, 5, 6)
    assert GroupWish(places=3).numbers == (1, 2, 3)


def test_before_people_are_looked_for_no_number_is_known_and_nothing_refused() -> None:
    wish = GroupWish(source="camera", seated=frozenset({7}), people={7: "P-0147"})
    assert wish.numbers == ()
    wish.refuse_unfit()


def test_a_place_that_is_not_there_is_refused_before_anything_is_opened() -> None:
    somebody = GroupWish(places=4, people={7: "P-0147"}, source="camera")
    assert refused(somebody) == "there is no place 7; the places are 1, 2, 3, 4"
    said = refused(GroupWish(room=GARDEN, source="camera", seated=frozenset({2, 7})))
    assert said == (
        "place 7 is named as a chair, and the places are 1, 2, 3, 4, 5, 6; name one of these with "
        "--seated"
    )


def test_a_chair_that_is_not_there_is_refused_once_the_places_are_known() -> None:
    with pytest.raises(click.ClickException, match="place 7 is named as a chair"):
        GroupWish(source="camera", seated=frozenset({7})).ready((1, 2), None)


def test_of_drawn_people_those_who_have_no_place_are_on_no_chair() -> None:
    assert GroupWish(seated=frozenset({1})).on_chairs({2, 4}, (1, 2, 3)).seated == {1, 2}


@pytest.mark.parametrize("number", ["0", "9", "20", "3000", "9" * 5000, "-1", "two", ""])
def test_places_are_numbered_one_to_eight(clinic: Clinic, number: str) -> None:
    assert "place from 1 to 8" in clinic.refused(*LED_ALONE, "--person", f"{number}=P-0147").last
    ran = clinic.refused(*LED_ALONE, "--seated", f"1,{number}")
    assert "places from 1 to 8" in ran.last


def test_what_contradicts_is_refused_in_a_line_that_says_what_to_do(clinic: Clinic) -> None:
    clinic.run("rooms", "add", "Garden room", "--places", "6")
    room = ("--room", "Garden room")
    assert "leave out --places" in clinic.refused(*LED_ALONE, *room, "--places", "4").last
    for given in (room, ("--places", "6")):
        ran = clinic.refused(*LED_ALONE, *given, "--seated", "7")
        assert ran.last.endswith("1, 2, 3, 4, 5, 6; name one of these with --seated")


@pytest.mark.usefixtures("clinic")
@pytest.mark.parametrize("kept", [frozenset(), frozenset({2})])
def test_nobody_is_asked_how_they_are_where_it_would_not_be_kept(kept: frozenset[int]) -> None:
    plan = demo_plan(find_exercise("sunrise-arms-standing"), (1, 2))
    with Windows(Settings(), SIZE) as windows:
        how = Shown(seconds=0.2)
        made = Ready(plan, {2: "P-0147"}, kept=kept)
        began = lead(windows, made, Settings(), None, (), how=how)
    assert (began is None) == bool(kept), "who is asked is waited for"


@pytest.mark.usefixtures("clinic")
def test_it_is_said_before_it_begins_that_nothing_is_kept(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lead_in_windows(GroupWish(places=2), Settings(), None, size=SIZE, seconds=0.2)
    assert UNKEPT in capsys.readouterr().err.splitlines()


def test_without_windows_the_leader_reads_that_places_are_seen_unless_the_guide_leads_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[int | None] = []

    def rehearsal(*_: object, view: LeaderView, **__: object) -> None:
        told.append(view.each_per_s)
        raise click.Abort

    monkeypatch.setattr("app.group.rehearsal.GroupRehearsal", rehearsal)
    monkeypatch.setattr("app.group.run._recorded", lambda wish, store: Unseen())
    for source in ("camera", None):
        with suppress(click.Abort):
            lead_to_files(GroupWish(room=GARDEN, source=source), Settings(), None, tmp_path)
    assert told == [Unseen.fps, None]
