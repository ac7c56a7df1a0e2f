"""No sequence of what may be done to ranges ever lets a person go past what was signed.

Calibrations with a therapist and alone, ranges set by hand with and without a reason, imports,
flags, dials, easings, proposals and their acceptance, in any order: what the Coach is given never
lies beyond the ceiling that is signed for the movement, nor, where no reason is signed, beyond
the movement's own as it is offered.
"""

from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from pydantic import ValidationError

from exercises.definition import Target
from exercises.dial import SMALLEST
from exercises.exercise import Exercise
from exercises.flags import FLAGS, Flag
from exercises.importing import imported
from exercises.library import library
from exercises.offer import Offer, offered_to
from exercises.own_targets import own_targets
from exercises.person import Person
from exercises.prepared import prepared
from exercises.programme import Item, Programme
from exercises.range_draft import RangeDraft
from exercises.ranges import target_for
from exercises.signed_range import SignedRange
from exercises.versions import RangeRefused, check_range, latest, next_version, safe_ranges
from feedback.adjusting import Adjusting, adjusted
from feedback.calibrating_intent import Ask, Override, SetTo
from feedback.calibrating_part import parts_of
from feedback.change import Because, Decision, Proposal
from feedback.deciding import Outdated, accepted, ranges_to_sign
from feedback.easing import Easing, eased_programme, eased_share, easings_of, lasting
from feedback.found_range import found_range
from feedback.handles import HANDLES
from feedback.outcome import PracticeOutcome
from feedback.progression import Known, proposal
from feedback.room_for_more import more_range
from feedback.shows import Shown
from tests.feedback.outcomes import comfortable_practice, felt

NAMES = ("sunrise-arms-seated", "side-bend-seated", "sit-to-stand", "open-heart-seated")
LIBRARY = library()
REASON = "a dancer, cleared by the surgeon"
CODE = "P-0147"

shares = st.floats(-0.2, 2.5)
asks = st.one_of(
    st.sampled_from(list(Ask)),
    st.builds(SetTo, st.sampled_from(HANDLES), st.floats(-250, 250)),
)


