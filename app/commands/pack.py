"""``unhurried pack``: what goes between a clinic and a home, in encrypted and signed files."""

from datetime import date
from pathlib import Path

import click

from app.asking import Asking, secrets_option
from app.commands.options import json_option, language_option
from app.commands.person_options import code_argument, sign_option

ENDING = ".pack"


@click.group()
def pack() -> None:
    """Write and read what goes between a clinic and a home.

    At the clinic a practice pack is written, for the home; there it is read, and a return pack is
    written, for the clinic. Each is one encrypted file, signed by who wrote it.
    """


@pack.command()
@code_argument()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="Where to write it, or a folder to write it in; nothing is written over.",
)
@click.option("--return", "is_return", is_flag=True, help="Write a return pack, as a home does.")
@sign_option(required=False)
@language_option("The language the home is to speak, as in de; else its own.")
@click.option("--words", default="", metavar="TEXT", help="What you say along with it.")
@click.option(
    "--all", "everything", is_flag=True, help="Send everything anew: an earlier return was lost."
)
@json_option()
@secrets_option()
def write(
    code: str,
    out: Path,
    is_return: bool,
    initials: str | None,
    language: str | None,
    words: str,
    everything: bool,
    as_json: bool,
    asking: Asking,
) -> None:
    """Write a pack for CODE: a practice pack at the clinic, a return pack at home.

    Where CODE is paired with a clinic, this is their home. A practice pack is signed with --sign.
    """
    from app.bar import following
    from app.movements import movements
    from app.opening import opened
    from app.pack_lines import written_json, written_lines

    with opened(asking) as store:
        person = store.people.get(code).value
        path = _file_in(out, person.code)
        if is_return or store.packs.is_home(person.code):
            _refuse_given("a return pack", ("--sign", initials), ("--language", language))
            _refuse_given("a return pack", ("--words", words))
            passphrase = asking.new_secret("New passphrase of the pack")
            with following(person.code, "practices") as told:
                written = store.packs.write_return(
                    person.code, path, passphrase, everything=everything, told=told
                )
        else:
            _refuse_given("a practice pack", ("--all", everything))
            if initials is None:
                raise click.UsageError("a practice pack is signed; name who does with --sign")
            pin = asking.secret(f"PIN of {initials}")
            passphrase = asking.new_secret("New passphrase of the pack")
            written = store.packs.write_practice(
                person.code, path, passphrase, initials, pin, language=language, words=words
            )
    if as_json:
        click.echo(written_json(written))
        return
    for line in written_lines(written, frozenset(movements().own)):
        click.echo(line)


@pack.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--fingerprint", "typed", metavar="TEXT", help="As it stands on the paper; else it is asked."
)
@sign_option(required=False)
@json_option()
@secrets_option()
def read(
    file: Path, typed: str | None, initials: str | None, as_json: bool, asking: Asking
) -> None:
    """Read the pack FILE: at home one from the clinic, at the clinic one from a home.

    The first time, the fingerprint on the paper is compared. What is in it is kept whole or not at
    all; reading it again changes nothing.
    """
    from app.bar import following
    from app.movements import movements
    from app.opening import opened
    from app.pack_lines import taken_json, taken_lines
    from records.exchange.envelope import refuse_no_pack
    from records.exchange.opening import open_pack
    from records.pack_errors import NeedsSigner

    refuse_no_pack(file)
    with opened(asking) as store:
        found = open_pack(file, asking.secret("Passphrase of the pack"))
        meeting = store.packs.meet(found)
        pin = ""
        if meeting.first:
            if meeting.needs_signer and initials is None:
                raise NeedsSigner("that this becomes somebody's home")
            if typed is None:
                typed = asking.plain("Fingerprint on the paper")
            if initials is not None:
                pin = asking.secret(f"PIN of {initials}")
        signer = initials if meeting.first else None
        with following(found.label.code, "practices") as told:
            taken = store.packs.take(found, typed=typed, initials=signer, pin=pin, told=told)
    _speak(taken.language)
    if as_json:
        click.echo(taken_json(taken, found.fingerprint))
        return
    for line in taken_lines(taken, found.fingerprint, frozenset(movements().exercises)):
        click.echo(line)


@pack.command()
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Print it on a page (PDF) with how a pack is read at home; what is there is replaced.",
)
@click.option(
    "--paper",
    type=click.Choice(("a4", "letter"), case_sensitive=False),
    default="a4",
    show_default=True,
)
@language_option("Of the page; else the one of the settings.")
@secrets_option()
def fingerprint(out: Path | None, paper: str, language: str | None, asking: Asking) -> None:
    """Show this store's own fingerprint, for the paper that goes with the first pack."""
    from app.opening import opened
    from app.settings import load_settings, settings_path

    with opened(asking) as store:
        own = store.packs.fingerprint()
    click.echo(own)
    if out is not None:
        from app.fingerprint_paper import print_fingerprint

        spoken = language or load_settings(settings_path()).language
        print_fingerprint(out, own, paper, spoken)
        click.echo(f"a page with it was written to {out}", err=True)


@pack.command()
@code_argument()
@click.option("--yes", "said_yes", is_flag=True, help="Without asking once more.")
@sign_option(required=False)
@secrets_option()
def unpair(code: str, said_yes: bool, initials: str | None, asking: Asking) -> None:
    """Give up the clinic of CODE: what it signed holds on, and the next pack is a first one.

    Where staff sign on this machine, one of them says so with --sign, as when it became a home.
    """
    from app.opening import opened
    from records.pack_errors import NeedsSigner

    with opened(asking) as store:
        person = store.people.get(code).value
        if initials is None and store.packs.has_signers():
            raise NeedsSigner("that a clinic is given up")
        if not (said_yes or asking.yes(f"Give up the clinic of {person.code}?")):
            raise click.Abort
        pin = "" if initials is None else asking.secret(f"PIN of {initials}")
        store.packs.unpair(person.code, initials, pin)
    click.echo(f"{person.code} is paired with no clinic now; the next pack is a first one")


def _file_in(out: Path, code: str) -> Path:
    """Return the file to write: `out`, or one in it where it is a folder."""
    if not out.is_dir():
        return out
    from records.atomic_file import free_name

    return free_name(out / f"{code}-{date.today()}{ENDING}")


def _refuse_given(what: str, *given: tuple[str, object]) -> None:
    for option, value in given:
        if value:
            raise click.UsageError(f"{option} is not for {what}")


def _speak(language: str | None) -> None:
    """Let this home speak the language that its clinic chose, where something is written in it."""
    from app.settings import load_settings, save_settings, settings_path
    from words.tr import languages

    if language is None or language not in languages():
        return
    settings = load_settings(settings_path())
    if settings.language != language:
        save_settings(settings.model_copy(update={"language": language}), settings_path())
