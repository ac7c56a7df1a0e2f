"""What is heard of a practice: chimes, a noise, a spoken phrase; and the caption of each."""

from math import inf
from pathlib import Path

from ui.sounds.ambient import AMBIENTS
from ui.sounds.captions import CAPTION_S, CAPTIONS
from ui.sounds.loudspeaker import AGAIN_S, Loudspeaker, Order
from ui.sounds.sounding import Heard, Sounding, after

STEPS = 10
"""Steps of the volume between silence and full."""


class Player:
    """Sounds a practice. Every call returns at once, with or without a device, and raises nothing.

    Captions do not ask whether anything is heard: they are the same when muted, when the volume is
    at nothing, and where there is no device.

    Parameters
    ----------
    volume
        0–1, taken to the nearest of `STEPS`.
    muted
        Nothing at all is handed to the device.
    loudspeaker
        Owns the device.
    """

    def __init__(
        self,
        volume: float = 0.6,
        muted: bool = False,
        loudspeaker: Loudspeaker | None = None,
    ) -> None:
        self._step = _step(volume)
        self._muted = muted
        self._loudspeaker = loudspeaker or Loudspeaker()
        self._loudspeaker.muted = self.silent
        self._sounding = Sounding()
        self._ambient: str | None = None
        self._caption: str | None = None
        self._captioned_s = -inf
        self._asked_s = -inf

    @property
    def volume(self) -> float:
        """How loud, 0–1, in steps."""
        return self._step / STEPS

    @property
    def muted(self) -> bool:
        """Whether nothing is to be heard, whatever the volume."""
        return self._muted

    @property
    def silent(self) -> bool:
        """Whether nothing is heard: muted, or at volume 0."""
        return self._muted or self._step == 0

    @property
    def ambient(self) -> str | None:
        """The noise there is to be in, or `None`."""
        return self._ambient

    def open(self, t: float) -> None:
        """Open the device beforehand, so that the first chime is not too late; not when silent."""
        self._give("surround", t)

    def hear(self, now: Heard, t: float) -> str | None:
        """Sound what begins now; return the chime that does, or `None`. For every picture."""
        self._loudspeaker.now_s = t
        self._sounding, begun = after(self._sounding, now, t)
        if begun is not None:
            self._write(CAPTIONS[begun], t)
            self._give("ring", t, chime=begun)
        elif self._ambient is not None and t - self._asked_s >= AGAIN_S:
            self._give("surround", t)  # comes back where the device does
        return begun

    def anew(self) -> None:
        """Begin another practice: it has its start and its end again."""
        self._sounding = Sounding()

    def surround(self, id: str | None, t: float) -> None:
        """Let a noise fade in over 2 s, or with `None` fade out; an unknown one is none."""
        id = id if id in AMBIENTS else None
        if id == self._ambient:
            return
        self._ambient = id
        if id is not None:
            self._write(CAPTIONS[id], t)
        self._give("surround", t)

    def speak(self, id: str, wav: Path | None, t: float) -> None:
        """Speak a fixed phrase that has been rendered; its own id is its caption.

        Parameters
        ----------
        id
            The phrase's id in the catalogues.
        wav
            Where it is kept; `None` where it is not rendered (yet): then it is only written.
        """
        self._loudspeaker.now_s = max(self._loudspeaker.now_s, t)
        self._write(id, t)
        if wav is not None:
            self._give("speak", t, wav=wav)

    def caption(self, t: float) -> str | None:
        """Return the id of what to write of the newest sound, for as long as it is new."""
        return self._caption if 0 <= t - self._captioned_s < CAPTION_S else None

    def turn(self, volume: float, t: float) -> None:
        """Set the volume, 0–1."""
        step = _step(volume)
        if step != self._step:
            self._step = step
            self._change(t)

    def mute(self, muted: bool, t: float) -> None:
        """Stop all that plays at once and hand nothing on; or hear again."""
        if muted != self._muted:
            self._muted = muted
            self._change(t)

    def lost(self, t: float) -> None:
        """Say that the system took a sound device away: silent, and tried again after a while."""
        self._loudspeaker.give(Order("lost", t))

    def close(self, timeout_s: float = 0.5) -> None:
        """Stop, and give the device back; a device that hangs is not waited for longer."""
        self._loudspeaker.close(timeout_s)

    def _change(self, t: float) -> None:
        self._loudspeaker.muted = self.silent
        if self.silent:
            self._loudspeaker.give(Order("hush", t))
        else:
            self._give("turn", t)

    def _give(self, what: str, t: float, chime: str | None = None, wav: Path | None = None) -> None:
        if self.silent:
            return
        self._asked_s = t
        self._loudspeaker.give(Order(what, t, level(self.volume), self._ambient, chime, wav))

    def _write(self, caption: str, t: float) -> None:
        self._caption, self._captioned_s = caption, t


def level(volume: float) -> float:
    """Return the level of a volume: an even step of the one sounds like an even step."""
    return volume * volume


def _step(volume: float) -> int:
    return round(STEPS * min(max(volume, 0.0), 1.0))
