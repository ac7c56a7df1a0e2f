"""A body as flat rounded shapes, from where its joints lie on the screen."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ui import shapes
from ui.colour import Colour, mix
from ui.paint import Drawing
from ui.palette import Palette
from vision.measures import SIDES
from vision.skeleton import Landmark, of_side

Points = NDArray[np.float64]
Kind = Literal["skin", "top", "legs", "feet"]
Piece = tuple[Points, Points, float, float]
"""One long piece of a body: its ends on the screen, and its half-width in pixels at either."""
Limbs = dict[str, Points]
"""The outlines of a body's long pieces, by their names."""

# Half-widths in metres of an adult of middling build, drawn a little full so that the shapes read
# from afar (defaults of ours).
_HEAD = (0.090, 0.110)
_NECK = 0.050
_BRIDGE, _NOSE, _PROFILE = 0.010, 0.017, 0.085
# Where the hair lies: up from the middle of the head in metres, back from it as a share of the way
# to the nose, and its size in that of the head.
_HAIR_UP, _HAIR_BACK, _HAIR_FULL = 0.024, 0.22, 0.98
_SHOULDER, _CHEST, _HIP = 0.062, 0.128, 0.100
_UPPER_ARM, _ELBOW, _WRIST, _PALM, _FINGERS = 0.052, 0.044, 0.033, 0.041, 0.033
_THIGH, _KNEE, _ANKLE, _HEEL, _TOE = 0.090, 0.063, 0.044, 0.046, 0.046
# Where the sleeve ends, along the upper arm.
_SLEEVE = 0.52

# How much darker a part is drawn for each metre it lies behind the trunk, and at most; and how
# much lighter for each metre it lies more than a hand's breadth before it.
_RECEDE, _RECEDE_MOST = 0.9, 0.26
_ADVANCE, _ADVANCE_MOST, _LEVEL = 0.9, 0.15, 0.12
# A leg no more than this before the trunk stands under the top, as of somebody with soft knees.
_UNDER_TOP_M = 0.09
# Parts of one tone nearer to each other than this (in metres) are drawn as one, without a seam.
_TOGETHER_M = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class FlatPart:
    """One part of a flat body: its outlines, its kind, and how far before the trunk it lies."""

    outlines: tuple[Points, ...]
    kind: Kind
    depth_m: float


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """The joints of a body on the screen.

    Attributes
    ----------
    points
        (33, 2) float64 pixels, in the pose model's order.
    depth_m
        (33,) float64 metres toward the viewer, from any one plane.
    scale
        Pixels to a metre.
    """

    points: Points
    depth_m: Points
    scale: float

    def at(self, name: str, side: str) -> Points:
        """Return the joint called `name` on one side."""
        return np.asarray(self.points[of_side(name, side)])

    def middle(self, name: str) -> Points:
        """Return the middle of the joints called `name`."""
        return (self.at(name, "left") + self.at(name, "right")) / 2

    def depth(self, *landmarks: Landmark) -> float:
        """Return how far toward the viewer some landmarks lie on average, in metres."""
        return sum(float(self.depth_m[each]) for each in landmarks) / len(landmarks)


def parts(body: Placed) -> list[FlatPart]:
    """Return the parts of a body in the order in which they are drawn, farthest first."""
    trunk_depth = body.depth(
        Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER, Landmark.LEFT_HIP, Landmark.RIGHT_HIP
    )
    limbs = _limbs(body)
    found = [_trunk(body), _pelvis(body, trunk_depth), *_head(body, limbs)]
    for side in SIDES:
        found += [*_leg(body, limbs, side, trunk_depth), *_arm(body, limbs, side, trunk_depth)]
    return sorted(found, key=lambda part: part.depth_m)


def _limbs(body: Placed) -> Limbs:
    """Return the outlines of all that is long, in one go: many small ones take much longer."""
    pieces = {"neck": _neck(body), "nose": _nose(body)}
    for side in SIDES:
        pieces |= {f"{side} {name}": piece for name, piece in _arm_pieces(body, side).items()}
        pieces |= {f"{side} {name}": piece for name, piece in _leg_pieces(body, side).items()}
    return dict(zip(pieces, shapes.limbs(list(pieces.values())), strict=True))


def _trunk(body: Placed) -> FlatPart:
    s = body.scale
    shoulders, hips = body.middle("shoulder"), body.middle("hip")
    down = hips - shoulders
    upper = [(_deltoid(body, side), _SHOULDER * s) for side in SIDES]
    lower = [(body.at("hip", side) - down * 0.02, _HIP * s) for side in SIDES]
    chest = (shoulders + down * 0.28, _CHEST * s)
    yoke = (shoulders - down * 0.10, 0.036 * s)
    outlines = (shapes.hull([*upper, chest, *lower]), shapes.hull([yoke, *upper]))
    return FlatPart(outlines, "top", 0.0)


def _deltoid(body: Placed, side: str) -> Points:
    """Return the middle of the shoulder's roundness, a little under the joint."""
    down = body.middle("hip") - body.middle("shoulder")
    return np.asarray(body.at("shoulder", side) + down * 0.05)


