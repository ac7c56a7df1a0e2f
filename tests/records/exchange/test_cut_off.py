"""A practice that was cut off at home comes to the clinic all the same."""

from records.store import open_store
from tests.records.exchange.two_stores import CODE, DAYS, Two, begun, read, trace
from tests.records.specimens import NOON


def test_a_practice_whose_program_was_closed_in_the_middle_is_cut_off_and_comes(two: Two) -> None:
    two.paired()
    id_ = two.home.practices.begin(CODE, begun(), [trace(0)])
    two.home.close()  # as where its end could not be written
    with open_store(two.home.place) as home:
        back = two.write_back(home)
        assert back.practices == 1
    read(two.clinic, back.path, typed=back.fingerprint)
    assert two.clinic.practices.get(id_).state == "interrupted"
    assert two.clinic.traces.read(id_).times_s.size == 10


def test_a_practice_in_a_backup_that_was_made_in_its_middle_comes(two: Two) -> None:
    two.paired()
    id_ = two.home.practices.begin(CODE, begun(), [trace(0)])
    for lock in (two.home.place.folder / "running").iterdir():
        lock.unlink()  # no backup has it
    two.home.close()
    with open_store(two.home.place) as home:
        assert [each.state for each in home.glances.entries(CODE)] == ["interrupted"]
        assert home.practices.get(id_).state == "interrupted"
        assert two.write_back(home, now=NOON + DAYS).practices == 1
