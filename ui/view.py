"""What a practice screen is given to draw, and how the person likes it drawn: plain data."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    # What is read as the first picture comes up does not wait for them.
    import numpy as np
    from numpy.typing import NDArray

    from exercises.exercise import Exercise
    from feedback.feedback import Feedback
    from feedback.step import StepKind
    from vision.pose import Pose

Mirror = Literal["picture", "figure", "silhouette", "nothing"]
BreathShape = Literal["circle", "wave"]
Seats = Literal["forms", "figures"]
ThemeName = Literal["calm", "contrast", "dark", "projector"]


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """The part of a frame that is shown behind the person's skeleton.

    Attributes
    ----------
    pixels
        (h, w, 4) uint8, contiguous: blue, green, red and 255, exactly as shown, so already dimmed
        and mirrored.
    left, top, right, bottom
        The rectangle of the whole frame, in its pixels, that `pixels` shows. It may reach past
        the frame, where `pixels` is plain ground. Not mirrored: `left` is shown on the right.
    """

    pixels: "NDArray[np.uint8]"
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, eq=False)
class PracticeView:
    """Everything a practice screen shows at one moment.

    Attributes
    ----------
    exercise
        The movement practised.
    feedback
        The Coach's answer for this moment.
    pose
        The landmarks drawn, in pixels of a frame of `frame_size`; `None` where nobody is seen.
    frame_size
        Width and height of the whole frame in pixels.
    picture
        What the camera sees; `None` where there is nothing to show.
    remaining_s
        Seconds left of this movement; `None` where it has no end.
    planned
        Repetitions offered, of each side where sides alternate; 0 for a posture that is kept.
    notice
        Id of a text that outranks the cue (``notice.paused``); `None` where there is none.
    calm
        Whether `notice` is a calm full screen of its own rather than a quiet line.
    label
        Id of a quiet label on the picture (``label.drawn-figure``); `None` where there is none.
    t
        Monotonic seconds now; everything that eases, eases along it.
    kind, gone, welcomed
        As in the `Step` of the practice: while ``showing``, the guide is seen first.
    caption
        Id of the caption of the sound that is heard now; `None` where there is none.
    """

    exercise: "Exercise"
    feedback: "Feedback"
    pose: "Pose | None"
    frame_size: tuple[int, int]
    picture: Picture | None
    remaining_s: float | None
    planned: int
    notice: str | None
    calm: bool
    label: str | None
    t: float
    kind: "StepKind" = "moving"
    gone: bool = False
    welcomed: bool = False
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """How a person likes the screen; kept from one practice to the next.

    Attributes
    ----------
    mirror
        What shows the person to themself: the camera's ``picture``, a drawn ``figure``, one soft
        ``silhouette``, or ``nothing`` but a larger breath.
    guide_mirrored
        Whether the guide moves as one's own picture in a mirror does, rather than as somebody who
        stands before one.
    breath
        The shape that breathes: a ``circle`` or a ``wave``.
    text_scale
        1.0 is the theme's own size; `MIN_TEXT_SCALE` to `MAX_TEXT_SCALE`.
    show_keys
        Whether the keys are listed.
    reduced_motion
        Whether things fade instead of moving.
    theme
        ``calm`` for one person before a laptop; ``contrast`` for eyes that need more of it;
        ``dark`` for a dark room; ``projector`` for a bright one, with larger type.
    full_screen
        Whether the window takes the whole screen.
    awareness
        Whether only the breath, the figure and words are shown: nothing measured, nothing counted,
        no time.
    scanning
        Whether everything is done with one key, the options being lit one after another.
    volume, muted
        How loud, 0–1, and whether nothing at all is heard.
    ambient
        The noise there is to be in, or `None`.
    seats
        What stands for each of a group on the projected screen: soft ``forms``, or small
        ``figures`` that move as the people do.
    """

    mirror: Mirror = "picture"
    guide_mirrored: bool = True
    breath: BreathShape = "circle"
    text_scale: float = 1.0
    show_keys: bool = False
    reduced_motion: bool = False
    theme: ThemeName = "calm"
    full_screen: bool = False
    awareness: bool = False
    scanning: bool = False
    volume: float = 0.6
    muted: bool = False
    ambient: str | None = None
    seats: Seats = "forms"


MIN_TEXT_SCALE = 0.8
MAX_TEXT_SCALE = 1.6
