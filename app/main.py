"""The command line."""

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from vision.suggest import did_you_mean

# Before any command imports pygame, which would greet the person on standard output.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
# Nor let pydantic look through all that is installed for plugins, of which it needs none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

# Each command's help line stands here, so that `--help` imports no command and no library.
COMMANDS = {
    "practice": "Practise one or several movements before a camera.",
    "group": "Lead a group before one camera and a projected screen.",
    "demo": "See it work without a camera: a drawn figure before the real pose model.",
    "analyze": "Measure recordings: angles, repetitions and cues to files.",
    "programme": "Show, apply and change people's programmes.",
    "calibrate": "Find one person's own range in one movement.",
    "movements": "List, show and check movements.",
    "rooms": "List, add and remove the rooms that groups practise in.",
    "cards": "Print cards with people's codes, and a group's slips, on paper.",
    "desk": "Open the staff's window: people, programmes, ranges.",
    "people": "Add, list, show and change people.",
    "records": "List, show and look over what is kept of practices.",
    "ranges": "Show and set the ranges that are signed for a person.",
    "pack": "Write and read what goes between a clinic and a home.",
    "staff": "Add and list staff, and change their PINs.",
    "store": "Make, look after and bring back the store of people and practices.",
    "doctor": "Look over this machine, and say what to do about each fault.",
}


class LazyGroup(click.Group):
    """A group that imports a command when it is called, not before."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names in the order a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command, imported now."""
        if name not in COMMANDS:
            return None
        command = getattr(import_module(f"app.commands.{name}"), name)
        assert isinstance(command, click.Command)
        return command

    def main(  # type: ignore[override]  # one way for what click has as two overloads
        self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **more: Any
    ) -> Any:
        """Run a command; what is amiss is said as everything else is that this program says."""
        if not standalone_mode:
            return super().main(args, standalone_mode=False, **more)
        try:
            ended = super().main(args, standalone_mode=False, **more)
        except click.ClickException as error:
            say(error)
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo("unhurried: stopped", err=True)
            sys.exit(1)
        sys.exit(ended if isinstance(ended, int) else 0)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that `args` begin with, or say which may have been meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            hint = did_you_mean(args[0], COMMANDS)
            context.fail(f"there is no command {args[0]!r}{hint}")
        return super().resolve_command(context, args)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="unhurried", prog_name="unhurried")
@click.pass_context
def cli(context: click.Context) -> None:
    """Gentle movement feedback, with a webcam and no network.

    Without a command it opens home, where one person's store is on this machine, or else the list
    of people, behind the lock.

    A movement-awareness aid for use under a clinician's guidance. Not for diagnosis, alarms or
    unattended monitoring; angles are approximate 2D estimates; not a cleared medical device.
    """
    if context.invoked_subcommand is None:
        from app.desk_start import start

        start(context)


def say(error: click.ClickException) -> None:
    """Say what is amiss with what was typed: how it is used where that helps, and one line."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()  # the help of a command that was given nothing to do
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        click.echo(context.get_usage(), err=True)
        click.echo(f"Try '{context.command_path} --help' for help.\n", err=True)
    click.echo(f"unhurried: {error.format_message()}", err=True)


def one_line(error: BaseException) -> str | None:
    """Return the one line to print for `error`; `None` where it is a fault of the program's own."""
    if isinstance(error, ImportError):
        from app.system_libraries import install_line, missing_libraries

        missing = missing_libraries()
        return install_line(missing) if missing else None
    from app.settings import SettingsError
    from exercises.fault import DefinitionError
    from records.errors import StoreError
    from vision.models import ModelError
    from vision.source import SourceError
    from words.tr import WordsError

    named = SourceError | ModelError | DefinitionError | SettingsError | StoreError | WordsError
    if isinstance(error, named):
        return str(error)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}"
    if isinstance(error, UnicodeError):
        # Never what was found: it may be a secret.
        return "what was given holds bytes that are no text; write it anew, in UTF-8"
    return None


def settle_streams() -> None:
    """Let no opened file take the place of a standard stream, and nothing printed be unprintable.

    A program may be started with its streams closed, or with an encoding that lacks letters.
    """
    for stream in (0, 1, 2):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number: that of the stream
    for text in (sys.stdout, sys.stderr):
        if isinstance(text, io.TextIOWrapper):
            text.reconfigure(errors="backslashreplace")


def main() -> None:
    """Run the command line; bad input prints one line and exits with 1, never a traceback."""
    from app.data_folder import data_folder
    from app.log_file import noting

    settle_streams()
    try:
        with noting(data_folder()):
            cli()
    except Exception as error:
        line = one_line(error)
        if line is None:
            raise
        click.echo(f"unhurried: {line}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
