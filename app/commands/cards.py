"""``unhurried cards``: people's codes on cards, and a group's sheets, on paper."""

from pathlib import Path

import click

from app.commands.person_options import PersonCode

# As many places as a group has; `vision.places` holds the same.
MOST = 8


@click.command()
@click.argument("codes", nargs=-1, type=PersonCode(), metavar="[CODE]...")
@click.option(
    "--large", is_flag=True, help="A page for each card, which a camera reads from farther away."
)
@click.option(
    "--sheet", is_flag=True, help="Add slips for before and after: one for each place, no names."
)
@click.option(
    "--places",
    type=click.IntRange(1, MOST),
    metavar="N",
    help="For how many places; without it as many as there are codes, or 8.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("cards.pdf"),
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
def cards(
    codes: tuple[str, ...], large: bool, sheet: bool, places: int | None, out: Path, paper: str
) -> None:
    """Print a card for each CODE, to be held up to the camera when a group begins.

    A card has the code alone, in letters and in dots. With --sheet there is a slip to mark pain,
    mood and energy before and after, effort, how content one is, and one word.
    """
    from app.group.paper import print_for_group
    from app.settings import load_settings, settings_path

    if not codes and not sheet:
        raise click.UsageError("name a CODE, or ask for slips with --sheet")
    if large and not codes:
        raise click.UsageError("--large is of cards: name a CODE")
    if places is not None and not sheet:
        raise click.UsageError("--places says for how many there are slips: add --sheet")
    once: dict[str, str] = {}
    for code in codes:
        once.setdefault(code.casefold(), code)
    each = tuple(once.values())
    count = places or min(len(each), MOST) or MOST
    settings = load_settings(settings_path())
    numbers = range(1, count + 1) if sheet else range(0)
    pages = print_for_group(out, each, numbers, paper, settings.language, large=large)
    parts = [_plural(len(each), "card")] if each else []
    parts += [_plural(count, "slip")] if sheet else []
    click.echo(f"{' and '.join(parts)} on {_plural(pages, 'page')}, written to {out}")


def _plural(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
