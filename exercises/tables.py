"""The tables of a TOML file, or one fault that says why there are none."""

import tomllib
from typing import Any

from exercises.fault import DefinitionError, Fault

MAX_BYTES = 64 * 1024
"""Largest definition read; the longest that come with the program are a few kB."""


def tables(content: bytes, file: str, what: str) -> dict[str, Any]:
    """Return the tables of `content`, TOML in UTF-8.

    Parameters
    ----------
    content
        At most `MAX_BYTES`, and one more where there are more.
    file
        How faults call it.
    what
        What it was meant to be, as in ``a movement's definition``.

    Raises
    ------
    DefinitionError
        With one fault: too large, not UTF-8, or not TOML (with its line).
    """
    if len(content) > MAX_BYTES:
        found, hint = f"larger than {MAX_BYTES // 1024} kB", f"is it {what}?"
    else:
        try:
            return tomllib.loads(content.decode("utf-8"))
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            found, hint = f"not UTF-8 text (at line {line})", "save the file as UTF-8"
        except ValueError as error:  # tomllib's own, and that of an endless number or a false date
            found, hint = "not TOML", str(error)
        except RecursionError:
            found, hint = "not TOML", "nested too deeply"
    raise DefinitionError([Fault(file, "", found, hint)])
