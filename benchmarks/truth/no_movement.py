"""What people do before a camera that is no movement of the library: nothing of it may count."""

from dataclasses import replace
from math import pi, sin

from figure.joint_angles import NEUTRAL, SEATED, JointAngles, blend, mirrored
from truth.doings import Doing, Posture, both, stops

# When what is done once is done, seconds.
ONCE_S = 20.0
HANDS_ON_LAP = both(
    SEATED, shoulder_elevation=20, shoulder_plane=49, elbow_flexion=61, elbow_fold=-29
)


def standing(t: float) -> JointAngles:
    """Sway: slow, small, in every joint that a standing body sways with."""
    sway = sin(2 * pi * t / 4.3) + 0.6 * sin(2 * pi * t / 9.1 + 1)
    return replace(
        both(
            NEUTRAL,
            shoulder_elevation=9 + 0.8 * sway,
            knee_flexion=4 + 0.8 * sway,
            hip_flexion=2 + 0.5 * sway,
            ankle_dorsiflexion=2 + 0.5 * sway,
        ),
        trunk_side_lean=0.7 * sway,
        trunk_forward_lean=1.5 + 0.6 * sway,
        pelvis_shift=1.5 * sway,
    )


def sitting(t: float) -> JointAngles:
    """Sway on a seat."""
    sway = sin(2 * pi * t / 5.1)
    return replace(SEATED, trunk_side_lean=0.8 * sway, trunk_forward_lean=0.8 * sway)


def walking(step_s: float, lift: float, swing: float, lean: float, bend: float = 20.0) -> Posture:
    """Return walking on the spot: the knees lifted one after the other, the arms against them."""

    def posture(t: float) -> JointAngles:
        legs = sin(pi * t / step_s)
        left, right = max(legs, 0.0), max(-legs, 0.0)
        return replace(
            both(NEUTRAL, shoulder_plane=90.0, elbow_flexion=bend),
            left_hip_flexion=lift * left,
            right_hip_flexion=lift * right,
            left_knee_flexion=3 + 1.2 * lift * left,
            right_knee_flexion=3 + 1.2 * lift * right,
            left_shoulder_elevation=8 + swing * right,
            right_shoulder_elevation=8 + swing * left,
            trunk_side_lean=lean * legs,
            pelvis_shift=8 * legs,
        )

    return posture


def once(base: JointAngles, there: JointAngles, out_s: float, stay_s: float) -> Posture:
    """Return going there once, staying, and coming back."""
    back_s = ONCE_S + out_s + stay_s
    return stops(
        (ONCE_S, base), (ONCE_S + out_s, there), (back_s, there), (back_s + 1.2 * out_s, base)
    )


def waving(
    base: JointAngles,
    elevation: float,
    bend: float,
    *,
    sweep: float = 25.0,
    hertz: float = 1.5,
    plane: float = 20.0,
    out_s: float = 1.0,
    stay_s: float = 3.0,
    whole_arm: float = 0.0,
) -> Posture:
    """Return one wave of the right hand: raised, the forearm or the whole arm to and fro.

    Fold 90 brings the forearm up.
    """
    there = replace(
        base,
        right_shoulder_elevation=elevation,
        right_shoulder_plane=plane,
        right_elbow_flexion=bend,
        right_elbow_fold=90.0,
    )
    way = once(base, there, out_s, stay_s)
    from_s = ONCE_S + out_s

    def posture(t: float) -> JointAngles:
        at = way(t)
        swing = sin(2 * pi * hertz * (t - from_s)) if from_s <= t < from_s + stay_s else 0.0
        return replace(
            at,
            right_elbow_flexion=max(at.right_elbow_flexion + sweep * swing, 0.0),
            right_shoulder_elevation=at.right_shoulder_elevation + whole_arm * swing,
        )

    return posture


def to_the_face(base: JointAngles, out_s: float = 1.0, stay_s: float = 1.5) -> Posture:
    """Return scratching the nose: the right hand to the face."""
    there = replace(
        base,
        right_shoulder_elevation=48.0,
        right_shoulder_plane=75.0,
        right_elbow_flexion=138.0,
        right_elbow_fold=60.0,
    )
    return once(base, there, out_s, stay_s)


def reaching(base: JointAngles, elevation: float, plane: float, stay_s: float = 1.5) -> Posture:
    """Return reaching for something before the body with the right hand."""
    there = replace(
        base,
        right_shoulder_elevation=elevation,
        right_shoulder_plane=plane,
        right_elbow_flexion=15.0,
    )
    return once(base, there, 1.0, stay_s)


def other_hand(posture: Posture) -> Posture:
    """Return the same with left and right exchanged."""
    return lambda t: mirrored(posture(t))


def stepping_aside(open_deg: float, bend: float, lean: float, step_s: float = 1.2) -> Posture:
    """Return a step to the left and one back, the weight over it, the other leg after."""

    def posture(t: float) -> JointAngles:
        base = standing(t)
        for from_s, leg, other in ((ONCE_S, "left", "right"), (2 * ONCE_S, "right", "left")):
            if from_s <= t < from_s + step_s:
                way = sin(pi * (t - from_s) / step_s) ** 2
                sign = 1 if leg == "left" else -1
                return replace(
                    base,
                    **{
                        f"{leg}_hip_abduction": 4 + open_deg * way,
                        f"{other}_hip_abduction": 4 + open_deg / 3 * way,
                        f"{leg}_knee_flexion": 4 + bend * way,
                        f"{other}_knee_flexion": 4 + bend / 3 * way,
                    },
                    trunk_side_lean=sign * lean * way,
                    pelvis_shift=sign * 25 * way,
                )
        return base

    return posture


