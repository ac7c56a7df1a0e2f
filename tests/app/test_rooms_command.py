"""Rooms by command: what is there, added and forgotten, and what is refused in one line."""

from tests.app.clinic import Clinic


def test_a_room_is_added_listed_shown_and_forgotten(clinic: Clinic) -> None:
    assert "no room yet" in clinic.run("rooms", "list").error
    added = clinic.run("rooms", "add", "Garden room", "--places", "4")
    assert added.out == "Garden room was added with 4 places\n"
    clinic.run("rooms", "add", "Halle", "--places", "1")
    assert clinic.run("rooms", "list").out == "4 places  Garden room\n1 place  Halle\n"
    shown = clinic.run("rooms", "show", "garden ROOM").out.splitlines()
    assert shown[0].startswith("Garden room: 4 places")
    assert shown[1] == "place 1: -5 to 30 from the left, 0 to 100 from the top"
    assert len(shown) == 5
    assert (
        clinic.run("rooms", "remove", "Garden room", "--yes").out == "Garden room was forgotten\n"
    )
    assert clinic.run("rooms", "list").out == "1 place  Halle\n"


def test_a_room_is_not_forgotten_without_a_word(clinic: Clinic) -> None:
    clinic.run("rooms", "add", "Halle", "--places", "2")
    assert "use --yes" in clinic.refused("rooms", "remove", "Halle").last
    assert clinic.run("rooms", "list").out == "2 places  Halle\n"


def test_what_is_amiss_is_said_in_one_line(clinic: Clinic) -> None:
    clinic.run("rooms", "add", "Halle", "--places", "2")
    for said, given in {
        "the room HALLE is in the store already": ("add", "HALLE", "--places", "3"),
        "the room Hall is not in the store": ("show", "Hall"),
        "the room Halls is not in the store": ("remove", "Halls", "--yes"),
        "1<=x<=8": ("add", "Saal", "--places", "9"),
        "is no name of a room": ("add", " ", "--places", "2"),
    }.items():
        ran = clinic.refused("rooms", *given)
        assert said in ran.last
    assert "--places" in clinic.refused("rooms", "add", "Saal").error
