"""``unhurried programme``: what a person does, and what is proposed to change of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.asking import Asking, secrets_option
from app.commands.person_options import code_argument, sign_option
from app.commands.programme_answers import accept, decline, propose
from exercises.exercise import Exercise
from exercises.programme import Programme

if TYPE_CHECKING:
    from records.store import Store


@click.group()
def programme() -> None:
    """Show, apply and change people's programmes."""


@programme.command()
def presets() -> None:
    """List the programmes that come with the program."""
    from app.programme_lines import programme_lines
    from exercises.programmes import presets as all_presets

    for preset in all_presets().values():
        for line in programme_lines(preset):
            click.echo(line)


@programme.command()
@code_argument()
@click.option("--history", is_flag=True, help="Every version there was, the oldest first.")
@click.option("--toml", is_flag=True, help="As a file for `programme apply`, to be edited.")
@secrets_option()
def show(code: str, history: bool, toml: bool, asking: Asking) -> None:
    """Show the programme of CODE, what was eased since it was signed, and what is proposed."""
    from app.movements import told_movements
    from app.opening import opened

    known = told_movements().exercises
    with opened(asking) as store:
        code = store.people.get(code).value.code
        if history:
            _show_history(store, code)
        else:
            _show_current(store, code, known, toml=toml)


@programme.command()
@code_argument()
@click.argument("what", metavar="PRESET|FILE")
@click.option(
    "--after",
    type=click.IntRange(min=0),
    metavar="VERSION",
    help="The version you looked at: where another holds by now, nothing is signed.",
)
@sign_option()
@secrets_option()
def apply(code: str, what: str, after: int | None, initials: str, asking: Asking) -> None:
    """Give CODE their own copy of a preset, or of a programme in a TOML file, and sign it.

    What is hidden from them is left out, and what does not suit their posture is replaced by a
    movement that is its equal. `programme presets` lists the presets.
    """
    from app.both import showing_both
    from app.movements import told_movements
    from app.opening import opened
    from app.programme_lines import applied_lines, copy_lines
    from exercises.copying import for_person

    known = told_movements().exercises
    written = _written(what, known)
    with opened(asking) as store:
        person = store.people.get(code).value
        now = store.programmes.current(person.code)
        holds = 0 if now is None else now.version
        copy = for_person(written, person, known)
        for line in copy_lines(copy):
            click.echo(line, err=True)
        if copy.programme is None:
            raise click.ClickException(f"nothing of {written.id} is offered to {person.code}")
        pin = asking.secret(f"PIN of {initials}")
        own, version = copy.programme, holds if after is None else after
        with showing_both():
            applied = store.programmes.apply(person.code, own, version, initials, pin)
    for line in applied_lines(applied):
        click.echo(line)


for answering in (propose, accept, decline):
    programme.add_command(answering)


def _written(what: str, known: Mapping[str, Exercise]) -> Programme:
    """Return the preset called `what`, or the programme in the file of that name.

    Raises
    ------
    click.ClickException
        Where it is neither: one line that says which preset is nearest.
    DefinitionError, OSError
        Where it is a file that holds no programme, or cannot be read.
    """
    from exercises.programme_file import load_programme
    from exercises.programmes import UnknownPreset, find_preset

    path = Path(what)
    if path.suffix == ".toml" or path.is_file():
        return load_programme(path, known)
    try:
        return find_preset(what)
    except UnknownPreset as unknown:
        raise click.BadParameter(str(unknown), param_hint="'PRESET|FILE'") from None


def _show_history(store: "Store", code: str) -> None:
    from app.programme_lines import applied_lines

    for applied in store.programmes.history(code):
        for line in applied_lines(applied):
            click.echo(line)


def _show_current(store: "Store", code: str, known: Mapping[str, Exercise], *, toml: bool) -> None:
    from app.programme_lines import applied_lines, proposal_lines
    from app.programme_toml import programme_toml
    from app.today import easings_since
    from words.tr import tr

    applied = store.programmes.current(code)
    if applied is None:
        click.echo(f"{code} has no programme yet", err=True)
        return
    if toml:
        click.echo(programme_toml(applied.programme), nl=False)
        return
    for line in applied_lines(applied):
        click.echo(line)
    for easing in easings_since(store, code, applied):
        of = easing.exercise_id or "all movements"
        click.echo(f"eased on {easing.on}: {of}, {tr(f'easing.{easing.why}')}")
    waiting = store.proposals.open(code)
    if waiting is not None:
        click.echo("proposed, and waiting for an answer:")
        for line in proposal_lines(waiting.proposal, known):
            click.echo(f"  {line}")
