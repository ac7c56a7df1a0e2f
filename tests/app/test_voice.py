"""The spoken voice, before drivers that speak, hang, or are not there."""

import json
import sys
import time
import wave
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.sounds import phrases, spoken
from app.voice import (
    NO_SYSTEM,
    NOT_INSTALLED,
    Driver,
    Silent,
    Voice,
    choose,
    is_speech,
    kept_name,
    listed,
    run_driver,
    voice_folder,
)
from exercises.library import find_exercise
from feedback.practice import Practice
from tests.app.practising import moment_of
from tests.people import arms
from tests.words.catalogues import texts
from words.wording import forbidden_in

PHRASES = ("cue.rest", "cue.comfort", "Let both arms float up.")
VOICES = [
    {"id": "gmw/de", "languages": ["de"]},
    {"id": "gmw/en-us", "languages": ["en-us"]},
    {"id": "gmw/en", "languages": ["en"]},
]
# What stands where pyttsx3 would: it prints what real drivers print, and writes a WAV.
SPEAKS = """
import json, sys, wave
if sys.argv[1] == "voices":
    print("a driver talks of itself")
    print(json.dumps([{"id": "en", "languages": ["en_GB"]}]))
else:
    with wave.open(sys.argv[2], "wb") as file:
        file.setnchannels(1); file.setsampwidth(2); file.setframerate(22050)
        file.writeframes(b"\\1\\0" * 100)
    print("Audio saved")
"""
HANGS = "import time; time.sleep(600)"
# One that leaves something behind which holds on to what it prints.
HANGS_TWICE = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open(sys.argv[2], "w").write(str(child.pid)); time.sleep(600)
"""


def in_a_process(script: str, limit_s: float = 30.0) -> Driver:
    return lambda arguments: run_driver(
        arguments, command=(sys.executable, "-c", script), limit_s=limit_s
    )


class InPlace:
    """A driver without a process, which notes what it is asked."""

    def __init__(self, voices: Sequence[object] = VOICES) -> None:
        self.voices, self.said = voices, list[str]()

    def __call__(self, arguments: Sequence[str]) -> str:
        if arguments[0] == "voices":
            return json.dumps(self.voices)
        _, path, _, _, text = arguments
        self.said.append(text)
        with wave.open(path, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(22050)
            file.writeframes(b"\1\0" * 100)
        return ""


def rendered(voice: Voice) -> Voice:
    """Wait until there is nothing more to render."""
    voice.prepare()
    assert voice.finished(timeout_s=60)
    return voice


def test_a_voice_is_off_until_it_is_wanted(tmp_path: Path) -> None:
    driver = InPlace()
    voice = Voice(PHRASES, folder=tmp_path / "voice", driver=driver)
    voice.prepare()
    assert voice.wav("cue.rest") is None
    assert voice.finished(timeout_s=0)
    assert not (tmp_path / "voice").exists()
    assert driver.said == []


def test_a_driver_that_speaks_is_kept_as_private_files(tmp_path: Path) -> None:
    voice = rendered(Voice(PHRASES, on=True, folder=tmp_path / "v", driver=in_a_process(SPEAKS)))
    assert voice.trouble is None
    paths = [voice.wav(id) for id in PHRASES]
    assert all(path is not None and is_speech(path) for path in paths)
    assert sorted((tmp_path / "v").iterdir()) == sorted(filter(None, paths))
    if sys.platform != "win32":
        assert {oct(p.stat().st_mode & 0o777) for p in (tmp_path / "v").iterdir()} == {"0o600"}
        assert oct((tmp_path / "v").stat().st_mode & 0o777) == "0o700"


def test_a_phrase_is_rendered_once_and_found_again(tmp_path: Path) -> None:
    first, second = InPlace(), InPlace()
    rendered(Voice(PHRASES, on=True, folder=tmp_path, driver=first))
    again = rendered(Voice(PHRASES, on=True, folder=tmp_path, driver=second))
    assert len(first.said) == 3
    assert second.said == []
    assert again.wav("cue.rest") is not None


def test_a_file_that_is_no_speech_is_rendered_anew(tmp_path: Path) -> None:
    (tmp_path / kept_name("en", "gmw/en", 140, "A rest is welcome at any time.")).write_bytes(b"")
    driver = InPlace()
    rendered(Voice(["cue.rest"], on=True, folder=tmp_path, driver=driver))
    assert driver.said == ["A rest is welcome at any time."]


def test_what_is_asked_for_comes_first(tmp_path: Path) -> None:
    driver = InPlace()
    voice = Voice(PHRASES, on=True, folder=tmp_path, driver=driver)
    voice.wav("Let both arms float up.")
    rendered(voice)
    assert driver.said[0] == "Let both arms float up."
    assert voice.wav("Let both arms float up.") is not None


def test_what_a_person_wrote_is_never_spoken(tmp_path: Path) -> None:
    driver = InPlace()
    voice = rendered(Voice(PHRASES, on=True, folder=tmp_path, driver=driver))
    assert voice.wav("my own line about today") is None
    rendered(voice)
    assert "my own line about today" not in driver.said


def test_a_phrase_that_is_not_written_or_wants_a_value_is_left_out(tmp_path: Path) -> None:
    driver = InPlace()
    rendered(Voice(["no.such-key", "overlay.degrees"], on=True, folder=tmp_path, driver=driver))
    assert driver.said == []


def test_a_driver_that_hangs_is_a_voice_that_says_nothing(tmp_path: Path) -> None:
    voice = rendered(
        Voice(PHRASES, on=True, folder=tmp_path, driver=in_a_process(HANGS, limit_s=0.3))
    )
    assert voice.trouble == "sound.voice.no-answer"
    assert [voice.wav(id) for id in PHRASES] == [None, None, None]


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are killed elsewhere")
def test_what_a_hanging_driver_started_is_ended_as_well(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    with pytest.raises(Silent):
        run_driver(["voices", str(noted)], (sys.executable, "-c", HANGS_TWICE), limit_s=4.0)
    left = int(noted.read_text())
    for _ in range(400):
        if not psutil.pid_exists(left) or psutil.Process(left).status() == psutil.STATUS_ZOMBIE:
            return
        time.sleep(0.01)
    pytest.fail("it still runs")


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        (f"import sys; sys.exit({NOT_INSTALLED})", "sound.voice.not-installed"),
        (f"import sys; sys.exit({NO_SYSTEM})", "sound.voice.none-of-system"),
        ("print('[]')", "sound.voice.none-of-system"),
        ('print(\'[{"id": "fi", "languages": ["fi"]}]\')', "sound.voice.none-of-language"),
        ("raise SystemExit(1)", "sound.voice.no-answer"),
        ("print('nonsense')", "sound.voice.no-answer"),
        ("", "sound.voice.no-answer"),
        ('print(\'[{"languages": ["en"]}]\')', "sound.voice.no-answer"),
        # It says that it speaks, and writes nothing.
        ('print(\'[{"id": "en", "languages": ["en"]}]\')', "sound.voice.no-answer"),
    ],
)
def test_whatever_is_missing_is_one_line_for_the_settings(
    tmp_path: Path, script: str, trouble: str
) -> None:
    voice = rendered(Voice(PHRASES, on=True, folder=tmp_path / "v", driver=in_a_process(script)))
    assert voice.trouble == trouble
    assert voice.wav("cue.rest") is None
    assert list(tmp_path.glob("v/*")) == []


def test_a_missing_program_or_folder_is_one_line_as_well(tmp_path: Path) -> None:
    voice = rendered(
        Voice(
            PHRASES,
            on=True,
            folder=tmp_path,
            driver=lambda arguments: run_driver(arguments, command=("no-such-program",)),
        )
    )
    assert voice.trouble == "sound.voice.no-answer"
    (tmp_path / "file").write_text("in the way")
    blocked = rendered(Voice(PHRASES, on=True, folder=tmp_path / "file" / "v", driver=InPlace()))
    assert blocked.trouble == "sound.voice.no-room"


def test_the_real_driver_says_at_least_why_it_is_silent(tmp_path: Path) -> None:
    voice = rendered(Voice(["cue.rest"], on=True, folder=tmp_path))
    assert (voice.trouble is None) == (voice.wav("cue.rest") is not None)


def test_every_line_of_trouble_is_written_and_kind() -> None:
    lines = {key: text for key, text in texts("en", "sounds") if key.startswith("sound.voice.")}
    assert len(lines) == 5
    assert [text for text in lines.values() if forbidden_in(text)] == []


def test_a_voice_of_the_language_is_chosen_and_the_plainest_of_them() -> None:
    assert choose(VOICES, "en") == "gmw/en"
    assert choose(VOICES, "de") == "gmw/de"
    assert choose([{"id": "a", "languages": ["es_MX"]}, {"id": "b", "languages": []}], "es") == "a"
    with pytest.raises(Silent, match="none-of-language"):
        choose(VOICES, "es")
    with pytest.raises(Silent, match="none-of-language"):
        choose([{"id": "x", "languages": ["ast"]}, {"id": "y"}], "as")
    with pytest.raises(Silent, match="none-of-system"):
        choose([], "en")


def test_a_list_of_voices_is_the_last_thing_printed() -> None:
    assert listed('hello\n[{"id": "en"}]\n') == [{"id": "en"}]
    for printed in ("", "hello", '{"id": 1}', "[1]"):
        with pytest.raises(ValueError, match=r"."):
            listed(printed)


def test_the_name_of_a_file_tells_apart_and_tells_nothing() -> None:
    names = {
        kept_name(language, voice, rate, text)
        for language in ("en", "de")
        for voice in ("a", "b")
        for rate in (140, 160)
        for text in ("rest", "breathe")
    }
    assert len(names) == 16
    assert not any("rest" in name or "breathe" in name for name in names)


def test_phrases_are_kept_in_the_cache_or_where_the_home_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path / "home"))
    assert voice_folder() == tmp_path / "home" / "voice"
    monkeypatch.delenv("UNHURRIED_HOME")
    assert "unhurried" in voice_folder().parts


@pytest.mark.parametrize("kind", ["movement", "pain", "stop", "grounding"])
def test_what_protects_is_spoken_before_all_else_and_names_no_side(kind: Any) -> None:
    practice = Practice([find_exercise("sunrise-arms-standing")])
    practice.step(None, arms(0.0, 20), 0.0)
    calm, past = practice.step(None, arms(0.1, 20), 0.1), practice.step(None, arms(3, 176, 20), 3.0)
    assert past.feedback.cue is not None
    assert past.feedback.cue.side is not None
    assert spoken(replace(moment_of(past), kind=kind)) == "cue.soften-back"
    assert spoken(moment_of(calm)) == calm.exercise.phases[0].words
    assert "cue.soften-back" in phrases([])