class Ceilings(RuleBasedStateMachine):
    """A person, their ranges and their programme of one movement, and all that happens to them."""

    def __init__(self) -> None:
        super().__init__()
        self.versions: list[SignedRange] = []
        self.easings: list[Easing] = []
        self.decisions: list[Decision] = []
        self.dial = 1.0
        self.today = date(2026, 3, 1)
        self.outcomes: list[PracticeOutcome] = []

    @initialize(name=st.sampled_from(NAMES), kind=st.booleans())
    def begins(self, name: str, kind: bool) -> None:
        self.person = Person(code=CODE)
        self.movement = LIBRARY[name]
        item = Item(exercise_id=name, range_share=1.0 if kind else 0.7)
        self.programme = Programme(id="mine", title="Mine", items=(item,))

    @property
    def offered(self) -> Exercise:
        return offered_to(self.movement, self.person).exercise

    def sign(self, draft: RangeDraft) -> None:
        """Sign as the store does: only what holds for the movement as it is offered."""
        key = (CODE, draft.exercise_id, draft.measure_key, draft.rising)
        own = draft.signed(CODE, "AB", self.today, next_version(self.versions, key))
        try:
            check_range(own, self.offered)
        except RangeRefused:
            return
        self.versions.append(own)

    @rule(
        way=shares,
        spread=st.floats(0, 0.3),
        error=st.floats(0, 12),
        part=st.integers(0, 1),
        moves=st.lists(asks, max_size=6),
        reason=st.sampled_from([None, None, REASON]),
        locked=st.booleans(),
    )
    def calibrated(
        self,
        way: float,
        spread: float,
        error: float,
        part: int,
        moves: list[Ask | SetTo],
        reason: str | None,
        locked: bool,
    ) -> None:
        held = safe_ranges(self.versions, self.offered)
        parts = parts_of(self.offered, held)
        found = parts[part % len(parts)]
        whole = found.movement.ceiling - found.movement.rest
        tops = [Shown(found.movement.rest + whole * (way + spread * n), error, n) for n in range(3)]
        adjusting = Adjusting(found_range(found, tops, None, locked=locked))
        if not locked:
            if reason is not None:
                adjusting = adjusted(adjusting, Override(reason))
            for move in moves:
                adjusting = adjusted(adjusting, move)
        view = None if self.movement.view == "any" else self.movement.view
        drafts = adjusting.found.drafts(self.movement.id, view)
        for draft in drafts:
            if locked:  # it waits for the therapist, who signs it as it is
                limit = target_of(self.offered, self.versions, draft)
                assert limit is None or abs(draft.ceiling - limit[0]) <= limit[1] + 1e-6
            self.sign(draft)

    @rule(
        low=shares,
        width=st.floats(0.01, 1),
        beyond=st.floats(0.01, 1),
        reason=st.sampled_from([None, None, REASON]),
        side=st.integers(0, 3),
    )
    def set_by_hand(
        self, low: float, width: float, beyond: float, reason: str | None, side: int
    ) -> None:
        draft = by_hand(self.offered, low, width, beyond, reason, side)
        if draft is not None:
            self.sign(draft)

    @rule(
        low=shares,
        width=st.floats(0.01, 1),
        beyond=st.floats(0.01, 1),
        reason=st.sampled_from([None, REASON]),
        side=st.integers(0, 3),
        version=st.integers(1, 40),
    )
    def comes_from_elsewhere(
        self, low: float, width: float, beyond: float, reason: str | None, side: int, version: int
    ) -> None:
        draft = by_hand(self.movement, low, width, beyond, reason, side)
        if draft is not None:
            before = self.given()
            theirs = [draft.signed(CODE, "ZZ", self.today, version)]
            taken, _ = imported(self.versions, theirs, self.offered)
            self.versions += taken
            for now, then in zip(self.given(), before, strict=True):
                assert abs(now[0] - now[1]) <= abs(then[0] - then[1]) + 1e-6

    @rule(low=shares, width=st.floats(0.01, 1), beyond=st.floats(0.01, 1), side=st.integers(0, 3))
    def slips_in(self, low: float, width: float, beyond: float, side: int) -> None:
        """Hold a range without a reason that nobody looked at, as from a store that was altered."""
        draft = by_hand(self.movement, low, width, beyond, None, side)
        if draft is not None:
            key = (CODE, draft.exercise_id, draft.measure_key, draft.rising)
            number = next_version(self.versions, key)
            self.versions.append(draft.signed(CODE, "AB", self.today, number))

    @rule(flags=st.lists(st.sampled_from(FLAGS), unique=True, max_size=3))
    def is_flagged(self, flags: list[Flag]) -> None:
        flagged = self.person.model_copy(update={"flags": tuple(flags)})
        if not offered_to(self.movement, flagged).hidden:
            self.person = flagged

    @rule(dial=st.floats(SMALLEST, 1))
    def is_smaller_today(self, dial: float) -> None:
        self.dial = dial

    @rule(kind=st.sampled_from(["well", "much", "pain", "flare"]))
    def practises(self, kind: str) -> None:
        self.today += timedelta(days=1)
        name = self.movement.id
        outcome = comfortable_practice(
            on=self.today,
            movements=felt(name, too_much=kind == "much"),
            pain_after=6 if kind == "pain" else 2,
            flare=kind == "flare",
        )
        self.outcomes.append(outcome)
        self.easings += easings_of(outcome)

    @rule(yes=st.booleans())
    def something_is_proposed(self, yes: bool) -> None:
        movements = {self.movement.id: self.offered}
        kept = lasting(self.easings)
        now = eased_programme(self.programme, kept, self.today, movements)
        known = Known(self.person, now, self.versions, movements, self.outcomes, self.decisions)
        found = proposal(known, self.today)
        if found is None:
            return
        self.decisions.append(Decision(proposal=found, accepted=yes, on=self.today))
        if yes:
            self.accept(now, found)

    @precondition(lambda self: self.versions)
    @rule(after=shares, forged=st.booleans())
    def a_range_is_proposed(self, after: float, forged: bool) -> None:
        """Offer a range that grows, also one that no rule would have proposed."""
        item = self.programme.items[0]
        more = more_range(item.model_copy(update={"range_share": 1.0}), self.offered, self.versions)
        if more is None:
            return
        wish = Proposal(
            exercise_id=self.movement.id,
            variable="range",
            before=more.before,
            after=more.before * after if forged else more.after,
            measure_key=more.measure_key,
            rising=more.rising,
            on=self.today,
            reasons=(Because(id="because.no-pain-rise"),),
        )
        self.accept(self.programme, wish)

    def accept(self, now: Programme, wish: Proposal) -> None:
        try:
            self.programme = accepted(now, wish, self.offered)
            if wish.measure_key is not None:
                for draft in ranges_to_sign(self.versions, wish, self.offered):
                    self.sign(draft)
            else:
                self.easings = [easing for easing in self.easings if easing.why == "flare-day"]
        except Outdated:
            pass

    def given(self) -> list[tuple[float, float]]:
        """Return the ceiling and the rest of each measure as the Coach gets them."""
        held = safe_ranges(self.versions, self.offered)
        return [(own.target.ceiling, own.target.rest) for own in own_targets(self.offered, held)]

    @invariant()
    def nothing_goes_past_what_is_signed(self) -> None:
        if not hasattr(self, "movement"):
            return
        share = self.dial * eased_share(self.easings, self.movement.id, self.today)
        ready = prepared(self.programme.items[0], self.movement, self.person, self.versions, share)
        assert not isinstance(ready, Offer)
        signed = {(own.measure_key, own.rising): own for own in latest(self.versions)}
        written = {(own.row, own.side): own.target for own in own_targets(self.offered)}
        for own in own_targets(ready.exercise, ready.ranges):
            target = next(t for t in ready.exercise.targets if t.measure == own.measure.name)
            given = target_for(ready.exercise, target, own.side, ready.ranges)
            if given.role != "steady":
                key = own.measure.key, given.rising
                stays_inside(given, signed.get(key), written[own.row, own.side])


