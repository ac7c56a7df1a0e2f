"""Asking for passphrases and PINs: hidden at a terminal, or line by line from a pipe.

Never as an argument or a variable, which every other program on the machine can read.
"""

import sys
from collections.abc import Callable
from typing import Any

import click

# A line longer than this is not a secret but a file that was piped in by mistake.
_LONGEST = 4096


class Asking:
    """Asks for secrets one after the other.

    Parameters
    ----------
    from_pipe
        Take each as one line of standard input, in the order in which they are asked for.
    """

    def __init__(self, from_pipe: bool = False) -> None:
        self._from_pipe = from_pipe

    def secret(self, what: str) -> str:
        """Return the secret called `what`, as in ``PIN of AB``.

        Raises
        ------
        click.ClickException
            Where there is nobody to ask, or the pipe has come to its end or holds no text.
        """
        if self._from_pipe:
            return self._line(what)
        self._need_terminal(what)
        return str(click.prompt(what, hide_input=True, err=True))

    def new_secret(self, what: str) -> str:
        """Return a secret that is new; at a terminal it is typed twice, from a pipe it comes once.

        Raises
        ------
        click.ClickException
            As `secret` does.
        """
        if self._from_pipe:
            return self._line(what)
        self._need_terminal(what)
        twice = f"{what}, once more"
        return str(click.prompt(what, hide_input=True, confirmation_prompt=twice, err=True))

    def plain(self, what: str) -> str:
        """Return what is typed and is no secret, seen as it is typed.

        Raises
        ------
        click.ClickException
            As `secret` does.
        """
        if self._from_pipe:
            return self._line(what)
        self._need_terminal(what)
        return str(click.prompt(what, err=True))

    def yes(self, question: str) -> bool:
        """Return the answer to a question that is no secret; where secrets are piped in it is yes.

        Raises
        ------
        click.ClickException
            Where there is nobody to ask.
        """
        if self._from_pipe:
            return True
        if not sys.stdin.isatty():
            raise click.ClickException(f"{question} There is no terminal to ask at; use --yes")
        return click.confirm(question, err=True)

    def _line(self, what: str) -> str:
        try:
            line = sys.stdin.readline(_LONGEST)
            line.encode()  # where the machine's encoding lets bytes that are no text pass
        except UnicodeError:
            raise click.ClickException(
                f"{what}: what is on standard input is no text; write it anew, in UTF-8"
            ) from None
        if not line or (len(line) == _LONGEST and not line.endswith("\n")):
            raise click.ClickException(
                f"{what}: not on standard input; give each secret on a line of its own, in the "
                "order in which they are asked for"
            )
        return line.rstrip("\r\n")

    def _need_terminal(self, what: str) -> None:
        if not sys.stdin.isatty():
            raise click.ClickException(
                f"{what}: no terminal to ask at; use --secrets-stdin and give it on standard input"
            )


def secrets_option() -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``--secrets-stdin`` option, which gives the command its ``asking``."""

    def made(context: click.Context, parameter: click.Parameter, value: Any) -> Asking:
        return Asking(from_pipe=bool(value))

    return click.option(
        "--secrets-stdin",
        "asking",
        is_flag=True,
        callback=made,
        help="Take passphrase and PINs from standard input, one a line, in the order in which they "
        "are asked for.",
    )
