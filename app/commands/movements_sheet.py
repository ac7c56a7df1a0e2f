"""``unhurried movements sheet``: the movements on paper."""

from pathlib import Path

import click

from app.commands.options import Movement
from exercises.exercise import Exercise


@click.command()
@click.argument("movements", nargs=-1, type=Movement(), metavar="[ID]...")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("movements.pdf"),
    show_default=True,
    metavar="FILE",
    help="Where to write the PDF; what is there is replaced.",
)
@click.option(
    "--paper",
    type=click.Choice(("a4", "letter"), case_sensitive=False),
    default="a4",
    show_default=True,
)
def sheet(movements: tuple[Exercise, ...], out: Path, paper: str) -> None:
    """Print movements to a PDF: all of them, or those that are named.

    For each a strip of drawn figures from its view, with the breath under each, how it is done, a
    question to feel into, kinder ways, and what a therapist looks up. It reads as well in grey.
    """
    from rich.console import Console

    from app.movement_sheet import print_movements
    from app.movements import movements as all_movements
    from app.movements import say_left_out
    from app.settings import load_settings, settings_path

    found = all_movements()
    say_left_out(found)
    chosen = tuple(dict.fromkeys(movements)) or tuple(found.exercises.values())
    settings = load_settings(settings_path())
    console = Console(stderr=True)
    with console.status("drawing ...") as status:
        pages = print_movements(
            out,
            chosen,
            frozenset(found.own),
            paper,
            settings.language,
            lambda done: status.update(f"drawing {done} of {len(chosen)}"),
        )
    movements_said = "1 movement" if len(chosen) == 1 else f"{len(chosen)} movements"
    pages_said = "1 page" if pages == 1 else f"{pages} pages"
    click.echo(f"{movements_said} on {pages_said}, written to {out}")
