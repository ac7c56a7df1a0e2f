"""Text as it is searched: without capitals, marks, and the several ways of writing one letter."""

from unicodedata import category, normalize


def folded(text: str) -> str:
    """Return `text` folded: ``Café``, ``CAFE`` and ``ｃａｆé`` are one; any script.

    Never longer by more than a few letters for each of the text's; empty for a text of marks alone.
    """
    letters = normalize("NFKD", normalize("NFKD", text).casefold())
    return normalize("NFC", "".join(sign for sign in letters if category(sign) != "Mn"))


def plain(text: str) -> str:
    """Return `text` without capitals, however it was typed; two that differ in marks stay two."""
    return normalize("NFC", text).casefold()
