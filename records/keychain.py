"""The machine's own keyring: offered, never needed, and never waited for.

A keyring may have to be unlocked by a person, may ask on another screen, or may not be there at
all; so every call is made aside and given up after some seconds.
"""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

SERVICE = "unhurried store key"
# Long enough to answer a question that the keyring asks (a default of ours).
PATIENCE_S = 20.0
# Whether there is one is found out without a person.
TRIAL_S = 5.0

Answer = TypeVar("Answer")


class KeychainSilent(Exception):  # noqa: N818 - expected, and answered with a file
    """The keyring does not do what was asked; its text says what was found."""


def keep(identity: str, secret: str, patience_s: float = TRIAL_S) -> None:
    """Keep `secret` under `identity`, and see that it comes back.

    Raises
    ------
    KeychainSilent
        Where there is no keyring that works.
    """

    def kept() -> str | None:
        import keyring

        keyring.set_password(SERVICE, identity, secret)
        return keyring.get_password(SERVICE, identity)

    if _asked(kept, patience_s) != secret:
        raise KeychainSilent("what was given to it does not come back")


def recall(identity: str, patience_s: float = PATIENCE_S) -> str:
    """Return what is kept under `identity`.

    Raises
    ------
    KeychainSilent
        Where the keyring does not answer, or has nothing under it.
    """

    def recalled() -> str | None:
        import keyring

        return keyring.get_password(SERVICE, identity)

    secret = _asked(recalled, patience_s)
    if secret is None:
        raise KeychainSilent("nothing is kept there")
    return secret


def forget(identity: str, patience_s: float = TRIAL_S) -> None:
    """Remove what is kept under `identity`.

    Raises
    ------
    KeychainSilent
        Where the keyring does not answer, or has nothing under it.
    """

    def forgotten() -> None:
        import keyring

        keyring.delete_password(SERVICE, identity)

    _asked(forgotten, patience_s)


def _asked(question: Callable[[], Answer], patience_s: float) -> Answer:
    """Return the answer to `question`, asked in a thread that is left behind if none comes."""
    answers: SimpleQueue[Answer | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(question())
        except Exception as error:  # a back end may raise anything
            answers.put(error)

    Thread(target=ask, name="keyring", daemon=True).start()
    try:
        answer = answers.get(timeout=patience_s)
    except Empty:
        raise KeychainSilent(f"no answer within {patience_s:g} s") from None
    if isinstance(answer, Exception):
        raise KeychainSilent(type(answer).__name__) from answer
    return answer
