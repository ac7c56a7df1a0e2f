"""The one place that hands sound to the computer: `pygame.mixer`, opened only when it is wanted."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pygame

from ui.sounds.ambient import ambient
from ui.sounds.chimes import CHIMES, RATE_HZ, Pcm, chime

AMBIENT_FADE_S = 2.0
"""How long a noise takes to come and to go."""
TRIED_WITHIN_S = 8.0
"""A device that takes longer to answer counts as none (a default of ours, unvalidated)."""

# Voices are rendered near full scale, chimes far under it: this brings them together.
_SPOKEN_LEVEL = 0.35
# A chime that comes while another still fades has a place of its own: neither is cut off.
_CHIMES, _AMBIENTS, _VOICE = (0, 1, 2, 3), (4, 5), 6
_OPEN = (
    f"pygame.mixer.init(frequency={RATE_HZ}, size=-16, channels=2, buffer=1024, allowedchanges=0)"
)
# Opened once to wake what has to wake, and once to see how long it takes from then on.
_TRY = f"""
import sys, time, pygame
{_OPEN}
pygame.mixer.quit()
began_s = time.monotonic()
{_OPEN}
sys.exit(time.monotonic() - began_s > 0.5)
"""


class Device(Protocol):
    """A device that is open. Any of these may raise where the device is gone."""

    def ring(self, id: str, level: float) -> None:
        """Begin a chime at a level from 0 to 1."""

    def surround(self, id: str | None, level: float) -> None:
        """Let a noise fade in, or with `None` only let the one that plays fade out."""

    def speak(self, wav: Path, level: float) -> None:
        """Begin a spoken phrase, in place of one that is spoken."""

    def turn(self, level: float) -> None:
        """Play what plays at another level."""

    def hush(self) -> None:
        """Stop all that plays, at once."""

    def close(self) -> None:
        """Give the device back."""


class MixerDevice:
    """`pygame.mixer`, which gives its sound to the system's own choice of a loudspeaker.

    Opening it holds the interpreter, so it is tried in a process of its own first: a sound system
    that hangs, or that takes long each time, is left alone.

    Raises
    ------
    OSError, pygame.error
        Where there is no device that opens soon enough.
    """

    def __init__(self, tried: Callable[[], bool] | None = None) -> None:
        if not (tried or opens_soon)():
            raise OSError("no sound device answers")
        pygame.mixer.init(frequency=RATE_HZ, size=-16, channels=2, buffer=1024, allowedchanges=0)
        pygame.mixer.set_num_channels(_VOICE + 1)
        self._made: dict[str, pygame.mixer.Sound] = {}
        self._noise: str | None = None
        self._spoken: pygame.mixer.Sound | None = None
        self._turns = {"chime": 0, "noise": 0}
        for id in CHIMES:
            self._sound(id, chime)

    def ring(self, id: str, level: float) -> None:
        """Begin a chime; one that still fades goes on beside it."""
        sound = self._sound(id, chime)
        sound.set_volume(level)
        self._next("chime", _CHIMES).play(sound)

    def surround(self, id: str | None, level: float) -> None:
        """Let the noise that plays fade out, and another fade in."""
        if id == self._noise:
            return
        fade_ms = round(1000 * AMBIENT_FADE_S)
        for number in _AMBIENTS:
            pygame.mixer.Channel(number).fadeout(fade_ms)
        self._noise = None
        if id is not None:
            sound = self._sound(id, ambient)
            sound.set_volume(level)
            self._next("noise", _AMBIENTS).play(sound, loops=-1, fade_ms=fade_ms)
            self._noise = id

    def speak(self, wav: Path, level: float) -> None:
        """Begin a spoken phrase; one that is spoken gives way."""
        self._spoken = pygame.mixer.Sound(str(wav))
        self._spoken.set_volume(_SPOKEN_LEVEL * level)
        pygame.mixer.Channel(_VOICE).play(self._spoken)

    def turn(self, level: float) -> None:
        """Play what plays at another level."""
        for sound in self._made.values():
            sound.set_volume(level)
        if self._spoken is not None:
            self._spoken.set_volume(_SPOKEN_LEVEL * level)

    def hush(self) -> None:
        """Stop all that plays, at once."""
        pygame.mixer.stop()
        self._noise = None

    def close(self) -> None:
        """Give the device back."""
        pygame.mixer.quit()

    def _sound(self, id: str, make: Callable[[str], Pcm]) -> pygame.mixer.Sound:
        if id not in self._made:
            self._made[id] = pygame.mixer.Sound(buffer=make(id).tobytes())
        return self._made[id]

    def _next(self, kind: str, numbers: tuple[int, ...]) -> pygame.mixer.Channel:
        self._turns[kind] += 1
        return pygame.mixer.Channel(numbers[self._turns[kind] % len(numbers)])


def opens_soon() -> bool:
    """Return whether another process can open the device, and soon enough."""
    done = subprocess.run(
        [sys.executable, "-c", _TRY],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=TRIED_WITHIN_S,
        check=False,
    )
    return done.returncode == 0
