"""Changing a text by keys: pure steps, whole letters of any script at a time."""

import unicodedata
from dataclasses import dataclass, replace

_JOINER = "\u200d"
_MARKS = frozenset({"Mn", "Me", "Mc"})


@dataclass(frozen=True, slots=True)
class Editing:
    """A text being written.

    Attributes
    ----------
    text
        What is written.
    caret
        Before which character the next is put, 0 to the text's length.
    selected
        Whether all of it is taken hold of, so that the next thing typed takes its place.
    """

    text: str = ""
    caret: int = 0
    selected: bool = False


def begun(text: str) -> Editing:
    """Return `text` with the caret at its end."""
    return Editing(text, len(text))


def put(editing: Editing, text: str, most: int, *, lines: bool = False) -> Editing:
    """Return `editing` with `text` put in at the caret, as far as there is room.

    Parameters
    ----------
    most
        The longest it may become, in characters.
    lines
        Whether it may have several lines; otherwise a line's end becomes a space.
    """
    if editing.selected:
        editing = Editing()
    clean = "".join(x for x in _lines_of(text, lines) if x == "\n" or _printable(x))
    clean = clean[: max(most - len(editing.text), 0)]
    before, after = editing.text[: editing.caret], editing.text[editing.caret :]
    return Editing(before + clean + after, len(before) + len(clean))


def without_before(editing: Editing) -> Editing:
    """Return `editing` without the letter before the caret."""
    if editing.selected:
        return Editing()
    start = _step(editing.text, editing.caret, -1)
    return Editing(editing.text[:start] + editing.text[editing.caret :], start)


def without_after(editing: Editing) -> Editing:
    """Return `editing` without the letter after the caret."""
    if editing.selected:
        return Editing()
    end = _step(editing.text, editing.caret, 1)
    return replace(editing, text=editing.text[: editing.caret] + editing.text[end:])


def moved(editing: Editing, by: int) -> Editing:
    """Return `editing` with the caret `by` letters farther on, negative for back."""
    caret = editing.caret
    for _ in range(abs(by)):
        caret = _step(editing.text, caret, 1 if by > 0 else -1)
    return Editing(editing.text, caret)


def moved_to(editing: Editing, caret: int) -> Editing:
    """Return `editing` with the caret at the letter's beginning nearest before `caret`."""
    at = min(max(caret, 0), len(editing.text))
    while 0 < at < len(editing.text) and not _begins_letter(editing.text, at):
        at -= 1
    return Editing(editing.text, at)


def all_of(editing: Editing) -> Editing:
    """Return `editing` with all of it taken hold of."""
    return Editing(editing.text, len(editing.text), selected=bool(editing.text))


def _lines_of(text: str, lines: bool) -> str:
    """Return `text` with its lines' ends as they may be."""
    end = "\n" if lines else " "
    for each in ("\r\n", "\r", "\n", "\u2028", "\u2029", "\t"):
        text = text.replace(each, end if each != "\t" else " ")
    return text


def _printable(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cs", "Cn")


def _step(text: str, caret: int, way: int) -> int:
    """Return where the letter before or after `caret` begins or ends."""
    at = min(max(caret + way, 0), len(text))
    while 0 < at < len(text) and not _begins_letter(text, at):
        at += way
    return at


def _begins_letter(text: str, at: int) -> bool:
    """Return whether a whole letter begins at `at`; marks and joined signs belong to one before."""
    if unicodedata.category(text[at]) in _MARKS or text[at] == _JOINER:
        return False
    return text[at - 1] != _JOINER
