"""What is handed to the sound device, and what is written where nothing is."""

import threading
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from tests.words.catalogues import texts
from ui.sounds import device
from ui.sounds.ambient import AMBIENTS
from ui.sounds.captions import CAPTION_S, CAPTIONS
from ui.sounds.chimes import CHIMES
from ui.sounds.device import MixerDevice
from ui.sounds.loudspeaker import AGAIN_S, LATE_S, Loudspeaker
from ui.sounds.player import STEPS, Player, level
from ui.sounds.sounding import Heard
from words.wording import forbidden_in

IN, OUT = Heard("moving", "in", 0), Heard("moving", "out", 0)


class Counting:
    """A device that counts what it is handed, and can be lost."""

    def __init__(self) -> None:
        self.handed: list[tuple[str, object, float]] = []
        self.opened = self.closed = self.hushed = 0
        self.there = self.answers = True
        self.may_open = threading.Event()
        self.may_open.set()
        self.noise: str | None = None

    def open(self) -> "Counting":
        self.may_open.wait(10)
        self.opened += 1
        if not self.there:
            raise pygame.error("no such device")
        return self

    def ring(self, id: str, level: float) -> None:
        self._hand("ring", id, level)

    def surround(self, id: str | None, level: float) -> None:
        if id != self.noise:
            self._hand("surround", id, level)
            self.noise = id

    def speak(self, wav: Path, level: float) -> None:
        self._hand("speak", wav.name, level)

    def turn(self, level: float) -> None:
        self._hand("turn", None, level)

    def hush(self) -> None:
        self.hushed += 1
        self.noise = None

    def close(self) -> None:
        self.closed += 1
        self.noise = None

    def _hand(self, what: str, which: object, level: float) -> None:
        if not self.answers:
            raise pygame.error("device gone")
        self.handed.append((what, which, level))

    @property
    def rung(self) -> list[object]:
        return [which for what, which, _ in self.handed if what == "ring"]


