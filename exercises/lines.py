"""Text that a person or a therapist writes: any script, no control characters."""

from typing import Annotated
from unicodedata import category

from pydantic import AfterValidator, Field


def _without_controls(text: str) -> str:
    """Return `text`; a character that would move a terminal's cursor is refused."""
    if any(category(character) == "Cc" for character in text.replace("\n", "")):
        raise ValueError("control characters are not text")
    return text


def _one_line(text: str) -> str:
    """Return `text` if it is one line that shows something."""
    if "\n" in text or "\u2028" in text or "\u2029" in text:
        raise ValueError("one line is needed")
    if not text.strip():
        raise ValueError("something has to be written")
    return _without_controls(text)


Name = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(_one_line)]
"""One line in any script, of at most 300 characters."""

Note = Annotated[str, Field(max_length=4000), AfterValidator(_without_controls)]
"""Free text in any script, which may have several lines and may be empty."""
