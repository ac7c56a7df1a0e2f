"""What the leader is told, what is said to all, and what a seat shows."""

from itertools import pairwise

import pytest

from feedback.cues import CUES
from feedback.group.attending import EMPTY_S, GONE_S, Attending
from feedback.group.common import LONGEST_S, SAID_TO_ALL, SHORTEST_S, SPACING_S, Common
from feedback.group.notices import Notices
from feedback.group.seat import CHANGED_S, QUIET_WARMTH, Glow, circle
from feedback.group.shoulders import SOFTEN
from feedback.group.step import NoticeId
from words.tr import tr

DT = 0.1


def told(reasons: dict[float, set[NoticeId]], until_s: float) -> list[tuple[float, str]]:
    """Return each notice and when it began or, with a minus, went; reasons hold until changed."""
    notices, now = Notices(), set[NoticeId]()
    found: list[tuple[float, str]] = []
    for tick in range(round(until_s / DT)):
        t = round(tick * DT, 1)
        now = reasons.get(t, now)
        after = notices.after(now, DT)
        found += [(t, each) for each in after.told if each not in notices.told]
        found += [(t, f"-{each}") for each in notices.told if each not in after.told]
        notices = after
    return found


def test_past_the_limit_is_told_at_once_and_near_it_after_a_second() -> None:
    assert told({2.0: {"past-limit"}}, 3) == [(2.0, "past-limit")]
    ((t, notice),) = told({2.0: {"at-limit"}}, 5)
    assert notice == "at-limit"
    assert t == pytest.approx(3, abs=0.2)


def test_a_notice_whose_reason_comes_and_goes_does_not_flicker() -> None:
    flicker: dict[float, set[NoticeId]] = {
        round(n * 0.3, 1): {"seldom"} if n % 2 else set() for n in range(30)
    }
    assert told(flicker, 9) == []
    on: dict[float, set[NoticeId]] = {0.0: {"seldom"}}
    steady: dict[float, set[NoticeId]] = {t + 3: why for t, why in flicker.items()}
    begun = told(on | {round(t, 1): why for t, why in steady.items()}, 11)
    assert [each for _, each in begun] == ["seldom"]


def test_the_gravest_is_told_first() -> None:
    notices = Notices()
    for _ in range(60):
        notices = notices.after({"gone", "seldom", "past-limit", "somebody-else"}, DT)
    assert notices.told == ("past-limit", "seldom", "gone", "somebody-else")


def said(cues: list[str | None], until_s: float, before: Common | None = None) -> list[Common]:
    common, found = before or Common(), []
    for tick in range(round(until_s / DT)):
        common = common.after(cues, tick * DT, DT)
        found.append(common)
    return found


@pytest.mark.parametrize(
    ("cues", "all_hear"),
    [
        (["slower", None, None, None], None),
        (["slower", "slower", None, None], "slower"),
        (["slower", "slower", None, None, None], None),
        (["slower"], None),
        (["slower", "slower"], "slower"),
        (["slower", "steady", "steady", "slower"], "slower"),
        (["soften-back"] * 4, None),
        (["cannot-see-joint"] * 4, None),
        ([], None),
    ],
)
def test_only_what_is_common_is_said(cues: list[str | None], all_hear: str | None) -> None:
    assert said(cues, 1.8)[-1].said is None
    assert said(cues, 2.5)[-1].said == all_hear


def test_what_is_said_stays_a_while_and_leaves_silence_after_it() -> None:
    begun = said(["rest", "rest"], 2.5)[-1]
    gone = said([None, None], 30, begun)
    assert sum(each.said is not None for each in gone) * DT == pytest.approx(SHORTEST_S, abs=0.6)
    lasting = said(["rest", "rest"], 40)
    times = [t * DT for t, each in enumerate(lasting) if each.said is None]
    ends = [b for a, b in pairwise(times) if b - a > 1]
    assert ends[0] == pytest.approx(2 + LONGEST_S, abs=0.3)
    silent = [t for t in times if ends[0] <= t < ends[1] - LONGEST_S]
    assert len(silent) * DT == pytest.approx(SPACING_S, abs=0.3)


def test_silence_goes_before_what_is_being_said() -> None:
    assert said(["rest", "rest"], 3)[-1].silent(DT).said is None


def test_what_is_said_to_all_are_cues_and_never_the_protective_one() -> None:
    rules = {rule.id: rule for rule in CUES}
    assert not any(rules[cue].protective for cue in SAID_TO_ALL if cue != SOFTEN)
    assert all(tr(f"all.{id}") != f"all.{id}" for id in SAID_TO_ALL.values())


def test_a_changed_form_stays_long_enough_to_be_seen() -> None:
    glow, seen = Glow(), []
    for tick in range(40):
        glow = glow.past(DT, past=tick == 3)
        seen.append(glow.changed)
    assert seen.index(True) == 3
    assert sum(seen) * DT == pytest.approx(CHANGED_S, abs=0.11)


def test_warmth_comes_with_ease_and_never_goes_below_the_quiet_one() -> None:
    glow, warmths = Glow(), []
    for tick in range(600):
        glow = glow.after(DT, None, at_ease=tick < 300)
        warmths.append(glow.warmth)
    assert max(warmths) == pytest.approx(1, abs=0.01)
    assert min(warmths) >= QUIET_WARMTH
    assert warmths[-1] == pytest.approx(QUIET_WARMTH, abs=0.05)


def test_a_seat_goes_over_from_the_pacer_to_its_person_without_a_jump() -> None:
    glow, shown = Glow(), []
    for tick in range(60):
        glow = glow.after(1 / 30, 0.9 if tick >= 20 else None, at_ease=False)
        shown.append(glow.seat(1, 0.1, seen=True).fullness)
    assert shown[19] == pytest.approx(0.1)
    assert shown[-1] == pytest.approx(0.9, abs=0.01)
    assert max(b - a for a, b in pairwise(shown)) < 0.12


@pytest.mark.parametrize("count", range(1, 13))
def test_the_circle_holds_every_place_once_and_not_from_left_to_right(count: int) -> None:
    places = tuple(range(1, count + 1))
    order = circle(places)
    assert sorted(order) == list(places)
    assert circle(places) == order
    if count > 1:
        assert order != places
    if count > 2:
        assert order != places[::-1]


def test_somebody_who_was_there_is_gone_and_then_the_place_is_empty() -> None:
    there = Attending().after(DT, seen=True, looked=True)
    gone = there.after(GONE_S, seen=False, looked=True)
    assert (gone.gone, gone.empty) == (True, False)
    empty = gone.after(EMPTY_S - GONE_S, seen=False, looked=True)
    assert empty.empty
    assert not empty.after(DT, seen=True, looked=True).gone


def test_what_nobody_looked_at_is_nobodys_leaving_and_who_never_came_is_not_gone() -> None:
    there = Attending().after(DT, seen=True, looked=True)
    assert not there.after(60, seen=False, looked=False).gone
    never = Attending().after(60, seen=False, looked=True)
    assert (never.gone, never.empty) == (False, True)
