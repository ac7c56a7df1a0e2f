"""Finding a person's range, therapist and patient together, or the patient alone."""

from collections.abc import Sequence

import pygame

from exercises.exercise import Exercise
from exercises.person import Person
from exercises.signed_range import SignedRange
from feedback.calibrating_intent import Ask as Asked
from feedback.calibrating_intent import CalibratingIntent, Override, SetTo
from feedback.calibrating_step import CalibratingStep
from feedback.handles import Handle
from ui import desk_frame
from ui.around import Around
from ui.calibrate_arc import Arc
from ui.calibrate_gauge import Gauge
from ui.calibrate_keys import GO_ON, LETTERS, REPEATING, asked_by
from ui.calibrate_lines import keys_of
from ui.calibrate_panels import CalibratePanels
from ui.calibrate_view import Calibrates, CalibrateView, CannotSee
from ui.desk_place import DeskPlace, desk_place
from ui.desk_screen import DeskScreen, Key
from ui.inputs import Click, Drag, Drop, Input, Press, Typed
from ui.next import Back, Lock, Next, Open, Refused, Stay
from ui.screens.calibrate_signing import Signing, noted_alone
from ui.screens.reason import Reason
from ui.view import Choices


class CalibrateScreen(DeskScreen):
    """One calibration, from resting to the signature.

    Parameters
    ----------
    person, exercise, versions
        Whose, in which movement as it is offered to them, and what is signed until now.
    calibrates
        Sees the person.
    locked
        Whether the patient is alone: nothing is signed, and leaving locks the window.

    Attributes
    ----------
    signed
        What was signed; none before it is.
    panels
        What is drawn, and where the mouse takes hold of it.
    trouble
        Why nothing could be seen, in one line; empty where it could.
    """

    moving = True

    def __init__(
        self,
        around: Around,
        person: Person,
        exercise: Exercise,
        versions: Sequence[SignedRange],
        calibrates: Calibrates,
        *,
        locked: bool = False,
    ) -> None:
        super().__init__(around)
        self._person, self._exercise, self._versions = person, exercise, versions
        self._calibrates, self._locked = calibrates, locked
        self.signed: tuple[SignedRange, ...] = ()
        self.trouble = ""
        self._asked: list[CalibratingIntent] = []
        self._view: CalibrateView | None = None
        self.panels = CalibratePanels(around, exercise, locked=locked)
        self._held: tuple[Arc | Gauge, Handle] | None = None
        self._signing = Signing(around, person, exercise, self._was_signed, self._leave)
        self._asks_to_sign = self._noted = self._repeated = False
        self._choices = Choices()
        self._frame: pygame.Surface | None = None
        self._frame_of: tuple[object, ...] = ()

    # --- what it says of itself

    def title(self) -> str:
        """Return the movement."""
        return self.around.tr(self._exercise.title)

    def beside(self) -> str:
        """Return whose range it is, and how far it has come."""
        step = self.step
        if step is None or step.count < 2 or step.kind in ("sign", "finished"):
            return self._person.code
        place = self.around.tr("calibrate.place", at=step.index + 1, all=step.count)
        return f"{self._person.code}  ·  {place}"

    def keys(self) -> Sequence[Key]:
        """Name the keys of this step."""
        return keys_of(self.around, self.step)

    # --- what happens

    @property
    def step(self) -> CalibratingStep | None:
        """Where the calibration is; `None` before anything was seen."""
        return self._view.step if self._view is not None else None

    @property
    def _kind(self) -> str:
        return self.step.kind if self.step is not None else "neutral"

    def turn(self, t: float) -> Next:
        """See the person, and go on."""
        asked, self._asked = self._asked, []
        try:
            self._view = self._calibrates.turn(asked, self.panels.picture_size, t)
        except CannotSee as error:
            self.trouble = str(error)
            # A patient alone is never left before an open profile.
            return self._leave() if self._locked else Back(said=self.trouble)
        if self._kind == "left":
            return self._leave()
        if self._kind == "sign" and not self._asks_to_sign:
            self._asks_to_sign = True
            assert self.step is not None
            return self._signing.ask(self.step.drafts, self._versions)
        if self._kind == "finished" and self._locked and not self._noted:
            self._noted = True
            assert self.step is not None
            return noted_alone(self.around, self._person, self._exercise, self.step.drafts)
        return None

    def closed(self) -> None:
        """Let go of the camera."""
        self._calibrates.close()

    def resumed(self) -> Next:
        """Go back to the last range, where it was not signed and nothing more is to come of it."""
        if self._kind == "sign" and not self.signed and not self._signing.settling:
            self._asks_to_sign = False
            self._asked.append(Asked.BACK)
        return None

    def take(self, event: Input) -> Next:
        """Take in what happened; not while what somebody else signed is being read."""
        if self._signing.settling:
            return Stay()
        if isinstance(event, Press):
            self._repeated = event.repeated
            return self._took_key(event)
        if isinstance(event, Typed):
            return self.letter(event.text.lower())
        if isinstance(event, Click | Drag | Drop):
            self._took_mouse(event)
        return None

    def _took_key(self, press: Press) -> Next:
        if press.repeated and press.key not in REPEATING:
            return Stay()
        self.said = ""
        if press.key == pygame.K_ESCAPE:
            if self._kind == "finished" or self.step is None:
                return self._leave()
            self._asked.append(Asked.LEAVE)
            return None
        if self._kind == "finished":
            return self._leave() if press.key in GO_ON else None
        asked = asked_by(press, self._kind)
        if asked is not None:
            self._asked.append(asked)
        return None

    def letter(self, letter: str) -> Next:
        """Answer the letters, each once a press."""
        if self._repeated:
            return None
        if letter in LETTERS:
            self._asked.append(LETTERS[letter])
        if letter == "m":
            self.panels.change_mirror()
        found = self.step is not None and self.step.setting is not None
        if letter == "o" and self._kind == "adjust" and found and not self._locked:
            what = self.around.tr("reason.ceiling")
            return Open(Reason(self.around, what, self._override))
        return None

    def _override(self, reason: str) -> Next:
        self._asked.append(Override(reason))
        self.said = self.around.tr("calibrate.overridden")
        return None

    def _took_mouse(self, event: Click | Drag | Drop) -> None:
        if isinstance(event, Drop):
            self._held = None
        elif isinstance(event, Click):
            self._held = self.panels.held_at(event.at)
        if self._held is not None:
            line, handle = self._held
            self._asked.append(SetTo(handle, line.value_at(event.at)))

    def _leave(self) -> Next:
        return Back(after=Lock) if self._locked else Back()

    def _was_signed(self, signed: tuple[SignedRange, ...]) -> Next:
        self.signed = signed
        self._asked.append(Asked.ON)
        return None

    def refused(self, refused: Refused) -> Next:
        """Say why something was not kept."""
        if self._locked:
            return Stay()
        if self._signing.settling:
            self._signing.settling = False
            self.resumed()
        return super().refused(refused)

    # --- how it is drawn

    def draw(self, surface: pygame.Surface, choices: Choices, t: float) -> None:
        """Draw the whole of `surface`."""
        self._choices = choices
        self.panels.said = self.said
        place = desk_place(surface.get_size(), choices.text_scale, 0, choices.theme)
        frame = (surface.get_size(), place.sizes, self.title(), self.beside(), self.keys())
        if self._frame is None or frame != self._frame_of:
            desk_frame.draw(surface, place, self.title(), self.beside(), "", self.keys())
            self._frame, self._frame_of = surface.copy(), frame
        else:
            surface.blit(self._frame, (0, 0))
        self.draw_body(surface, place)

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw the person, the numbers beside them, and the sentence under both."""
        self.panels.draw(surface, place, self._view, self._choices)
