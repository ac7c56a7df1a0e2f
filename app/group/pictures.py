"""What is drawn in a group's two windows, and when: everybody's picture first."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from app.group.bumped import Bumped
from app.group.detection import GroupSeen
from app.group.leader_desk import LeaderDesk
from app.group.watching import Watch
from app.group.windows import Windows
from feedback.group.place_sight import PlaceSight, poses_of
from feedback.group.step import GroupStep, Public
from ui.group.leader_view import LeaderView
from ui.group.projected import ProjectedScreen
from ui.view import Choices

# The leader's window is drawn so often a second, after the picture that everybody sees was shown:
# painted anew it takes as long as that. While nothing is done there it is read rather than watched,
# and is drawn less often; for so many seconds after something was done it follows at once.
LEADER_FPS, LEADER_READ_FPS = 15, 8
FOLLOWS_S = 2.0


class Pictures:
    """Draws both windows, each as often as it needs.

    Parameters
    ----------
    windows
        Where they are drawn; either may be closed and opened meanwhile.
    language
        The language of what everybody reads.
    """

    def __init__(self, windows: Windows, language: str) -> None:
        self._windows = windows
        self._projected = ProjectedScreen(windows.size, language)
        self._size = windows.size
        self._led_s = self._done_s = -inf

    def follow_leader(self, t: float) -> None:
        """Let the leader's window follow at once for a while: something was done there."""
        self._done_s = t

    def draw(
        self,
        public: Public,
        choices: Choices,
        t: float,
        caption: str | None,
        sights: Mapping[int, PlaceSight],
    ) -> None:
        """Draw what everybody sees at `t` seconds, with the caption of what is heard."""
        pane = self._windows.projected
        if pane is None:
            return
        if pane.size != self._size:
            self._size = pane.size
            self._projected.resize(pane.size)
        busy = self.leader_due(t)
        poses = poses_of(sights, t)
        self._projected.draw(pane.surface, public, choices, t, caption, busy=busy, poses=poses)

    def leader_due(self, t: float) -> bool:
        """Return whether the leader's window is to be drawn in the turn of `t` seconds."""
        per_s = LEADER_FPS if t - self._done_s < FOLLOWS_S else LEADER_READ_FPS
        return self._windows.leader is not None and t - self._led_s >= 1 / per_s

    def draw_leader(
        self, desk: LeaderDesk, step: GroupStep, view: LeaderView, seen: GroupSeen | None, t: float
    ) -> None:
        """Draw the leader's window at `t` seconds and show it; nothing where it is closed."""
        pane = self._windows.leader
        if pane is None:
            return
        self._led_s = t
        desk.resize(pane.size)
        desk.draw(pane.surface, step, view, seen, self._windows.choices, t)
        self._windows.present_leader()


@dataclass(frozen=True, slots=True)
class Who:
    """Whose codes are at which places, and the initials of who leads."""

    codes: Mapping[int, str]
    initials: str


def view_of(
    watch: Watch, bumped: Bumped, who: Who, step: GroupStep, windows: Windows, t: float
) -> LeaderView:
    """Return what the leader is told besides how the places fare."""
    notice, values = watch.notice(t), dict[str, object]()
    if notice is None and bumped.asks:
        notice = "leader.camera-moved"
        if bumped.empty:
            notice = "leader.camera-moved-off"
            values["places"] = ", ".join(str(each) for each in bumped.empty)
    return LeaderView(
        codes=who.codes,
        initials=who.initials,
        each_per_s=watch.each_per_s(step, t),
        projected=windows.projected is not None,
        notice=notice,
        values=tuple(values.items()),
    )
