"""What of a movement is offered to a person, or one line that says why nothing is."""

import click

from exercises.exercise import Exercise
from exercises.offer import Offer, offered_to
from exercises.person import Person
from words.tr import tr


class NotOffered(click.ClickException):
    """A movement that is hidden from a person; its text is the one line for the therapist."""

    def __init__(self, exercise: Exercise, person: Person, offer: Offer) -> None:
        super().__init__(f"{exercise.id} is not offered to {person.code}: {reasons_of(offer)}")


def offered_or_why(exercise: Exercise, person: Person) -> Exercise:
    """Return the movement as it is offered to `person`: ends cut, holds off, sides left out.

    Raises
    ------
    NotOffered
        Where it is hidden from them.
    """
    offer = offered_to(exercise, person)
    if offer.hidden:
        raise NotOffered(exercise, person, offer)
    return offer.exercise


def reasons_of(offer: Offer) -> str:
    """Return why a movement is hidden, or changed where it is not."""
    return "; ".join(tr(reason) for reason in offer.hidden_because or offer.changed_because)
