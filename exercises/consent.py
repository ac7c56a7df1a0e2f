"""What a person has agreed to: one thing at a time, each with its day, each to be taken back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, get_args

from pydantic import BeforeValidator, Field, model_validator

from exercises.definition import Definition

Purpose = Literal["record", "research", "words", "pack", "mirror"]
"""What is agreed to. `record`: what is measured and answered is kept. `research`: it is used in
research, without code or name. `words`: so are their own words. `pack`: it goes between their home
and their clinic in an encrypted file. `mirror`: they see themselves on a screen that a group sees.
"""
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)


def _day(value: Any) -> Any:
    # What a model looks over before its fields is no longer taken as JSON, which has no days.
    return date.fromisoformat(value) if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_day)]


class Given(Definition):
    """That a person agreed to one purpose."""

    purpose: Purpose
    """To what."""
    on: Day
    """When."""
    withdrawn_on: Day | None = None
    """When they took it back, if they did."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.withdrawn_on is not None and self.withdrawn_on < self.on:
            raise ValueError("consent is withdrawn before it is given")
        return self

    @property
    def stands(self) -> bool:
        """Whether it was not taken back."""
        return self.withdrawn_on is None

    def stands_since(self, day: date) -> bool:
        """Return whether it was given on `day` and not taken back."""
        return self.stands and self.on == day


class Consent(Definition):
    """What a person has agreed to, and what they took back.

    Withdrawn, nothing new is kept or used for that purpose; what was kept before stays until the
    person is forgotten.

    It can be built in two ways: of what was `given`, or of one day on which some purposes were
    agreed to at once, as older programs kept it: ``Consent(on=day, record=True)``.
    """

    on: Day
    """When they were last asked."""
    given: Annotated[tuple[Given, ...], Field(strict=False, max_length=len(PURPOSES))] = ()
    """Each purpose once, also those that were taken back; what they never agreed to is absent."""

    if TYPE_CHECKING:  # so that both ways are known to whoever builds one

        def __init__(
            self,
            *,
            on: date,
            given: Sequence[Given] = (),
            record: bool = False,
            research: bool = False,
            withdrawn_on: date | None = None,
        ) -> None: ...

    @model_validator(mode="before")
    @classmethod
    def _of_one_day(cls, values: Any) -> Any:
        if not isinstance(values, Mapping) or not _ONE_DAY & values.keys():
            return values
        rest = {key: value for key, value in values.items() if key not in _ONE_DAY}
        if rest.get("given"):
            raise ValueError("consent is given either in parts or all on one day")
        for purpose in ("record", "research"):
            if not isinstance(values.get(purpose, False), bool):
                raise ValueError(f"{purpose} is true or false")
        agreed = [purpose for purpose in ("record", "research") if values.get(purpose)]
        dated = {"on": rest.get("on"), "withdrawn_on": values.get("withdrawn_on")}
        return {**rest, "given": tuple({"purpose": purpose, **dated} for purpose in agreed)}

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len({each.purpose for each in self.given}) < len(self.given):
            raise ValueError("a purpose is given twice")
        return self

    def of(self, purpose: Purpose) -> Given | None:
        """Return what was given for a purpose, also where it was taken back."""
        return next((each for each in self.given if each.purpose == purpose), None)

    def may(self, purpose: Purpose) -> bool:
        """Return whether a purpose is agreed to now."""
        given = self.of(purpose)
        return given is not None and given.stands

    def agreeing(self, purpose: Purpose, on: date) -> "Consent":
        """Return it with a purpose agreed to on a day; one that stands keeps the day it has."""
        if self.may(purpose):
            return Consent(on=max(self.on, on), given=self.given)
        return self._with(Given(purpose=purpose, on=on), max(self.on, on))

    def withdrawing(self, purpose: Purpose, on: date) -> "Consent":
        """Return it with a purpose taken back on a day.

        Raises
        ------
        ValueError
            Where it is not agreed to now, or was agreed to after that day.
        """
        given = self.of(purpose)
        if given is None or not given.stands:
            raise ValueError(f"{purpose} is not agreed to, so there is nothing to withdraw")
        return self._with(Given(purpose=purpose, on=given.on, withdrawn_on=on), self.on)

    def all_withdrawn(self, on: date) -> "Consent":
        """Return it with all that stands taken back on a day.

        Raises
        ------
        ValueError
            Where some of it was agreed to after that day.
        """
        left = self
        for each in self.given:
            if each.stands:
                left = left.withdrawing(each.purpose, on)
        return left

    def _with(self, changed: Given, on: date) -> "Consent":
        known = {each.purpose: each for each in self.given} | {changed.purpose: changed}
        return Consent(on=on, given=tuple(known[each] for each in PURPOSES if each in known))

    @property
    def may_record(self) -> bool:
        """Whether what is measured may be kept now."""
        return self.may("record")

    @property
    def may_research(self) -> bool:
        """Whether what is kept may be used in research now."""
        return self.may("research")

    @property
    def may_research_words(self) -> bool:
        """Whether the person's own words may be used in research now."""
        return self.may("research") and self.may("words")

    @property
    def may_pack(self) -> bool:
        """Whether what is kept may go between home and clinic now."""
        return self.may("pack")

    @property
    def may_mirror(self) -> bool:
        """Whether they may be shown to themselves where a group sees it, now."""
        return self.may("mirror")

    @property
    def withdrawn_on(self) -> date | None:
        """When the last of it was taken back; `None` where some stands, or nothing was given."""
        days = [each.withdrawn_on for each in self.given]
        return max((day for day in days if day), default=None) if None not in days else None


def consent_changes(before: Consent | None, after: Consent | None) -> tuple[str, ...]:
    """Return what became of each purpose, as in ``record given on 2026-03-02``; none where all is
    as it was."""
    changes = []
    for purpose in PURPOSES:
        old = before.of(purpose) if before is not None else None
        new = after.of(purpose) if after is not None else None
        if old == new:
            continue
        if new is None:
            changes.append(f"{purpose} taken out")
        elif new.stands:
            changes.append(f"{purpose} given on {new.on}")
        else:
            changes.append(f"{purpose} withdrawn on {new.withdrawn_on}")
    return tuple(changes)


_ONE_DAY = {"record", "research", "withdrawn_on"}
"""What older programs kept beside the one day."""
