"""Many people's practices, as an evaluation takes them."""

from collections.abc import Sequence

from records.report.evaluation import OfOne

SCALES = ("pain", "mood", "energy")


def of_one(number: int = 0, **changes: object) -> OfOne:
    plain: dict[str, object] = {
        "practices": 3 + number % 30,
        "days": 3 + number % 20,
        "changes": dict.fromkeys(SCALES, float(number % 3 - 1) * 1.5),
        "before": dict.fromkeys(SCALES, 4.0),
        "effort": 2.0,
        "satisfaction": float(number % 11),
        "stopped": number % 7 == 0,
        "psfs": (3.0, 3.0 + number % 5),
        "control": (4.0, 5.0),
        "life": None if number % 6 == 0 else (4.0, 4.0),
        "range_way": ("wider", "within", None)[number % 3],
    }
    return OfOne(**{**plain, **changes})  # type: ignore[arg-type]


def people(count: int) -> Sequence[OfOne]:
    return [of_one(number) for number in range(count)]
