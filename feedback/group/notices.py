"""What whoever leads a group is told of one place, so steadied that nothing flickers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from feedback.group.step import NoticeId


@dataclass(frozen=True, slots=True)
class NoticeRule:
    """One row of the table: how long its reason lasts before it is told, and how long it stays.

    Seconds, all of them defaults of ours, unvalidated.
    """

    after_s: float
    stays_s: float


# The gravest first. Being gone is timed where it is noticed.
NOTICES: Mapping[NoticeId, NoticeRule] = MappingProxyType(
    {
        "past-limit": NoticeRule(0.0, 1.0),
        "at-limit": NoticeRule(1.0, 1.0),
        "turned": NoticeRule(1.5, 1.0),
        "limit-unseen": NoticeRule(1.5, 1.0),
        "seldom": NoticeRule(1.0, 1.0),
        "gone": NoticeRule(0.0, 0.5),
        "somebody-else": NoticeRule(0.5, 1.0),
    }
)


@dataclass(frozen=True, slots=True)
class Notices:
    """What is told, and since how many seconds each asks to be told or to go.

    `told` has the gravest first.
    """

    told: tuple[NoticeId, ...] = ()
    asking: Mapping[NoticeId, float] = field(default_factory=dict)

    def after(self, reasons: Collection[NoticeId], by_s: float) -> "Notices":
        """Return what is told `by_s` seconds later, there being these `reasons` now."""
        told: list[NoticeId] = []
        asking: dict[NoticeId, float] = {}
        for notice, rule in NOTICES.items():
            was, wish = notice in self.told, notice in reasons
            if was != wish:
                asked_s = self.asking[notice] + by_s if notice in self.asking else 0.0
                if asked_s >= (rule.after_s if wish else rule.stays_s):
                    was = wish
                else:
                    asking[notice] = asked_s
            if was:
                told.append(notice)
        return Notices(tuple(told), asking)
