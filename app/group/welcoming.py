"""What everybody sees while people arrive: the welcome, before anything goes on."""

from dataclasses import replace

from feedback.group.step import Public
from feedback.pacer import resting_breath

# The welcome's soft timer stands full meanwhile.
_FULL_S = 60.0


def welcoming(public: Public, t: float) -> Public:
    """Return the beginning of a practice as everybody sees it while people arrive."""
    return replace(
        public, kind="talking", talk="welcome", breath=resting_breath(t), remaining_s=_FULL_S
    )
