"""A spoken voice for fixed phrases: rendered once by the system's own voices, kept as WAV files.

A driver of the system's voices may be missing, may find no voice, or may hang. Each of its runs is
a process of its own with a time limit, and one run is one phrase: some drivers do not come back
from a second. What goes wrong is silence, with a line for the settings in `Voice.trouble`.
"""

import hashlib
import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import wave
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread

import platformdirs

from words.tr import tr

RATE_PER_MIN = 140
"""Words a minute: slower than most voices' own (a default of ours, unvalidated)."""
LIMIT_S = 20.0
"""How long one run of the driver may take (a default of ours, unvalidated)."""

NOT_INSTALLED, NO_SYSTEM = 3, 4
"""What `speak_once` ends with where there is no pyttsx3, and where its driver does not work."""

_WHY = {NOT_INSTALLED: "sound.voice.not-installed", NO_SYSTEM: "sound.voice.none-of-system"}

Driver = Callable[[Sequence[str]], str]
"""Runs the driver with arguments and returns what it printed.

Raises `Silent` where it cannot.
"""


class Silent(Exception):  # noqa: N818 (named after what was found)
    """The driver did not speak; its text is the id of the line that says why."""


def voice_folder() -> Path:
    """Return where spoken phrases are kept; asking does not make it."""
    home = os.environ.get("UNHURRIED_HOME")
    if home:
        return Path(home).absolute() / "voice"
    return platformdirs.user_cache_path("unhurried", appauthor=False) / "voice"


class Voice:
    """Speaks phrases that are known beforehand; off until it is switched on.

    Nothing is started while it is off. What a person wrote never comes here: every phrase is
    given when it is made.

    Parameters
    ----------
    phrases
        Ids of the catalogues, and texts of movements, without values to fill in.
    language
        As in ``en``.
    on
        Whether phrases are rendered and returned.
    folder
        Where they are kept; the platform's place for it where `None`.
    driver
        Runs the driver of the system's voices.

    Attributes
    ----------
    trouble
        Id of the line that says why nothing is spoken, or `None`.
    """

    def __init__(
        self,
        phrases: Iterable[str],
        language: str = "en",
        *,
        on: bool = False,
        folder: Path | None = None,
        driver: Driver | None = None,
    ) -> None:
        self._texts = dict(_texts(phrases, language))
        self._language = language
        self._folder = (folder or voice_folder()).absolute()
        self._driver = driver or run_driver
        self._kept: dict[str, Path] = {}
        self._first: SimpleQueue[str] = SimpleQueue()
        self._thread: Thread | None = None
        self._starting = Lock()
        self._closed = False
        self.on = on
        self.trouble: str | None = None

    def wav(self, id: str) -> Path | None:
        """Return where the phrase is kept; `None` while it is not. For the drawing thread.

        The first call starts to render them all, and what is asked for comes first.
        """
        if not self.on or self._closed or id not in self._texts:
            return None
        if id not in self._kept:
            self._first.put(id)
            self.prepare()
        return self._kept.get(id)

    def prepare(self) -> None:
        """Begin to render all phrases, in a thread of its own; returns at once."""
        with self._starting:
            if self.on and not self._closed and self._thread is None:
                self._thread = Thread(target=self._render_all, name="voice", daemon=True)
                self._thread.start()

    def finished(self, timeout_s: float) -> bool:
        """Wait until nothing more is being rendered; return whether it is so by then."""
        if self._thread is not None:
            self._thread.join(timeout_s)
        return self._thread is None or not self._thread.is_alive()

    def close(self) -> None:
        """Render nothing more; a phrase that is being rendered is not waited for."""
        self._closed = True

    def _render_all(self) -> None:
        try:
            voice = choose(listed(self._driver(["voices"])), self._language)
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            left = list(self._texts)
            while left and not self._closed:
                id = self._next(left)
                left.remove(id)
                self._kept[id] = self._rendered(voice, self._texts[id])
        except Silent as silent:
            self.trouble = str(silent)
        except (ValueError, KeyError):
            self.trouble = "sound.voice.no-answer"
        except OSError:
            self.trouble = "sound.voice.no-room"

    def _next(self, left: Sequence[str]) -> str:
        with suppress(Empty):
            while True:
                asked = self._first.get_nowait()
                if asked in left:
                    return asked
        return left[0]

    def _rendered(self, voice: str, text: str) -> Path:
        path = self._folder / kept_name(self._language, voice, RATE_PER_MIN, text)
        if is_speech(path):
            return path
        # Private from its first byte, and under its own name only when it is whole.
        handle, unfinished = tempfile.mkstemp(suffix=".wav", prefix=".", dir=self._folder)
        os.close(handle)
        try:
            self._driver(["say", unfinished, voice, str(RATE_PER_MIN), text])
            if not is_speech(Path(unfinished)):
                raise Silent("sound.voice.no-answer")
            Path(unfinished).chmod(0o600)
            Path(unfinished).replace(path)
        finally:
            Path(unfinished).unlink(missing_ok=True)
        return path


