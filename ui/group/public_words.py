"""All the words of the projected screen, as they are written for what everybody sees."""

from feedback.group.step import Public
from words.tr import tr


def title_of(public: Public, language: str) -> str:
    """Return what stands over a movement or a rest."""
    if public.kind == "resting" or public.exercise is None:
        return tr("group.resting.title", language)
    # What follows a comma, such as how it is done, is for the leader.
    return tr(public.exercise.title, language).partition(", ")[0]


def line_of(public: Public) -> str:
    """Return the text of the one line: what is said to all, else what the guide is doing."""
    if public.said is not None:
        return f"all.{public.said}"
    if public.kind == "resting" or public.exercise is None:
        return "group.resting.words"
    if public.kind == "showing":
        return "group.showing.words"
    return public.exercise.phases[public.phase].words


def talk_of(public: Public, language: str) -> tuple[str, str]:
    """Return the large and the smaller words of a talk."""
    return (
        tr(f"talk.{public.talk}.title", language),
        tr(f"talk.{public.talk}.prompt", language),
    )


def quiet_of(public: Public, language: str) -> tuple[str, str]:
    """Return the large and the smaller words of a quiet page."""
    return (
        tr(f"group.{public.kind}.title", language),
        tr(f"group.{public.kind}.words", language),
    )


def words_of(public: Public, language: str) -> tuple[str, ...]:
    """Return all that is written of what everybody sees, but for the captions of sounds."""
    if public.kind in ("paused", "finished"):
        return quiet_of(public, language)
    breath = tr(f"breath.{public.breath.breath}", language)
    if public.kind == "talking":
        said = () if public.said is None else (tr(line_of(public), language),)
        return (*talk_of(public, language), breath, *said)
    return (title_of(public, language), tr(line_of(public), language), breath)
