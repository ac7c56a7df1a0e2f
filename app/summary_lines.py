"""The few lines that are printed of an analysed recording."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

# A share of the frames from which it is worth saying that numbers were withheld.
WORTH_SAYING = 0.05


def lines_of(name: str, summary: dict[str, Any]) -> Iterator[str]:
    """Yield what is printed of `summary`, which is that of the recording `name`."""
    zones = summary["zones"]
    head = f"{name}: {summary['frames']} frames, {summary['seconds']:.1f} s"
    ends = "; the file ends early or is damaged: incomplete" if summary["incomplete"] else ""
    if "at" not in zones[0]:
        yield f"{head}, {_counted(zones[0])}{ends}"
        yield from _measured(zones[0])
        return
    yield f"{head}, {len(zones)} {'place' if len(zones) == 1 else 'places'}{ends}"
    for zone in zones:
        yield f"place {zone['zone']}: {_counted(zone)}"


def _counted(zone: dict[str, Any]) -> str:
    sides = Counter(repetition["side"] for repetition in zone["repetitions"])
    counted = ", ".join(f"{count} {side}" for side, count in sides.items()) or "none"
    return (
        f"seen {_percent(zone['seen_fraction'])}; repetitions: {counted}; "
        f"partial {zone['partial']}, unfinished {zone['unfinished']}"
    )


def _measured(zone: dict[str, Any]) -> Iterator[str]:
    if zone["angles"] and not any(angle["role"] for angle in zone["angles"].values()):
        yield "nothing is measured of this movement: it runs by time and breath alone"
        return
    view = zone["view"]
    if view["turn_deg"] is not None:
        yield f"view: {view['seen']}, turned {view['turn_deg']}°; declared: {view['declared']}"
    for key, angle in zone["angles"].items():
        if angle["role"] in ("lead", "follow"):
            yield f"{key}: {_angle(angle)}"


def _angle(angle: dict[str, Any]) -> str:
    parts = []
    if angle["about_range"] is not None:
        span, unit = angle["about_range"], angle["unit"].replace("_", " ")
        errors = [span[end] for end in ("low_error", "high_error") if span[end] is not None]
        parts.append(
            f"about {span['low']:g} to {span['high']:g} {unit}"
            + (f", ± {max(errors):g}" if errors else "")
        )
    if angle["withheld_fraction"] >= WORTH_SAYING:
        reasons = {why: share for why, share in angle["withheld"].items() if share >= WORTH_SAYING}
        told = ", ".join(f"{why} {_percent(share)}" for why, share in reasons.items())
        parts.append(f"no number in {_percent(angle['withheld_fraction'])} of the frames ({told})")
    return "; ".join(parts)


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"
