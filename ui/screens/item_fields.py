"""What can be set of one movement of a programme."""

from exercises.exercise import Exercise
from exercises.one_sided import one_sided
from exercises.programme import MOST_EXHALE_S, MOST_REPETITIONS, Item, Sides
from ui.around import Around
from ui.told import tempo
from ui.widgets.choice import Choice
from ui.widgets.slider import Slider
from ui.widgets.widget import Widget
from vision.measures import SIDES, Side

_MOST_MINUTES, _MINUTES_STEP = 20.0, 0.5
_LONGEST_REST_S, _REST_STEP_S = 300.0, 15.0
_EXHALE_STEP_S = 0.5
_LEAST_SHARE, _SHARE_STEP = 0.1, 0.05


class ItemFields:
    """The widgets of one item, and the item they say.

    Parameters
    ----------
    item
        As it is now.
    exercise
        The movement as it is offered to the person.
    """

    def __init__(self, around: Around, item: Item, exercise: Exercise) -> None:
        tr = around.tr
        self._item = item
        kept: list[Side] = [side for side in SIDES if one_sided(exercise, side) is not None]
        sides: list[tuple[Sides, str]] = [
            ("both", tr("sides.both")),
            *((side, tr(f"sides.{side}")) for side in kept),
        ]
        self._sides = Choice(tr("item.sides"), sides, item.sides)

        def counted(value: float) -> str:
            own = tr("item.own", amount=exercise.repetitions)
            return f"{value:.0f}" if value else own

        def lasting(value: float) -> str:
            return f"{value:g} min" if value else tr("item.own", amount=f"{exercise.minutes:g} min")

        self._repetitions = Slider(
            tr("item.field-repetitions"),
            0,
            MOST_REPETITIONS,
            1,
            item.repetitions or 0,
            counted,
        )
        self._minutes = Slider(
            tr("item.field-minutes"), 0, _MOST_MINUTES, _MINUTES_STEP, item.minutes or 0, lasting
        )
        self._tempo = Slider(tr("item.field-tempo"), 0.5, 1.5, 0.05, item.tempo, tempo)
        self._exhale = Slider(
            tr("item.field-exhale"), 0, MOST_EXHALE_S, _EXHALE_STEP_S, item.exhale_s, _seconds
        )
        self._rest = Slider(
            tr("item.field-rest"), 0, _LONGEST_REST_S, _REST_STEP_S, item.rest_s, _seconds
        )
        self._share = Slider(
            tr("item.field-share"), _LEAST_SHARE, 1.0, _SHARE_STEP, item.range_share, tempo
        )
        self.widgets: list[Widget] = [
            *([self._sides] if len(sides) > 1 else []),
            *([self._repetitions] if exercise.repetitions else []),
            self._minutes,
            self._tempo,
            *([self._exhale] if exercise.pace == "breath" else []),
            self._rest,
            *([self._share] if exercise.seen else []),
        ]

    def item(self) -> Item:
        """Return the item as it is set now."""
        changes = {
            "sides": self._sides.value,
            "repetitions": round(self._repetitions.value) or None,
            "minutes": self._minutes.value or None,
            "tempo": self._tempo.value,
            "exhale_s": self._exhale.value,
            "rest_s": self._rest.value,
            "range_share": self._share.value,
        }
        return Item.model_validate({**dict(self._item), **changes})


def _seconds(value: float) -> str:
    return f"{value:g} s"
