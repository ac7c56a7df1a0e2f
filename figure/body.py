"""Who the drawn figure is: build, skin, hair and clothes, as plain data."""

from dataclasses import dataclass
from typing import Literal

Colour = tuple[float, float, float]
Hair = Literal["short", "cropped", "bob", "long", "bun", "balding"]


@dataclass(frozen=True, slots=True)
class Proportions:
    """Lengths between joint centres, as fractions of the body's height.

    Close to Drillis and Contini 1966, with the shoulders and hips set where a pose model marks
    them (a little inside the skeleton's own joint centres).
    """

    ankle: float = 0.046
    shank: float = 0.236
    thigh: float = 0.243
    torso: float = 0.277
    half_shoulders: float = 0.108
    half_hips: float = 0.0515
    upper_arm: float = 0.170
    forearm: float = 0.147
    neck: float = 0.066
    heel_back: float = 0.030
    toe_ahead: float = 0.093
    foot_landmark: float = 0.012


PROPORTIONS = Proportions()


@dataclass(frozen=True, slots=True)
class Body:
    """One drawn person.

    Attributes
    ----------
    height_m
        Standing height in metres.
    girth
        Thickness of trunk and limbs, 1 for an average build.
    belly
        Depth added to the front of the waist, metres.
    shoulder_width, hip_width
        Widths between the joints, 1 for an average build.
    bust
        Depth added to the front of the chest, metres.
    waist
        Width of the waist, 1 straight, below 1 taken in.
    skin, hair_colour, iris, shirt, trousers, shoes
        Display colours: red, green, blue, each 0–1.
    hair
        The cut.
    sleeve
        Where the sleeve ends, as a fraction of the arm: 0.5 is the elbow, 1 the wrist.
    beard, glasses, aged
        Marks of the face.
    """

    name: str
    height_m: float = 1.75
    girth: float = 1.0
    belly: float = 0.0
    shoulder_width: float = 1.0
    hip_width: float = 1.0
    bust: float = 0.0
    waist: float = 1.0
    skin: Colour = (0.80, 0.60, 0.50)
    hair: Hair = "short"
    hair_colour: Colour = (0.17, 0.11, 0.07)
    iris: Colour = (0.22, 0.14, 0.08)
    shirt: Colour = (0.16, 0.38, 0.62)
    trousers: Colour = (0.20, 0.21, 0.27)
    shoes: Colour = (0.72, 0.72, 0.75)
    sleeve: float = 0.33
    beard: bool = False
    glasses: bool = False
    aged: bool = False


BODIES: tuple[Body, ...] = (
    Body(name="blue shirt"),
    Body(
        name="cream blouse",
        height_m=1.66,
        girth=0.90,
        shoulder_width=0.91,
        hip_width=1.04,
        bust=0.022,
        waist=0.88,
        skin=(0.47, 0.31, 0.23),
        hair="long",
        hair_colour=(0.06, 0.05, 0.05),
        shirt=(0.86, 0.83, 0.76),
        trousers=(0.20, 0.29, 0.44),
        shoes=(0.34, 0.34, 0.37),
        sleeve=0.27,
    ),
    Body(
        name="red cardigan",
        height_m=1.62,
        girth=1.16,
        belly=0.035,
        shoulder_width=0.93,
        hip_width=1.12,
        bust=0.030,
        waist=1.06,
        skin=(0.86, 0.68, 0.60),
        hair="bob",
        hair_colour=(0.72, 0.71, 0.70),
        iris=(0.25, 0.38, 0.48),
        shirt=(0.62, 0.18, 0.22),
        trousers=(0.27, 0.26, 0.30),
        shoes=(0.42, 0.36, 0.33),
        sleeve=0.97,
        glasses=True,
        aged=True,
    ),
    Body(
        name="green shirt",
        height_m=1.80,
        girth=1.04,
        shoulder_width=1.05,
        skin=(0.36, 0.23, 0.17),
        hair="cropped",
        hair_colour=(0.05, 0.04, 0.04),
        shirt=(0.20, 0.46, 0.34),
        trousers=(0.46, 0.43, 0.38),
        shoes=(0.86, 0.85, 0.83),
        beard=True,
    ),
    Body(
        name="grey jumper",
        height_m=1.72,
        girth=1.22,
        belly=0.075,
        shoulder_width=1.02,
        hip_width=1.06,
        waist=1.12,
        skin=(0.78, 0.58, 0.48),
        hair="balding",
        hair_colour=(0.60, 0.59, 0.58),
        iris=(0.28, 0.36, 0.30),
        shirt=(0.45, 0.49, 0.54),
        trousers=(0.17, 0.19, 0.25),
        shoes=(0.30, 0.24, 0.20),
        sleeve=0.97,
        aged=True,
    ),
    Body(
        name="yellow top",
        height_m=1.60,
        girth=0.88,
        shoulder_width=0.89,
        hip_width=1.0,
        bust=0.018,
        waist=0.90,
        skin=(0.76, 0.58, 0.44),
        hair="bun",
        hair_colour=(0.09, 0.07, 0.06),
        shirt=(0.85, 0.62, 0.20),
        trousers=(0.16, 0.17, 0.20),
        shoes=(0.80, 0.44, 0.40),
        sleeve=0.48,
    ),
)
