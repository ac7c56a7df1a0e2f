"""Where what is kept sits: in the platform's data folder, or where ``UNHURRIED_HOME`` says."""

import os
from pathlib import Path

import platformdirs

from records.place import Place


def data_folder() -> Path:
    """Return the folder of what is kept; asking does not make it."""
    home = os.environ.get("UNHURRIED_HOME")
    if home:
        return Path(home).absolute()
    return platformdirs.user_data_path("unhurried", appauthor=False)


def key_folder() -> Path:
    """Return the folder of the key: beside the data folder, so that no copy of that takes it along.

    ``UNHURRIED_KEY_HOME`` names another, as on a stick that is taken home.
    """
    home = os.environ.get("UNHURRIED_KEY_HOME")
    if home:
        return Path(home).absolute()
    folder = data_folder()
    return folder.with_name(f"{folder.name or 'unhurried'}-key")


def place() -> Place:
    """Return where the store and its key sit.

    Raises
    ------
    KeyInside
        Where the key would be inside the data folder.
    """
    return Place(data_folder(), key_folder())