def until(true: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    for _ in range(2000):
        if true():
            return
        time.sleep(0.005)
    pytest.fail("it did not come to that")


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def player(counting: Counting) -> Iterator[Player]:
    made = Player(loudspeaker=Loudspeaker(counting.open, make_noise=lambda id: None))
    yield made
    counting.may_open.set()
    made.close(timeout_s=10)


def test_every_sound_has_its_caption_and_every_caption_its_words() -> None:
    assert set(CAPTIONS) == set(CHIMES) | set(AMBIENTS)
    written = dict(texts("en", "sounds"))
    assert {key for key in written if ".caption." in key} == set(CAPTIONS.values())
    assert [text for text in written.values() if forbidden_in(text)] == []
    assert all(len(written[key]) <= 32 for key in CAPTIONS.values())


def test_a_player_that_nobody_hears_opens_nothing(player: Player, counting: Counting) -> None:
    before = threading.active_count()
    Player()
    assert threading.active_count() == before
    assert counting.opened == 0


def test_a_practice_is_rung_chime_by_chime(player: Player, counting: Counting) -> None:
    for frame in range(240):
        player.hear(IN, frame / 60)
        until(lambda: counting.rung == ["start"])
    for frame in range(240, 600):
        player.hear(OUT, frame / 60)
        until(lambda: counting.rung == ["start", "out"])
    assert counting.opened == 1


def test_muted_hands_nothing_to_the_device(counting: Counting, tmp_path: Path) -> None:
    muted = Player(muted=True, loudspeaker=Loudspeaker(counting.open, lambda id: None))
    muted.open(0.0)
    muted.surround("sea", 0.0)
    for frame in range(1200):
        muted.hear(IN if frame // 300 % 2 else OUT, frame / 60)
    muted.speak("cue.rest", tmp_path / "rest.wav", 20.0)
    muted.turn(1.0, 21.0)
    muted.close(timeout_s=10)
    assert counting.handed == []
    assert counting.opened == 0


def test_volume_nothing_is_as_silent_as_muted(counting: Counting) -> None:
    silent = Player(volume=0.0, loudspeaker=Loudspeaker(counting.open, lambda id: None))
    silent.hear(IN, 0.0)
    silent.close(timeout_s=10)
    assert silent.silent
    assert counting.handed == []


def test_muting_stops_what_plays_and_hearing_again_brings_the_noise_back(
    player: Player, counting: Counting
) -> None:
    player.surround("rain", 0.0)
    until(lambda: counting.noise == "rain")
    player.mute(True, 5.0)
    until(lambda: counting.hushed == 1)
    handed = len(counting.handed)
    player.hear(IN, 6.0)
    player.surround("sea", 7.0)
    assert len(counting.handed) == handed
    player.mute(False, 8.0)
    until(lambda: counting.noise == "sea")
    assert player.ambient == "sea"


def test_a_caption_stays_for_a_while_whether_or_not_anything_is_heard(counting: Counting) -> None:
    counting.there = False
    for muted in (False, True):
        quiet = Player(muted=muted, loudspeaker=Loudspeaker(counting.open, lambda id: None))
        assert quiet.caption(10.0) is None
        assert quiet.hear(IN, 10.0) == "start"
        assert quiet.caption(10.0) == "sound.caption.start"
        assert quiet.caption(10.0 + CAPTION_S - 0.01) == "sound.caption.start"
        assert quiet.caption(10.0 + CAPTION_S) is None
        quiet.hear(OUT, 14.0)
        assert quiet.caption(14.5) == "sound.caption.out"
        quiet.surround("wind", 15.0)
        assert quiet.caption(15.0) == "sound.caption.wind"
        quiet.speak("cue.rest", None, 16.0)
        assert quiet.caption(16.0) == "cue.rest"
        quiet.close(timeout_s=10)


def test_no_device_is_silence_and_is_tried_again_only_after_a_while(counting: Counting) -> None:
    counting.there = False
    loudspeaker = Loudspeaker(counting.open, lambda id: None)
    player = Player(loudspeaker=loudspeaker)
    player.surround("sea", 0.0)
    for t in (0.1, 4.0, 8.0, AGAIN_S - 0.1):
        player.hear(IN if t in (0.1, 8.0) else OUT, t)
    until(lambda: loudspeaker.waiting == 0)
    assert counting.opened <= 1
    counting.there = True
    player.hear(IN, AGAIN_S + 1.0)
    until(lambda: counting.rung == ["in"])
    assert counting.opened == 2
    assert counting.noise == "sea"
    player.close(timeout_s=10)


def test_a_device_lost_while_it_plays_is_silence_until_it_is_back(
    player: Player, counting: Counting
) -> None:
    player.hear(IN, 0.0)
    until(lambda: counting.rung == ["start"])
    counting.answers = False
    player.hear(OUT, 4.0)
    until(lambda: counting.closed == 1)
    counting.answers = True
    player.hear(IN, 8.0)  # too soon
    player.hear(OUT, 15.0)
    until(lambda: counting.rung == ["start", "out"])
    assert counting.opened == 2


def test_a_device_that_the_system_takes_away_is_given_back(
    player: Player, counting: Counting
) -> None:
    player.hear(IN, 0.0)
    until(lambda: counting.rung == ["start"])
    player.lost(1.0)
    until(lambda: counting.closed == 1)
    player.hear(OUT, 4.0)
    player.hear(IN, 12.0)
    until(lambda: counting.rung == ["start", "in"])


def test_a_noise_comes_back_by_itself_once_the_device_does(
    player: Player, counting: Counting
) -> None:
    counting.there = False
    player.surround("sea", 0.0)
    until(lambda: counting.opened == 1)
    counting.there = True
    for second in range(25):
        player.hear(Heard("moving", "natural", 0), float(second))
    until(lambda: counting.noise == "sea")


def test_a_chime_that_would_come_late_is_left_out(player: Player, counting: Counting) -> None:
    counting.may_open.clear()
    player.hear(IN, 0.0)
    player.hear(OUT, 4.0)
    player.hear(OUT, 4.0 + LATE_S - 0.1)
    counting.may_open.set()
    until(lambda: bool(counting.rung))
    assert counting.rung == ["out"]


def test_a_device_that_hangs_is_waited_for_by_nobody(counting: Counting) -> None:
    counting.may_open.clear()
    hung = Player(loudspeaker=Loudspeaker(counting.open, lambda id: None))
    for frame in range(3600):
        hung.hear(IN if frame // 300 % 2 else OUT, frame / 60)
    hung.close(timeout_s=0.0)
    assert counting.opened == 0
    counting.may_open.set()
    until(lambda: counting.closed == 1)
    assert counting.handed == []


def test_a_noise_being_made_holds_up_no_chime_and_may_be_changed_for_another(
    counting: Counting,
) -> None:
    sea = threading.Event()
    loudspeaker = Loudspeaker(counting.open, lambda id: id == "sea" and sea.wait(10))
    player = Player(loudspeaker=loudspeaker)
    player.surround("sea", 0.0)
    player.hear(IN, 0.1)
    until(lambda: counting.rung == ["start"])
    player.surround("rain", 0.2)
    until(lambda: counting.noise == "rain")
    sea.set()
    player.hear(OUT, 4.0)
    until(lambda: counting.rung == ["start", "out"])
    assert counting.noise == "rain"
    player.close(timeout_s=10)


def test_the_volume_goes_in_steps_from_silence_to_full(player: Player, counting: Counting) -> None:
    player.turn(0.0, 0.0)
    heard = [player.volume]
    for second in range(STEPS + 3):
        player.turn(player.volume + 1 / STEPS, float(second))
        heard.append(player.volume)
    assert heard == [*(step / STEPS for step in range(STEPS + 1)), 1.0, 1.0, 1.0]
    player.turn(player.volume - 1 / STEPS, 20.0)
    assert player.volume == (STEPS - 1) / STEPS
    assert Player(volume=7.0).volume == 1.0
    assert Player(volume=-1.0).volume == 0.0
    assert level(0.0) == 0.0
    assert level(1.0) == 1.0


def test_hearing_again_and_turning_down_to_nothing_stops(
    player: Player, counting: Counting
) -> None:
    player.hear(IN, 0.0)
    until(lambda: counting.rung == ["start"])
    player.mute(True, 1.0)
    player.mute(False, 2.0)
    assert not player.muted
    for second in range(STEPS):
        player.turn(player.volume - 1 / STEPS, 3.0 + second)
    assert player.silent
    until(lambda: counting.hushed >= 2)


def test_another_practice_has_a_start_of_its_own(player: Player) -> None:
    assert player.hear(IN, 0.0) == "start"
    assert player.hear(Heard("finished", "in", 0), 5.0) == "end"
    assert player.hear(IN, 20.0) == "in"
    player.anew()
    assert player.hear(IN, 40.0) == "start"


def test_an_unknown_noise_is_none(player: Player) -> None:
    player.surround("drums", 0.0)
    assert player.ambient is None
    assert player.caption(0.0) is None


# The real mixer, with the driver that plays to nobody.


@pytest.fixture
def mixer() -> Iterator[MixerDevice]:
    opened = MixerDevice(tried=lambda: True)
    yield opened
    opened.close()


def playing() -> list[int]:
    return [n for n in range(7) if pygame.mixer.Channel(n).get_busy()]


def test_the_mixer_takes_every_sound_and_is_silent_at_once(
    mixer: MixerDevice, tmp_path: Path
) -> None:
    path = tmp_path / "phrase.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22050)
        file.writeframes(np.zeros(22050, np.int16).tobytes())
    for id in CHIMES:
        mixer.ring(id, 0.5)
    mixer.surround("wind", 0.5)
    mixer.surround("sea", 0.5)
    mixer.speak(path, 0.5)
    mixer.turn(0.2)
    assert playing() == [0, 1, 2, 3, 4, 5, 6]
    mixer.hush()
    assert playing() == []
    mixer.surround("sea", 0.5)
    assert len(playing()) == 1


def test_a_phrase_that_cannot_be_read_is_silence(tmp_path: Path) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"RIFF")
    player = Player(loudspeaker=Loudspeaker(lambda: MixerDevice(tried=lambda: True)))
    player.speak("cue.rest", broken, 0.0)
    player.speak("cue.rest", tmp_path / "not-there.wav", 0.1)
    player.close(timeout_s=10)
    assert pygame.mixer.get_init() is None


def test_the_mixer_is_tried_elsewhere_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert device.opens_soon()
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    assert not device.opens_soon()
    with pytest.raises(OSError, match="no sound device"):
        MixerDevice()
    assert pygame.mixer.get_init() is None


def test_a_device_that_takes_a_while_to_be_given_back_is_waited_for(
    counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_back = counting.close

    def slowly() -> None:
        time.sleep(0.3)
        given_back()

    monkeypatch.setattr(counting, "close", slowly)
    player = Player(loudspeaker=Loudspeaker(counting.open, make_noise=lambda id: None))
    player.hear(IN, 0.0)
    while not counting.rung:
        time.sleep(0.01)
    player.close(timeout_s=0.2)  # ten times as long where one is open, which it is until it is not
    assert counting.closed == 1


def test_a_sound_system_that_hangs_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "TRIED_WITHIN_S", 0.2)
    monkeypatch.setattr(device, "_TRY", "import time; time.sleep(60)")
    loudspeaker = Loudspeaker()
    player = Player(loudspeaker=loudspeaker)
    player.hear(IN, 0.0)
    player.close(timeout_s=10)
    assert pygame.mixer.get_init() is None
