"""The options that make up a person's profile, and what they make of one."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

import click
from pydantic import ValidationError

from app.commands.person_options import Day, StaffInitials
from app.one_fault import one_fault
from exercises.consent import PURPOSES, Consent, Given
from exercises.flags import FLAGS
from exercises.person import Area, Goal, Person, Screening, Spared

if TYPE_CHECKING:
    from records.store import Store

Command = Callable[..., None]

AREAS = get_args(Area)
SIDES = ("left", "right")
_OPTION_OF = {
    "display_name": "--name",
    "wary_of": "--wary-of",
    "tempo": "--tempo",
    "goals": "--goal",
    "screening": "--screening",
    "consent": "--consent",
    "flags": "--flag",
    "spare": "--spare",
}


class SparedPart(click.ParamType[Spared]):
    """A part of the body, with its side where only one is spared: ``shoulder:left``."""

    name = "part"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> Spared:
        """Return the part."""
        if isinstance(value, Spared):
            return value
        area, colon, side = str(value).casefold().partition(":")
        if area not in AREAS or (colon and side not in SIDES):
            self.fail(
                f"{value!a} is not a part of the body; one of {', '.join(AREAS)}, with :left or "
                ":right where only that side is spared",
                param,
                context,
            )
        return Spared.model_validate({"area": area, "side": side or None})


def _flag(text: str, help_text: str) -> Callable[[Command], Command]:
    choice = click.Choice(FLAGS, case_sensitive=False)
    return click.option(text, multiple=True, type=choice, metavar="FLAG", help=help_text)


_PROFILE: tuple[Callable[[Command], Command], ...] = (
    click.option("--name", help="What they like to be called; kept in the store alone."),
    click.option("--posture", type=click.Choice(["seated", "standing", "lying", "any"])),
    click.option(
        "--spare",
        multiple=True,
        type=SparedPart(),
        metavar="PART",
        help="Leave a part out, as in shoulder:left or neck. Once for each.",
    ),
    click.option("--wary-of", help="What they are wary of, for the therapist."),
    click.option(
        "--tempo",
        type=click.FloatRange(0.5, 1.5),
        help="Their pace as a share of a movement's own; 0.5 takes twice as long.",
    ),
    click.option(
        "--goal",
        "goals",
        nargs=2,
        multiple=True,
        metavar="WORDS ACTIVITY",
        help='What they hope for, and the everyday activity: "cook again" "reaching a shelf".',
    ),
    _flag("--flag", "Something to watch for. Once for each; `people flags` lists them."),
    click.option(
        "--screened-by",
        type=StaffInitials(),
        metavar="INITIALS",
        help="Who looked whether this is for them.",
    ),
    click.option("--screened-on", type=Day(), metavar="DAY", help="By default today."),
    click.option("--cleared/--not-cleared", default=None, help="What they found."),
    click.option("--screening-notes", metavar="TEXT"),
    click.option(
        "--consent",
        multiple=True,
        type=click.Choice([*PURPOSES, "none"]),
        help="What they agree to: that practices are kept (record), used in research, their own "
        "words too (words), that they go between home and clinic in a file (pack), that a group "
        "sees them mirrored (mirror), or none. Once for each; see also: people consent.",
    ),
    click.option("--consent-on", type=Day(), metavar="DAY", help="By default today."),
)
_TAKING_AWAY: tuple[Callable[[Command], Command], ...] = (
    click.option("--no-name", is_flag=True, help="Keep no name."),
    click.option("--no-spare", multiple=True, type=SparedPart(), metavar="PART"),
    click.option("--no-goals", is_flag=True, help="Take the goals away, before those given now."),
    _flag("--no-flag", "Take a flag away."),
    click.option("--withdraw-consent", is_flag=True, help="They agree no longer, from today."),
)


def profile_options(*, taking_away: bool = False) -> Callable[[Command], Command]:
    """Return the options of a profile; with `taking_away` also those that undo others."""

    def decorated(command: Command) -> Command:
        for option in reversed(_PROFILE + (_TAKING_AWAY if taking_away else ())):
            command = option(command)
        return command

    return decorated


def profiled(person: Person, given: dict[str, Any], today: date) -> Person:
    """Return `person` with what was given by the options; what was not stays as it is.

    Parameters
    ----------
    person
        As they are.
    given
        What each option was given, by its name.
    today
        The day of what is not dated.

    Raises
    ------
    click.ClickException
        Where what was given makes no profile: one line.
    """
    changes: dict[str, Any] = {}
    try:
        for part in (_plain, _lists, _screening, _consent):
            changes |= part(person, given, today)
        return Person.model_validate({**dict(person), **changes})
    except ValidationError as error:
        raise click.UsageError(one_fault(error, _OPTION_OF)) from None


def known_screener(store: "Store", given: dict[str, Any]) -> None:
    """Look whether who screened is among the staff.

    Raises
    ------
    UnknownEntry
        Where they are not.
    """
    if given["screened_by"] is not None:
        given["screened_by"] = store.staff.get(given["screened_by"]).initials


def _plain(person: Person, given: dict[str, Any], today: date) -> dict[str, Any]:
    changes = {
        field: given[option]
        for field, option in (
            ("display_name", "name"),
            ("posture", "posture"),
            ("wary_of", "wary_of"),
            ("tempo", "tempo"),
        )
        if given[option] is not None
    }
    return changes | ({"display_name": None} if given.get("no_name") else {})


def _lists(person: Person, given: dict[str, Any], today: date) -> dict[str, Any]:
    kept_goals = () if given.get("no_goals") else person.goals
    new_goals = tuple(Goal(words=words, activity=activity) for words, activity in given["goals"])
    return {
        "spare": _joined(person.spare, given["spare"], given.get("no_spare", ())),
        "flags": _joined(person.flags, given["flag"], given.get("no_flag", ())),
        "goals": _joined(kept_goals, new_goals, ()),
    }


def _joined(kept: Iterable[Any], added: Iterable[Any], taken: Iterable[Any]) -> tuple[Any, ...]:
    away = set(taken)
    return tuple(each for each in dict.fromkeys((*kept, *added)) if each not in away)


def _screening(person: Person, given: dict[str, Any], today: date) -> dict[str, Any]:
    by, cleared = given["screened_by"], given["cleared"]
    if by is None and cleared is None:
        if given["screened_on"] is not None or given["screening_notes"] is not None:
            raise click.UsageError("a screening needs --screened-by, and --cleared or not")
        return {}
    if by is None or cleared is None:
        raise click.UsageError("a screening needs --screened-by, and --cleared or --not-cleared")
    return {
        "screening": Screening(
            by=by,
            on=given["screened_on"] or today,
            cleared=cleared,
            notes=given["screening_notes"] or "",
        )
    }


def _consent(person: Person, given: dict[str, Any], today: date) -> dict[str, Any]:
    chosen = set(given["consent"])
    if given.get("withdraw_consent"):
        if chosen:
            raise click.UsageError("--consent and --withdraw-consent are two different wishes")
        if person.consent is None:
            raise click.UsageError("there is no consent to withdraw")
        return {"consent": person.consent.all_withdrawn(today)}
    if not chosen:
        if given["consent_on"] is not None:
            raise click.UsageError("--consent-on needs --consent")
        return {}
    if "none" in chosen and len(chosen) > 1:
        raise click.UsageError("--consent none goes with no other --consent")
    if "research" in chosen and "record" not in chosen:
        raise click.UsageError("what is not kept cannot be used: give --consent record as well")
    if "words" in chosen and "research" not in chosen:
        raise click.UsageError("--consent words is of research: give --consent research as well")
    on = given["consent_on"] or today
    agreed = tuple(Given(purpose=each, on=on) for each in PURPOSES if each in chosen)
    return {"consent": Consent(on=on, given=agreed)}
