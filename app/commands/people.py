"""``unhurried people``: who practises, and what is known of them."""

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from app.asking import Asking, secrets_option
from app.commands.options import json_option
from app.commands.people_consent import consent
from app.commands.people_export import export
from app.commands.people_forget import forget
from app.commands.person_options import code_argument
from app.commands.profile_options import known_screener, profile_options, profiled
from exercises.flags import FLAGS
from exercises.person import Person

if TYPE_CHECKING:
    from records.people import Listed
    from records.store import Store

PAGE = 10_000


@click.group()
def people() -> None:
    """Add, list, show and change people; each goes by a code such as P-0147."""


@people.command("list")
@click.option("--search", default="", metavar="TEXT", help="Only whose code or name holds it.")
@json_option()
@secrets_option()
def list_(search: str, as_json: bool, asking: Asking) -> None:
    """List people in the order of their codes."""
    from app.opening import opened

    with opened(asking) as store:
        listed = list(_all(store, search))
    if as_json:
        click.echo(json.dumps([_listed(each) for each in listed], ensure_ascii=False, indent=1))
        return
    if not listed:
        nobody = f"nobody's code or name holds {search!r}" if search else "there is nobody yet"
        click.echo(f"{nobody}; add somebody with: unhurried people add CODE", err=True)
        return
    # Not a table of rich, which takes seconds for ten thousand. The name comes last: it may be
    # of any script and any length.
    wide = max(len("code"), *(len(each.code) for each in listed))
    lines = [f"{'code':{wide}}  {'changed':10}  name"]
    for each in listed:
        day = each.changed_at.astimezone().date()
        lines.append(f"{each.code:{wide}}  {day}  {each.display_name or ''}".rstrip())
    click.echo("\n".join(lines))


@people.command()
@code_argument()
@profile_options()
@secrets_option()
def add(code: str, asking: Asking, **given: Any) -> None:
    """Add somebody by their CODE.

    What is not given can be set later with: unhurried people set CODE
    """
    from app.opening import opened

    profiled(Person(code=code), given, date.today())  # says what is amiss before the store opens
    with opened(asking) as store:
        known_screener(store, given)
        store.people.add(profiled(Person(code=code), given, date.today()))
    click.echo(f"{code} was added")


@people.command()
@code_argument()
@json_option()
@secrets_option()
def show(code: str, as_json: bool, asking: Asking) -> None:
    """Show what is known of CODE, and which movements are hidden or changed for them, and why."""
    from app.movements import told_movements
    from app.opening import opened
    from app.profile_lines import offer_lines, offers, profile_lines
    from app.range_lines import due_line

    with opened(asking) as store:
        person = store.people.get(code).value
        ranges = store.ranges.current(person.code)
        applied = store.programmes.current(person.code)
    if as_json:
        today = date.today()
        said = {
            **person.model_dump(mode="json"),
            "ranges": [
                {**each.model_dump(mode="json"), "review_due": each.review_due(today)}
                for each in ranges
            ],
            "programme": applied.programme.model_dump(mode="json") if applied else None,
            "offers": list(offers(person, told_movements().exercises)),
        }
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
        return
    for line in profile_lines(person):
        click.echo(line)
    click.echo(f"ranges: {len(ranges)} signed{due_line(ranges, date.today())}")
    click.echo(f"programme: {applied.programme.title if applied else 'none yet'}")
    for line in offer_lines(person, told_movements().exercises):
        click.echo(line)


@people.command("set")
@code_argument()
@profile_options(taking_away=True)
@secrets_option()
def set_(code: str, asking: Asking, **given: Any) -> None:
    """Change what is known of CODE; what is not given stays.

    --spare, --flag and --goal add to what is there; --no-spare, --no-flag and --no-goals take away.
    """
    from app.both import showing_both
    from app.opening import opened

    if not any(value not in (None, False, ()) for value in given.values()) and (
        given["cleared"] is None
    ):
        raise click.UsageError("nothing to set; see: unhurried people set --help")
    with opened(asking) as store:
        known_screener(store, given)
        kept = store.people.get(code)
        changed = profiled(kept.value, given, date.today())
        with showing_both():
            store.people.update(changed, kept.row_version)
    click.echo(f"{changed.code} was changed")


@people.command()
def flags() -> None:
    """List the flags that can be set on a person."""
    from words.tr import tr

    wide = max(map(len, FLAGS))
    for flag in FLAGS:
        click.echo(f"{flag:{wide}}  {tr(f'flag.{flag}')}")


def _listed(each: "Listed") -> dict[str, str | None]:
    changed = each.changed_at.isoformat()
    return {"code": each.code, "display_name": each.display_name, "changed_at": changed}


def _all(store: "Store", search: str) -> "Iterator[Listed]":
    after = ""
    while True:
        page = store.people.list(after, PAGE, search)
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1].code


people.add_command(consent)
people.add_command(export)
people.add_command(forget)
