"""What a person or a clinic chose, kept in one small validated TOML file.

It sits in the platform's configuration folder, or in the folder that ``UNHURRIED_HOME`` names.
"""

import json
import os
import tomllib
from pathlib import Path
from typing import Literal

import click
import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ui.view import MAX_TEXT_SCALE, MIN_TEXT_SCALE, Choices


class SettingsError(Exception):
    """A settings file that cannot be used, said in one line: what, where, what to do."""


class Settings(BaseModel):
    """All settings, each with its default."""

    # A camera's index may be written as the number it is.
    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    camera: str = "0"
    """Index or part of the name of the camera that ``camera`` means."""
    language: Literal["en"] = "en"
    theme: Literal["screen", "projector"] = "screen"
    mirror: Literal["picture", "figure"] = "picture"
    breath: Literal["circle", "wave"] = "circle"
    text_scale: float = Field(default=1.0, ge=MIN_TEXT_SCALE, le=MAX_TEXT_SCALE)
    reduced_motion: bool = False
    slow_breath: bool = False
    """Pace the breath in movements that otherwise leave it to the person: from 12 a minute, one
    breath a minute slower each minute, down to 6."""

    def choices(self) -> Choices:
        """Return how the screen is liked."""
        return Choices(
            mirror=self.mirror,
            breath=self.breath,
            text_scale=self.text_scale,
            reduced_motion=self.reduced_motion,
            theme=self.theme,
        )

    def with_choices(self, choices: Choices) -> "Settings":
        """Return these settings with what was chosen at the screen."""
        return self.model_copy(
            update={
                "theme": choices.theme,
                "mirror": choices.mirror,
                "breath": choices.breath,
                "text_scale": choices.text_scale,
                "reduced_motion": choices.reduced_motion,
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
        for name, value in settings.model_dump(exclude_defaults=True).items()
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text("".join(lines), encoding="utf-8")
    part.replace(path)


def keep_choices(settings: Settings, choices: Choices) -> None:
    """Keep what was chosen at a screen; where it cannot be kept, that is said in one line."""
    chosen = settings.with_choices(choices)
    if chosen == settings:
        return
    try:
        save_settings(chosen, settings_path())
    except OSError as error:
        click.echo(f"what was chosen at the screen could not be kept: {error}", err=True)


def _toml(value: str | float | bool) -> str:
    # For text, numbers and truth, JSON is TOML.
    return json.dumps(value, ensure_ascii=False)
