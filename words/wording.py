"""The words that no patient and no group is ever shown.

What a patient reads is an invitation: nothing is commanded and nothing held against anyone. The
lists are this project's own rule, kept by a test over every catalogue and every movement.
"""

import re

FORBIDDEN: dict[str, tuple[str, ...]] = {
    "en": ("wrong", "bad", "fail", "error", "missed", "harder", "should", "must"),
    "de": ("falsch", "schlecht", "fehler", "verfehlt", "härter", "soll", "sollte", "muss"),
    "es": ("mal", "incorrecto", "error", "fallo", "peor", "debe", "debería", "tiene que"),
}
"""Whole words (or phrases) by language, in lower case."""


def forbidden_in(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the forbidden words of `language` that `text` holds as whole words, as listed.

    Raises
    ------
    KeyError
        Where no list is kept for the language; one is needed before anything is shown in it.
    """
    spoken = " ".join(re.findall(r"\w+", text.lower()))
    return tuple(word for word in FORBIDDEN[language] if f" {word} " in f" {spoken} ")