def stays_inside(given: Target, signed: SignedRange | None, written: Target) -> None:
    """Check what the Coach is given against what is signed, and against what is offered."""
    way = abs(given.ceiling - given.rest)
    if signed is not None:
        assert way <= abs(signed.ceiling - given.rest) + 1e-6
    if signed is None or signed.override_reason is None:
        assert way <= abs(written.ceiling - written.rest) + 1e-6
    # A range that ends at rest keeps a sliver, so that it still says which way it goes.
    assert abs(given.far - given.rest) <= max(way, 1e-3) + 1e-6


def target_of(
    movement: Exercise, versions: list[SignedRange], draft: RangeDraft
) -> tuple[float, float] | None:
    """Return rest and ceiling's way of what holds for a draft before it is signed."""
    for own in own_targets(movement, safe_ranges(versions, movement)):
        if (own.measure.key, own.target.rising) == (draft.measure_key, draft.rising):
            return own.target.rest, abs(own.target.ceiling - own.target.rest)
    return None


def by_hand(
    movement: Exercise, low: float, width: float, beyond: float, reason: str | None, side: int
) -> RangeDraft | None:
    """Return a range somebody types: its ends as shares of the movement's own way."""
    every = [own for own in own_targets(movement) if own.target.role != "steady"]
    own = every[side % len(every)]
    rest, whole = own.target.rest, own.target.ceiling - own.target.rest
    ends = [rest + whole * end for end in (low, low + width, low + width + beyond)]
    first, last = sorted(ends[:2])
    try:
        return RangeDraft(
            exercise_id=movement.id,
            measure_key=own.measure.key,
            low=first,
            high=last,
            ceiling=ends[2],
            override_reason=reason,
        )
    except ValidationError:
        return None


Ceilings.TestCase.settings = settings(max_examples=30, stateful_step_count=15, deadline=None)
test_no_sequence_of_changes_goes_past_a_signed_ceiling = Ceilings.TestCase
