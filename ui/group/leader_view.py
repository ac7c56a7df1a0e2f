"""What the leader's window shows beside the step of the practice: plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class LeaderView:
    """What only the leader is shown.

    Attributes
    ----------
    codes
        The code of whoever is at a place, by the place's number; places without one are left out.
    initials
        Of who leads today; empty where nobody said so.
    each_per_s
        How often this machine can see each place in a second; `None` where it sees nobody.
    projected
        Whether the projector's window is there.
    notice
        Id of what is to be said of the source (``notice.dark``), or of what the leader is asked;
        or `None`.
    values
        What the notice's text names in braces.
    """

    codes: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    initials: str = ""
    each_per_s: int | None = None
    projected: bool = True
    notice: str | None = None
    values: tuple[tuple[str, object], ...] = ()
