"""In which posture a body is drawn beside the movements: that of the movement at hand."""

from exercises.exercise import Exercise
from exercises.library import find_exercise
from ui.patient.screen import PatientScreen, PatientView

_AT_REST = {
    "seated": "arriving-breath",
    "standing": "arriving-breath-standing",
    "lying": "arriving-breath-lying",
}
_HANDS = {
    "seated": "closing-hands-on-belly-seated",
    "standing": "closing-hands-on-belly",
    "lying": "closing-hands-on-belly-lying",
}


class BodyScreen(PatientScreen):
    """A screen with a body on it; one that sits, where no movement is known yet."""

    def movement(self, view: PatientView) -> Exercise | None:
        """Return the movement at hand, or the one that comes first."""
        step = view.moment.step
        return view.moment.exercise if step is None else step.exercise

    def at_rest(self, view: PatientView) -> Exercise:
        """Return a body at rest, as the first movement of the library has it."""
        return find_exercise(_AT_REST[self._posture(view)])

    def with_hands_on_belly(self, view: PatientView) -> Exercise:
        """Return a body with its hands on its belly, as the last movement has it."""
        return find_exercise(_HANDS[self._posture(view)])

    def _posture(self, view: PatientView) -> str:
        movement = self.movement(view)
        return "seated" if movement is None else movement.posture
