"""Which letters there are: in our own face, and in the faces of the machine for other scripts."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

import pygame

from ui.text import Weight, font

STAND_IN = "•"
"""What is shown in place of a letter that no face on the machine has."""

# Faces that carry other scripts, by the names systems give them, in the order they are tried.
_FACES = (
    "notosans",
    "dejavusans",
    "segoeui",
    "arialunicodems",
    "freesans",
    "notosansarabic",
    "notosanshebrew",
    "notosansdevanagari",
    "notosansbengali",
    "notosanstamil",
    "notosansthai",
    "notosanscjksc",
    "notosanscjkjp",
    "notosanscjkkr",
    "microsoftyahei",
    "pingfangsc",
    "hiraginosansgb",
    "malgungothic",
    "applesdgothicneo",
    "nirmalaui",
    "kohinoordevanagari",
    "geezapro",
    "leelawadeeui",
    "thonburi",
    "wenquanyimicrohei",
    "droidsansfallback",
)
# Scripts whose letters are joined or reordered: what Unicode calls a letter, and the code by which
# the shaping knows its script.
_SHAPED = {
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "THAI": "Thai",
    "SYRIAC": "Syrc",
    "THAANA": "Thaa",
}
_PROBE_PX = 24
# Never a character, so what is drawn for it is what stands for one that is lacking.
_NEVER = "\uffff"
# What shows nothing by itself is lacking in no face; marks modify the letter before them.
_UNSEEN = frozenset({"Cf", "Zs", "Cc"})
_MARKS = frozenset({"Mn", "Me"})
_VARIATIONS = "\ufe00", "\ufe0f"


@dataclass(frozen=True, slots=True)
class Face:
    """A face that has letters: `path` is `None` for our own."""

    path: str | None

    def font(self, size_px: int, weight: Weight, script: str | None) -> pygame.font.Font:
        """Return it at `size_px`, set to shape `script`."""
        if self.path is None:
            return font(size_px, weight)
        return _machine_font(self.path, size_px, script)


OWN = Face(None)


@lru_cache(maxsize=1024)
def face_of(text: str) -> Face | None:
    """Return the first face that has every letter of `text`; `None` where none has."""
    lacking = {letter for letter in text if not _has(OWN, letter)}
    if not lacking:
        return OWN
    return next((face for face in _machine_faces() if all(_has(face, x) for x in text)), None)


@lru_cache(maxsize=1024)
def readable(text: str) -> tuple[str, Face]:
    """Return `text` and a face that has all of it, with a stand-in for each letter none has."""
    face = face_of(text)
    if face is not None:
        return text, face
    faces = (OWN, *_machine_faces())
    best = max(faces, key=lambda each: sum(_has(each, letter) for letter in text))
    return shown_in(best, text), best


def shown_in(face: Face, text: str) -> str:
    """Return `text` as it is shown in `face`, with a stand-in for each letter that it lacks."""
    return "".join(_shown(face, letter) for letter in text)


def _shown(face: Face, letter: str) -> str:
    """Return `letter`, or what is shown in its place; nothing for a mark on another letter."""
    if _has(face, letter):
        return letter
    return "" if unicodedata.category(letter) in _MARKS else STAND_IN


def runs_rightward(text: str) -> bool:
    """Return whether a text is read from left to right: by its first letter that says so."""
    for letter in text:
        way = unicodedata.bidirectional(letter)
        if way in ("L", "R", "AL"):
            return way == "L"
    return True


def script_of(text: str) -> str | None:
    """Return the code of the script whose letters need shaping; `None` where none do."""
    for letter in text:
        first = unicodedata.name(letter, "").partition(" ")[0]
        if first in _SHAPED:
            return _SHAPED[first]
    return None


def _has(face: Face, letter: str) -> bool:
    first, last = _VARIATIONS
    if unicodedata.category(letter) in _UNSEEN or first <= letter <= last:
        return True
    return _really_has(face, letter)


@lru_cache(maxsize=8192)
def _really_has(face: Face, letter: str) -> bool:
    probe = face.font(_PROBE_PX, "Regular", None)
    if probe.metrics(letter) != probe.metrics(_NEVER):
        return True
    return _picture(face, letter) != _picture(face, _NEVER)


def _picture(face: Face, letter: str) -> bytes:
    probe = face.font(_PROBE_PX, "Regular", None)
    if not probe.size(letter)[0]:
        return b""  # what has no width is not rendered
    return pygame.image.tobytes(probe.render(letter, True, (255, 255, 255)), "RGBA")


@cache
def _machine_faces() -> tuple[Face, ...]:
    """Return the faces this machine has of those we know to carry other scripts."""
    there = set(pygame.font.get_fonts())
    paths = [pygame.font.match_font(name) for name in _FACES if name in there]
    return tuple(Face(path) for path in paths if path)


@lru_cache(maxsize=64)
def _machine_font(path: str, size_px: int, script: str | None) -> pygame.font.Font:
    if not pygame.font.get_init():
        pygame.font.init()
    # A font does not outlive pygame.
    pygame.register_quit(_machine_font.cache_clear)
    made = pygame.font.Font(path, size_px)
    if script is not None:
        made.set_script(script)
        rightward = script not in ("Arab", "Hebr", "Syrc", "Thaa")
        made.set_direction(pygame.DIRECTION_LTR if rightward else pygame.DIRECTION_RTL)
    return made
