"""What a person types to open the store, brought into one form however it was typed."""

import secrets
from unicodedata import normalize

from records.key_errors import WeakPassphrase

# Defaults of ours. The longest is there so that a file piped in by mistake is noticed.
SHORTEST_PASSPHRASE, LONGEST_PASSPHRASE = 8, 1024
_CODE_GROUPS, _GROUP_BYTES = 8, 2
# Letters that no code holds, and what they were read from.
_MISREAD = str.maketrans({"o": "0", "l": "1", "i": "1"})


def passphrase_typed(text: str) -> str:
    """Return a passphrase in one form: keyboards write one letter in several ways."""
    return normalize("NFC", text)


def new_passphrase(text: str) -> str:
    """Return a passphrase that is to be set.

    Raises
    ------
    WeakPassphrase
        Where it is shorter than 8 or longer than 1,024 characters.
    """
    passphrase = passphrase_typed(text)
    if not SHORTEST_PASSPHRASE <= len(passphrase) <= LONGEST_PASSPHRASE:
        raise WeakPassphrase(SHORTEST_PASSPHRASE, LONGEST_PASSPHRASE)
    return passphrase


def new_recovery_code() -> str:
    """Return a code of 128 random bits, in eight groups of four signs to be written on paper."""
    return "-".join(secrets.token_hex(_GROUP_BYTES) for _ in range(_CODE_GROUPS))


def recovery_code_typed(text: str) -> str:
    """Return a recovery code in one form, however its groups were set apart."""
    signs = "".join(sign for sign in text.casefold() if sign.isalnum()).translate(_MISREAD)
    width = 2 * _GROUP_BYTES
    return "-".join(signs[start : start + width] for start in range(0, len(signs), width))
