"""Joints that do not go all the way."""

from collections.abc import Mapping
from dataclasses import replace

from figure.joint_angles import NAMES, JointAngles


def limited(angles: JointAngles, limits: Mapping[str, tuple[float, float]]) -> JointAngles:
    """Return `angles`, each that has limits kept between its lowest and its highest.

    Parameters
    ----------
    limits
        By the angle's name (``left_shoulder_elevation``): lowest and highest, degrees (or the
        angle's own unit).

    Raises
    ------
    ValueError
        For a name that is no joint angle, and for limits in the wrong order.
    """
    kept: dict[str, float] = {}
    for name, (low, high) in limits.items():
        if name not in NAMES:
            raise ValueError(f"there is no joint angle {name}")
        if low > high:
            raise ValueError(f"the limits of {name} are reversed: {low} to {high}")
        kept[name] = min(max(getattr(angles, name), low), high)
    return replace(angles, **kept)
