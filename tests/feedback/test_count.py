from exercises.definition import Target
from feedback.count import Count
from feedback.own_range import OwnRange
from feedback.repetition import Repetition

ARM = Target(measure="shoulder_abduction", rest=0, low=60, high=120, ceiling=150)


def way(number: int, top: float) -> Repetition:
    return Repetition("left", 10.0 * number, 10.0 * number + 4, 10.0 * number + 9, top)


def counted(*tops: float, lacking: bool = False) -> Count:
    own, count = OwnRange(ARM), Count()
    for number, top in enumerate(tops):
        before = len(count.repetitions)
        count = count.with_way(way(number, top), top, own, lacking=lacking)
        own.came(top, whole=len(count.repetitions) > before)
        count = count.with_own_way_known(own)
    return count


def test_far_enough_is_a_repetition_and_less_is_a_part() -> None:
    count = counted(90, 50, 95)
    assert [r.peak for r in count.repetitions] == [90, 95]
    assert [(p.peak, p.start_s) for p in count.partial] == [(50, 10.0)]


def test_small_ways_that_turn_out_to_be_the_whole_way_are_repetitions_as_they_were() -> None:
    assert not counted(36).repetitions
    count = counted(36, 35, 37)
    assert count.repetitions == (way(0, 36), way(1, 35), way(2, 37))
    assert not count.partial


def test_what_lacks_something_is_a_part_however_far_it_comes() -> None:
    count = counted(90, 90, 90, lacking=True)
    assert not count.repetitions
    assert len(count.partial) == 3


def test_unfinished_ones_are_kept_apart() -> None:
    count = counted(90).with_unfinished(20.0, 24.0)
    assert count.unfinished == ((20.0, 24.0),)
    assert len(count.repetitions) == 1