def sitting_down(
    lean: float = 35.0, part_s: float = 1.4, *, up_again_after_s: float | None = None
) -> Posture:
    """Return sitting down, the trunk leaning forward on the way, and maybe rising again."""
    down = replace(
        both(NEUTRAL, hip_flexion=60, knee_flexion=60, ankle_dorsiflexion=15),
        trunk_forward_lean=lean,
    )
    seated_s = ONCE_S + 2 * part_s
    way = [(ONCE_S, NEUTRAL), (ONCE_S + part_s, down), (seated_s, SEATED)]
    if up_again_after_s is None:
        return stops(*way, (seated_s + 1.5, HANDS_ON_LAP))
    rise_s = seated_s + up_again_after_s
    return stops(*way, (rise_s, SEATED), (rise_s + part_s, down), (rise_s + 2 * part_s, NEUTRAL))


def picking_up() -> Posture:
    """Return bending down for something on the floor, the hands straight down before the body."""
    upright = both(NEUTRAL, shoulder_plane=85)
    down = replace(
        both(upright, hip_flexion=40, knee_flexion=40, shoulder_elevation=80),
        trunk_forward_lean=75.0,
    )
    return once(upright, down, 1.5, 1.0)


def turning_aside(base: JointAngles) -> Posture:
    """Return looking to one side, the trunk going along a little, and nodding after."""
    aside = replace(base, neck_rotation=40.0, trunk_twist=15.0)
    nod = replace(base, neck_flexion=25.0)
    return stops(
        (ONCE_S, base), (21.5, aside), (23.0, aside), (24.5, base), (26.0, nod), (27.0, base)
    )


def _with_hands(base: JointAngles, where: str) -> tuple[Doing, ...]:
    """Return what hands do, of somebody in the posture `base`."""
    seated = base is not NEUTRAL
    hands = both(base, shoulder_elevation=35, shoulder_plane=65, elbow_flexion=105, elbow_fold=-20)
    akimbo = both(base, shoulder_elevation=42, shoulder_plane=-15, elbow_flexion=95, elbow_fold=-60)
    doings = {
        "waving": waving(base, 75, 95),
        "waving with the left hand": other_hand(waving(base, 75, 95)),
        "waving low": waving(base, 50, 110, plane=10),
        "waving high": waving(base, 110, 60),
        "waving slowly": waving(base, 90, 90, hertz=1.0, plane=0, out_s=1.5, stay_s=5.0),
        "waving quickly": waving(base, 60, 120, sweep=30, hertz=2.0, plane=30, out_s=0.8, stay_s=2),
        "waving with the whole arm": waving(base, 120, 15, sweep=5, plane=10, whole_arm=18),
        "scratching the nose": to_the_face(base),
        "scratching the nose with the left hand": other_hand(to_the_face(base)),
        "scratching the nose for long": to_the_face(base, out_s=1.5, stay_s=5.0),
        "reaching ahead": reaching(base, 85, 75),
        "reaching ahead with the left hand": other_hand(reaching(base, 75, 80)),
        "folding the arms": once(base, hands, 1.0, 9.0),
        "hands on the hips": once(base, akimbo, 1.0, 9.0),
        "turning the head": turning_aside(base),
    }
    return tuple(Doing(f"{name}, {where}", way, seated=seated) for name, way in doings.items())


STAYING: tuple[Doing, ...] = (
    Doing("standing", standing),
    Doing("sitting", sitting, seated=True),
    Doing("sitting, hands on the lap", lambda t: blend(HANDS_ON_LAP, sitting(t), 0.1), seated=True),
)
STEPPING: tuple[Doing, ...] = (
    *(
        Doing(f"walking on the spot, {how}", walking(*figures))
        for how, figures in {
            "lightly": (0.5, 30, 15, 1.5),
            "at ease": (0.6, 45, 18, 1.5),
            "slowly": (1.0, 60, 25, 1.5),
            "very slowly": (1.2, 60, 30, 2.5),
            "with high knees": (0.7, 90, 45, 4.0),
            "jogging": (0.4, 50, 30, 2.0, 85),
        }.items()
    ),
    Doing("stepping aside and back", stepping_aside(18, 25, 5)),
    Doing("stepping aside and back, slowly", stepping_aside(20, 35, 6, 2.0)),
    Doing("stepping aside and back, leaning", stepping_aside(25, 20, 8, 1.5)),
)
RISING: tuple[Doing, ...] = (
    Doing("sitting down", sitting_down()),
    Doing("sitting down, slowly", sitting_down(30, 2.5)),
    Doing("sitting down and standing up again", sitting_down(up_again_after_s=8.0)),
    Doing("sitting down for a moment", sitting_down(25, 2.0, up_again_after_s=2.5)),
    Doing("picking something up", picking_up()),
)
NO_MOVEMENT: tuple[Doing, ...] = (
    *STAYING,
    *STEPPING,
    *RISING,
    *_with_hands(NEUTRAL, "standing"),
    *_with_hands(HANDS_ON_LAP, "seated"),
)
