"""Signing what was found, or noting it where nobody is there to sign."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from exercises.exercise import Exercise
from exercises.person import Person
from exercises.range_draft import RangeDraft
from exercises.signed_range import REVIEW_AFTER, SignedRange
from exercises.versions import signed_drafts
from feedback.ratings import DiaryEntry
from ui.around import Around
from ui.next import Ask, Next, Open
from ui.ports import Keeps
from ui.screens.conflict import Conflict, Side
from ui.screens.pin import Pin
from ui.told import draft_lines, range_lines
from ui.widgets.choice import Choice

_WEEKS = (2, 4, 6, 8, 12)


class Signing:
    """Asks for the signature of ranges that were found.

    Parameters
    ----------
    person, exercise
        Whose, and in which movement as it is offered to them.
    signed
        Called with what was signed.
    leave
        Called where what somebody else signed meanwhile is left as it is.

    Attributes
    ----------
    settling
        Whether what somebody else signed meanwhile is being read, to be shown.
    """

    def __init__(
        self,
        around: Around,
        person: Person,
        exercise: Exercise,
        signed: Callable[[tuple[SignedRange, ...]], Next],
        leave: Callable[[], Next],
    ) -> None:
        self._around, self._person, self._exercise = around, person, exercise
        self._signed, self._leave = signed, leave
        self.settling = False

    def ask(self, drafts: Sequence[RangeDraft], versions: Sequence[SignedRange]) -> Next:
        """Ask for the signature of `drafts`, which follow upon `versions`."""
        around, tr = self._around, self._around.tr
        weeks = [(count, tr("calibrate.weeks", count=count)) for count in _WEEKS]
        review = Choice(tr("calibrate.review"), weeks, REVIEW_AFTER.days // 7)

        def sign(initials: str, pin: str) -> Callable[[Keeps], Any]:
            def keep(keeps: Keeps) -> tuple[SignedRange, ...]:
                today = around.today()
                review_on = today + timedelta(weeks=review.value)
                code = self._person.code
                signed = signed_drafts(drafts, code, initials, today, versions, review_on)
                keeps.ranges.sign_all(signed, pin)
                return signed

            return keep

        told = (
            (tr("proposals.movement"), tr(self._exercise.title)),
            (tr("calibrate.on"), around.today().isoformat()),
            *draft_lines(around, drafts),
        )
        title = tr("calibrate.signing", code=self._person.code)
        return Open(
            Pin(around, title, told, sign, self._signed, lambda _: self._stale(drafts), (review,))
        )

    def _stale(self, drafts: Sequence[RangeDraft]) -> Next:
        """Read what was signed meanwhile, and show both."""
        code, self.settling = self._person.code, True
        return Ask(
            lambda keeps: keeps.ranges.current(code),
            lambda current: self._conflict(drafts, current),
        )

    def _conflict(self, drafts: Sequence[RangeDraft], current: Sequence[SignedRange]) -> Next:
        around, tr = self._around, self._around.tr
        self.settling = False
        keys = {(draft.measure_key, draft.rising) for draft in drafts}
        theirs = [
            own
            for own in current
            if own.exercise_id == self._exercise.id and (own.measure_key, own.rising) in keys
        ]
        return Open(
            Conflict(
                around,
                tr("conflict.ranges", code=self._person.code),
                theirs=Side(tr("conflict.theirs"), range_lines(around, theirs)),
                yours=Side(tr("conflict.yours"), draft_lines(around, drafts)),
                keep_theirs=self._leave,
                keep_yours=lambda: self.ask(drafts, current),
            )
        )


def noted_alone(
    around: Around, person: Person, exercise: Exercise, drafts: Sequence[RangeDraft]
) -> Next:
    """Note for the therapist what a patient showed alone, where it may be kept."""
    if not drafts or person.consent is None or not person.consent.may_record:
        return None
    shown = "; ".join(f"{name}: {text}" for name, text in draft_lines(around, drafts) if name)
    title = around.tr(exercise.title)
    words = around.tr("calibrate.shown-alone", movement=title, ranges=shown)
    entry = DiaryEntry(day=around.today(), words=words)
    return Ask(lambda keeps: keeps.diary.add(person.code, entry), lambda _: None)
