"""As many different bodies as a group and its passers-by need."""

from dataclasses import replace

from figure.body import BODIES, Body, Colour

# How much shorter each further round of the same bodies is, and how much lighter their hair.
SHORTER, LIGHTER = 0.96, 0.30


def body_of(place: int, first: int = 1) -> Body:
    """Return the body of the person in `place`, from 0, where the first has body `first`, from 1.

    After the last of `BODIES` they come again, shorter, with other hair and in another shirt.
    """
    which = first - 1 + place
    body = BODIES[which % len(BODIES)]
    for _ in range(place // len(BODIES)):
        red, green, blue = body.shirt
        body = replace(
            body,
            name=f"{body.name}, another",
            height_m=body.height_m * SHORTER,
            hair_colour=_lighter(body.hair_colour),
            shirt=(blue, red, green),
            glasses=not body.glasses,
        )
    return body


def _lighter(colour: Colour) -> Colour:
    red, green, blue = (part + LIGHTER * (1 - part) for part in colour)
    return red, green, blue
