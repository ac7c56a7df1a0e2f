"""A thread of its own that owns the sound device, so that no picture ever waits for a sound."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from math import inf
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread

from ui.sounds.ambient import ambient
from ui.sounds.device import Device, MixerDevice, opens_soon

AGAIN_S = 10.0
"""A device that did not open or was lost is tried again no sooner."""
LATE_S = 0.4
"""What could not begin by then is dropped: a chime belongs to its moment."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of the device at `t` seconds.

    Attributes
    ----------
    what
        ``ring``, ``speak``, ``surround``, ``turn``, ``hush``, ``made``, ``lost`` or ``close``.
    t
        Seconds.
    level
        How loud, 0–1.
    noise
        The noise there is to be in from now on, whatever else is asked.
    chime, wav
        What to ring or to speak.
    """

    what: str
    t: float
    level: float = 0.0
    noise: str | None = None
    chime: str | None = None
    wav: Path | None = None


class Loudspeaker:
    """Carries out orders one after another; what goes wrong on the way is silence.

    Nothing is opened and no thread runs before the first order. While a device hangs, orders
    wait; those for a moment that has gone by are dropped when it answers.

    Parameters
    ----------
    open_device
        Opens the device, or raises; without it the system's own, once it was seen to answer.
    make_noise
        Makes a noise ready, which may take a while: nothing waits for it.

    Attributes
    ----------
    now_s
        The newest second there is, by which an order is late or not.
    muted
        Whether nothing is handed to the device.
    """

    def __init__(
        self,
        open_device: Callable[[], Device] | None = None,
        make_noise: Callable[[str], object] = ambient,
    ) -> None:
        self._answers = opens_soon if open_device is None else _always
        self._open_device = open_device or partial(MixerDevice, _always)
        self._make_noise = make_noise
        # Held while the device is opened, which is not to happen once this was closed: a sound
        # system that opens while the program goes down ends it badly.
        self._opening, self._closed = Lock(), False
        self._noises: dict[str, bool] = {}
        self._orders: SimpleQueue[Order] = SimpleQueue()
        self._thread: Thread | None = None
        self._device: Device | None = None
        self._newest = Order("surround", -inf)
        self._tried_s = -inf
        self.now_s = -inf
        self.muted = False

    @property
    def waiting(self) -> int:
        """How many orders have not been begun."""
        return self._orders.qsize()

    def give(self, order: Order) -> None:
        """Ask for something; returns at once."""
        self._orders.put(order)
        if self._thread is None:
            self._thread = Thread(target=self._work, name="loudspeaker", daemon=True)
            self._thread.start()

    def close(self, timeout_s: float) -> None:
        """Stop all and give the device back; one that hangs is not waited for longer.

        Parameters
        ----------
        timeout_s
            How long to wait where no device is open; one that is open is waited for ten times as
            long.
        """
        self.muted = True
        self._closed = True
        if self._opening.acquire(timeout=timeout_s):
            self._opening.release()
        if self._thread is not None:
            self._orders.put(Order("hush", 0.0))
            self._orders.put(Order("close", 0.0))
            self._thread.join(timeout_s if self._device is None else 10 * timeout_s)

    def _work(self) -> None:
        while (order := self._orders.get()).what != "close":
            self._carry_out(order)
        self._let_go(self._tried_s)

    def _carry_out(self, order: Order) -> None:
        if order.what == "lost":
            self._let_go(order.t)
        elif order.what == "hush":
            self._ask(lambda device: device.hush(), self._device, order.t)
        elif not self.muted:
            if order.what == "made":  # who asked for the noise may want another by now
                order = replace(self._newest, what="surround", chime=None, wav=None)
            self._newest = order
            device = self._opened(order.t)
            self._ask(lambda device: self._play(device, order), device, order.t)

    def _ask(self, do: Callable[[Device], None], device: Device | None, t: float) -> None:
        if device is not None:
            try:
                do(device)
            except Exception:  # whatever a sound system says of itself: it is silent from here on
                self._let_go(t)

    def _play(self, device: Device, order: Order) -> None:
        if self.muted:  # while it opened
            return
        if self._is_ready(order):
            device.surround(order.noise, order.level)
        if order.what == "turn":
            device.turn(order.level)
        elif self.now_s - order.t <= LATE_S:
            if order.chime is not None:
                device.ring(order.chime, order.level)
            if order.wav is not None:
                device.speak(order.wav, order.level)

    def _is_ready(self, order: Order) -> bool:
        """Return whether its noise is made; where it is not, have it made and look again then."""
        noise = order.noise
        if noise is None or self._noises.get(noise, False):
            return True
        if noise not in self._noises:
            self._noises[noise] = False
            Thread(target=self._make, args=(noise,), name="noise", daemon=True).start()
        return False

    def _make(self, noise: str) -> None:
        self._make_noise(noise)
        self._noises[noise] = True
        self._orders.put(Order("made", 0.0))

    def _opened(self, t: float) -> Device | None:
        if self._device is None and t - self._tried_s >= AGAIN_S:
            self._tried_s = t
            try:
                if self._answers():
                    self._open()
            except Exception:  # none, or one that does not answer
                return None
        return self._device

    def _open(self) -> None:
        with self._opening:
            if not self._closed:
                self._device = self._open_device()

    def _let_go(self, t: float) -> None:
        self._tried_s = max(self._tried_s, t)
        if self._device is None:
            return
        try:
            self._device.close()
        except Exception:  # it is gone already
            pass
        finally:
            self._device = None  # only now: whoever closes waits longer for one that is open


def _always() -> bool:
    return True
