"""A range that was found, in the hands of a therapist."""

from dataclasses import dataclass, replace

from feedback.calibrating_intent import Ask, CalibratingIntent, Override, SetTo
from feedback.found_range import FoundRange
from feedback.grid import MANY
from feedback.handles import HANDLES, Handle

_STEPS = {Ask.FARTHER: 1, Ask.NEARER: -1, Ask.MUCH_FARTHER: MANY, Ask.MUCH_NEARER: -MANY}


@dataclass(frozen=True, slots=True)
class Adjusting:
    """What was found, and which of its ends is taken hold of."""

    found: FoundRange
    handle: Handle = "far"


def adjusted(adjusting: Adjusting, intent: CalibratingIntent | None) -> Adjusting:
    """Return what `intent` makes of it; what does not concern it changes nothing."""
    found, handle = adjusting.found, adjusting.handle
    if intent is Ask.SELECT:
        return replace(adjusting, handle=HANDLES[(HANDLES.index(handle) + 1) % len(HANDLES)])
    if isinstance(intent, SetTo):
        return Adjusting(found.set_to(intent.handle, intent.value), intent.handle)
    if isinstance(intent, Override):
        return replace(adjusting, found=replace(found, override_reason=intent.reason.strip()))
    if isinstance(intent, Ask) and intent in _STEPS:
        return replace(adjusting, found=found.moved(handle, _STEPS[intent]))
    return adjusting