def kept_name(language: str, voice: str, rate_per_min: int, text: str) -> str:
    """Return the name of a phrase's file, which does not tell what is said."""
    told = json.dumps([language, voice, rate_per_min, text]).encode()
    return f"{hashlib.sha256(told).hexdigest()}.wav"


def listed(printed: str) -> list[dict[str, object]]:
    """Return the voices a driver printed on its last line; what it says before is its own affair.

    Raises
    ------
    ValueError
        Where there is no such list.
    """
    voices = json.loads((printed.strip().splitlines() or [""])[-1])
    if not isinstance(voices, list) or not all(isinstance(voice, dict) for voice in voices):
        raise ValueError("no list of voices")
    return voices


def choose(voices: Sequence[Mapping[str, object]], language: str) -> str:
    """Return the id of the voice to speak `language` with: the plainest of that language.

    Parameters
    ----------
    voices
        Each with its `id` and its `languages`, written as the system does, as in ``en_GB``.

    Raises
    ------
    Silent
        Where there is none at all, or none of that language: another would not be understood.
    """
    if not voices:
        raise Silent("sound.voice.none-of-system")
    plainest: tuple[int, str] | None = None
    for voice in voices:
        for spoken in _spoken_by(voice):
            if spoken.split("-")[0] == language and (plainest is None or len(spoken) < plainest[0]):
                plainest = (len(spoken), str(voice["id"]))
    if plainest is None:
        raise Silent("sound.voice.none-of-language")
    return plainest[1]


def _spoken_by(voice: Mapping[str, object]) -> list[str]:
    languages = voice.get("languages")
    tags = [str(each) for each in languages] if isinstance(languages, list) else []
    return [tag.strip().replace("_", "-").lower() for tag in tags]


def is_speech(path: Path) -> bool:
    """Return whether a file is a WAV with something in it."""
    try:
        with wave.open(str(path), "rb") as file:
            return file.getnframes() > 0
    except (OSError, EOFError, wave.Error):
        return False


def run_driver(
    arguments: Sequence[str],
    command: Sequence[str] = (sys.executable, "-m", "app.voice"),
    limit_s: float = LIMIT_S,
) -> str:
    """Run the driver in a process of its own, killed with all it started after `limit_s`.

    What it prints goes through a file: whoever else holds a pipe's end could keep it open.

    Raises
    ------
    Silent
        Where it is not there, does not work, or takes too long.
    """
    with tempfile.TemporaryFile() as printed:
        try:
            process = subprocess.Popen(
                [*command, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=subprocess.DEVNULL,
                cwd=Path(__file__).parents[1],  # so that `app` is this one
                start_new_session=True,
            )
        except OSError:
            raise Silent("sound.voice.no-answer") from None
        try:
            ended = process.wait(limit_s)
        except subprocess.TimeoutExpired:
            _kill(process)
            raise Silent("sound.voice.no-answer") from None
        if ended != 0:
            raise Silent(_WHY.get(ended, "sound.voice.no-answer"))
        printed.seek(0)
        return printed.read().decode("utf-8", errors="replace")


def speak_once(arguments: Sequence[str]) -> int:
    """Do one thing with the system's voices, in this process; return what to end with.

    Parameters
    ----------
    arguments
        ``voices`` prints them; ``say`` with a file, a voice, words a minute and a text renders.
    """
    try:
        engine = importlib.import_module("pyttsx3").init()
    except ModuleNotFoundError as missing:
        return NOT_INSTALLED if missing.name == "pyttsx3" else NO_SYSTEM
    except Exception:  # each driver has its own way to say that there is nothing to speak with
        return NO_SYSTEM
    if arguments[0] == "voices":
        found = engine.getProperty("voices") or []
        voices = [{"id": each.id, "languages": _plain(each.languages)} for each in found]
        sys.stdout.write(f"\n{json.dumps(voices)}\n")
        return 0
    _, path, voice, rate_per_min, text = arguments
    engine.setProperty("voice", voice)
    engine.setProperty("rate", int(rate_per_min))
    engine.save_to_file(text, path)
    engine.runAndWait()
    return 0


def _plain(languages: Iterable[object]) -> list[str]:
    """Return language tags as text; some drivers give bytes with a number before them."""
    return [
        each.lstrip(bytes(range(32))).decode("utf-8", "replace")
        if isinstance(each, bytes)
        else str(each)
        for each in languages
    ]


def _texts(phrases: Iterable[str], language: str) -> Iterator[tuple[str, str]]:
    for id in phrases:
        with suppress(LookupError):  # not said in this language, or there are values to fill in
            yield id, tr(id, language)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process with what it started, where the system knows such groups."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


if __name__ == "__main__":
    sys.exit(speak_once(sys.argv[1:]))
