"""Where a calibration is at one moment: everything that a screen shows of it."""

from dataclasses import dataclass
from typing import Literal

from exercises.range_draft import RangeDraft
from feedback.calibrating_part import Part
from feedback.feedback import Cue
from feedback.handles import Handle
from feedback.proposal import Proposed
from feedback.shows import Shown, Untaken

Kind = Literal["neutral", "show", "adjust", "sign", "finished", "left"]


@dataclass(frozen=True, slots=True)
class CalibratingStep:
    """One moment.

    Attributes
    ----------
    kind
        ``neutral``: the person rests as they do. ``show``: they show what is comfortable.
        ``adjust``: the therapist looks at what is proposed, and moves it. ``sign``: all that was
        found waits for a signature. ``finished``, ``left``: from then on nothing changes.
    part
        What is measured or looked at; the last one once all is found.
    index, count
        Its place among all, from 0, and how many there are.
    value, error
        The measure now and its expected error; NaN where they are not known.
    measuring
        Whether it is being measured; not while the view is not valid or the sight is unsure.
    still
        0–1, in ``neutral``: how much of the time it takes has gone by.
    neutral
        Where the person rests, once that is known.
    tops, wanted
        Those taken, and how many are asked for.
    last_untaken
        Why the last show was not taken: ``unsure``, ``hurried`` or ``small``; else `None`.
    remaining_s
        Seconds that are left for measuring this part.
    setting
        What is proposed and may be moved, in ``adjust``; `None` where nothing could be found.
    handle
        Which of its ends is taken hold of.
    limit
        What its ceiling is not moved past.
    drafts
        What was found so far and waits for a signature, in order; none once it was left.
    cue
        The one cue that is said.
    """

    kind: Kind
    part: Part
    index: int
    count: int
    value: float
    error: float
    measuring: bool
    still: float
    neutral: float | None
    tops: tuple[Shown, ...]
    wanted: int
    last_untaken: Untaken | None
    remaining_s: float
    setting: Proposed | None
    handle: Handle
    limit: float
    drafts: tuple[RangeDraft, ...]
    cue: Cue | None