def _head(body: Placed, limbs: Limbs) -> list[FlatPart]:
    s = body.scale
    ears, base = _ears(body), body.middle("shoulder")
    up = ears - base
    length = float(np.hypot(*up)) or 1.0
    face = body.points[Landmark.NOSE] - ears
    crown = ears + up / length * (0.022 * s) + face * 0.22
    across, along = _HEAD
    tilt = float(np.arctan2(up[0], -up[1]))
    head = shapes.oval(crown, across * s, along * s, tilt)
    # Behind the face, and a little over it, so that it tells which way the head is turned.
    nape = crown + up / length * (_HAIR_UP * s) - face * _HAIR_BACK
    hair = shapes.oval(nape, across * s * _HAIR_FULL, along * s * _HAIR_FULL, tilt)
    away = body.depth(Landmark.NOSE) < body.depth(Landmark.LEFT_EAR, Landmark.RIGHT_EAR)
    # The neck stands in the top; the chin lies before it.
    found = [FlatPart((limbs["neck"],), "skin", -0.001), FlatPart((head,), "skin", 0.01)]
    found.append(FlatPart((hair,), "legs", 0.012 if away else 0.005))
    if not away:  # without a nose nobody could tell a turned head
        # From the side it is part of the head's outline; before the face it is told by its tone.
        aside = abs(float(face[0])) > _PROFILE * s
        found.append(FlatPart((limbs["nose"],), "skin" if aside else "feet", 0.02))
    return found


def _ears(body: Placed) -> Points:
    return np.asarray((body.points[Landmark.LEFT_EAR] + body.points[Landmark.RIGHT_EAR]) / 2)


def _neck(body: Placed) -> Piece:
    thick = _NECK * body.scale
    return body.middle("shoulder"), _ears(body), thick * 1.12, thick


def _nose(body: Placed) -> Piece:
    tip = body.points[Landmark.NOSE]
    eyes = (body.points[Landmark.LEFT_EYE] + body.points[Landmark.RIGHT_EYE]) / 2
    bridge = tip + (eyes - tip) * 0.9
    return bridge, tip, _BRIDGE * body.scale, _NOSE * body.scale


def _arm_pieces(body: Placed, side: str) -> dict[str, Piece]:
    s = body.scale
    shoulder, elbow, wrist = _deltoid(body, side), body.at("elbow", side), body.at("wrist", side)
    hand = (body.at("index", side) + body.at("pinky", side)) / 2 - wrist
    palm, tips = wrist + hand * 0.70, wrist + hand * 1.45
    cuff = shoulder + (elbow - shoulder) * _SLEEVE
    return {
        "upper arm": (shoulder, elbow, _UPPER_ARM * s * 0.94, _ELBOW * s),
        "forearm": (elbow, wrist, _ELBOW * s, _WRIST * s),
        "palm": (wrist, palm, _WRIST * s, _PALM * s),
        "fingers": (palm, tips, _PALM * s, _FINGERS * s),
        "sleeve": (shoulder, cuff, _SHOULDER * s, _UPPER_ARM * s * 1.12),
    }


def _arm(body: Placed, limbs: Limbs, side: str, trunk_depth: float) -> list[FlatPart]:
    arm = tuple(limbs[f"{side} {name}"] for name in ("upper arm", "forearm", "palm", "fingers"))
    depth = body.depth(of_side("elbow", side), of_side("wrist", side)) - trunk_depth
    # An arm that hangs beside the trunk is drawn upon it.
    sleeve = FlatPart((limbs[f"{side} sleeve"],), "top", depth + 0.065)
    return [FlatPart(arm, "skin", depth + 0.06), sleeve]


def _pelvis(body: Placed, trunk_depth: float) -> FlatPart:
    """Return the seat of the trousers: under the top in standing, over it in sitting."""
    outline = shapes.hull([(body.at("hip", side), _THIGH * body.scale) for side in SIDES])
    depth = body.depth(Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE) - trunk_depth
    return FlatPart((outline,), "legs", depth / 2 - 0.07)


def _leg_pieces(body: Placed, side: str) -> dict[str, Piece]:
    s = body.scale
    hip, knee, ankle = (body.at(name, side) for name in ("hip", "knee", "ankle"))
    return {
        "thigh": (hip, knee, _THIGH * s, _KNEE * s),
        "shank": (knee, ankle, _KNEE * s, _ANKLE * s),
    }


def _leg(body: Placed, limbs: Limbs, side: str, trunk_depth: float) -> list[FlatPart]:
    leg = tuple(limbs[f"{side} {name}"] for name in ("thigh", "shank"))
    sole = (("heel", _HEEL), ("ankle", _ANKLE), ("toe", _TOE))
    foot = shapes.hull([(body.at(name, side), wide * body.scale) for name, wide in sole])
    depth = body.depth(of_side("knee", side), of_side("ankle", side)) - trunk_depth
    if 0 <= depth < _UNDER_TOP_M:
        depth = -0.002
    return [FlatPart(leg, "legs", depth), FlatPart((foot,), "feet", depth - 0.01)]


def draw(
    drawing: Drawing,
    palette: Palette,
    ordered: list[FlatPart],
    tones: dict[Kind, Colour],
    opacity: float = 1,
) -> None:
    """Draw the parts of a flat body, farther ones receding into the panel."""
    waiting: list[Points] = []
    last: FlatPart | None = None
    for part in [*ordered, None]:
        joins = (
            part is not None
            and last is not None
            and part.kind == last.kind
            and part.depth_m - last.depth_m < _TOGETHER_M
        )
        if last is not None and not joins:
            drawing.fill(waiting, _tone(palette, tones, last), opacity)
            waiting = []
        if part is not None:
            waiting += part.outlines
        last = part


def _tone(palette: Palette, tones: dict[Kind, Colour], part: FlatPart) -> Colour:
    if part.depth_m < 0:
        return mix(tones[part.kind], palette.panel, min(-part.depth_m * _RECEDE, _RECEDE_MOST))
    advance = max(part.depth_m - _LEVEL, 0.0) * _ADVANCE
    return mix(tones[part.kind], tones["skin"], min(advance, _ADVANCE_MOST))
