"""What a person or a clinic chose, kept in one small validated TOML file.

It sits in the platform's configuration folder, or in the folder that ``UNHURRIED_HOME`` names.
"""

import json
import os
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import click
import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from exercises.code import Initials
from exercises.person import EveryWeeks
from feedback.grounding import Grounding
from feedback.hushing import Amount
from feedback.instruments import EVERY_WEEKS
from feedback.setting_up import Outline
from ui.view import MAX_TEXT_SCALE, MIN_TEXT_SCALE, Choices, Mirror, Seats, ThemeName
from words.tr import languages


class SettingsError(Exception):
    """A settings file that cannot be used, said in one line: what, where, what to do."""


class Settings(BaseModel):
    """All settings, each with its default."""

    # A camera's index may be written as the number it is.
    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    camera: str = "0"
    """Index or part of the name of the camera that ``camera`` means."""
    language: str = "en"
    """ISO 639 code of the language of the words."""
    theme: ThemeName = "calm"
    mirror: Mirror = "picture"
    guide_mirrored: bool = True
    """The guide moves as one's own picture in a mirror does; if not, as somebody before one."""
    breath: Literal["circle", "wave"] = "circle"
    text_scale: float = Field(default=1.0, ge=MIN_TEXT_SCALE, le=MAX_TEXT_SCALE)
    reduced_motion: bool = False
    awareness: bool = False
    scanning: bool = False
    """Everything with one key: a foot switch, a buzzer, the space bar."""
    volume: float = Field(default=0.6, ge=0, le=1)
    muted: bool = False
    ambient: Literal["rain", "sea", "wind"] | None = None
    voice: bool = False
    """Speak the fixed phrases, where this machine has a voice."""
    cues: Amount = "usual"
    """How much is said; what protects is said in any case."""
    grounding: Grounding | Literal["none"] = "breaths"
    """The way of arriving before a whole practice."""
    move_minutes: float = Field(default=4.0, ge=1, le=10)
    """After so much movement of a whole practice there is a rest."""
    rest_seconds: float = Field(default=60.0, ge=10, le=600)
    keep_years: Annotated[int, Field(ge=1, le=100)] | None = None
    """For how many years practices, diaries and what else is of a day are kept; `None` for ever.
    Nothing goes by itself: ``unhurried records prune`` shows and removes it."""
    keep_angles_months: Annotated[int, Field(ge=1, le=1200)] | None = None
    """For how many months the angles of practices are kept; `None` for as long as they are."""
    clinic_number: str = Field(default="", max_length=40)
    """The clinic's own telephone number, for the page that says how to stop."""
    group_seats: Seats = "forms"
    """What stands for each of a group on the projected screen."""
    leaders: tuple[Initials, ...] = ()
    """The initials of those who lead groups here, in turn."""
    outline: Outline | None = None
    """Where somebody stood well before this machine's camera the last time."""
    signs_read_on: date | None = None
    """The day on which the signs to stop at were read last."""
    ask_every_weeks: EveryWeeks = EVERY_WEEKS
    """Every how many weeks people are asked how life is; 0 for never. Their own goes before."""
    reminders: bool = False
    """Say at home, where the program is open, how long ago the last practice was."""
    next_card: int = Field(default=0, ge=0)
    """Which of the cards to read comes next, counted round and round."""
    slow_breath: bool = False
    """Pace the breath in movements that otherwise leave it to the person: from 12 a minute, one
    breath a minute slower each minute, down to 6."""

    @field_validator("language")
    @classmethod
    def _written_in(cls, language: str) -> str:
        if language not in languages():
            raise ValueError(f"nothing is written in it; there is {', '.join(languages())}")
        return language

    @field_validator("theme", mode="before")
    @classmethod
    def _by_its_name_now(cls, theme: Any) -> Any:
        """Take the name that the calm theme had in older files."""
        return "calm" if theme == "screen" else theme

    def choices(self) -> Choices:
        """Return how the screen is liked."""
        return Choices(
            mirror=self.mirror,
            guide_mirrored=self.guide_mirrored,
            breath=self.breath,
            text_scale=self.text_scale,
            reduced_motion=self.reduced_motion,
            theme=self.theme,
            awareness=self.awareness,
            scanning=self.scanning,
            volume=self.volume,
            muted=self.muted,
            ambient=self.ambient,
            seats=self.group_seats,
        )

    def with_choices(self, choices: Choices) -> "Settings":
        """Return these settings with what was chosen at the screen."""
        return self.model_copy(
            update={
                "theme": choices.theme,
                "mirror": choices.mirror,
                "guide_mirrored": choices.guide_mirrored,
                "breath": choices.breath,
                "text_scale": choices.text_scale,
                "reduced_motion": choices.reduced_motion,
                "awareness": choices.awareness,
                "scanning": choices.scanning,
                "volume": choices.volume,
                "muted": choices.muted,
                "ambient": choices.ambient,
                "group_seats": choices.seats,
            }
        )


def settings_path() -> Path:
    """Return where the settings are kept."""
    home = os.environ.get("UNHURRIED_HOME")
    folder = Path(home) if home else platformdirs.user_config_path("unhurried", appauthor=False)
    return folder / "settings.toml"


def load_settings(path: Path) -> Settings:
    """Return the settings at `path`; the defaults where there is no file.

    Raises
    ------
    SettingsError
        Where the file cannot be read, is not TOML, or holds what it may not.
    """
    try:
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        problem = f"{where}: {first['msg']}"
    except OSError as error:
        problem = error.strerror or str(error)
    except ValueError as error:  # not UTF-8, not TOML, a number without end
        problem = str(error)
    except RecursionError:
        problem = "nested too deeply"
    raise SettingsError(f"{path}: {problem}; correct it, or delete the file to start anew")


def save_settings(settings: Settings, path: Path) -> None:
    """Write `settings` to `path` whole or not at all; only what differs from the defaults.

    Raises
    ------
    OSError
        Where the folder or the file cannot be written.
    """
    lines = [
        f"{name} = {_toml(value)}\n"
        for name, value in settings.model_dump(mode="json", exclude_defaults=True).items()
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text("".join(lines), encoding="utf-8")
    part.replace(path)


def keep_choices(settings: Settings, choices: Choices, **also: Any) -> None:
    """Keep what was chosen at a screen; where it cannot be kept, that is said in one line.

    Parameters
    ----------
    also
        Other settings to keep with it, by name.
    """
    chosen = settings.with_choices(choices).model_copy(update=also)
    if chosen == settings:
        return
    try:
        save_settings(chosen, settings_path())
    except OSError as error:
        click.echo(f"what was chosen at the screen could not be kept: {error}", err=True)


def _toml(value: Any) -> str:
    # For text, numbers, truth and lists of them, JSON is TOML.
    return json.dumps(value, ensure_ascii=False)
